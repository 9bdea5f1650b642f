import { budgetBallotsSummary, type Election, type Result, type Tie } from './election.ts'
import { fractionText, greatestCommonDivisor, moneyText } from './fraction.ts'
import { greedy, type Support, sortForGreedy, supportOf, tiesInOrder } from './greedy.ts'
import { hashOfBallots, inOrderOfCharacters } from './hash.ts'

export interface Options {
	utility: 'cost' | 'cardinality' | 'points' | 'borda'
	completion: 'none' | 'add1' | 'add1-until-overflow' | 'add1u' | 'greedy'
	comparison: boolean
	bar: boolean
	byVoice: boolean
	/** In the smallest unit of money. */
	step: bigint
	threshold: number
	tieOrder: string[]
}

interface Project {
	id: string
	cost: bigint
	/** rho is the price of a point divided by this. */
	worth: bigint
	supporters: { people: People; points: number }[]
}

/** People who handed in the same ballot. They always have the same amount left. */
interface People {
	count: number
	voice: string
	left: bigint
}

interface Bought {
	project: Project
	price: { top: bigint; bottom: bigint }
	paidInFull: number
	gaveTheRest: number
	level: Project[]
}

/**
 * The method of equal shares. Everybody begins with the same amount. A project can be bought if its supporters have its cost
 * together; all pay the same price for a point, or what they have left if that is less. Again and again the project
 * with the lowest price for what it is worth (rho) is bought, until none can be.
 */
export function equalShares(election: Election, options: Options): Result {
	const { budget, decimals } = election
	const support = supportOf(election)
	const people = samePeople(election, options)
	const everybody = people.reduce((sum, { count }) => sum + count, 0)
	const usesPoints = options.utility === 'points' || options.utility === 'borda'

	const notConsidered: { project: string; why: string }[] = []
	const considered: Project[] = []
	for (const { id, cost } of election.choices) {
		const { backers, score } = support.get(id)!
		const why =
			backers === 0 || (usesPoints && score <= 0)
				? 'no-supporter'
				: cost > budget
					? 'dearer-than-budget'
					: options.bar && BigInt(backers) * 3n * budget < cost * BigInt(everybody)
						? 'below-bar'
						: null
		if (why) notConsidered.push({ project: id, why })
		else {
			const supporters: Project['supporters'] = []
			for (const group of people) {
				const given = group.ballot.get(id)
				// Naming something with 0 is no support.
				if (given === undefined || given <= 0) continue
				supporters.push({ people: group, points: usesPoints ? given : 1 })
			}
			considered.push({ id, cost, worth: options.utility === 'cost' ? cost : 1n, supporters })
		}
	}
	notConsidered.sort((a, b) => inOrderOfCharacters(a.project, b.project))

	// Raise what everybody has until there is a reason to stop.
	const count = (pot: bigint) => buy(considered, people, pot, support, options)
	const costOf = (bought: Bought[]) => bought.reduce((sum, { project }) => sum + project.cost, 0n)
	let pot = budget
	let bought = count(pot)
	let increments = 0
	let stopped = 'not-asked'
	while (options.completion.startsWith('add1')) {
		const left = budget - costOf(bought)
		const unfunded = considered.filter((project) => !bought.some((one) => one.project === project))
		if (unfunded.length === 0) {
			stopped = 'everything-funded'
			break
		}
		if (options.completion !== 'add1-until-overflow' && unfunded.every((project) => project.cost > left)) {
			stopped = 'exhaustive'
			break
		}
		const nextPot = pot + options.step * BigInt(everybody)
		const next = count(nextPot)
		if (costOf(next) > budget) {
			stopped = 'next-too-dear'
			break
		}
		pot = nextPot
		bought = next
		increments++
	}

	const winners = bought.map(({ project }) => project.id)
	const rounds: unknown[] = bought.map((one) => ({
		by: 'equal-shares',
		project: one.project.id,
		cost: moneyText(one.project.cost, decimals),
		votes: support.get(one.project.id)!.votes,
		score: support.get(one.project.id)!.score,
		price: fractionText(one.price.top, one.price.bottom * 10n ** BigInt(decimals)),
		rho:
			options.utility === 'cost'
				? fractionText(one.price.top, one.price.bottom * one.project.cost)
				: fractionText(one.price.top, one.price.bottom * 10n ** BigInt(decimals)),
		paidInFull: one.paidInFull,
		gaveTheRest: one.gaveTheRest,
	}))
	const ties = tiesIn(bought, support, options.tieOrder)
	let left = budget - costOf(bought)
	if (options.completion === 'greedy' || options.completion === 'add1u') {
		const others = considered.filter(({ id }) => !winners.includes(id))
		const inOrder = sortForGreedy(others, support, options.tieOrder)
		const level = tiesInOrder(inOrder, support, options.tieOrder)
		for (const { id, cost } of inOrder) {
			if (cost > left) continue
			left -= cost
			winners.push(id)
			rounds.push({
				by: 'greedy',
				project: id,
				cost: moneyText(cost, decimals),
				votes: support.get(id)!.votes,
				score: support.get(id)!.score,
				left: moneyText(left, decimals),
			})
			for (const tie of level) if (tie.picked === id) ties.push({ ...tie, round: rounds.length })
		}
	}

	const { ballots, hashed } = budgetBallotsSummary(election)
	const result: Result = {
		method: 'equal-shares',
		options: {
			budget: moneyText(budget, decimals),
			utility: options.utility,
			completion: options.completion,
			step: moneyText(options.step, decimals),
			comparison: options.comparison,
			bar: options.bar,
			byVoice: options.byVoice,
			threshold: options.threshold,
		},
		tieOrder: options.tieOrder,
		winners,
		totalCost: moneyText(budget - left, decimals),
		rounds,
		ties,
		ballots,
		ballotsHash: hashOfBallots(hashed),
		notConsidered,
		endowment: { perVoter: endowmentOf(people, pot, decimals, options.byVoice), increments, stopped },
	}
	if (winners.length === 0) result.reason = everybody > 0 ? 'nothing-funded' : 'nobody-voted'
	return options.comparison ? compareWithGreedy(result, election, notConsidered, options) : result
}

