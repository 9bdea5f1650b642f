import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closesAt, opensAt, someMotion } from '../../../tests/given-question.ts'
import type { Decision } from './decision.ts'
import {
	comparePapers,
	enterRefusal,
	giveBackRefusal,
	type PaperReading,
	readAgainRefusal,
	returnRefusal,
	takeBackRefusal,
} from './paper.ts'

const read = (
	number: number,
	enteredBy: string,
	choice: 'for' | 'against' | null,
	change: Partial<PaperReading> = {},
) => ({
	number,
	enteredBy,
	voiceId: 'citizen',
	memberId: null,
	answer: choice && { choice },
	reason: '',
	...change,
})
const returned = (count: number, voiceId = 'citizen') =>
	Array.from({ length: count }, (_, at) => ({ memberId: `${voiceId}-${at}`, voiceId }))

test.each<[string, PaperReading[], ReturnType<typeof returned>, object]>([
	['no papers', [], [], { isComplete: true, agreed: [] }],
	[
		'read alike by two people',
		[read(1, 'amina', 'for'), read(1, 'farah', 'for')],
		returned(1),
		{ isComplete: true, agreed: [{ number: 1, answer: { choice: 'for' } }] },
	],
	[
		'a space more in the reason is no difference',
		[read(1, 'amina', 'for', { reason: 'Weekends  exist ' }), read(1, 'farah', 'for', { reason: 'Weekends exist' })],
		returned(1),
		{ isComplete: true },
	],
	[
		'read differently',
		[read(1, 'amina', 'for'), read(1, 'farah', 'against')],
		returned(1),
		{ isComplete: false, agreed: [], differing: [{ number: 1 }] },
	],
	[
		'one thinks it cannot be read',
		[read(1, 'amina', 'for'), read(1, 'farah', null)],
		returned(1),
		{ isComplete: false, differing: [{ number: 1 }] },
	],
	['both think so: spoilt', [read(1, 'amina', null), read(1, 'farah', null)], returned(1), { isComplete: true }],
	['read once so far', [read(1, 'amina', 'for')], returned(1), { isComplete: false, once: [1] }],
	[
		'one paper fewer than came back',
		[read(1, 'amina', 'for'), read(1, 'farah', 'for')],
		returned(2),
		{ isComplete: false, uneven: [{ voiceId: 'citizen', by: -1 }] },
	],
	[
		'the right number, of the wrong voice',
		[read(1, 'amina', 'for'), read(1, 'farah', 'for')],
		returned(1, 'provider'),
		{
			isComplete: false,
			uneven: [
				{ voiceId: 'citizen', by: 1 },
				{ voiceId: 'provider', by: -1 },
			],
		},
	],
	[
		'one person twice on named papers',
		['amina', 'farah'].flatMap((by) => [
			read(1, by, 'for', { memberId: 'joe' }),
			read(2, by, 'for', { memberId: 'joe' }),
		]),
		returned(2),
		{ isComplete: false, twice: ['joe'] },
	],
])('%s', (_what, readings, came, expected) => {
	expect(comparePapers(readings, came)).toMatchObject(expected)
})

test.each<[string, Partial<Decision>, { cameBy: 'screen' | 'paper' | null } | null, Date, string | null]>([
	['a paper that comes first is taken in', {}, { cameBy: null }, opensAt, null],
	['the same paper marked again', {}, { cameBy: 'paper' }, opensAt, null],
	['a screen that came first', {}, { cameBy: 'screen' }, opensAt, 'voted-on-screen'],
	['somebody not asked', {}, null, opensAt, 'not-on-the-roll'],
	['in the closing millisecond', {}, { cameBy: null }, closesAt, 'voting-over'],
	['a stopped vote', { state: 'stopped' }, { cameBy: null }, opensAt, 'stopped'],
])('%s', (_what, change, elector, now, refused) => {
	expect(returnRefusal({ ...someMotion, ...change } as Decision, elector, { now, readers: 2 })).toBe(refused)
})

test('a paper that two people could not read is not taken in', () => {
	const now = opensAt
	expect(returnRefusal(someMotion, { cameBy: null }, { now, readers: 1 })).toBe('one-reader')
	expect(returnRefusal(someMotion, { cameBy: 'screen' }, { now, readers: 1 })).toBe('voted-on-screen')
})

const secret = { ...someMotion, rules: { ...someMotion.rules, secrecy: 'secret' as const } }
const theirs = { memberId: 'citizen-1' }
const others = { memberId: 'citizen-0' }
test.each<[string, Decision, Partial<Decision>, PaperReading[], Date, string | null]>([
	['while voting is open', secret, {}, [], opensAt, null],
	['not when any is read: it may be theirs', secret, {}, [read(1, 'amina', 'for')], opensAt, 'papers-read'],
	['while another’s is read, where they are named', someMotion, {}, [read(1, 'amina', 'for', others)], opensAt, null],
	['not when theirs is read', someMotion, {}, [read(1, 'amina', 'for', theirs)], opensAt, 'paper-read'],
	['nor when the last number is read', someMotion, {}, [read(2, 'amina', 'for', others)], opensAt, 'paper-read'],
	['not at the closing time itself', secret, {}, [], closesAt, 'too-late-to-take-off'],
	['nor while it waits for its count', secret, { state: 'counting' }, [], opensAt, 'too-late-to-take-off'],
	['nor once it is counted', secret, { state: 'closed' }, [], opensAt, 'already-closed'],
	['nor of a vote that was stopped', secret, { state: 'stopped' }, [], opensAt, 'stopped'],
])('a paper is taken off again %s', (_when, vote, change, readings, now, refused) => {
	const decision = { ...vote, ...change } as Decision
	expect(giveBackRefusal(decision, 'citizen-1', { returned: returned(2), readings }, now)).toBe(refused)
	if (!refused) expect(giveBackRefusal(decision, 'joe', { returned: returned(2), readings }, now)).toBe('not-returned')
})

