import { byCodeUnit } from './count.ts'
import { amountOf, type Exact, exact, exactText, less, plus, times } from './exact.ts'

/** People with the same ballot (and voice, where voices have their own part): they always have the same left. */
export interface Purse {
	people: number
	voice: string
	choices: readonly string[]
	/** What they gave to each of these, where a project is paid for by points. */
	points?: readonly number[]
	began: string
	left: string
}

/** One purchase as somebody with a pencil would follow it. Money is exact text in pounds: `6000`, `1000/3`. */
export interface ShareStep {
	project: string
	cost: string
	/** What each who can pays; where projects are paid for by points, for each point. */
	price: string
	/** Who chose it, by what they had, and by the points they gave it where these count: what they paid and what is left to them. */
	payers: { people: number; voice: string; points?: number; had: string; paid: string; left: string }[]
	/** What else could still have been bought, and its price; null: they could not. */
	others: { project: string; cost: string; price: string | null; together: string }[]
}

/** What somebody chose and nobody bought, at the moment that decided it: what they have only falls. */
export interface Unbought {
	project: string
	cost: string
	people: number
	/** What they had together at first. */
	began: string
	/** What they had paid until then for other projects that they chose too, in the order of the purchases. */
	spent: { project: string; people: number; paid: string }[]
	/** The purchase after which its people had too little; null: they had too little from the start. */
	after: string | null
	/** What they had together then: `began` less what was `spent`. And how much that is too little. */
	together: string
	short: string
}

export interface FollowedShares {
	steps: ShareStep[]
	/** What everybody is left with, equal ballots together. */
	purses: Purse[]
	unbought: Unbought[]
}

export interface SharesToFollow {
	/** As published: equal ballots together. */
	ballots: readonly { count?: number; voice?: string; points?: { readonly [choice: string]: number } }[]
	projects: readonly { id: string; cost: string }[]
	/** What each began with; by voice where voices have their own part. */
	perVoter: string | { readonly [voice: string]: string }
	/** The purchases the engine made, in their order, with the price of each. */
	purchases: readonly { project: string; cost: string; price: string }[]
	/** Whether each step also says what else could have been bought: dear where there are very many. */
	withOthers?: boolean
	/** Whoever gave twice as many points pays twice as much. Without it a project is paid for by everybody alike. */
	byPoints?: boolean
}

/**
 * Follows a count of equal shares from its published account: takes each price from whoever chose the project, or all they have
 * left if that is less. Every step is checked to pay exactly the cost, so a wrong account is an error and not a wrong page.
 */
export function followShares({
	ballots,
	projects,
	perVoter,
	purchases,
	withOthers = true,
	byPoints = false,
}: SharesToFollow): FollowedShares {
	const purses = pursesOf(ballots, projects, { perVoter, byPoints })
	const bought = new Set<string>()
	const willBe = new Set(purchases.map(({ project }) => project))
	const missed = new Map<string, Unbought>()
	const findMissed = () => {
		for (const project of projects)
			if (!willBe.has(project.id) && !missed.has(project.id)) {
				const found = missedOf(project, purses, [...bought])
				if (found) missed.set(project.id, found)
			}
	}
	findMissed()
	const steps = purchases.map(({ project, cost, price }): ShareStep => {
		const others = (withOthers ? projects : [])
			.filter(({ id }) => id !== project && !bought.has(id))
			.map((other) => offerOf(other, purses))
			.filter(({ people }) => people > 0)
			.map(({ people: _people, ...offer }) => offer)
		const each = amountOf(price)
		const payers = new Map<string, ShareStep['payers'][number]>()
		let paidInAll = exact(0n)
		for (const purse of purses) {
			const points = pointsFor(project, purse)
			if (points === 0) continue
			const had = purse.left
			const due = times(each, points)
			const paid = isLess(had, due) ? had : due
			purse.left = less(had, paid)
			if (paid.n > 0n) purse.paid.push({ project, paid })
			paidInAll = plus(paidInAll, times(paid, purse.people))
			const line = {
				voice: purse.voice,
				...(byPoints && { points }),
				had: exactText(had),
				paid: exactText(paid),
				left: exactText(purse.left),
			}
			const key = `${line.voice} ${points} ${line.had}`
			payers.set(key, { people: (payers.get(key)?.people ?? 0) + purse.people, ...line })
		}
		if (isLess(paidInAll, amountOf(cost)) || isLess(amountOf(cost), paidInAll))
			throw new Error(`${project} costs ${cost} and ${exactText(paidInAll)} is paid`)
		bought.add(project)
		findMissed()
		const richestFirst = [...payers.values()].sort(
			(a, b) =>
				compare(amountOf(b.had), amountOf(a.had)) || (b.points ?? 1) - (a.points ?? 1) || byCodeUnit(a.voice, b.voice),
		)
		return { project, cost, price, payers: richestFirst, others }
	})
	return {
		steps,
		purses: purses.map(({ began, left, paid: _paid, ...purse }) => ({
			...purse,
			began: exactText(began),
			left: exactText(left),
		})),
		unbought: projects.flatMap(({ id }) => missed.get(id) ?? []),
	}
}

