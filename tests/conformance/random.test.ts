import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBallotsJson } from '../../app/domain/decisions/ballot-files/ballots-json.ts'
import { readBlt, writeBlt } from '../../app/domain/decisions/ballot-files/blt.ts'
import { countApproval } from '../../app/domain/decisions/methods/approval.ts'
import type { BudgetElection } from '../../app/domain/decisions/methods/budget.ts'
import type { Count, CountMethod } from '../../app/domain/decisions/methods/count.ts'
import { type CountableBallots, countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { type Completion, countEqualShares, type Utility } from '../../app/domain/decisions/methods/equal-shares.ts'
import { countGreedy } from '../../app/domain/decisions/methods/greedy.ts'
import { countIrv } from '../../app/domain/decisions/methods/irv.ts'
import type { MarkElection } from '../../app/domain/decisions/methods/marks.ts'
import { countPoints } from '../../app/domain/decisions/methods/points.ts'
import { countSchulze } from '../../app/domain/decisions/methods/schulze.ts'
import { countScore } from '../../app/domain/decisions/methods/score.ts'
import { countStv } from '../../app/domain/decisions/methods/stv.ts'
import { recounted, resultText } from './both.ts'
import { budgetFile, budgets, decimalText, largeBudgets, orderedFile, ranked, rankedFile } from './random-elections.ts'

/** The engine and the recounting program, which share no code, on elections nobody chose. More with RUNS=20000. */
const numRuns = Number(process.env.RUNS ?? 1000)

const same = (count: Parameters<typeof resultText>[0], text: string, options: Record<string, string>) =>
	expect(resultText(recounted('random.json', text, options))).toBe(resultText(count))

describe('both programs agree on random budgets', () => {
	test('greedy, skipping and not', () => {
		fc.assert(
			fc.property(budgets(), fc.boolean(), fc.integer({ min: 0, max: 12 }), (election, skip, threshold) => {
				const method = skip ? 'greedy' : 'greedy-no-skip'
				same(countGreedy(election, { skip, threshold }), budgetFile(election, method), { threshold: `${threshold}` })
			}),
			{ numRuns },
		)
	})

	const utility = fc.constantFrom<Utility>('cost', 'cardinality', 'points')
	const completion = fc.constantFrom<Completion>('none', 'add1', 'add1-until-overflow', 'add1u', 'greedy')

	test('equal shares, all utilities and completions', () => {
		fc.assert(
			fc.property(
				budgets(),
				utility,
				completion,
				fc.boolean(),
				fc.boolean(),
				(election, utility, completion, comparison, bar) => {
					sameShares(election, { utility, completion, comparison, bar, byVoice: false })
				},
			),
			{ numRuns: 2 * numRuns },
		)
	})

	test('orders of preference, where a place is worth points, and points, as our own files say them', () => {
		const method = fc.constantFrom<CountMethod>('greedy', 'greedy-no-skip', 'equal-shares')
		const places = fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined })
		const shared = fc.record({ election: budgets(), method, places, completion, comparison: fc.boolean() })
		fc.assert(
			fc.property(shared, ({ election, method, places, completion, comparison }) => {
				const shares = method === 'equal-shares' && { completion, comparison, step: '0.01' }
				const options = { utility: places ? 'borda' : 'points', ...shares, ...(places && { places }) }
				const text = places ? orderedFile(election, method) : budgetFile(election, method)
				const withOptions = JSON.stringify({ ...JSON.parse(text), options })
				const file = readBallotsJson(withOptions)
				if ('refused' in file) throw new Error(file.says)
				const { engine: _engine, ...count } = countOpenBallots(file as CountableBallots)
				same(count as Count, withOptions, {})
				expect(count.options.places).toBe(places)
			}),
			{ numRuns: 2 * numRuns },
		)
	})

	test('equal shares by voice', () => {
		fc.assert(
			fc.property(budgets({ voices: true }), utility, completion, (election, utility, completion) => {
				sameShares(election, { utility, completion, comparison: false, bar: false, byVoice: true })
			}),
			{ numRuns },
		)
	})

	test('equal shares with costs that no float can hold', () => {
		const huge = 10n ** 15n
		const large = budgets().map(
			(election): BudgetElection => ({
				...election,
				decimals: 2,
				budget: election.budget * huge + 1n,
				projects: election.projects.map(({ id, cost }, at) => ({ id, cost: cost * huge + BigInt(at % 3) })),
			}),
		)
		fc.assert(
			fc.property(large, utility, (election, utility) => {
				sameShares(election, { utility, completion: 'greedy', comparison: false, bar: false, byVoice: false })
			}),
			{ numRuns },
		)
	})

	test('equal shares with many projects and uneven money', () => {
		fc.assert(
			fc.property(largeBudgets(), utility, completion, (election, utility, completion) => {
				const count = countEqualShares(election, { utility, completion, step: 200n })
				same(count, budgetFile(election, 'equal-shares'), { utility, completion, step: '200' })
			}),
			{ numRuns: numRuns / 10 },
		)
	})

	function sameShares(
		election: BudgetElection,
		{
			utility,
			completion,
			comparison,
			bar,
			byVoice,
		}: { utility: Utility; completion: Completion; comparison: boolean; bar: boolean; byVoice: boolean },
	) {
		const options: Record<string, string> = { utility, completion, step: decimalText(1n, election.decimals) }
		for (const [flag, on] of Object.entries({ comparison, bar, 'by-voice': byVoice })) if (on) options[flag] = 'yes'
		const count = countEqualShares(election, { utility, completion, comparison, bar, byVoice, step: 1n })
		// The file's amounts drop trailing zeros, so its smallest unit may be larger; the step brings it back.
		same(count, budgetFile(election, 'equal-shares'), options)
	}
})