test.each<[Decision['state'], string | null, string | null]>([
	['open', 'only-your-own', null],
	['counting', null, null],
	['closed', 'already-closed', 'already-closed'],
	['stopped', 'stopped', 'stopped'],
])('while a vote is %s, readings of others are thrown away: %s; one’s own are taken back: %s', (state, again, back) => {
	expect(readAgainRefusal({ state })).toBe(again)
	const readings = [read(1, 'amina', 'for')]
	expect(takeBackRefusal({ state }, 'amina', readings)).toBe(back)
	expect(takeBackRefusal({ state }, 'farah', readings)).toBe(back ?? 'none-read')
})

const people = ['joe', 'kit', 'lou', 'mei'].map((memberId, at) => ({
	memberId,
	voiceId: at % 2 ? 'citizen' : 'provider',
}))
const readers = ['amina', 'farah'] as const
const step = fc.record({
	does: fc.constantFrom('note', 'note', 'take off', 'screen', 'read', 'read', 'misread', 'take back'),
	whose: fc.constantFrom(...people),
	by: fc.constantFrom(...readers),
})

test.each([secret, someMotion])(
	'in whatever order things are done, everybody who took part is counted once: %#',
	(vote) => {
		fc.assert(
			fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
				const cameBy = new Map<string, 'screen' | 'paper'>()
				/** The papers there are. A reading of one says by its reason whose it is, which of a secret vote no rule may look at. */
				const pile = new Set<string>()
				let readings: PaperReading[] = []
				const listReturned = () => people.filter(({ memberId }) => cameBy.get(memberId) === 'paper')
				const numberOf = (owner: string) => {
					const free = (number: number) => readings.every((reading) => reading.number !== number)
					const lowest = people.findIndex((_, at) => free(at + 1)) + 1
					return readings.find(({ reason }) => reason === owner)?.number ?? lowest
				}
				const enter = ({ memberId, voiceId }: (typeof people)[number], by: string, choice: 'for' | 'against') => {
					const owner = vote === secret ? null : memberId
					const reading = read(numberOf(memberId), by, choice, { voiceId, memberId: owner, reason: memberId })
					const isSame = ({ number, enteredBy }: PaperReading) => number === reading.number && enteredBy === by
					const refused = enterRefusal(vote, reading, { returned: listReturned(), others: readings })
					if (!refused) readings = [...readings.filter((one) => !isSame(one)), reading]
					return refused
				}
				const counted = () => {
					const { agreed, isComplete } = comparePapers(readings, listReturned())
					const onScreen = people.filter(({ memberId }) => cameBy.get(memberId) === 'screen')
					return (
						isComplete && [...agreed.map(({ reason }) => reason), ...onScreen.map(({ memberId }) => memberId)].sort()
					)
				}
				const tookPart = () => [...cameBy.keys()].sort()

				for (const { does, whose, by } of steps) {
					const { memberId } = whose
					const came = cameBy.get(memberId) ?? null
					if (does === 'note' && !returnRefusal(vote, { cameBy: came }, { now: opensAt, readers: 2 })) {
						cameBy.set(memberId, 'paper')
						pile.add(memberId)
					}
					if (does === 'screen' && came !== 'paper') cameBy.set(memberId, 'screen')
					const standing = { returned: listReturned(), readings }
					if (does === 'take off' && !giveBackRefusal(vote, memberId, standing, opensAt)) {
						cameBy.delete(memberId)
						// One that is read lies among the others.
						if (readings.every(({ reason }) => reason !== memberId)) pile.delete(memberId)
					}
					if (does === 'read' && pile.has(memberId)) enter(whose, by, 'for')
					if (does === 'misread' && pile.has(memberId)) enter(whose, by, 'against')
					if (does === 'take back' && !takeBackRefusal(vote, by, readings))
						readings = readings.filter(({ enteredBy }) => enteredBy !== by)
					const now = counted()
					if (now) expect(now).toEqual(tookPart())
				}
				for (const whose of people.filter(({ memberId }) => pile.has(memberId)))
					for (const by of readers) expect(enter(whose, by, 'for')).toBeNull()
				expect(counted()).toEqual(tookPart())
			}),
			{ numRuns: 100 },
		)
	},
)

test.each<[string, Decision, PaperReading, string | null]>([
	['a first reading', secret, read(1, 'amina', 'for'), null],
	['after the close, until the result is made', { ...secret, state: 'counting' }, read(1, 'amina', 'for'), null],
	['once it is counted', { ...secret, state: 'closed' }, read(1, 'amina', 'for'), 'already-closed'],
	['a number above the papers that came back', secret, read(3, 'amina', 'for'), 'no-such-paper'],
	['half a paper', secret, read(0.5, 'amina', 'for'), 'no-such-paper'],
	['a third pair of eyes', secret, read(2, 'amina', 'for'), 'read-by-two'],
	['a voice none of them has', secret, read(1, 'amina', 'for', { voiceId: 'x' }), 'voice-missing'],
	[
		'a named paper of somebody whose paper did not come',
		someMotion,
		read(1, 'amina', 'for', { memberId: 'joe' }),
		'not-returned',
	],
	['a named paper', someMotion, read(1, 'amina', 'for', { memberId: 'citizen-0' }), null],
])('reading %s', (_what, decision, reading, refused) => {
	const standing = [read(2, 'farah', 'for'), read(2, 'helen', 'for')]
	expect(enterRefusal(decision, reading, { returned: returned(2), others: standing })).toBe(refused)
})
