import type { OpenBallot, OpenBallots } from '../ballot-files/ballots-json.ts'
import { approvalEngine, countApproval } from './approval.ts'
import { type BudgetElection, hashBudgetBallots, together } from './budget.ts'
import type { CountMethod } from './count.ts'
import { type Completion, countEqualShares, equalSharesEngine, type Utility } from './equal-shares.ts'
import { parseExact } from './exact.ts'
import { countGreedy, greedyEngine } from './greedy.ts'
import { countIrv, irvEngine } from './irv.ts'
import { hashMarkBallots, type MarkElection } from './marks.ts'
import { countPoints, pointsEngine } from './points.ts'
import type { PublishedCount } from './published-count.ts'
import { hashRankedBallots, type RankedElection } from './ranked.ts'
import { countSchulze, schulzeEngine } from './schulze.ts'
import { countScore, scoreEngine } from './score.ts'
import { countStv, stvEngine } from './stv.ts'

/** A file of ballots that choose among options; a motion and consent are counted from choices, without this. */
export type CountableBallots = Omit<OpenBallots, 'format' | 'dictionary' | 'method'> & { method: CountMethod }

export const engines: Record<CountMethod, string> = {
	greedy: greedyEngine,
	'greedy-no-skip': greedyEngine,
	'equal-shares': equalSharesEngine,
	'scottish-stv': stvEngine,
	irv: irvEngine,
	schulze: schulzeEngine,
	approval: approvalEngine,
	score: scoreEngine,
	points: pointsEngine,
}

/**
 * Counts what our own ballots file holds, by the method and options it names. The file is what is published, so nothing that
 * is not in it can have a part in the result. `progress` is told the number of runs so far (equal shares only).
 */
export function countOpenBallots(file: CountableBallots, progress?: (runs: number) => void): PublishedCount {
	const counted = count(file, progress)
	const options = { ...counted.options, ...('totalCost' in counted && saidOfPoints(file)) }
	return { ...counted, options, engine: engines[file.method] } as PublishedCount
}

/** Without it nobody could tell whether votes or points went first, nor what a place in an order was worth. */
function saidOfPoints({ options: { utility, places } }: CountableBallots) {
	const isByPoints = utility === 'points' || utility === 'borda'
	return { ...(isByPoints && { utility }), ...(places !== undefined && { places }) }
}

/** The hash its count would carry, without counting: for checking that stored ballots are still those that were counted. */
export function hashOpenBallots(file: CountableBallots): string {
	switch (file.method) {
		case 'greedy':
		case 'greedy-no-skip':
		case 'equal-shares':
			return hashBudgetBallots(together(budgetOf(file)))
		case 'scottish-stv':
		case 'irv':
		case 'schulze':
			return hashRankedBallots(rankedOf(file).ballots)
		default:
			return hashMarkBallots(marksOf(file))
	}
}

function count(file: CountableBallots, progress?: (runs: number) => void) {
	const { method, options, tieOrder } = file
	const threshold = Number(options.threshold ?? 0)
	switch (method) {
		case 'greedy':
		case 'greedy-no-skip':
			return countGreedy(budgetOf(file), { skip: method === 'greedy', threshold, tieOrder })
		case 'equal-shares': {
			const election = budgetOf(file)
			return countEqualShares(election, {
				utility: (options.utility ?? 'cost') as Utility,
				completion: (options.completion ?? 'add1') as Completion,
				comparison: options.comparison === true,
				bar: options.bar === true,
				byVoice: options['by-voice'] === true,
				step: inUnits(`${options.step ?? 1}`, election.decimals),
				threshold,
				tieOrder,
				progress,
			})
		}
		case 'scottish-stv':
			return countStv(rankedOf(file), tieOrder)
		case 'irv':
			return countIrv(rankedOf(file), tieOrder)
		case 'schulze':
			return countSchulze(rankedOf(file), tieOrder)
		case 'approval':
			return countApproval(marksOf(file), tieOrder)
		case 'points':
			return countPoints(marksOf(file), tieOrder)
		case 'score':
			return countScore(marksOf(file), { missing: options.missing === 'zero' ? 'zero' : 'no-opinion', tieOrder })
	}
}

function seatsOf({ options }: CountableBallots) {
	return Number(options.seats ?? 1)
}

/** Money in whole numbers of the smallest unit that any amount of the file, or its step, needs. */
function budgetOf({ budget = '0', choices, ballots, spoilt, options }: CountableBallots): BudgetElection {
	const amounts = [budget, `${options.step ?? 1}`, ...choices.map(({ cost = '0' }) => cost)]
	const decimals = Math.max(...amounts.map((amount) => (amount.split('.')[1] ?? '').replace(/0+$/, '').length))
	return {
		budget: inUnits(budget, decimals),
		decimals,
		projects: choices
			.filter(({ withdrawn }) => !withdrawn)
			.map(({ id, cost, name }) => ({ id, cost: costInUnits(id, cost, decimals), ...(name && { name }) })),
		ballots: ballots.map((ballot) => ({
			weight: ballot.count ?? 1,
			// Who is in which voice is part of the count, and of its hash, only where the rule asks for it.
			...(ballot.voice !== undefined && options['by-voice'] === true && { voice: ballot.voice }),
			choices: Object.entries(pointsOn(ballot, options)).map(([project, given]) => ({ project, points: given })),
		})),
		...(spoilt && { spoilt }),
	}
}

/**
 * What a ballot gives to each project. In an order the first of three places is worth 3, the next 2 (decisions.md A1). A place
 * beyond the last is worth nothing, and what was withdrawn keeps its place.
 */
export function pointsOn(
	{ points, ranks = [] }: OpenBallot,
	{ places }: CountableBallots['options'],
): Readonly<Record<string, number>> {
	if (points || places === undefined) return points ?? {}
	const worth = (at: number) => Math.max(0, Number(places) - at)
	// A name that stands twice counts at its first place.
	return Object.fromEntries(ranks.flatMap((rank, at) => rank.map((id) => [id, worth(at)] as const)).reverse())
}

/** What costs nothing would be bought with nobody’s support paid for; where no cost is said, none is known. */
function costInUnits(id: string, cost = '0', decimals: number): bigint {
	const units = inUnits(cost, decimals)
	if (units <= 0n) throw new Error(`not a cost above 0: ${cost} of ${id}`)
	return units
}

function inUnits(amount: string, decimals: number): bigint {
	const exactAmount = parseExact(amount)
	if (!exactAmount) throw new Error(`not an amount: ${amount}`)
	return (exactAmount.n * 10n ** BigInt(decimals)) / exactAmount.d
}

function rankedOf(file: CountableBallots): RankedElection {
	const { choices, ballots, spoilt } = file
	return {
		candidates: choices.map(({ id }) => id),
		withdrawn: choices.filter(({ withdrawn }) => withdrawn).map(({ id }) => id),
		seats: seatsOf(file),
		ballots: ballots.map(({ count: weight = 1, ranks = [] }: OpenBallot) => ({ weight, ranks })),
		...(spoilt && { spoilt }),
	}
}

function marksOf(file: CountableBallots): MarkElection {
	const { choices, ballots, spoilt } = file
	return {
		choices: choices.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id),
		seats: seatsOf(file),
		ballots: ballots.map(({ count: weight = 1, points = {} }) => ({ weight, marks: Object.entries(points) })),
		...(spoilt && { spoilt }),
	}
}