describe('both programs agree on random rankings', () => {
	test('Scottish count', () => {
		fc.assert(
			fc.property(ranked(), (election) => {
				same(countStv(election), rankedFile(election, 'scottish-stv'), { seats: `${election.seats}` })
			}),
			{ numRuns: 2 * numRuns },
		)
	})

	test('IRV', () => {
		fc.assert(
			fc.property(ranked(), (election) => {
				same(countIrv(election), rankedFile(election, 'irv'), {})
			}),
			{ numRuns },
		)
	})

	test('Schulze', () => {
		fc.assert(
			fc.property(ranked(), (election) => {
				same(countSchulze(election), rankedFile(election, 'schulze'), {})
			}),
			{ numRuns },
		)
	})

	test('and on the BLT file we write of them, which reads back with nothing to forgive', () => {
		fc.assert(
			fc.property(ranked(), (election) => {
				const text = writeBlt(election, 'random')
				const again = readBlt(text)
				if ('refused' in again) throw new Error(again.says)
				expect(again.leniencies).toEqual([])
				const options = { method: 'scottish-stv' }
				expect(resultText(recounted('random.blt', text, options))).toBe(resultText(countStv(again.election)))
				expect(resultText(countStv(again.election))).toBe(resultText(countStv(election)))
			}),
			{ numRuns: numRuns / 2 },
		)
	})
})

describe('both programs agree on random marks', () => {
	const marks = budgets().chain((election) =>
		fc.record({
			election: fc.constant(election),
			seats: fc.integer({ min: 1, max: 4 }),
		}),
	)
	const toMarks = ({ projects, ballots }: BudgetElection, seats: number): MarkElection => ({
		choices: projects.map(({ id }) => id),
		seats,
		ballots: ballots.map(({ weight, choices }) => ({
			weight,
			marks: choices.map(({ project, points }) => [project, points] as const),
		})),
	})

	test('approval, score and points', () => {
		fc.assert(
			fc.property(marks, ({ election, seats }) => {
				const given = toMarks(election, seats)
				const text = budgetFile(election, 'approval')
				if ('refused' in readBallotsJson(text)) throw new Error('our own file is not read')
				same(countApproval(given), text, { method: 'approval', seats: `${seats}` })
				same(countPoints(given), text, { method: 'points', seats: `${seats}` })
				same(countScore(given, { missing: 'zero' }), text, { method: 'score', missing: 'zero', seats: `${seats}` })
				same(countScore(given, { missing: 'no-opinion' }), text, { method: 'score', seats: `${seats}` })
			}),
			{ numRuns },
		)
	})
})