function samePeople(election: Election, options: Options) {
	const groups = new Map<string, People & { ballot: Map<string, number> }>()
	for (const ballot of election.ballots) {
		const voice = options.byVoice ? ballot.voice : ''
		const named = [...ballot.points].sort(([a], [b]) => inOrderOfCharacters(a, b))
		const key = JSON.stringify([voice, named])
		const group = groups.get(key)
		if (group) group.count += ballot.count
		else groups.set(key, { count: ballot.count, voice, left: 0n, ballot: ballot.points })
	}
	return [...groups.values()]
}

function buy(
	projects: Project[],
	people: People[],
	pot: bigint,
	support: Map<string, Support>,
	{ tieOrder }: Options,
): Bought[] {
	// All money is kept in whole numbers of a unit small enough: 1 / unit of the smallest coin.
	const voices = new Map<string, bigint>()
	for (const { voice, count } of people) voices.set(voice, (voices.get(voice) ?? 0n) + BigInt(count))
	let unit = BigInt(voices.size)
	for (const size of voices.values()) unit *= size
	for (const group of people) group.left = (pot * unit) / BigInt(voices.size) / voices.get(group.voice)!

	const bought: Bought[] = []
	// The rho a project had when last looked at. It can only have risen since, because nobody's money grows.
	const lastRho = new Map<Project, { top: bigint; bottom: bigint }>(
		projects.map((project) => [project, { top: 0n, bottom: 1n }]),
	)
	for (;;) {
		let best: { top: bigint; bottom: bigint } | null = null
		let level: { project: Project; price: { top: bigint; bottom: bigint } }[] = []
		const byLastRho = [...lastRho.keys()].sort((a, b) => compare(lastRho.get(a)!, lastRho.get(b)!))
		for (const project of byLastRho) {
			if (best !== null && compare(lastRho.get(project)!, best) > 0) break
			const price = priceOf(project, unit)
			if (price === null) {
				lastRho.delete(project)
				continue
			}
			const rho = { top: price.top, bottom: price.bottom * unit * project.worth }
			lastRho.set(project, rho)
			const difference: number = best === null ? -1 : compare(rho, best)
			if (difference < 0) {
				best = rho
				level = [{ project, price }]
			} else if (difference === 0) level.push({ project, price })
		}
		if (level.length === 0) return bought

		level.sort((a, b) => {
			if (a.project.cost !== b.project.cost) return a.project.cost < b.project.cost ? -1 : 1
			const scores = support.get(b.project.id)!.score - support.get(a.project.id)!.score
			return scores !== 0 ? scores : tieOrder.indexOf(a.project.id) - tieOrder.indexOf(b.project.id)
		})
		const { project, price } = level[0]!
		lastRho.delete(project)

		// Make the unit small enough for the price to be a whole number of it.
		const shared = greatestCommonDivisor(price.top, price.bottom)
		const finer = price.bottom / shared
		if (finer > 1n) for (const group of people) group.left *= finer
		unit *= finer
		const wholePrice = price.top / shared

		let paidInFull = 0
		let gaveTheRest = 0
		for (const { people: group, points } of project.supporters) {
			const due = wholePrice * BigInt(points)
			if (group.left >= due) {
				group.left -= due
				paidInFull += group.count
			} else {
				if (group.left > 0n) gaveTheRest += group.count
				group.left = 0n
			}
		}
		bought.push({
			project,
			price: { top: wholePrice, bottom: unit },
			paidInFull,
			gaveTheRest,
			level: level.map((one) => one.project),
		})
	}
}

