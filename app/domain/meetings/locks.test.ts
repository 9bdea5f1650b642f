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
const next = { ...meeting, startsAt: new Date('2026-07-12T14:00:00Z') }
const tonight = new Date('2026-07-12T19:00:00Z')
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
	['on a day on which nobody met here', {}, { day: '2026-07-11' }, 'day-no-meeting'],
	['at a meeting that was called off', {}, { later: [{ ...next, calledOffAt: now }] }, 'day-no-meeting'],
	['at a draft', {}, { later: [{ ...next, publishedAt: null }] }, 'day-no-meeting'],
	['at one that begins this evening', {}, { later: [{ ...next, startsAt: tonight }] }, 'day-no-meeting'],
	['at one that was not entered here', {}, { later: [], elsewhere: true }, null],
	['not asked once more', {}, { checked: '' }, 'not-checked'],
	['asked about another day', {}, { checked: '2026-07-11' }, 'not-checked'],
])('minutes: %s', (_rule, ofMeeting, ofAsked, refused) => {
	const day = '2026-07-12'
	const approving = { day, checked: day, elsewhere: false, seen: 'same', stands: 'same', later: [next], ...ofAsked }
	expect(approveMinutesRefusal({ ...meeting, ...ofMeeting }, approving, approving, now)).toBe(refused)
})
