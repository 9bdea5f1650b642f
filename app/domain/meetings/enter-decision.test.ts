import { expect, test } from 'vitest'
import { board } from '../../../tests/given-minute.ts'
import { beginFrom, underItemRefusal } from './enter-decision.ts'

const now = new Date('2026-06-12T18:00:00Z')
const meeting = {
	groupId: 'board',
	startsAt: new Date('2026-06-12T14:00:00Z'),
	publishedAt: new Date('2026-06-01T09:00:00Z'),
	calledOffAt: null,
	approvedAt: null,
}
const item = { purpose: 'decide', versionId: 'version', takenOffAt: null, decisionId: null } as const
const decision = { groupId: 'board', versionId: 'version', heldOn: '2026-06-12' }

test.each([
	['it fits', {}, {}, {}, null],
	['another body decided', {}, {}, { groupId: 'panel' }, 'item-elsewhere'],
	['about other words', {}, {}, { versionId: 'other' }, 'item-elsewhere'],
	['an item without a paper', {}, { versionId: null }, {}, 'item-elsewhere'],
	['on another day', {}, {}, { heldOn: '2026-06-11' }, 'item-other-day'],
	['late in the evening it is still that day in London', { startsAt: new Date('2026-06-11T23:30:00Z') }, {}, {}, null],
	['nothing was to be decided', {}, { purpose: 'discuss' }, {}, 'item-not-to-decide'],
	['the item was taken off', {}, { takenOffAt: now }, {}, 'item-taken-off'],
	['it is decided', {}, { decisionId: 'other' }, {}, 'item-decided'],
	['the agenda is a draft', { publishedAt: null }, {}, {}, 'meeting-not-published'],
	['the meeting was called off', { calledOffAt: now }, {}, {}, 'meeting-called-off'],
	['it begins in a minute', { startsAt: new Date('2026-06-12T18:01:00Z') }, {}, {}, 'meeting-to-come'],
	['it begins now', { startsAt: now }, {}, {}, null],
	['its minutes are locked', { approvedAt: now }, {}, {}, 'meeting-approved'],
] as [string, object, object, object, string | null][])('%s', (_rule, ofMeeting, ofItem, ofDecision, refused) => {
	const under = { meeting: { ...meeting, ...ofMeeting }, item: { ...item, ...ofItem } }
	expect(underItemRefusal(under, { ...decision, ...ofDecision }, now)).toBe(refused)
})

const came = { here: 'present', joined: 'room', late: false, left: false, substitute: '' } as const
const said = {
	seats: board,
	attended: [
		{ ...came, memberId: 'helen' },
		{ ...came, memberId: 'ngozi', substitute: 'Dr Ade' },
		{ ...came, memberId: 'joe', here: 'absent' as const },
	],
	interests: [
		{ memberId: 'helen', interest: 'Her sister works there', dispensation: '', withdrawnAt: null },
		{ memberId: 'priya', interest: 'Would be paid', dispensation: '', withdrawnAt: null },
	],
}
const held = { ...meeting, place: 'Town Hall', presiderId: 'helen', clerkId: 'farah' }

test('an entry begins with what the meeting knows, and says nothing of those nobody spoke of', () => {
	const { seats, ...begun } = beginFrom(held, { title: 'Breaks' }, said)
	expect(begun).toEqual({
		heldOn: '2026-06-12',
		place: 'Town Hall',
		question: 'Breaks',
		presiderId: null,
		officerId: 'farah',
	})
	expect(Object.fromEntries(seats.map(({ memberId, part }) => [memberId, part]))).toEqual({
		helen: 'interest',
		ngozi: 'present',
		joe: 'absent',
		priya: 'absent',
	})
	expect(seats.find(({ memberId }) => memberId === 'ngozi')).toMatchObject({ substitute: 'Dr Ade' })
	expect(seats.find(({ memberId }) => memberId === 'priya')).toMatchObject({ interest: 'Would be paid' })
})

test('whoever presides over the meeting presides over an item they are not shut out of', () => {
	expect(beginFrom(held, { title: 'Breaks' }, { ...said, interests: [] }).presiderId).toBe('helen')
})
