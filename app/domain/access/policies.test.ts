import { expect, test } from 'vitest'
import type { Supporter } from '../people/supporter.ts'
import { type Membership, membership, type Role, type Seat } from './membership.ts'
import {
	mayApproveMinute,
	mayEndSupport,
	mayEraseWords,
	mayGiveVerdict,
	mayHelpToVote,
	mayMakeGroup,
	mayManagePeople,
	mayMinute,
	mayNameSupporter,
	mayReadAccessNeeds,
	mayReadDocument,
	mayReadMeeting,
	mayReadPartB,
	mayReadPartnership,
	mayReportOnAction,
	mayRunGroup,
	maySeeGroup,
	mayStartDocument,
	mayVote,
	mayWriteDocument,
} from './policies.ts'

const someone = (role: Role, seats: Seat[] = [], partnershipId = 'here', memberId = 'me'): Membership =>
	membership({ partnershipId, memberId, personId: 'p', name: 'A', voiceId: 'v', voice: 'Citizen', role, seats })
const seat = (office: Seat['office'] = 'none', votes = true): Seat => ({ groupId: 'panel', votes, office })

const nobody = null
const elsewhere = someone('facilitator', [seat('chair')], 'there')
const observer = someone('observer')
const member = someone('member')
const seated = someone('member', [seat()])
const chair = someone('member', [seat('chair')])
const clerk = someone('member', [seat('clerk', false)])
const facilitator = someone('facilitator')
const watching = someone('observer', [seat()])

const everyone = { nobody, elsewhere, observer, member, seated, chair, clerk, facilitator, watching }
type Names = (keyof typeof everyone)[]

/** Exactly these may; everybody else may not. */
function expectOnly(names: Names, may: (who: Membership | null) => boolean) {
	const allowed = (Object.keys(everyone) as Names).filter((name) => may(everyone[name]))
	expect(allowed).toEqual(names)
}

const document = { partnershipId: 'here', groupId: 'panel', phase: 'draft' } as const

test.each<['public' | 'partnership' | 'group' | 'circle', Names]>([
	['public', ['nobody', 'elsewhere', 'observer', 'member', 'seated', 'chair', 'clerk', 'facilitator', 'watching']],
	['partnership', ['observer', 'member', 'seated', 'chair', 'clerk', 'facilitator', 'watching']],
	['group', ['seated', 'chair', 'clerk', 'facilitator', 'watching']],
	['circle', ['seated', 'chair', 'clerk', 'watching']],
])('who reads what is for the %s', (visibility, names) => {
	expectOnly(names, (who) => mayReadDocument(who, { ...document, visibility }))
})

test('a group’s words are written by its seats, whatever their voice, and by nobody who only watches or runs the room', () => {
	expectOnly(['seated', 'chair', 'clerk'], (who) => mayWriteDocument(who, { ...document, visibility: 'public' }))
})

test('words of the whole partnership are written by every member, never by an observer', () => {
	expectOnly(['member', 'seated', 'chair', 'clerk', 'facilitator'], (who) =>
		mayWriteDocument(who, { ...document, groupId: null, visibility: 'partnership' }),
	)
	expectOnly(['member', 'seated', 'chair', 'clerk', 'facilitator'], (who) =>
		mayStartDocument(who, { partnershipId: 'here' }),
	)
})

test.each(['final', 'stopped'] as const)('nobody writes in a document that is %s', (phase) => {
	expectOnly([], (who) => mayWriteDocument(who, { ...document, phase, visibility: 'public' }))
})

test('what is proposed may still be written on: the version before people cannot change', () => {
	expect(mayWriteDocument(seated, { ...document, phase: 'proposed', visibility: 'public' })).toBe(true)
})

test('a panel is run by its chair, its clerk and the facilitators; a circle by its own chair and clerk alone', () => {
	const group = { partnershipId: 'here', id: 'panel' }
	expectOnly(['chair', 'clerk', 'facilitator'], (who) => mayRunGroup(who, { ...group, kind: 'panel' }))
	expectOnly(['chair', 'clerk'], (who) => mayRunGroup(who, { ...group, kind: 'circle' }))
})

test('words are removed for good by those who run the document; in a circle by its own chair and clerk alone', () => {
	expectOnly(['chair', 'clerk', 'facilitator'], (who) => mayEraseWords(who, { ...document, visibility: 'public' }))
	expectOnly(['chair', 'clerk'], (who) => mayEraseWords(who, { ...document, visibility: 'circle' }))
	expectOnly(['facilitator'], (who) => mayEraseWords(who, { ...document, groupId: null, visibility: 'partnership' }))
})

test('a board’s decision is entered by those who run it, and approved by its own chair or clerk', () => {
	const group = { partnershipId: 'here', id: 'panel' }
	for (const kind of ['board', 'collaborative'] as const) {
		expectOnly(['chair', 'clerk', 'facilitator'], (who) => mayMinute(who, { ...group, kind }))
		expectOnly(['chair', 'clerk'], (who) => mayApproveMinute(who, { ...group, kind }))
	}
	for (const kind of ['panel', 'circle'] as const) expectOnly([], (who) => mayMinute(who, { ...group, kind }))
})

