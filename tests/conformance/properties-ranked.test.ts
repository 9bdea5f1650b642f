import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBlt } from '../../app/domain/decisions/ballot-files/blt.ts'
import type { Count } from '../../app/domain/decisions/methods/count.ts'
import { countIrv } from '../../app/domain/decisions/methods/irv.ts'
import type { RankedElection } from '../../app/domain/decisions/methods/ranked.ts'
import { countSchulze, pairwise } from '../../app/domain/decisions/methods/schulze.ts'
import { countStv } from '../../app/domain/decisions/methods/stv.ts'
import { drawTieOrder } from '../../app/domain/decisions/methods/tie-order.ts'
import { resultText } from './both.ts'
import { ranked } from './random-elections.ts'

/** Numbers are those of the list in the design's decisions.md, part D. */
const numRuns = Number(process.env.RUNS ?? 400)

interface Stage {
	action: string
	candidate: string | null
	votes: Record<string, string>
	nonTransferable: string
	elected: string[]
	byLastVacancies: string[]
}

const stages = (count: Count) => count.rounds as unknown as Stage[]
const hundredThousandths = (votes: string) => BigInt(votes.replace('.', ''))
const papers = (seats: number, candidates: string, ballots: [number, string][]): RankedElection => ({
	candidates: [...candidates],
	seats,
	ballots: ballots.map(([weight, order]) => ({ weight, ranks: [...order].map((name) => [name]) })),
})
const methods = [countStv, countIrv, countSchulze]

