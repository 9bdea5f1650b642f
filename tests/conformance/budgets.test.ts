import { describe, expect, test } from 'vitest'
import { readPabulib } from '../../app/domain/decisions/ballot-files/pabulib.ts'
import { type Completion, countEqualShares, type Utility } from '../../app/domain/decisions/methods/equal-shares.ts'
import { countGreedy } from '../../app/domain/decisions/methods/greedy.ts'
import { recounted, resultText } from './both.ts'
import { hasRealElections, knownElections, realFolder } from './elections.ts'

interface KnownShares {
	utility: string
	variant: string
	selection_order: string[]
	total_cost: string
	final_endowment: string
	iterations: number
	ties_in_final_run: { cands: string[]; picked: string; by_lot: boolean }[]
	comparison_vs_greedy?: { prefer_mes: number; prefer_greedy: number; keep_mes: boolean }
}

const completions: Record<string, Completion> = {
	none: 'none',
	add1: 'add1',
	add1_until_overflow: 'add1-until-overflow',
	add1u: 'add1u',
	greedy_completion_only: 'greedy',
}

test.skipIf(hasRealElections)(`real elections SKIPPED: there is no ${realFolder} (set ELECTIONS to the folder)`, () => {
	console.warn(`Real elections were skipped: there is no ${realFolder}. Only the hand-made ones were counted.`)
})

describe.each(knownElections('pb'))('$file', ({ file, text, expected }) => {
	const read = readPabulib(text)
	if ('refused' in read) throw new Error(read.says)
	const { election, threshold } = read

	test('is read as its publisher counted it', () => {
		expect(read.votes).toHaveLength(expected.num_ballots)
		expect(read.projects).toHaveLength(expected.num_projects)
		expect(threshold).toBe(Number(expected.threshold ?? 0))
	})

	test.each([
		['greedy', true, expected.greedy_skip],
		['greedy-no-skip', false, expected.greedy_no_skip],
	] as const)('%s', (method, skip, known) => {
		const count = countGreedy(election, { skip, threshold })
		expect(new Set(count.winners)).toEqual(new Set(known.winners))
		expect(count.totalCost).toBe(known.total_cost)
		for (const round of count.rounds) {
			expect(round.votes).toBe(expected.votes[round.project])
			expect(`${round.score}`).toBe(expected.score[round.project])
		}
		expect(resultText(recounted(file, text, { method }))).toBe(resultText(count))
	})

	const shares: KnownShares[] = expected.mes.filter(({ utility }: KnownShares) => utility !== 'borda_len')
	test.each(shares)(
		'equal shares, $utility, $variant',
		(known) => {
			const utility = known.utility as Utility
			const completion = completions[known.variant]!
			const plain = countEqualShares(election, { utility, completion, threshold })
			expect(plain.winners).toEqual(known.selection_order)
			expect(plain.totalCost).toBe(known.total_cost)
			expect(plain.endowment).toMatchObject({ perVoter: known.final_endowment, increments: known.iterations })
			expect(
				plain.ties
					.filter(({ kind }) => kind === 'fund')
					.map(({ among, picked, decidedBy }) => ({
						cands: [...among].sort(),
						picked,
						by_lot: decidedBy === 'lot',
					})),
			).toEqual(known.ties_in_final_run)

			const compared = countEqualShares(election, { utility, completion, threshold, comparison: true })
			if (known.comparison_vs_greedy)
				expect(compared.comparison).toMatchObject({
					preferEqualShares: known.comparison_vs_greedy.prefer_mes,
					preferGreedy: known.comparison_vs_greedy.prefer_greedy,
					kept: known.comparison_vs_greedy.keep_mes ? 'equal-shares' : 'greedy',
				})
			const options = { method: 'equal-shares', utility, completion, comparison: 'yes' }
			expect(resultText(recounted(file, text, options))).toBe(resultText(compared))
		},
		60_000,
	)
})
