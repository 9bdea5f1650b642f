import { describe, expect, test } from 'vitest'
import { readBlt, writeBlt } from '../../app/domain/decisions/ballot-files/blt.ts'
import { countIrv } from '../../app/domain/decisions/methods/irv.ts'
import { countSchulze } from '../../app/domain/decisions/methods/schulze.ts'
import { countStv } from '../../app/domain/decisions/methods/stv.ts'
import { recounted, resultText } from './both.ts'
import { hasRealElections, knownElections, realFolder } from './elections.ts'

test.skipIf(hasRealElections)(`real elections SKIPPED: there is no ${realFolder} (set ELECTIONS to the folder)`, () => {
	console.warn(`Real elections were skipped: there is no ${realFolder}. Only the hand-made ones were counted.`)
})

interface Stage {
	action: string
	candidate: string | null
	votes: Record<string, string>
	nonTransferable: string
	elected: string[]
	byLastVacancies: string[]
}

describe.each(knownElections('ranked'))('$file', ({ file, text, expected }) => {
	const read = readBlt(text)
	if ('refused' in read) throw new Error(read.says)
	const { election, title } = read
	const { scottish_stv: stv, irv, condorcet } = expected.computed

	test('is read with its names and title, and comes back from our own file the same', () => {
		expect(election.candidates).toEqual(expected.candidates)
		expect(title).toBe(expected.title)
		expect(election.seats).toBe(expected.seats)
		const ours = writeBlt(election, title)
		const again = readBlt(ours)
		if ('refused' in again) throw new Error(again.says)
		expect(again.leniencies).toEqual([])
		expect(writeBlt(again.election, again.title)).toBe(ours)
		expect(countSchulze(again.election)).toEqual(countSchulze(election))
	})

	test('both programs agree on every method', () => {
		expect(resultText(recounted(file, text, { method: 'scottish-stv' }))).toBe(resultText(countStv(election)))
		expect(resultText(recounted(file, text, { method: 'irv' }))).toBe(resultText(countIrv(election)))
		expect(resultText(recounted(file, text, { method: 'schulze' }))).toBe(resultText(countSchulze(election)))
	})

	test.runIf(stv)('Scottish count, every stage to the last decimal', () => {
		const count = countStv(election)
		expect(count.quota).toBe(stv.quota)
		expect(count.ballots.counted).toBe(stv.valid)
		expect(count.winners).toEqual(stv.elected)
		expect(
			(count.rounds as unknown as Stage[]).map((stage) => ({
				action: stage.action,
				candidate: stage.candidate,
				votes: election.candidates.map((name) => stage.votes[name]),
				nontransferable: stage.nonTransferable,
				elected: stage.elected,
				by_last_vacancies: stage.byLastVacancies,
			})),
		).toEqual(stv.stages)
		expect(
			count.ties.map(({ kind, among, decidedBy }) => ({ kind, candidates: among, decided_by: decidedBy })),
		).toEqual(stv.ties)
	})

	test.runIf(expected.official?.stage_totals)('Scottish count, the totals on the official sheet', () => {
		const stages = countStv(election).rounds as unknown as Stage[]
		const sheet: Record<string, string>[] = expected.official.stage_totals
		for (const [at, totals] of sheet.entries())
			expect(Object.values(stages[at]!.votes).map(Number).sort(), `stage ${at + 1}`).toEqual(
				Object.values(totals).map(Number).sort(),
			)
	})

	test.runIf(irv)('IRV, every round', () => {
		const count = countIrv(election)
		expect(count.rounds).toEqual(irv.rounds)
		expect(count.winners).toEqual([irv.winner])
		expect(count.ballots.counted).toBe(irv.valid)
		expect(count.ballots.blank + count.ballots.spoilt).toBe(irv.blank)
	})

	test.runIf(condorcet)('pairs and Schulze', () => {
		const count = countSchulze(election)
		const [{ pairwise }] = count.rounds as unknown as [{ pairwise: Record<string, Record<string, number>> }]
		expect(election.candidates.map((a) => election.candidates.map((b) => pairwise[a]?.[b] ?? 0))).toEqual(
			condorcet.pairwise_row_over_column,
		)
		expect(count.condorcetWinner).toBe(condorcet.condorcet_winner)
		expect(count.winners).toEqual(condorcet.schulze_winners)
		expect(count.order).toEqual(condorcet.schulze_order)
	})
})
