import { expect, test } from 'vitest'
import { ballotsOf, choosing, closesAt, electors, opensAt, someMotion } from '../../../tests/given-question.ts'
import type { Answer, Choosing, Decision } from '../../domain/decisions/decision.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../domain/decisions/result.ts'
import { type MinuteFacts, minuteOf, minuteText } from './minute.ts'
import type { ShownDecision } from './present-decision.server.ts'

const ticks = (...ids: string[]): Answer => ({ marks: Object.fromEntries(ids.map((id) => [id, 1])) })
const ranks = (...ids: string[]): Answer => ({ ranks: ids.map((id) => [id]) })

function shown(decision: Decision, answers: Answer[]): ShownDecision {
	const ballots = ballotsOf(...answers)
	const file = ballotsToCount(decision, ballots)
	const result = resultOf({ decision, ballots, electors, count: file && countOpenBallots(file) })
	const about = { documentId: 'x', title: 'Breaks for carers', number: 3, fingerprint: 'abcd 1234' }
	return {
		castingVoteOver: false,
		...decision,
		result,
		state: 'closed',
		opensAt,
		closesAt,
		groupName: 'Carers’ panel',
		electors: electors.length,
		shortSeal: 's',
		about,
		seenBy: 'Everyone can read this.',
	} as ShownDecision
}

function textOf(decision: Decision, answers: Answer[], more: Partial<MinuteFacts> = {}): string {
	const facts: MinuteFacts = {
		decision: shown(decision, answers),
		fingerprint: 'f'.repeat(64),
		partnership: 'Harbourside',
		voices: [],
		votes: [],
		reasons: [],
		named: {},
		shares: null,
		isMissingVoices: false,
		notes: [],
		webAddress: 'https://here.example/d',
		...more,
	}
	return minuteText('Minute', minuteOf(facts))
}

/** decisions.md part C, one by one, with what an online vote says of it. */
test.each([
	['body', 'Body: Carers’ panel, Harbourside'],
	['date', 'Voting closed: 5pm on 14 June 2026'],
	['place or link', 'Place: Online, at https://here.example/d'],
	['members present', 'Could vote: 4'],
	['substitutes', 'nobody came in another person’s place'],
	['who presided', 'Meeting: It was not a meeting. So nobody presided,'],
	['quorum, and that it was met', 'Quorum: At least 3 taking part: 3 did.'],
	['item and exact wording', 'Question: Agree?'],
	['the words it was about', 'Version 3 of “Breaks for carers”'],
	['mover, seconder and amendments', 'moved, seconded or amended it'],
	['interests', 'no interests were asked for'],
	['method', 'Method: For or against'],
	['numbers', 'Numbers: 2 for, 1 against, 0 abstained.'],
	['names, if recorded', 'Amina (Citizens): For. Reason: Rest.'],
	['casting vote', 'Casting vote: None'],
	['result in words', 'Result: Agreed. 2 for, 1 against'],
	['the officer taking the minute', 'Taken by: Nobody by hand'],
	['a place to sign', 'Signed as a true minute:'],
])('a minute has %s', (_field, words) => {
	const votes: MinuteFacts['votes'] = [
		{
			memberId: 'a',
			name: 'Amina',
			voice: 'Citizens',
			shape: 0,
			answer: { choice: 'for' },
			isSpoilt: false,
			reason: 'Rest.',
		},
	]
	expect(textOf(someMotion, [{ choice: 'for' }, { choice: 'for' }, { choice: 'against' }], { votes })).toContain(words)
})

test('of a budget it has the rule with its options, the lot, the ballots, what is funded and not, and what is left', () => {
	const decision = choosing('equal-shares', { budget: 9_000_00, completion: 'add1', comparison: true })
	const text = textOf(decision, [ticks('B'), ticks('B'), ticks('C')], { named: { A: 0, B: 2, C: 1 } })
	for (const words of [
		'Method: Budget: equal shares',
		'Shares are raised by £1 for each person at a time.',
		'The result is compared with most votes first.',
		'Lot for ties, first favoured: Weekend breaks, Night sitting, A minibus. Drawn from the seed seed',
		'Ballots and result to count again: https://here.example/d/files',
		'Night sitting: chosen by 2',
		'Not funded: Weekend breaks, £6,000',
		'Money left: £0',
	])
		expect(text).toContain(words)
	expect(text).toMatch(/Fingerprint of the ballots: [0-9a-f]{64}\n/)
	expect(text).not.toMatch(/step: |completion|utility|undefined/)
})