type Counted = Omit<Purse, 'began' | 'left'> & {
	began: Exact
	left: Exact
	/** What each of them paid so far. */
	paid: { project: string; paid: Exact }[]
}

function pursesOf(
	ballots: SharesToFollow['ballots'],
	projects: SharesToFollow['projects'],
	{ perVoter, byPoints }: { perVoter: SharesToFollow['perVoter']; byPoints: boolean },
): Counted[] {
	const purses = new Map<string, Counted>()
	const byVoice = typeof perVoter !== 'string'
	for (const { count = 1, voice = '', points = {} } of ballots) {
		const counts = (id: string) => Object.hasOwn(points, id) && points[id]! > 0
		const choices = projects.map(({ id }) => id).filter(counts)
		const given = byPoints ? { points: choices.map((id) => points[id]!) } : {}
		const own = byVoice ? voice : ''
		const key = JSON.stringify([own, choices, given])
		const purse = purses.get(key)
		if (purse) purse.people += count
		else {
			const began = amountOf(byVoice ? (perVoter[voice] ?? '0') : perVoter)
			purses.set(key, { people: count, voice: own, choices, ...given, began, left: began, paid: [] })
		}
	}
	return [...purses.values()].sort((a, b) => b.people - a.people || byCodeUnit(a.choices.join(), b.choices.join()))
}

/** What it counts for when somebody pays for it: nothing where they did not choose it. */
function pointsFor(project: string, { choices, points }: Counted): number {
	const at = choices.indexOf(project)
	return at < 0 ? 0 : (points?.[at] ?? 1)
}

/** The price at which those who chose it pay its cost together: the poorest, for their points, give all while they have less than the rest. */
function offerOf({ id, cost }: SharesToFollow['projects'][number], purses: readonly Counted[]) {
	const supporters = purses.filter(({ choices }) => choices.includes(id))
	const people = supporters.reduce((sum, purse) => sum + purse.people, 0)
	const together = supporters.reduce((sum, purse) => plus(sum, times(purse.left, purse.people)), exact(0n))
	const offer = { project: id, cost, together: exactText(together), people }
	if (isLess(together, amountOf(cost))) return { ...offer, price: null }
	let toPay = amountOf(cost)
	const each = supporters
		.map((purse) => ({ purse, points: pointsFor(id, purse) }))
		.map(({ purse, points }) => ({ purse, points, canPay: exact(purse.left.n, purse.left.d * BigInt(points)) }))
	let left = each.reduce((sum, { purse, points }) => sum + purse.people * points, 0)
	for (const { purse, points, canPay } of each.sort((a, b) => compare(a.canPay, b.canPay))) {
		const price = exact(toPay.n, toPay.d * BigInt(left))
		if (!isLess(canPay, price)) return { ...offer, price: exactText(price) }
		toPay = less(toPay, times(purse.left, purse.people))
		left -= purse.people * points
	}
	return { ...offer, price: null }
}

/** Null while its people could still pay for it, and where nobody chose it. */
function missedOf(
	{ id, cost }: SharesToFollow['projects'][number],
	purses: readonly Counted[],
	bought: readonly string[],
): Unbought | null {
	const supporters = purses.filter(({ choices }) => choices.includes(id))
	const people = supporters.reduce((sum, purse) => sum + purse.people, 0)
	const together = supporters.reduce((sum, purse) => plus(sum, times(purse.left, purse.people)), exact(0n))
	const short = less(amountOf(cost), together)
	if (people === 0 || short.n <= 0n) return null
	const began = supporters.reduce((sum, purse) => plus(sum, times(purse.began, purse.people)), exact(0n))
	return {
		project: id,
		cost,
		people,
		began: exactText(began),
		spent: spentBy(supporters, bought),
		after: bought.at(-1) ?? null,
		together: exactText(together),
		short: exactText(short),
	}
}

function spentBy(supporters: readonly Counted[], bought: readonly string[]): Unbought['spent'] {
	const spent = new Map<string, { people: number; paid: Exact }>()
	for (const { people, paid: payments } of supporters)
		for (const { project, paid } of payments) {
			const before = spent.get(project) ?? { people: 0, paid: exact(0n) }
			spent.set(project, { people: before.people + people, paid: plus(before.paid, times(paid, people)) })
		}
	return bought.flatMap((project) => {
		const by = spent.get(project)
		return by ? [{ project, people: by.people, paid: exactText(by.paid) }] : []
	})
}

function compare(a: Exact, b: Exact): number {
	const difference = a.n * b.d - b.n * a.d
	return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function isLess(a: Exact, b: Exact): boolean {
	return compare(a, b) < 0
}
