import type { Json } from '../../canonical-json.ts'
import { type BallotCounts, byCodeUnit, hashBallots } from './count.ts'
import { type Exact, exact, exactText } from './exact.ts'

/** Costs and budget are whole numbers of the smallest unit used (pence, or pounds where nothing is priced in pence). */
export interface Project {
	id: string
	cost: bigint
	name?: string
}

/**
 * What one person (or `weight` people with the same ballot) asked for: projects with whole points. An approval is one point;
 * a rank is the points its place is worth. Naming a project with 0 is as good as not naming it.
 */
export interface BudgetBallot {
	weight: number
	choices: readonly { project: string; points: number }[]
	/** The voter's voice, for equal shares by voice only. */
	voice?: string
}

export interface BudgetElection {
	budget: bigint
	/** Digits after the point in one unit of the currency: 2 when costs are in pence. */
	decimals: number
	projects: readonly Project[]
	ballots: readonly BudgetBallot[]
	/** Ballots that could not be read. They get no share of the money. */
	spoilt?: number
}

export interface Support {
	/** Voters naming the project, as Pabulib counts votes: also those who gave it 0. */
	votes: number
	/** Those of them who gave it more than 0: nobody else supports it. */
	backers: number
	/** Points given to it. */
	score: number
}

export interface BallotsTogether {
	weight: number
	choices: readonly (readonly [project: string, points: number])[]
	voice: string
}

/**
 * Equal ballots put together, choices by project id. A project named twice counts once (the first), unknown ones not at all:
 * our own ballots cannot hold either, and a file's reader has said so already.
 */
export function together({ projects, ballots }: BudgetElection): BallotsTogether[] {
	const known = new Set(projects.map(({ id }) => id))
	const groups = new Map<string, { weight: number; choices: [string, number][]; voice: string }>()
	for (const { weight, choices, voice = '' } of ballots) {
		const points = new Map<string, number>()
		for (const choice of choices)
			if (known.has(choice.project) && !points.has(choice.project)) points.set(choice.project, choice.points)
		const sorted = [...points].sort(([a], [b]) => byCodeUnit(a, b))
		const key = JSON.stringify([voice, sorted])
		const group = groups.get(key)
		if (group) group.weight += weight
		else groups.set(key, { weight, choices: sorted, voice })
	}
	return [...groups].sort(([a], [b]) => byCodeUnit(a, b)).map(([, group]) => group)
}

export function supportOf({ projects }: BudgetElection, groups: readonly BallotsTogether[]): Map<string, Support> {
	const support = new Map(projects.map(({ id }) => [id, { votes: 0, backers: 0, score: 0 }]))
	for (const { weight, choices } of groups)
		for (const [project, points] of choices) {
			const of = support.get(project)!
			of.votes += weight
			if (points > 0) of.backers += weight
			of.score += weight * points
		}
	return support
}

export function countBudgetBallots(groups: readonly BallotsTogether[], spoilt = 0): BallotCounts {
	const counts = { counted: 0, blank: 0, spoilt }
	for (const { weight, choices } of groups)
		counts[choices.some(([, points]) => points !== 0) ? 'counted' : 'blank'] += weight
	return counts
}

export function hashBudgetBallots(groups: readonly BallotsTogether[]): string {
	return hashBallots(
		groups.map(({ weight, choices, voice }) => [weight, (voice ? { voice, choices } : choices) as unknown as Json]),
	)
}

/** An amount in the currency, exactly. */
export function money(amount: bigint, decimals: number): Exact {
	return exact(amount, 10n ** BigInt(decimals))
}

export function moneyText(amount: bigint, decimals: number): string {
	return exactText(money(amount, decimals))
}
