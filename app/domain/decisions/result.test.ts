import { expect, test } from 'vitest'
import { ballotsOf, choosing, electors, motionRules, someMotion } from '../../../tests/given-question.ts'
import { type Answer, type Choice, type Consent, type Decision, settles } from './decision.ts'
import { countOpenBallots } from './methods/count-open-ballots.ts'
import { ballotsToCount, keepsVoices, publishedHash, resultOf } from './result.ts'

const votes = (...choices: Choice[]) => ballotsOf(...choices.map((choice) => ({ choice })))
const result = (decision: Decision, ballots = votes()) => {
	const file = ballotsToCount(decision, ballots)
	return resultOf({ decision, ballots, electors, count: file && countOpenBallots(file) })
}
const lock = (quorum: number) => [
	{ voiceId: 'citizen', quorum },
	{ voiceId: 'provider', quorum: 1 },
]

test.each<[string, object, Choice[], object]>([
	[
		'enough for',
		{},
		['for', 'for', 'against'],
		{ outcome: 'agreed', tally: { for: 2, against: 1, abstain: 0 }, electors: 4 },
	],
	['one short of the quorum', {}, ['for', 'for'], { outcome: 'no-quorum' }],
	['nobody voted', {}, [], { outcome: 'nobody-voted', tally: { for: 0, against: 0, abstain: 0 } }],
	['level', {}, ['for', 'against', 'abstain'], { outcome: 'not-agreed' }],
	[
		'named votes are counted by voice in full',
		{},
		['for', 'for', 'against', 'for'],
		{
			byVoice: [
				{ voiceId: 'citizen', electors: 3, voted: 3, tally: { for: 2, against: 1, abstain: 0 } },
				{ voiceId: 'provider', electors: 1, voted: 1, tally: { for: 1, against: 0, abstain: 0 } },
			],
		},
	],
	[
		'a secret vote of four shows no voice',
		{ secrecy: 'secret' },
		['for', 'for', 'against', 'for'],
		{ byVoice: [{ tally: null, voted: null }, { tally: null }] },
	],
	[
		'every locked voice for',
		{ voiceLock: lock(2) },
		['for', 'for', 'against', 'for'],
		{ outcome: 'agreed', lock: [{ voiceId: 'citizen', outcome: 'agreed' }, { outcome: 'agreed' }] },
	],
	[
		'one locked voice against, whatever the total',
		{ voiceLock: lock(2) },
		['for', 'for', 'for', 'against'],
		{ outcome: 'not-agreed', lock: [{ outcome: 'agreed' }, { voiceId: 'provider', outcome: 'not-agreed' }] },
	],
	['a locked voice without its quorum', { voiceLock: lock(2) }, ['for', 'for', 'for'], { outcome: 'no-quorum' }],
	[
		'the only locked voice has nobody voting, and others voted',
		{ voiceLock: [{ voiceId: 'provider', quorum: 1 }] },
		['for', 'for', 'for'],
		{ outcome: 'no-quorum', lock: [{ voiceId: 'provider', outcome: 'nobody-voted' }] },
	],
	['nobody voted, and a voice is locked', { voiceLock: lock(1) }, [], { outcome: 'nobody-voted' }],
	[
		'a lock cannot carry what the total did not',
		{ voiceLock: lock(1), threshold: { numerator: 3, denominator: 4 } },
		['for', 'for', 'against', 'for'],
		{ outcome: 'agreed' },
	],
])('motion: %s', (_rule, rules, choices, expected) => {
	expect(result({ ...someMotion, rules: { ...motionRules, ...rules } }, votes(...choices))).toMatchObject(expected)
})

const consent = (rules: Partial<Consent['rules']> = {}): Consent => ({
	...someMotion,
	method: 'consent',
	rules: { secrecy: 'named', quorum: 2, showsStanding: false, silenceIsConsent: false, ...rules },
	result: null,
})
const object: Answer = { consent: 'object', proposedChange: 'Begin in May' }

