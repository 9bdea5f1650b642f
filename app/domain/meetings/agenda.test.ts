import { describe, expect, test } from 'vitest'
import {
	judgeAdding,
	judgeCallingOff,
	judgeChangingItem,
	judgeMoving,
	judgePublishing,
	judgeRetitling,
	judgeTakingOff,
	move,
	numbered,
	waysToMove,
} from './agenda.ts'
import { stageOf } from './meeting.ts'

/** A Tuesday. Published by Monday of the week before, it has five clear working days. */
const startsAt = new Date('2026-12-01T14:00:00Z')
const early = new Date('2026-11-20T09:00:00Z')
const late = new Date('2026-11-24T09:00:00Z')
const after = new Date('2026-12-01T14:00:00Z')

const draft = { startsAt, publishedAt: null, calledOffAt: null, approvedAt: null }
const published = { ...draft, publishedAt: early }
const calledOff = { ...published, calledOffAt: late }
const approved = { ...published, approvedAt: new Date('2027-01-12T14:00:00Z') }
const item = { versionId: 'v1', takenOffAt: null }
const gone = { ...item, takenOffAt: early }

describe('publishing', () => {
	test.each([
		['in good time', draft, [item], null, early, 'ok'],
		['late, without a reason', draft, [item], null, late, 'short-notice'],
		['late, with the chair’s reason', draft, [item], 'A deadline of the NHS.', late, 'ok'],
		['an agenda with nothing on it', draft, [], null, early, 'no-items'],
		['an agenda from which all was taken off', draft, [gone], null, early, 'no-items'],
		['twice', published, [item], null, early, 'published-already'],
		['what was called off', calledOff, [item], null, early, 'called-off'],
		['once its hour has come, without a reason', draft, [item], null, after, 'short-notice'],
		['once its hour has come, with the chair’s reason', draft, [item], 'A reason', after, 'ok'],
	] as const)('%s', (_what, meeting, items, reason, now, said) => {
		expect(judgePublishing(meeting, items, reason, now)).toBe(said)
	})
})

describe('adding an item', () => {
	const paper = { purpose: 'decide', versionId: 'v2', lateReason: null } as const
	test.each([
		['a paper to decide about', draft, [item], paper, late, 'ok'],
		['a decision without a paper', draft, [], { ...paper, versionId: null }, early, 'needs-paper'],
		['talk without a paper', draft, [], { ...paper, purpose: 'discuss', versionId: null }, early, 'ok'],
		['the same paper twice', draft, [item], { ...paper, versionId: 'v1' }, early, 'on-agenda-already'],
		['a paper that was taken off', draft, [gone], { ...paper, versionId: 'v1' }, early, 'ok'],
		['to a published agenda in good time', published, [item], paper, early, 'ok'],
		['to a published agenda, late', published, [item], paper, late, 'late-reason-missing'],
		['to a published agenda, late, with a reason', published, [item], { ...paper, lateReason: 'Urgent' }, late, 'ok'],
		['at the meeting itself, with a reason', published, [item], { ...paper, lateReason: 'Urgent' }, after, 'ok'],
		['to a meeting that was called off', calledOff, [], paper, early, 'called-off'],
		['once the minutes are approved', approved, [], paper, after, 'approved'],
	] as const)('%s', (_what, meeting, items, added, now, said) => {
		expect(judgeAdding(meeting, items, added, now)).toBe(said)
	})
})

test.each([
	['a draft needs no reason', draft, {}, {}, 'ok'],
	['a published agenda does', published, {}, {}, 'title-reason-missing'],
	['and has it', published, {}, { reason: 'A slip' }, 'ok'],
	['the same title', published, {}, { title: 'Winter', reason: 'A slip' }, 'title-same'],
	['what was taken off stays', published, { takenOffAt: early }, { reason: 'A slip' }, 'item-gone'],
	['a meeting that was called off', calledOff, {}, { reason: 'A slip' }, 'called-off'],
	['once the minutes are approved', approved, {}, { reason: 'A slip' }, 'approved'],
] as const)('correcting a title: %s', (_what, meeting, item, asked, said) => {
	const standing = { title: 'Winter', takenOffAt: null, ...item }
	expect(judgeRetitling(meeting, standing, { title: 'Summer', reason: null, ...asked }, late)).toBe(said)
})

