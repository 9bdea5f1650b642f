import { expect, test } from 'vitest'
import { choosing, someMotion } from '../../../tests/given-question.ts'
import { countAgain, type Uncounted } from './count-again.ts'
import { type Answer, type Decision, isOutcomeOnly, type Result } from './decision.ts'
import { countOpenBallots } from './methods/count-open-ballots.ts'
import { ballotsToCount, keepsVoices, resultOf } from './result.ts'

/** Twelve people of each of two voices. */
const electors = Array.from({ length: 24 }, (_, at) => ({
	memberId: `m${at}`,
	voiceId: at % 2 ? 'provider' : 'citizen',
}))

/** As closing counts it, stores it as JSON, and leaves its ballots: secret ones without voices unless the rule asks them. */
function closedAs(asked: Decision, answers: readonly Answer[]) {
	const cast = answers.map((answer, at) => ({
		id: `b${at}`,
		memberId: null,
		voiceId: electors[at]!.voiceId,
		answer,
		reason: '',
		receiptHash: `r${at}`,
	}))
	const file = ballotsToCount(asked, cast)
	const result = resultOf({ decision: asked, ballots: cast, electors, count: file && countOpenBallots(file) })
	const keeps = keepsVoices(asked, result.byVoice)
	const stored = JSON.parse(JSON.stringify(result)) as Result
	return {
		decision: { ...asked, state: 'closed', result: stored } as Decision & { result: Result },
		ballots: cast.map((ballot) => ({ ...ballot, voiceId: keeps ? ballot.voiceId : '' })),
	}
}

const motion = (rules: object) =>
	({ ...someMotion, rules: { ...someMotion.rules, quorum: 0, secrecy: 'secret', ...rules } }) as Decision
const consent = (rules: object) =>
	({
		...someMotion,
		method: 'consent',
		rules: { quorum: 0, secrecy: 'secret', showsStanding: false, silenceIsConsent: true, ...rules },
	}) as Decision
const secret = { secrecy: 'secret' as const }
const choice = (...said: ('for' | 'against' | 'abstain')[]) => said.map((one) => ({ choice: one }))
const times = <T>(count: number, ...one: T[]) => Array.from({ length: count }, () => one).flat()

const all = times(12, ...choice('for', 'for'))
const split = times(10, ...choice('for', 'against'))
/** Both answers in both voices. */
const mixed = times(6, ...choice('for', 'for', 'against', 'against'))
const ticks = times<Answer>(
	6,
	{ marks: { A: 1 } },
	{ marks: { A: 1 } },
	{ marks: { B: 1, C: 1 } },
	{ marks: { B: 1, C: 1 } },
)
const places = times<Answer>(11, { ranks: [['A'], ['B']] }, { ranks: [['B'], ['C']] })
const lock = [{ voiceId: 'provider', quorum: 1 }]
const budget = { budget: 9_000_00 }

test.each<[string, Decision, readonly Answer[], Uncounted | null]>([
	['a named motion', motion({ secrecy: 'named' }), all, null],
	['a secret motion', motion({}), all, 'voices'],
	['a level one', motion({ castingVote: { memberId: 'm1' } }), split, 'voices'],
	['a motion nobody voted on', motion({}), [], null],
	['very few ballots', motion({}), choice('for', 'against', 'for'), null],
	['a lock, voices large enough', motion({ voiceLock: lock }), mixed, null],
	[
		'a lock, one voice too small',
		motion({ voiceLock: lock }),
		choice('for', 'against', 'for', 'for', 'for', 'abstain'),
		'voices',
	],
	['a lock and very few ballots', motion({ voiceLock: lock }), choice('for', 'against', 'for'), 'locked-voices'],
	['a lock on what was not agreed by very few', motion({ voiceLock: lock }), choice('against', 'for', 'against'), null],
	['a quorum of a voice', motion({ voiceQuorum: [{ voiceId: 'provider', quorum: 4 }] }), split, 'voices'],
	[
		'a quorum of a voice missed by few',
		motion({ voiceQuorum: [{ voiceId: 'provider', quorum: 4 }] }),
		choice('for'),
		null,
	],
	['consent', consent({}), times<Answer>(6, { consent: 'agree' }, { consent: 'concern' }), 'voices'],
	[
		'consent with a lock',
		consent({ voiceLock: lock }),
		times<Answer>(6, { consent: 'agree' }, { consent: 'agree' }, { consent: 'object' }, { consent: 'object' }),
		null,
	],
	['approval', choosing('approval', secret), ticks, 'voices'],
	['named approval', choosing('approval'), ticks, null],
	['score', choosing('score', { ...secret, highest: 5 }), ticks, 'voices'],
	['points', choosing('points', { ...secret, points: 5, cap: 5 }), ticks, 'voices'],
	['instant run-off', choosing('irv', { ...secret, seats: 1 }), places, 'voices'],
	['several seats', choosing('scottish-stv', { ...secret, seats: 2 }), places, 'voices'],
	['every two compared', choosing('schulze', { ...secret, seats: 1 }), places, 'voices'],
	['the most votes first', choosing('greedy', { ...secret, ...budget }), ticks, 'voices'],
	['equal shares', choosing('equal-shares', { ...secret, ...budget }), ticks, 'voices'],
	['equal shares by voice', choosing('equal-shares', { ...secret, ...budget, byVoice: true }), ticks, null],
	[
		'equal shares by voice, one too small',
		choosing('equal-shares', { ...secret, ...budget, byVoice: true }),
		ticks.slice(0, 6),
		'everything',
	],
])('%s comes out the same', (_what, asked, answers, uncounted) => {
	const { decision, ballots } = closedAs(asked, answers)
	expect(countAgain(decision, ballots, electors)).toEqual({ isSame: true, uncounted })
	expect(countAgain(decision, [...ballots].reverse(), [...electors].reverse())).toEqual({ isSame: true, uncounted })

	const other = decision.result.outcome === 'no-quorum' ? 'agreed' : 'no-quorum'
	const changed = { ...decision, result: { ...decision.result, outcome: other } } as typeof decision
	const isFound = uncounted !== 'everything' && uncounted !== 'locked-voices'
	expect(countAgain(changed, ballots, electors).isSame).toBe(!isFound)
	if (isOutcomeOnly(decision.result) || uncounted === 'everything') return
	expect(countAgain(decision, ballots, electors.slice(1)).isSame).toBe(false)
})

test('a result of an earlier engine is the same where it comes to the same; one of an engine that is none is not', () => {
	const { decision, ballots } = closedAs(motion({}), all)
	const by = (engine: string) => ({ ...decision, result: { ...decision.result, engine } }) as typeof decision
	expect(countAgain(by('motion/1'), ballots, electors).isSame).toBe(true)
	for (const engine of ['motion/99', 'consent/1', 'mine'])
		expect(countAgain(by(engine), ballots, electors).isSame).toBe(false)
})

test('voices shown of a secret vote fit into its total', () => {
	const { decision, ballots } = closedAs(motion({}), all)
	const byVoice = decision.result.byVoice.map((voice) => ({ ...voice, tally: { for: 11, against: 1, abstain: 0 } }))
	const changed = { ...decision, result: { ...decision.result, byVoice } } as typeof decision
	expect(countAgain(changed, ballots, electors).isSame).toBe(false)
})