test.each<[string, Consent, Answer[], object]>([
	[
		'the only locked voice has nobody answering, and others answered',
		consent({ voiceLock: [{ voiceId: 'provider', quorum: 1 }] }),
		[{ consent: 'agree' }, { consent: 'agree' }],
		{ outcome: 'no-quorum', lock: [{ voiceId: 'provider', outcome: 'nobody-voted' }] },
	],
	['concerns never block', consent(), [{ consent: 'agree' }, { consent: 'concern' }], { outcome: 'agreed' }],
	['one objection blocks', consent(), [{ consent: 'agree' }, { consent: 'agree' }, object], { outcome: 'not-agreed' }],
	['silence is not consent', consent(), [{ consent: 'agree' }], { outcome: 'no-quorum', counts: { silent: 3 } }],
	[
		'unless the rule says so',
		consent({ silenceIsConsent: true }),
		[{ consent: 'agree' }],
		{ outcome: 'agreed', counts: { agree: 1, concern: 0, object: 0, silent: 3 } },
	],
])('consent: %s', (_rule, decision, answers, expected) => {
	expect(result(decision, ballotsOf(...answers))).toMatchObject(expected)
})

test('consent: a paper nobody could read is not silence, and never agreement', () => {
	const decision = consent({ silenceIsConsent: true, quorum: 0 })
	const spoilt = (papers: number, ...answers: Answer[]) =>
		resultOf({ decision, ballots: ballotsOf(...answers), electors, spoilt: papers, count: null })
	expect(spoilt(1, { consent: 'agree' })).toMatchObject({ outcome: 'agreed', counts: { agree: 1, silent: 2 } })
	expect(spoilt(4)).toMatchObject({ outcome: 'nobody-voted', counts: { silent: 0 } })
})

test.each<[string, Decision, Answer[], object]>([
	[
		'approval',
		choosing('approval', { seats: 1 }),
		[{ marks: { A: 1, B: 1 } }, { marks: { B: 1 } }, { marks: {} }],
		{ outcome: 'chosen', count: { winners: ['B'], ballots: { counted: 2, blank: 1, spoilt: 0 } } },
	],
	['a quorum short', choosing('irv', { seats: 1, quorum: 2 }), [{ ranks: [['A']] }], { outcome: 'no-quorum' }],
	['only blank ballots', choosing('irv', { seats: 1 }), [{ ranks: [] }], { outcome: 'none-chosen' }],
	['no ballots', choosing('points', { points: 5, seats: 1 }), [], { outcome: 'nobody-voted' }],
	[
		'first preferences by voice',
		choosing('irv', { seats: 1 }),
		[{ ranks: [['A'], ['B']] }, { ranks: [['B']] }, { ranks: [] }, { ranks: [['A']] }],
		{
			count: { winners: ['A'] },
			byVoice: [{ tally: { A: 1, B: 1, C: 0, '-': 1 } }, { tally: { A: 1, B: 0, C: 0, '-': 0 } }],
		},
	],
	[
		'a budget in pence, counted in pounds',
		choosing('equal-shares', { budget: 10_000_00 }),
		[{ marks: { A: 1 } }, { marks: { A: 1, C: 1 } }, { marks: { C: 1 } }, { marks: { C: 1 } }],
		{ outcome: 'chosen', count: { winners: ['C', 'A'], totalCost: '10000', options: { step: '1' } } },
	],
])('choosing: %s', (_rule, decision, answers, expected) => {
	expect(result(decision, ballotsOf(...answers))).toMatchObject(expected)
})

test('the order ballots and roll are read in changes nothing', () => {
	const cast = votes('for', 'against', 'for', 'abstain')
	const again = resultOf({
		decision: someMotion,
		ballots: [...cast].reverse(),
		electors: [...electors].reverse(),
		count: null,
	})
	expect(again).toEqual(result(someMotion, cast))
})