test.each<[Choosing, Answer[], string]>([
	[choosing('points', { points: 3 }), [{ marks: { A: 2, B: 1 } }], 'Weekend breaks: 2 points, from one person'],
	[choosing('approval', { seats: 1 }), [ticks('A')], 'Weekend breaks: 1 tick'],
	[
		choosing('irv'),
		[ranks('A'), ranks('B'), ranks('A')],
		'Round 1: Weekend breaks 2, Night sitting 1, A minibus 0; no choice left 0',
	],
	[choosing('scottish-stv', { seats: 2 }), [ranks('A'), ranks('B')], 'moved to nobody 0. First choices were counted.'],
	[choosing('schulze'), [ranks('A', 'B')], 'Weekend breaks above Night sitting: 1; the other way round: 0'],
])('numbers are those the rule went by: %#', (decision, answers, words) => {
	expect(textOf(decision, answers)).toContain(words)
})

test.each<[Choosing, Answer, string]>([
	[
		choosing('greedy', { budget: 9_000_00, ballot: 'points', points: 30 }),
		{ marks: { A: 10 } },
		'people who gave it points: ',
	],
	[choosing('greedy', { budget: 9_000_00, ballot: 'ranks', most: 3 }), ranks('A', 'B'), 'first choices: '],
	[choosing('irv'), ranks('A', 'B'), 'first choices: '],
	[choosing('approval', { seats: 1 }), ticks('A'), ''],
])('by voice it says of what its numbers are: %#', (decision, answer, words) => {
	const voices = [{ voice: 'Citizens', shape: 0, electors: 3, voted: 1, tally: { A: 1, B: 0, C: 0 }, locked: null }]
	expect(textOf(decision, [answer], { voices })).toContain(
		`Citizens: 3 could vote; ${words}Weekend breaks 1, Night sitting 0, A minibus 0`,
	)
})

test('where voices are too small to show how levels fell, it never says that nothing was level', () => {
	const decision = choosing('equal-shares', { budget: 9_000_00, completion: 'none', byVoice: true })
	const answers = [ticks('B'), ticks('B'), ticks('C')]
	expect(textOf(decision, answers)).toContain('Ties: Nothing was level where it mattered.')
	const withheld = textOf(decision, answers, { isMissingVoices: true })
	expect(withheld).not.toContain('Nothing was level')
	expect(withheld).toContain('Ties: Whether any were level would show how people voted.')
})

test('what was withdrawn while people voted is told with its reason, and is in no number and among nothing not funded', () => {
	const decision = {
		...choosing('greedy', { budget: 9_000_00 }),
		withdrawn: [{ option: 'A', at: '2026-06-04T16:00:00.000Z', reason: 'The hall is gone.' }],
	}
	const text = textOf(decision, [ticks('A', 'B'), ticks('A')], { named: { A: 2, B: 1, C: 0 } })
	expect(text).toContain('A: Weekend breaks (withdrawn), £6,000')
	expect(text).toContain(
		'“Weekend breaks” was withdrawn at 5pm on 4 June 2026, while people were voting. Reason: The hall is gone.',
	)
	expect(text).toContain('Votes already given to it are not counted. The rest of each ballot stands.')
	expect(text).toContain('Funded: Night sitting, £5,000')
	expect(text).toContain('Not funded: A minibus, £4,000')
	expect(text).not.toContain('Weekend breaks: chosen by')
	expect(text).not.toContain('2 people chose it')
})

test('what was left off the list is told with its reason, and the rule', () => {
	const decision = {
		...choosing('greedy', { budget: 9_000_00 }),
		shortlist: {
			rule: 'It fits the pot.',
			leftOut: [{ name: 'A pool', reason: 'It costs more than the pot.', cost: 20_000_00 }],
		},
	}
	const text = textOf(decision, [ticks('A')])
	expect(text).toContain('Rule for being on the list: It fits the pot.')
	expect(text).toContain('Put forward, not on the list: A pool, £20,000. Reason: It costs more than the pot.')
	expect(textOf(choosing('greedy', { budget: 9_000_00 }), [ticks('A')])).not.toContain('on the list')
})