test.each([
	['a draft', draft, 'v1', 'decide', 'ok'],
	['to decide without a paper', draft, null, 'decide', 'needs-paper'],
	['to note without a paper', draft, null, 'note', 'ok'],
	['once people were told of it', published, 'v1', 'note', 'details-public'],
	['called off', calledOff, 'v1', 'note', 'called-off'],
	['with approved minutes', approved, 'v1', 'note', 'approved'],
] as const)('changing what an item is for: %s', (_what, meeting, versionId, purpose, said) => {
	expect(judgeChangingItem(meeting, { versionId }, { purpose }, late)).toBe(said)
})

describe('taking an item off', () => {
	test.each([
		['a draft needs no reason', draft, null, null, 'ok'],
		['a published agenda does', published, null, null, 'reason-missing'],
		['and has it', published, null, 'Not ready', 'ok'],
		['what was decided stays', published, 'd1', 'A reason', 'decided'],
		['once the minutes are approved', approved, null, 'A reason', 'approved'],
	] as const)('%s', (_what, meeting, decisionId, reason, said) => {
		expect(judgeTakingOff(meeting, { decisionId }, reason, late)).toBe(said)
	})
})

test.each([
	['a meeting to come', published, null, late, 'ok'],
	['a draft, at any time', draft, null, after, 'ok'],
	['one that has begun', published, null, after, 'begun'],
	['one at which something is decided already', published, 'd1', late, 'decided-at'],
	['twice', calledOff, null, late, 'called-off'],
	['one with approved minutes', approved, null, after, 'approved'],
] as const)('calling off %s', (_what, meeting, decisionId, now, said) => {
	expect(judgeCallingOff(meeting, [{ decisionId }], now)).toBe(said)
})

test.each([
	['a draft', draft, 'ok'],
	['what people were told of', published, 'order-public'],
	['what was called off', calledOff, 'called-off'],
] as const)('moving items of %s', (_what, meeting, said) => {
	expect(judgeMoving(meeting, late)).toBe(said)
})

describe('the order', () => {
	const public_ = (id: string) => ({ id, takenOffAt: null, privateReason: null })
	const items = [
		public_('a'),
		{ ...public_('b'), takenOffAt: early },
		{ ...public_('c'), privateReason: 'About one person' },
		public_('d'),
	]
	test.each([
		['a', 'down', 'dbca'],
		['d', 'up', 'dbca'],
		['a', 'up', 'abcd'],
		['d', 'down', 'abcd'],
		['c', 'up', 'abcd'],
		['b', 'up', 'abcd'],
		['nobody', 'up', 'abcd'],
	] as const)('moving %s %s', (id, way, order) => {
		expect(move(items, id, way).join('')).toBe(order)
	})

	test.each([
		['a', { up: false, down: true }],
		['d', { up: true, down: false }],
		['c', { up: false, down: false }],
		['b', { up: false, down: false }],
	])('from where %s stands it can go %o', (id, ways) => {
		expect(waysToMove(items, id)).toEqual(ways)
	})

	test('part A comes first, numbered through, and what was taken off has no number', () => {
		expect(numbered(items).map(({ item: { id }, number }) => `${id}${number ?? '-'}`)).toEqual(['a1', 'b-', 'd2', 'c3'])
	})
})

test.each([
	['a draft', draft, late, 'draft'],
	['published', published, late, 'published'],
	['from its hour on', published, after, 'begun'],
	['called off', calledOff, after, 'called-off'],
	['approved', approved, after, 'approved'],
] as const)('the stage of a meeting: %s', (_what, meeting, now, stage) => {
	expect(stageOf(meeting, now)).toBe(stage)
})