test('one changed choice changes the ballots’ hash; which ballot said which does not, where nobody may know', () => {
	const secret = { ...someMotion, rules: { ...motionRules, secrecy: 'secret' as const } }
	const hashOf = (...choices: Choice[]) => result(secret, votes(...choices)).ballotsHash
	expect(hashOf('for', 'against', 'for', 'for', 'for')).toBe(hashOf('against', 'for', 'for', 'for', 'for'))
	expect(hashOf('for', 'against', 'for', 'for', 'for')).not.toBe(hashOf('against', 'against', 'for', 'for', 'for'))
})

const secretly = { ...motionRules, secrecy: 'secret' as const, quorum: 0 }
const kept = ['engine', 'outcome', 'electors', 'byVoice', 'ballotsHash', 'voted', 'winners']

test.each<[string, Decision, Answer[], object]>([
	['carried', { ...someMotion, rules: secretly }, [{ choice: 'for' }], { outcome: 'agreed', voted: 1, winners: [] }],
	[
		'not carried, and not by which voice',
		{ ...someMotion, rules: { ...secretly, voiceLock: lock(1) } },
		[{ choice: 'for' }, { choice: 'for' }, { choice: 'for' }, { choice: 'against' }],
		{ outcome: 'not-agreed', voted: 4 },
	],
	[
		'short of its quorum',
		{ ...someMotion, rules: { ...secretly, quorum: 3 } },
		[{ choice: 'for' }],
		{ outcome: 'no-quorum', voted: 1 },
	],
	[
		'short of a voice, by its id and not by its number',
		{ ...someMotion, rules: { ...secretly, voiceQuorum: lock(2) } },
		[{ choice: 'for' }, { choice: 'for' }],
		{ outcome: 'no-quorum', voted: 2, shortVoices: ['provider'] },
	],
	['objected to', consent({ secrecy: 'secret', quorum: 0 }), [object], { outcome: 'not-agreed', voted: 1 }],
	[
		'two chosen, in the order of the question and not of their votes',
		choosing('approval', { secrecy: 'secret', seats: 2 }),
		[{ marks: { A: 1, C: 1 } }, { marks: { C: 1 } }],
		{ outcome: 'chosen', winners: ['A', 'C'] },
	],
	[
		'nothing chosen',
		choosing('irv', { secrecy: 'secret', seats: 1 }),
		[{ ranks: [] }],
		{ outcome: 'none-chosen', winners: [] },
	],
])('a secret vote of fewer than five keeps its outcome and no number: %s', (_rule, decision, answers, expected) => {
	const small = result(decision, ballotsOf(...answers))
	expect(small).toMatchObject(expected)
	expect(Object.keys(small)).toEqual('shortVoices' in expected ? [...kept, 'shortVoices'] : kept)
	expect(small.byVoice.every(({ tally, voted }) => tally === null && voted === null)).toBe(true)
})

test('five ballots, or none, or names: then the numbers are kept', () => {
	const motion: Decision = { ...someMotion, rules: secretly }
	expect(result(motion, votes('for', 'for', 'for', 'for', 'against'))).toHaveProperty('tally')
	expect(result(motion, votes())).toHaveProperty('tally')
	expect(result({ ...motion, rules: { ...secretly, secrecy: 'named' } }, votes('for'))).toHaveProperty('tally')
})

test('what very few answered cannot be found by trying every answer against the fingerprint', () => {
	const motion: Decision = { ...someMotion, rules: secretly }
	const cast = votes('for', 'for')
	const tried = (['for', 'against', 'abstain'] as const).flatMap((a) =>
		(['for', 'against', 'abstain'] as const).map((b) => publishedHash(motion, votes(a, b), { withVoices: false })),
	)
	expect(tried).not.toContain(result(motion, cast).ballotsHash)
	expect(result(motion, [...cast].reverse()).ballotsHash).toBe(result(motion, cast).ballotsHash)
	const otherReceipts = cast.map((ballot) => ({ ...ballot, receiptHash: `other ${ballot.receiptHash}` }))
	expect(result(motion, otherReceipts).ballotsHash).not.toBe(result(motion, cast).ballotsHash)
	expect(result(motion, votes('for', 'against')).ballotsHash).not.toBe(result(motion, cast).ballotsHash)
})

