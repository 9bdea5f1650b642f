import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import type { Answer, Choosing, ChoosingMethod, ChoosingRules } from '../../app/domain/decisions/decision.ts'
import { countMethods } from '../../app/domain/decisions/methods/count.ts'
import { countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount } from '../../app/domain/decisions/result.ts'
import { standingAnswer, standingOptions, withdrawnIds } from '../../app/domain/decisions/withdrawn.ts'
import { choosing } from '../given-question.ts'
import { recounted } from './both.ts'

/** What was withdrawn counts as if it had never been there, for every method, by the engine and by the recounting program. */
const ids = ['A', 'B', 'C', 'D']
const options = ids.map((id, at) => ({ id, name: `Option ${id}`, cost: (at + 2) * 1_000_00 }))

const rules: Record<ChoosingMethod, Partial<ChoosingRules>[]> = {
	approval: [{ seats: 1 }, { seats: 2 }],
	score: [
		{ highest: 5, missing: 'zero' },
		{ highest: 5, missing: 'no-opinion', seats: 2 },
	],
	points: [{ points: 20, seats: 2 }],
	irv: [{}],
	'scottish-stv': [{ seats: 2 }],
	schulze: [{}],
	greedy: [{ budget: 7_000_00 }, { budget: 7_000_00, support: 2 }],
	'greedy-no-skip': [{ budget: 7_000_00 }],
	'equal-shares': [
		{ budget: 9_000_00, completion: 'add1' },
		{ budget: 9_000_00, completion: 'add1u', utility: 'cardinality', byVoice: true },
		{ budget: 9_000_00, completion: 'greedy', comparison: true, bar: true },
	],
}

function answerTo(method: ChoosingMethod, dice: readonly number[]): Answer {
	const named = ids.filter((_, at) => dice[at]! > 0)
	if (method === 'irv' || method === 'scottish-stv' || method === 'schulze') {
		const order = named.sort((a, b) => dice[ids.indexOf(a)]! - dice[ids.indexOf(b)]! || (a < b ? -1 : 1))
		if (method !== 'schulze' || dice[4]! < 3) return { ranks: order.map((id) => [id]) }
		return { ranks: [order.slice(0, 2), ...order.slice(2).map((id) => [id])].filter(({ length }) => length > 0) }
	}
	const isTicks = method !== 'score' && method !== 'points'
	return { marks: Object.fromEntries(named.map((id) => [id, isTicks ? 1 : dice[ids.indexOf(id)]!])) }
}

const cases = (method: ChoosingMethod) =>
	fc
		.record({
			which: fc.nat(),
			gone: fc.subarray(ids, { minLength: 1, maxLength: 2 }),
			tieOrder: fc.shuffledSubarray(ids, { minLength: 4 }),
			cast: fc.array(
				fc.tuple(
					fc.constantFrom('citizen', 'provider'),
					fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
				),
				{ maxLength: 20 },
			),
		})
		.map(({ which, gone, tieOrder, cast }) => ({
			decision: {
				...choosing(method, rules[method][which % rules[method].length]),
				options,
				tieOrder,
				withdrawn: gone.map((option) => ({ option, at: '2026-06-02T10:00:00.000Z', reason: 'The hall is gone.' })),
			} as Choosing,
			ballots: cast.map(([voiceId, dice]) => ({ voiceId, answer: answerTo(method, dice) })),
		}))

/** The hash of ranked ballots is of the ballots as they are published, and those still name what was withdrawn. */
function counted(decision: Choosing, ballots: { voiceId: string; answer: Answer }[]) {
	const file = ballotsToCount(decision, ballots)!
	const [engine, again] = [
		countOpenBallots(file),
		recounted('ballots.json', writeBallotsJson(file), {}) as unknown as Record<string, unknown>,
	]
	const { ballotsHash, engine: _, ...ofEngine } = JSON.parse(JSON.stringify(engine))
	const { ballotsHash: _hash, outcome: __, ...ofRecount } = JSON.parse(JSON.stringify(again))
	return { ofEngine, ofRecount, ballotsHash }
}

describe.each(countMethods)('%s', (method) => {
	test('with something withdrawn it counts as if it had never been there', () => {
		fc.assert(
			fc.property(cases(method), ({ decision, ballots }) => {
				const gone = withdrawnIds(decision)
				const never = {
					...decision,
					options: standingOptions(decision),
					tieOrder: decision.tieOrder.filter((id) => !gone.has(id)),
					withdrawn: [],
				}
				const withdrawn = counted(decision, ballots)
				const without = counted(
					never,
					ballots.map((ballot) => ({ ...ballot, answer: standingAnswer(ballot.answer, gone) })),
				)
				expect(withdrawn.ofEngine).toEqual(without.ofEngine)
				expect(withdrawn.ofRecount).toEqual(without.ofRecount)
				expect(withdrawn.ofRecount).toEqual(withdrawn.ofEngine)
				expect(JSON.stringify(withdrawn.ofEngine.winners)).not.toMatch(new RegExp(`"(${[...gone].join('|')})"`))
				const isRanked = method === 'irv' || method === 'scottish-stv' || method === 'schulze'
				if (!isRanked) expect(withdrawn.ballotsHash).toBe(without.ballotsHash)
			}),
			{ numRuns: 150 },
		)
	})
})