/**
 * The price of a point at which the supporters pay the cost exactly, in units; null if they cannot. Whoever can pay least for
 * a point is looked at first: if the rest were to pay no more than that person can, that is the price; if not,
 * that person gives all they have.
 */
function priceOf({ cost, supporters }: Project, unit: bigint): { top: bigint; bottom: bigint } | null {
	const poorestFirst = supporters
		.filter(({ people }) => people.left > 0n)
		.sort((a, b) => {
			const difference = a.people.left * BigInt(b.points) - b.people.left * BigInt(a.points)
			return difference < 0n ? -1 : difference > 0n ? 1 : 0
		})
	let stillToPay = cost * unit
	let pointsLeft = 0n
	for (const { people, points } of poorestFirst) pointsLeft += BigInt(people.count) * BigInt(points)
	for (const { people, points } of poorestFirst) {
		if (stillToPay * BigInt(points) <= people.left * pointsLeft) return { top: stillToPay, bottom: pointsLeft }
		stillToPay -= people.left * BigInt(people.count)
		pointsLeft -= BigInt(people.count) * BigInt(points)
	}
	return null
}

function compare(a: { top: bigint; bottom: bigint }, b: { top: bigint; bottom: bigint }): number {
	const difference = a.top * b.bottom - b.top * a.bottom
	return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function tiesIn(bought: Bought[], support: Map<string, Support>, tieOrder: string[]): Tie[] {
	const ties: Tie[] = []
	bought.forEach(({ project, level }, place) => {
		if (level.length === 1) return
		const others = level.filter((other) => other !== project)
		const sameCost = others.filter((other) => other.cost === project.cost)
		const sameScore = sameCost.filter((other) => support.get(other.id)!.score === support.get(project.id)!.score)
		const ids = level.map(({ id }) => id)
		ties.push({
			kind: 'fund',
			round: place + 1,
			among: tieOrder.filter((id) => ids.includes(id)),
			picked: project.id,
			decidedBy: sameScore.length > 0 ? 'lot' : sameCost.length > 0 ? 'support' : 'cost',
		})
	})
	return ties
}

function endowmentOf(people: People[], pot: bigint, decimals: number, byVoice: boolean) {
	const sizes = new Map<string, number>()
	for (const { voice, count } of people) sizes.set(voice, (sizes.get(voice) ?? 0) + count)
	const share = (size: number) => fractionText(pot, BigInt(size) * BigInt(sizes.size) * 10n ** BigInt(decimals))
	if (!byVoice) return sizes.size > 0 ? share(sizes.get('')!) : '0'
	const names = [...sizes.keys()].sort(inOrderOfCharacters)
	return Object.fromEntries(names.map((voice) => [voice, share(sizes.get(voice)!)]))
}

/** If more voters have more of what they named funded by the greedy rule, the greedy outcome is taken. */
function compareWithGreedy(
	result: Result,
	election: Election,
	notConsidered: { project: string; why: string }[],
	options: Options,
): Result {
	const barred = notConsidered.filter(({ why }) => why === 'below-bar').map(({ project }) => project)
	const allowed = { ...election, choices: election.choices.filter(({ id }) => !barred.includes(id)) }
	const other = greedy(allowed, true, options.threshold, options.tieOrder)
	let preferEqualShares = 0
	let preferGreedy = 0
	for (const ballot of election.ballots) {
		const named = [...ballot.points].filter(([, given]) => given > 0).map(([id]) => id)
		const byShares = named.filter((id) => result.winners.includes(id)).length
		const byGreedy = named.filter((id) => other.winners.includes(id)).length
		if (byShares > byGreedy) preferEqualShares += ballot.count
		if (byGreedy > byShares) preferGreedy += ballot.count
	}
	const kept = preferGreedy > preferEqualShares ? 'greedy' : 'equal-shares'
	const comparison = {
		preferEqualShares,
		preferGreedy,
		kept,
		equalShares: { winners: result.winners, totalCost: result.totalCost },
		greedy: { winners: other.winners, totalCost: other.totalCost },
	}
	if (kept === 'equal-shares') return { ...result, comparison }
	const taken: Result = { ...result, comparison }
	delete taken.reason
	taken.winners = other.winners
	taken.totalCost = other.totalCost
	taken.rounds = other.rounds.map((round) => ({ by: 'greedy', ...(round as object) }))
	taken.ties = other.ties
	return taken
}