test.each<[string, Decision, boolean]>([
	['a named vote', someMotion, true],
	['a secret vote', { ...someMotion, rules: { ...motionRules, secrecy: 'secret' } }, false],
	[
		'a secret vote with a lock, its voices too small',
		{ ...someMotion, rules: { ...motionRules, secrecy: 'secret', voiceLock: lock(1) } },
		false,
	],
])('%s publishes voices: %s', (_what, decision, expected) => {
	expect(keepsVoices(decision, result(decision, votes('for', 'for', 'against', 'for')).byVoice)).toBe(expected)
})

test('a secret vote with a lock publishes voices where each is large and of two minds', () => {
	const byVoice = ['citizen', 'provider'].map((voiceId) => ({
		voiceId,
		electors: 12,
		voted: 11,
		tally: { for: 6, against: 5, abstain: 0 },
	}))
	expect(
		keepsVoices({ ...someMotion, rules: { ...motionRules, secrecy: 'secret', voiceLock: lock(1) } }, byVoice),
	).toBe(true)
})

test('several that a comparison of pairs leaves first are level: nothing is settled, and nobody is picked', () => {
	const ranks = (...order: string[]) => ({ ranks: order.map((id) => [id]) })
	const circle = ballotsOf(ranks('A', 'B', 'C'), ranks('B', 'C', 'A'), ranks('C', 'A', 'B'))
	const level = result(choosing('schulze', { quorum: 0 }), circle)
	expect(level).toMatchObject({
		outcome: 'level',
		count: {
			winners: ['A', 'B', 'C'],
			ties: [{ kind: 'win', round: 1, among: expect.any(Array), picked: null, decidedBy: 'nobody' }],
		},
	})
	expect(settles(level.outcome)).toBe(false)
	expect(result(choosing('schulze', { quorum: 4 }), circle).outcome).toBe('no-quorum')
	expect(result(choosing('schulze', { quorum: 0 }), circle.slice(1)).outcome).toBe('level')
	expect(result(choosing('schulze', { quorum: 0 }), circle.slice(2)).outcome).toBe('chosen')
})

test.each<[string, Decision]>([
	['an instant run-off', choosing('irv', { secrecy: 'secret', seats: 1 })],
	[
		'money shared by voice',
		choosing('equal-shares', { secrecy: 'secret', budget: 500_000, byVoice: true, ballot: 'ranks', most: 3 }),
	],
])('of ballots that put things in order, a voice is shown from ten ballots on: %s', (_what, decision) => {
	const asked = ['citizen', 'provider'].flatMap((voiceId) =>
		Array.from({ length: 12 }, (_, at) => ({ memberId: `${voiceId}-${at}`, voiceId })),
	)
	const orders = [
		[['A'], ['B']],
		[['B'], ['A']],
		[['C'], ['A'], ['B']],
	]
	const closed = (providers: number) => {
		const voters = [...asked.slice(0, 12), ...asked.slice(12, 12 + providers)]
		const ballots = ballotsOf(...voters.map((_, at) => ({ ranks: orders[at % 3]! }))).map((ballot, at) => ({
			...ballot,
			voiceId: voters[at]!.voiceId,
		}))
		const count = countOpenBallots(ballotsToCount(decision, ballots)!)
		return resultOf({ decision, ballots, electors: asked, count }).byVoice
	}
	for (const providers of [5, 9]) {
		expect(closed(providers).map(({ tally }) => tally)).toEqual([null, null])
		expect(keepsVoices(decision, closed(providers))).toBe(false)
	}
	expect(closed(10)).toMatchObject([{ voted: 12 }, { voted: 10 }])
	expect(keepsVoices(decision, closed(10))).toBe('byVoice' in decision.rules)
})
