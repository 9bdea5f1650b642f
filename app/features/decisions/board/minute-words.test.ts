import { expect, test } from 'vitest'
import { bodyRules, minute, taking } from '../../../../tests/given-minute.ts'
import { changes } from '../../../domain/decisions/board/changes.ts'
import { decide } from '../../../domain/decisions/board/decide.ts'
import type { Minute } from '../../../domain/decisions/board/minute.ts'
import { changeWords } from './change-words.ts'
import {
	boardOutcomeWords,
	neededWords,
	partWords,
	quorumNowWords,
	quorumRuleWords,
	whyMinuted,
} from './minute-words.ts'

const nameOf = (id: string | null) => (id ? id[0]!.toUpperCase() + id.slice(1) : 'nobody')
const why = (change: Partial<Minute>) =>
	whyMinuted({ ...minute, ...change }, decide({ ...minute, ...change }), nameOf).join(' ')
const level = taking({ colin: 'against', ngozi: 'for', amina: 'against', joe: 'abstain', priya: 'absent' })
const kind = 'Quorum: 4 needed, 1 of them sitting there as “NHS member”.'
const noInterest = 'Nobody shut out by an interest is counted.'

test.each<[Partial<Minute>, string]>([
	[
		{},
		`6 for, 0 against, 0 abstained. It needed more for than against. It had that. ${kind} 6 were there. ${noInterest} There was a quorum.`,
	],
	[
		{ seats: level, casting: { choice: 'for', reason: 'They cannot wait.' } },
		`2 for, 2 against, 1 abstained. It needed more for than against. Votes were level. Helen, who presided, gave the casting vote for it. The reason: They cannot wait. ${kind} 5 were there. ${noInterest} There was a quorum.`,
	],
	[
		{ seats: level },
		`2 for, 2 against, 1 abstained. It needed more for than against. It did not have that. Votes were level and no casting vote was used, so it was not carried. ${kind} 5 were there. ${noInterest} There was a quorum.`,
	],
	[
		{ vote: { how: 'assent' } },
		`Nobody spoke against it, and no votes were counted (by assent). ${kind} 6 were there. ${noInterest} There was a quorum.`,
	],
	[
		{ seats: taking({ ngozi: 'interest' }) },
		`${kind} 5 were there. Of those who sit there as “NHS member” 0 were there and 1 needed. ${noInterest} There was no quorum. Without a quorum nothing was decided either way.`,
	],
])('why %#', (change, words) => {
	expect(why(change)).toBe(words)
})

test.each<[string, Parameters<typeof taking>[0], string, string]>([
	['a quorum', {}, 'Agreed.', '6 there, 4 needed. There is a quorum.'],
	[
		'enough, and nobody of a class that must be there',
		{ ngozi: 'absent' },
		'No decision. There was no quorum: nobody who sits there as “NHS member” was there, 1 needed.',
		'5 there, 4 needed, but not everybody who must be. You cannot decide yet. “NHS member”: 0 of 1 needed.',
	],
	[
		'too few of all',
		{ colin: 'absent', joe: 'absent', priya: 'absent' },
		'No decision. There was no quorum: 3 of the 4 needed were there.',
		'3 of 4 needed. You cannot decide yet.',
	],
	[
		'too few, and nobody of the class',
		{ ngozi: 'absent', colin: 'absent', joe: 'absent' },
		'No decision. There was no quorum: 3 of the 4 needed were there; nobody who sits there as “NHS member” was there, 1 needed.',
		'3 of 4 needed. You cannot decide yet. “NHS member”: 0 of 1 needed.',
	],
])('%s is said as what it is', (_what, parts, outcome, now) => {
	const decided = decide({ ...minute, seats: taking(parts) })
	expect(boardOutcomeWords(decided)).toBe(outcome)
	expect(quorumNowWords(decided.quorum).join(' ')).toBe(now)
})

test('of a class that should have had more it is said how many were there', () => {
	const rules = { ...bodyRules, quorum: { least: 4, classes: [{ seat: 'NHS member', least: 2 }] } }
	expect(boardOutcomeWords(decide({ ...minute, rules }))).toBe(
		'No decision. There was no quorum: of those who sit there as “NHS member” 1 of the 2 needed were there.',
	)
})

test('where all abstain nobody is told that votes were level', () => {
	const seats = minute.seats.map((seat) => ({ ...seat, part: seat.votes ? ('abstain' as const) : seat.part }))
	expect(why({ seats })).not.toContain('level')
})

test.each([
	['majority', 'more for than against'],
	[{ share: { numerator: 2, denominator: 3 }, of: 'present' }, 'at least two thirds of those present to be for'],
	[{ share: { numerator: 3, denominator: 5 }, of: 'entitled' }, 'at least 3 in every 5 of all who may vote to be for'],
] as const)('a motion needs %#', (threshold, words) => {
	expect(neededWords({ threshold })).toBe(words)
})

test.each([
	['present', true, 'names', 'Present, did not vote'],
	['present', true, 'assent', 'Present'],
	['present', false, 'names', 'Present, has no vote'],
	['against', true, 'names', 'Against'],
	['against', true, 'hands', 'Present. Asked to be minuted: against'],
	['absent', true, 'names', 'Absent'],
	['interest', true, 'hands', 'Did not take part: interest'],
] as const)('%s (votes: %s, %s)', (part, votes, how, words) => {
	expect(partWords({ part, votes }, how)).toBe(words)
})

test('a quorum in words', () => {
	expect(quorumRuleWords(bodyRules)).toBe('4 voting seats, at least 1 sitting there as “NHS member”')
	expect(quorumRuleWords({ quorum: { least: { numerator: 1, denominator: 4 } } })).toBe('1/4 of the voting seats')
})

test('a correction in words', () => {
	const after: Minute = {
		...minute,
		heldOn: '2026-06-11',
		seconderId: null,
		seats: taking({ colin: 'against' })
			.filter(({ memberId }) => memberId !== 'joe')
			.map((seat) => (seat.memberId === 'amina' ? { ...seat, joined: 'remote', late: true, right: 'Carer' } : seat)),
		rules: { ...bodyRules, quorum: { least: 3 } },
		vote: { how: 'hands', for: 5, against: 1, abstain: 0 },
	}
	expect(changes(minute, after).map((change) => changeWords(change, nameOf))).toEqual([
		'Day of the meeting: “12 June 2026” became “11 June 2026”',
		'Seconded by: “Amina” became nothing',
		'The body’s rules: “quorum 4 voting seats, at least 1 sitting there as “NHS member”; whoever has an interest does not count towards it; a motion needs more for than against; a casting vote when votes are level; whoever joins remotely may speak only; whoever comes late may not vote” became “quorum 3 voting seats; whoever has an interest does not count towards it; a motion needs more for than against; a casting vote when votes are level; whoever joins remotely may speak only; whoever comes late may not vote”',
		'Colin: “For” became “Against”',
		'Amina, how they joined: “In the room” became “Remotely”',
		'Amina, came in after the debate had begun: “no” became “yes”',
		'Amina, sits there as: “Healthwatch” became “Carer”',
		'Joe, a seat that day: “yes” became “no”',
		'How it was voted on: “A named vote” became “Show of hands: 5 for, 1 against, 0 abstained.”',
	])
})