test('where nothing was settled, nothing is funded and all the money is left', () => {
	const decision = choosing('greedy', { budget: 9_000_00, quorum: 4 })
	const text = textOf(decision, [ticks('A')])
	expect(text).toContain('Funded: None')
	expect(text).toContain('Money left: £9,000')
	expect(text).toContain('Quorum: At least 4 taking part: 1 did.')
})

test.each<[string, Answer[], string]>([
	['against', [{ choice: 'for' }, { choice: 'for' }, { choice: 'against' }, { choice: 'against' }], 'Not agreed.'],
	['nobody voting', [{ choice: 'for' }, { choice: 'against' }], 'No decision. Too few of the Providers took part.'],
])('nobody is promised the casting vote that a locked voice has made needless: %s', (_said, answers, title) => {
	const rules = { ...someMotion.rules, quorum: 2, castingVote: { memberId: 'a' } }
	const voiceLock = [{ voiceId: 'provider', quorum: 1 }]
	const names = { castingVoter: 'Ada Eze', voiceNames: { provider: 'Providers' } }
	const text = textOf({ ...someMotion, rules: { ...rules, voiceLock }, ...names } as Decision, answers)
	expect(text).toContain(`Result: ${title}`)
	expect(text).toContain('For and against were level. The casting vote was not needed')
	expect(text).toContain('Casting vote: Ada Eze has it. It was not needed.')
	expect(text).not.toContain('may use it')
	expect(textOf({ ...someMotion, rules, ...names } as Decision, answers)).toContain('may use it within 14 days')
})

test.each(['named', 'secret'] as const)(
	'a %s vote whose casting vote was not used in time is not agreed, and nobody is promised more',
	(secrecy) => {
		const rules = { ...someMotion.rules, secrecy, quorum: 2, castingVote: { memberId: 'a' } }
		const late = { castingVoter: 'Ada Eze', castingVoteOver: true }
		const text = textOf({ ...someMotion, rules, ...late } as Decision, [{ choice: 'for' }, { choice: 'against' }])
		expect(text).toContain('Result: Not agreed. Votes were level, and the casting vote was not used in time.')
		expect(text).toContain(
			'Ada Eze had the casting vote and did not use it within 14 days of the close, so it is not agreed.',
		)
		expect(text).toContain('Casting vote: Ada Eze had it, and did not use it in time.')
		expect(text).not.toMatch(/may use it|unless the casting vote|so far/)
	},
)

test('the quorum is told by how many took part and not by the outcome, voice by voice', () => {
	const rules = { ...someMotion.rules, quorum: 2 }
	const names = { voiceNames: { citizen: 'Citizens', provider: 'Providers' } }
	const voiceQuorum = [
		{ voiceId: 'citizen', quorum: 2 },
		{ voiceId: 'provider', quorum: 1 },
	]
	const three: Answer[] = [{ choice: 'for' }, { choice: 'for' }, { choice: 'for' }]
	expect(textOf({ ...someMotion, rules: { ...rules, voiceQuorum }, ...names } as Decision, three)).toContain(
		'Quorum: At least 2 taking part: 3 did. At least 2 of the Citizens: as many did. At least 1 of the Providers: 0 did.\n',
	)
	const locked = { ...someMotion, rules: { ...rules, voiceLock: [{ voiceId: 'provider', quorum: 1 }] }, ...names }
	expect(textOf(locked as Decision, three)).toContain('Quorum: At least 2 taking part: 3 did.\n')
})

test('of a secret vote with very few ballots the minute gives no number and says what cannot be counted again', () => {
	const decision: Decision = { ...someMotion, rules: { ...someMotion.rules, secrecy: 'secret' } }
	const text = textOf(decision, [{ choice: 'for' }, { choice: 'for' }, { choice: 'for' }])
	expect(text).toContain('Numbers: Fewer than five people voted')
	expect(text).toContain('nobody outside can count them again')
	expect(text).not.toMatch(/3 for|\/files/)
})