test('a draft agenda and part B are for the body and those who run it; a published one is for everybody', () => {
	const body = { partnershipId: 'here', id: 'panel', kind: 'board' as const }
	const insiders = ['seated', 'chair', 'clerk', 'facilitator', 'watching'] as const
	expectOnly([...insiders], (who) => mayReadMeeting(who, { publishedAt: null, body }))
	expectOnly([...insiders], (who) => mayReadPartB(who, body))
	const published = { publishedAt: new Date('2026-11-22T09:00:00Z'), body }
	for (const who of [nobody, elsewhere, observer, member]) expect(mayReadMeeting(who, published)).toBe(true)
	expect(mayReadMeeting(facilitator, { ...published, body: { ...body, kind: 'circle' } })).toBe(false)
})

test('voting needs a place on the roll, and being a facilitator gives none', () => {
	const roll = new Set(['me'])
	expect(mayVote(member, { partnershipId: 'here' }, roll)).toBe(true)
	expect(mayVote(member, { partnershipId: 'here' }, new Set())).toBe(false)
	expect(mayVote(facilitator, { partnershipId: 'here' }, new Set(['another']))).toBe(false)
	expect(mayVote(elsewhere, { partnershipId: 'here' }, roll)).toBe(false)
	expect(mayVote(nobody, { partnershipId: 'here' }, roll)).toBe(false)
})

test('an action is reported on by its lead, its citizen partner and the facilitators', () => {
	const action = { partnershipId: 'here', leadMemberId: null, citizenPartnerId: null }
	expectOnly(['facilitator'], (who) => mayReportOnAction(who, action))
	expect(mayReportOnAction(member, { ...action, leadMemberId: 'me' })).toBe(true)
	expect(mayReportOnAction(member, { ...action, citizenPartnerId: 'me' })).toBe(true)
	expect(mayReportOnAction(observer, { ...action, citizenPartnerId: 'me' })).toBe(false)
})

test('whether it made a difference is for everybody here but observers to say', () => {
	expectOnly(['member', 'seated', 'chair', 'clerk', 'facilitator'], (who) =>
		mayGiveVerdict(who, { partnershipId: 'here' }),
	)
})

test('access needs are for the member and the facilitators', () => {
	expect(mayReadAccessNeeds(member, { partnershipId: 'here', id: 'me' })).toBe(true)
	expectOnly(['facilitator'], (who) => mayReadAccessNeeds(who, { partnershipId: 'here', id: 'another' }))
})

test('people are let in and seated by facilitators of this partnership', () => {
	expectOnly(['facilitator'], (who) => mayManagePeople(who, { partnershipId: 'here' }))
})

test('a closed partnership is there for its members only', () => {
	expectOnly(['observer', 'member', 'seated', 'chair', 'clerk', 'facilitator', 'watching'], (who) =>
		mayReadPartnership(who, { id: 'here', open: false }),
	)
	expect(mayReadPartnership(nobody, { id: 'here', open: true })).toBe(true)
})

test('every member sees who sits in a group, and in a circle only its seats do', () => {
	const group = { partnershipId: 'here', id: 'panel' }
	const members: Names = ['observer', 'member', 'seated', 'chair', 'clerk', 'facilitator', 'watching']
	expectOnly(members, (who) => maySeeGroup(who, { ...group, kind: 'panel' }))
	expectOnly(['seated', 'chair', 'clerk', 'watching'], (who) => maySeeGroup(who, { ...group, kind: 'circle' }))
})

test('facilitators make groups; any member who is not an observer may begin a circle', () => {
	const here = { partnershipId: 'here' }
	expectOnly(['facilitator'], (who) => mayMakeGroup(who, here, 'board'))
	expectOnly(['member', 'seated', 'chair', 'clerk', 'facilitator'], (who) => mayMakeGroup(who, here, 'circle'))
})

const support: Supporter = {
	id: 's',
	partnershipId: 'here',
	memberId: 'helped',
	supporterId: 'me',
	scope: 'votes',
	agreedAt: new Date('2026-06-01T09:00:00Z'),
	until: new Date('2026-07-01T09:00:00Z'),
	endedAt: null,
}
const during = new Date('2026-06-15T09:00:00Z')

test.each<[string, Membership | null, Supporter | null, string, Date, boolean]>([
	['the supporter, whatever else they are', observer, support, 'helped', during, true],
	['a facilitator is nobody’s supporter by that', facilitator, null, 'helped', during, false],
	['somebody else than was named', someone('member', [], 'here', 'other'), support, 'helped', during, false],
	['for another member', member, support, 'another', during, false],
	['for themselves, who vote on their own ballot', member, { ...support, memberId: 'me' }, 'me', during, false],
	['the member for their supporter', someone('member', [], 'here', 'helped'), support, 'me', during, false],
	['after it ended', member, { ...support, endedAt: during }, 'helped', during, false],
	['at the moment it is over', member, support, 'helped', support.until, false],
	['a member of another partnership', elsewhere, support, 'helped', during, false],
	['nobody', nobody, support, 'helped', during, false],
])('helping to vote: %s', (_who, who, given, memberId, now, may) => {
	expect(mayHelpToVote(who, given, { memberId }, now)).toBe(may)
})

test('a member alone says who helps them; either of the two ends it', () => {
	expect(mayNameSupporter(member, { partnershipId: 'here', id: 'me' })).toBe(true)
	expectOnly([], (who) => mayNameSupporter(who, { partnershipId: 'here', id: 'helped' }))
	expect(mayEndSupport(member, support)).toBe(true)
	expect(mayEndSupport(someone('member', [], 'here', 'helped'), support)).toBe(true)
	expect(mayEndSupport(someone('facilitator', [], 'here', 'other'), support)).toBe(false)
	expect(mayEndSupport(elsewhere, support)).toBe(false)
})