describe('rankings', () => {
	test('1: ballots in any order and any grouping give the same result', () => {
		fc.assert(
			fc.property(ranked(), (given) => {
				const apart = given.ballots.flatMap((ballot) =>
					Array.from({ length: ballot.weight }, () => ({ ...ballot, weight: 1 })),
				)
				for (const count of methods)
					expect(resultText(count({ ...given, ballots: apart.reverse() }))).toBe(resultText(count(given)))
			}),
			{ numRuns },
		)
	})

	test('2: the order of candidates changes nothing when the lot is given', () => {
		fc.assert(
			fc.property(ranked(), fc.string(), (given, seed) => {
				const lot = drawTieOrder(seed, given.candidates)
				const turned = { ...given, candidates: [...given.candidates].reverse() }
				for (const count of methods) expect(resultText(count(turned, lot))).toBe(resultText(count(given, lot)))
			}),
			{ numRuns },
		)
	})

	test('3: nobody voted, or nobody stands', () => {
		for (const count of methods) {
			expect(count(papers(2, 'AB', []))).toMatchObject({ winners: [], reason: 'nobody-voted' })
			expect(count({ ...papers(1, 'A', [[3, 'A']]), withdrawn: ['A'] }).winners).toEqual([])
		}
	})

	test('12, 13: a name twice counts at its first place; a skipped rank is closed up', () => {
		const read = readBlt('3 1\n1 2 - 1 2 0\n0\n"A"\n"B"\n"C"\n"T"\n')
		if ('refused' in read) throw new Error(read.says)
		expect(read.election.ballots[0]?.ranks).toEqual([['B'], [], ['A']])
		expect(read.leniencies.map(({ found }) => found)).toEqual(['a candidate named twice on a ballot', 'a skipped rank'])
		expect(countIrv(read.election).winners).toEqual(['B'])
	})

	test('14: level names stop a ballot in STV and IRV, and are compared in pairs', () => {
		const level = {
			candidates: ['A', 'B', 'C'],
			seats: 1,
			ballots: [
				{ weight: 3, ranks: [['A', 'B'], ['C']] },
				{ weight: 1, ranks: [['C'], ['A', 'B']] },
			],
		}
		expect(countIrv(level)).toMatchObject({ winners: ['C'], ballots: { counted: 1, blank: 0, spoilt: 3 } })
		expect(pairwise(level, ['A', 'B', 'C'])).toEqual([
			[0, 0, 3],
			[0, 0, 3],
			[1, 1, 0],
		])
	})

	test('15, 17: votes and non-transferable add up to the valid ballots, and what is lost only grows', () => {
		fc.assert(
			fc.property(ranked(), (given) => {
				const count = countStv(given)
				let lost = 0n
				for (const stage of stages(count)) {
					const votes = Object.values(stage.votes).reduce((sum, one) => sum + hundredThousandths(one), 0n)
					const nonTransferable = hundredThousandths(stage.nonTransferable)
					expect(votes + nonTransferable).toBe(BigInt(count.ballots.counted) * 100_000n)
					expect(nonTransferable >= lost).toBe(true)
					lost = nonTransferable
				}
			}),
			{ numRuns },
		)
	})

	test('15: the quota is fixed by the valid ballots', () => {
		fc.assert(
			fc.property(ranked(), (given) => {
				const { quota, ballots } = countStv(given)
				expect(quota * (given.seats + 1) > ballots.counted && (quota - 1) * (given.seats + 1) <= ballots.counted).toBe(
					true,
				)
			}),
			{ numRuns },
		)
	})

	test('16: the quota exactly elects and moves nothing', () => {
		const count = countStv(
			papers(2, 'ABC', [
				[4, 'AB'],
				[3, 'B'],
				[3, 'C'],
			]),
		)
		expect(count.quota).toBe(4)
		expect(stages(count)[0]).toMatchObject({ elected: ['A'] })
		expect(stages(count)[1]).toMatchObject({ action: 'exclude' })
	})

	test('17: five decimals, the rest is lost and shown', () => {
		const count = countStv(
			papers(2, 'ABC', [
				[5, 'AB'],
				[1, 'AC'],
				[1, 'B'],
				[1, 'C'],
			]),
		)
		expect(stages(count)[1]).toMatchObject({
			action: 'surplus',
			votes: { A: '3.00000', B: '3.50000', C: '1.50000' },
			nonTransferable: '0.00000',
		})
		const third = countStv(
			papers(2, 'ABC', [
				[7, 'AB'],
				[1, 'B'],
				[3, 'C'],
			]),
		)
		expect(stages(third)[1]).toMatchObject({
			votes: { A: '4.00000', B: '3.99999', C: '3.00000' },
			nonTransferable: '0.00001',
		})
	})

	test('18: as many candidates as seats: all elected at once; fewer: seats left empty', () => {
		expect(countStv(papers(2, 'AB', [[3, 'A']]))).toMatchObject({
			winners: ['A', 'B'],
			rounds: [{ action: 'first' }],
			emptySeats: 0,
		})
		expect(countStv(papers(3, 'AB', [[3, 'A']]))).toMatchObject({
			winners: ['A', 'B'],
			emptySeats: 1,
			reason: 'fewer-candidates-than-seats',
		})
	})

	test('19: ballots pass over a withdrawn name, and the quota is of ballots with a name left', () => {
		const given = {
			...papers(1, 'ABC', [
				[4, 'BA'],
				[3, 'C'],
				[9, 'B'],
			]),
			withdrawn: ['B'],
		}
		expect(countStv(given)).toMatchObject({ winners: ['A'], quota: 4, ballots: { counted: 7, blank: 9, spoilt: 0 } })
		expect(countIrv(given).winners).toEqual(['A'])
		expect(countSchulze(given).winners).toEqual(['A'])
	})

	test('20: level at the bottom: an earlier stage, then the lot; equal surpluses likewise', () => {
		const earlier = papers(2, 'ABCDE', [
			[30, 'AB'],
			[9, 'B'],
			[11, 'CB'],
			[10, 'D'],
			[2, 'EB'],
			[1, 'ED'],
		])
		expect(countStv(earlier).ties).toMatchObject([
			{ kind: 'exclude', among: ['C', 'D'], picked: 'D', decidedBy: 'earlier-stage' },
		])
		const lot = papers(1, 'ABC', [
			[3, 'A'],
			[2, 'B'],
			[2, 'C'],
		])
		expect(countStv(lot, ['A', 'B', 'C']).ties).toMatchObject([{ kind: 'exclude', picked: 'C', decidedBy: 'lot' }])
		expect(countStv(lot, ['C', 'B', 'A']).ties).toMatchObject([{ kind: 'exclude', picked: 'B', decidedBy: 'lot' }])
		const surpluses = papers(3, 'ABCD', [
			[6, 'AC'],
			[6, 'BD'],
			[2, 'C'],
			[2, 'D'],
		])
		expect(countStv(surpluses, ['B', 'A', 'C', 'D']).ties[0]).toMatchObject({
			kind: 'surplus',
			among: ['B', 'A'],
			picked: 'B',
			decidedBy: 'lot',
		})
	})

	test('20: of three level, the earlier stage may save one and leave two for the lot', () => {
		// C is ahead of A and B at the first stage; at the second all three have 5.
		const given = papers(1, 'ABCXZ', [
			[4, 'A'],
			[4, 'B'],
			[5, 'C'],
			[1, 'XA'],
			[1, 'XB'],
			[9, 'Z'],
		])
		const [tie] = countStv(given, ['C', 'A', 'B', 'X', 'Z']).ties
		expect(tie).toMatchObject({ among: ['C', 'A', 'B'], picked: 'B', decidedBy: 'lot' })
	})

	test('21: with one seat the Scottish winner is the IRV winner; a majority of first places always wins', () => {
		fc.assert(
			fc.property(ranked(), (given) => {
				const one = { ...given, seats: 1 }
				const [stv, irv] = [countStv(one), countIrv(one)]
				if (stv.ties.length === 0 && irv.ties.length === 0) expect(stv.winners).toEqual(irv.winners)
				const [first] = irv.rounds as unknown as { votes: Record<string, number> }[]
				const majority = Object.entries(first?.votes ?? {}).find(([, votes]) => 2 * votes > irv.ballots.counted)
				if (majority) for (const { winners } of [stv, irv]) expect(winners).toEqual([majority[0]])
			}),
			{ numRuns },
		)
	})

	test('22: in a cycle nobody beats all, and somebody wins; who beats all is the only Schulze winner', () => {
		const cycle = countSchulze(
			papers(1, 'ABC', [
				[3, 'ABC'],
				[3, 'BCA'],
				[3, 'CAB'],
			]),
		)
		expect(cycle).toMatchObject({ condorcetWinner: null, winners: ['A', 'B', 'C'], order: null })
		fc.assert(
			fc.property(ranked(), (given) => {
				const { condorcetWinner, winners, ballots, tieOrder } = countSchulze(given)
				if (condorcetWinner !== null) expect(winners).toEqual([condorcetWinner])
				if (ballots.counted > 0 && tieOrder.length > 0) expect(winners.length).toBeGreaterThan(0)
			}),
			{ numRuns },
		)
	})

	test('22: the example of 45 voters in Schulze’s paper', () => {
		const paper = papers(1, 'ABCDE', [
			[5, 'ACBED'],
			[5, 'ADECB'],
			[8, 'BEDAC'],
			[3, 'CABED'],
			[7, 'CAEBD'],
			[2, 'CBADE'],
			[7, 'DCEBA'],
			[8, 'EBADC'],
		])
		expect(countSchulze(paper).order?.join('')).toBe('EACBD')
	})
})
