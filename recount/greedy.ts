import { budgetBallotsSummary, type Election, type Result, type Tie } from './election.ts'
import { moneyText } from './fraction.ts'
import { hashOfBallots } from './hash.ts'

export interface Support {
	/** How many named it, also with 0. */
	votes: number
	/** How many gave it more than 0. Nobody else supports it. */
	backers: number
	score: number
}

export function supportOf(election: Election): Map<string, Support> {
	const support = new Map<string, Support>()
	for (const choice of election.choices) support.set(choice.id, { votes: 0, backers: 0, score: 0 })
	for (const ballot of election.ballots) {
		for (const [id, points] of ballot.points) {
			const of = support.get(id)
			if (of === undefined) continue
			of.votes += ballot.count
			if (points > 0) of.backers += ballot.count
			of.score += ballot.count * points
		}
	}
	return support
}

/** Most points first; level, the cheaper first; level again, whoever is earlier in the tie order. */
export function sortForGreedy<T extends { id: string; cost: bigint }>(
	projects: T[],
	support: Map<string, Support>,
	tieOrder: string[],
): T[] {
	return [...projects].sort((a, b) => {
		const scoreA = support.get(a.id)!.score
		const scoreB = support.get(b.id)!.score
		if (scoreA !== scoreB) return scoreB - scoreA
		if (a.cost !== b.cost) return a.cost < b.cost ? -1 : 1
		return tieOrder.indexOf(a.id) - tieOrder.indexOf(b.id)
	})
}

export function greedy(election: Election, skip: boolean, threshold: number, tieOrder: string[]): Result {
	const { budget, decimals } = election
	const support = supportOf(election)
	const considered = election.choices.filter(
		({ id }) => support.get(id)!.backers > 0 && support.get(id)!.score >= threshold,
	)
	const inOrder = sortForGreedy(considered, support, tieOrder)

	const rounds: unknown[] = []
	const winners: string[] = []
	let left = budget
	let stopped = false
	for (const project of inOrder) {
		const fits = project.cost <= left
		const funded = fits && !stopped
		if (funded) {
			winners.push(project.id)
			left -= project.cost
		}
		if (!fits && !skip) stopped = true
		rounds.push({
			project: project.id,
			cost: moneyText(project.cost, decimals),
			votes: support.get(project.id)!.votes,
			score: support.get(project.id)!.score,
			funded,
			left: moneyText(left, decimals),
		})
	}

	const { ballots, hashed } = budgetBallotsSummary(election)
	const result: Result = {
		method: skip ? 'greedy' : 'greedy-no-skip',
		options: { budget: moneyText(budget, decimals), threshold },
		tieOrder,
		winners,
		totalCost: moneyText(budget - left, decimals),
		rounds,
		ties: tiesInOrder(inOrder, support, tieOrder),
		ballots,
		ballotsHash: hashOfBallots(hashed),
	}
	if (winners.length === 0) result.reason = election.ballots.length > 0 ? 'nothing-funded' : 'nobody-voted'
	return result
}

/** The projects with the same points, where there are several, with the one that came first of them. */
export function tiesInOrder(
	inOrder: { id: string; cost: bigint }[],
	support: Map<string, Support>,
	tieOrder: string[],
): Tie[] {
	const ties: Tie[] = []
	inOrder.forEach((project, place) => {
		const score = support.get(project.id)!.score
		const level = inOrder.filter((other) => support.get(other.id)!.score === score)
		if (level.length === 1 || level[0] !== project) return
		const differentCosts = new Set(level.map((other) => other.cost)).size === level.length
		const ids = level.map((other) => other.id)
		ties.push({
			kind: 'order',
			round: place + 1,
			among: tieOrder.filter((id) => ids.includes(id)),
			picked: project.id,
			decidedBy: differentCosts ? 'cost' : 'lot',
		})
	})
	return ties
}
