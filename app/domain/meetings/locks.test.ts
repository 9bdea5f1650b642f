import { expect, test } from 'vitest'
import { approveMinutesRefusal } from './approve-minutes.ts'
import { declareRefusal } from './interests.ts'

const now = new Date('2026-07-12T18:00:00Z')
const meeting = {
	startsAt: new Date('2026-06-12T14:00:00Z'),
	publishedAt: new Date('2026-06-01T09:00:00Z'),
	calledOffAt: null,
	approvedAt: null,
}
const item = { takenOffAt: null, decisionId: null }
const asked = { memberId: 'priya', interest: 'Would be paid' }
const sitting = [{ memberId: 'priya' }]
const before = { memberId: 'priya', interest: 'Rents it', dispensation: '', withdrawnAt: null }

test.each([
	['it may be declared', {}, {}, {}, [], null],
	['a draft is nobody’s to declare in', { publishedAt: null }, {}, {}, [], 'not-published'],
	['the meeting was called off', { calledOffAt: now }, {}, {}, [], 'called-off'],
	['the minutes are locked', { approvedAt: now }, {}, {}, [], 'approved'],
	['the item was taken off', {}, { takenOffAt: now }, {}, [], 'taken-off'],
	['it is decided', {}, { decisionId: 'decision' }, {}, [], 'decided'],
	['for somebody without a seat', {}, {}, { memberId: 'ola' }, [], 'no-seat'],
	['a second time', {}, {}, {}, [before], 'declared-already'],
	['again after it was withdrawn', {}, {}, {}, [{ ...before, withdrawnAt: now }], null],
	['without words', {}, {}, { interest: ' ' }, [], 'interest-missing'],
] as const)('interests: %s', (_rule, ofMeeting, ofItem, ofAsked, standing, refused) => {
	const under = { meeting: { ...meeting, ...ofMeeting }, item: { ...item, ...ofItem } }
	expect(declareRefusal(under, { ...asked, ...ofAsked }, { sitting, standing }, now)).toBe(refused)
})

test.each([
	['a later meeting agreed', {}, {}, null],
	['already approved', { approvedAt: now }, {}, 'approved'],
	['called off', { calledOffAt: now }, {}, 'called-off'],
	['not published', { publishedAt: null }, {}, 'not-published'],
	['still to come', { startsAt: new Date('2026-08-01T09:00:00Z') }, {}, 'not-begun'],
	['something changed since it was read', {}, { stands: 'other' }, 'changed-meanwhile'],
	['no day', {}, { day: '' }, 'day-missing'],
	['at the meeting itself', {}, { day: '2026-06-12' }, 'day-not-after'],
	['at one still to come', {}, { day: '2026-07-13' }, 'day-later'],
])('minutes: %s', (_rule, ofMeeting, ofAsked, refused) => {
	const approving = { day: '2026-07-12', seen: 'same', stands: 'same', ...ofAsked }
	expect(approveMinutesRefusal({ ...meeting, ...ofMeeting }, approving, now)).toBe(refused)
})
