import type { Table } from './equal-shares-table.ts'
import { gcd, largest } from './exact.ts'

/** One project bought: the price of a point is `price.n / price.d` in the election's smallest unit of money. */
export interface Purchase {
	project: number
	price: { n: bigint; d: bigint }
	/** Voters who paid the full price, and voters who gave all they had left, which was less. */
	paidInFull: number
	gaveTheRest: number
	/** All at the same rho, this one among them. */
	level: number[]
}

/** A whole number of this many units stands for the largest amount in play; products stay under 2^53. */
const UNITS = 2n ** 50n

/**
 * One run of the method of equal shares (Peters, Pierczyński and Skowron 2021) in which everybody starts with an equal part
 * of `pot`, or of their voice's equal part. Exact: each voter's money is known as a pair of whole-number bounds, good enough
 * to decide nearly everything; whatever lies between the bounds is decided with big integers. This is possible at small cost
 * because a voter with money left has paid the full price of every project they named that was bought, so what a set of
 * voters have left is a short sum: endowments less prices, times whole numbers.
 *
 * Stops early, giving null, when the purchases cost more than `limit`.
 */
export function run(table: Table, pot: bigint, limit: bigint, detail = false): Purchase[] | null {
	return new Run(table, pot).purchases(limit, detail)
}

class Run {
	readonly #table: Table
	/** Common denominator of every exact amount below, in the smallest unit of money. */
	#over: bigint
	#endowment: bigint[]
	#price: bigint[]
	readonly #bought: Uint8Array
	readonly #spent: Uint8Array
	readonly #low: Float64Array
	readonly #high: Float64Array
	readonly #largest: bigint
	readonly #worthIsOne: boolean
	/** Supporters of a project before this place could still pay the full price; those after it cannot, and never will. */
	readonly #rich: Int32Array
	/** Points of the rich: what the price is shared by. */
	readonly #sharing: Float64Array
	/** Bounds of rho, in a unit that is the same for all projects. */
	readonly #atLeast: Float64Array
	readonly #atMost: Float64Array
	#alive: number[]
	/** What the poor of the project now looked at have left together, at least and at most. */
	#poorLow = 0
	#poorHigh = 0

	constructor(table: Table, pot: bigint) {
		this.#table = table
		const { projects, voters, supporters, purse, pointsOf } = table
		const purses = BigInt(voters.length || 1)
		this.#over = voters.reduce((product, size) => product * (size || 1n), purses)
		this.#endowment = voters.map((size) => (size ? (pot * this.#over) / (purses * size) : 0n))
		const most = largest(this.#endowment) / this.#over
		this.#largest = largest([...projects.map(({ cost }) => cost), most]) + 1n
		this.#worthIsOne = table.worth.every((worth) => worth === 1n)
		this.#price = projects.map(() => 0n)
		this.#bought = new Uint8Array(projects.length)
		this.#spent = new Uint8Array(purse.length)
		const floors = this.#endowment.map((amount) => this.#units(amount, this.#over))
		this.#low = Float64Array.from(purse, (of) => floors[of]!)
		this.#high = Float64Array.from(purse, (of) => floors[of]! + 1)
		this.#rich = Int32Array.from(supporters, ({ group }) => group.length)
		this.#sharing = new Float64Array(projects.length)
		this.#alive = projects.map((_, project) => project).filter((project) => pointsOf[project]! > 0)
		this.#atLeast = Float64Array.from(projects, ({ cost }, project) =>
			this.#rho(project, this.#units(cost, BigInt(pointsOf[project]! || 1))),
		)
		this.#atMost = new Float64Array(projects.length)
	}

	/** A price in units, per unit of worth: under 2^53, because no price is above the cost and worth is the cost or one. */
	#rho(project: number, price: number): number {
		const worth = this.#table.worth[project]!
		return this.#worthIsOne ? price : Number((BigInt(price) * this.#largest * 2n) / worth)
	}

	purchases(limit: bigint, detail: boolean): Purchase[] | null {
		const purchases: Purchase[] = []
		let cost = 0n
		for (;;) {
			const level = this.#cheapest()
			if (level.length === 0) return purchases
			const project = level.reduce((best, other) => (this.#table.rank[other]! < this.#table.rank[best]! ? other : best))
			cost += this.#table.projects[project]!.cost
			if (cost > limit) return null
			purchases.push(this.#buy(project, level, detail))
		}
	}

	/** The projects at the least rho; none when nothing can be paid for. */
	#cheapest(): number[] {
		const atLeast = this.#atLeast
		const atMost = this.#atMost
		// What a project costs its supporters only rises, so the last known bound still holds and most need no new look.
		this.#alive.sort((a, b) => atLeast[a]! - atLeast[b]! || a - b)
		let best: number | null = null
		const seen: number[] = []
		const lost = new Set<number>()
		for (const project of this.#alive) {
			if (best !== null && atLeast[project]! > best) break
			if (!this.#evaluate(project)) lost.add(project)
			else {
				seen.push(project)
				if (best === null || atMost[project]! < best) best = atMost[project]!
			}
		}
		if (lost.size) this.#alive = this.#alive.filter((project) => !lost.has(project))
		const near = seen.filter((project) => atLeast[project]! <= best!)
		return near.length > 1 ? this.#exactlyCheapest(near) : near
	}

	#exactlyCheapest(near: readonly number[]): number[] {
		const { worth } = this.#table
		let level: number[] = []
		let least = { n: 0n, d: 1n }
		for (const project of near) {
			const rho = { n: this.#toShare(project), d: BigInt(this.#sharing[project]!) * worth[project]! }
			const difference = level.length ? rho.n * least.d - least.n * rho.d : -1n
			if (difference < 0n) {
				level = [project]
				least = rho
			} else if (difference === 0n) level.push(project)
		}
		return level
	}

	/**
	 * Finds who could pay the full price of a project and sets the bounds of its rho. Starting from those who could last time,
	 * the price is the cost less what the poor have, over the points of the rich; whoever has less than that is poor too, and
	 * so on. False when its supporters cannot pay for it together.
	 */
	#evaluate(project: number): boolean {
		const cost = this.#units(this.#table.projects[project]!.cost, 1n)
		this.#addUp(project)
		while (this.#rich[project]! > 0) {
			const sharing = BigInt(this.#sharing[project]!)
			// Bounds one unit wider than the division makes them: the cost in units is itself cut.
			const low = Math.max(0, Number(BigInt(cost - this.#poorHigh) / sharing) - 1)
			const high = Math.max(0, Number(BigInt(cost + 1 - this.#poorLow) / sharing) + 1)
			const unsure = this.#sortOut(project, low, high)
			if (unsure === null || this.#sortOutExactly(project, unsure)) continue
			this.#atLeast[project] = this.#rho(project, low)
			this.#atMost[project] = this.#rho(project, high) + 1
			return true
		}
		return false
	}

	#addUp(project: number) {
		const { supporters, weight } = this.#table
		const { group, points } = supporters[project]!
		const rich = this.#rich[project]!
		let sharing = 0
		let low = 0
		let high = 0
		for (let at = 0; at < rich; at++) sharing += weight[group[at]!]! * points[at]!
		for (let at = rich; at < group.length; at++) {
			low += weight[group[at]!]! * this.#low[group[at]!]!
			high += weight[group[at]!]! * this.#high[group[at]!]!
		}
		this.#sharing[project] = sharing
		this.#poorLow = low
		this.#poorHigh = high
	}

	/** Who cannot pay is moved to the poor; null if anybody was, else the places of those the bounds say nothing about. */
	#sortOut(project: number, priceLow: number, priceHigh: number): number[] | null {
		const { group, points } = this.#table.supporters[project]!
		const before = this.#rich[project]!
		const unsure: number[] = []
		for (let at = 0; at < this.#rich[project]!; ) {
			if (this.#high[group[at]!]! < priceLow * points[at]!) this.#becomesPoor(project, at)
			else {
				if (this.#low[group[at]!]! < priceHigh * points[at]!) unsure.push(at)
				at++
			}
		}
		return this.#rich[project] === before ? unsure : null
	}

	/** The same for those, without rounding. True if anybody was moved. */
	#sortOutExactly(project: number, unsure: number[]): boolean {
		if (unsure.length === 0) return false
		const { group, points } = this.#table.supporters[project]!
		const before = this.#rich[project]!
		const toShare = this.#toShare(project)
		const sharing = BigInt(this.#sharing[project]!)
		// From the back, so that moving one does not move another that is still to be looked at.
		for (const at of unsure.reverse())
			if (this.#left(group[at]!) * sharing < toShare * BigInt(points[at]!)) this.#becomesPoor(project, at)
		return this.#rich[project] !== before
	}

	#becomesPoor(project: number, at: number) {
		const { supporters, weight } = this.#table
		const { group, points } = supporters[project]!
		const of = group[at]!
		const given = points[at]!
		const last = --this.#rich[project]!
		this.#sharing[project]! -= weight[of]! * given
		this.#poorLow += weight[of]! * this.#low[of]!
		this.#poorHigh += weight[of]! * this.#high[of]!
		group[at] = group[last]!
		points[at] = points[last]!
		group[last] = of
		points[last] = given
	}

	#buy(project: number, level: number[], detail: boolean): Purchase {
		const { supporters, weight, projects } = this.#table
		const { group, points } = supporters[project]!
		const rich = this.#rich[project]!
		const toShare = this.#toShare(project)
		const sharing = BigInt(this.#sharing[project]!)
		const price = { n: toShare, d: sharing * this.#over }
		let paidInFull = 0
		let gaveTheRest = 0
		if (detail) {
			for (let at = 0; at < rich; at++) paidInFull += weight[group[at]!]!
			for (let at = rich; at < group.length; at++) if (this.#left(group[at]!) > 0n) gaveTheRest += weight[group[at]!]!
		}

		const common = gcd(toShare, sharing)
		const finer = sharing / common
		if (finer !== 1n) {
			this.#over *= finer
			this.#endowment = this.#endowment.map((amount) => amount * finer)
			for (let of = 0; of < projects.length; of++) if (this.#bought[of]) this.#price[of]! *= finer
		}
		this.#price[project] = toShare / common
		this.#bought[project] = 1
		this.#alive = this.#alive.filter((other) => other !== project)

		const priceLow = this.#units(price.n, price.d)
		for (let at = 0; at < rich; at++) {
			const of = group[at]!
			this.#low[of] = Math.max(0, this.#low[of]! - (priceLow + 1) * points[at]!)
			this.#high[of] = this.#high[of]! - priceLow * points[at]!
		}
		for (let at = rich; at < group.length; at++) {
			this.#spent[group[at]!] = 1
			this.#low[group[at]!] = 0
			this.#high[group[at]!] = 0
		}
		return { project, price, paidInFull, gaveTheRest, level }
	}

	/** What the rich have to share: the cost less all that the poor have left, over `#over`. */
	#toShare(project: number): bigint {
		const { supporters, projects, choices, points, purse, weight, voters } = this.#table
		const { group } = supporters[project]!
		const people = new Float64Array(voters.length)
		const paid = new Float64Array(projects.length)
		for (let at = this.#rich[project]!; at < group.length; at++) {
			const of = group[at]!
			if (this.#spent[of]) continue
			people[purse[of]!]! += weight[of]!
			for (let choice = 0; choice < choices[of]!.length; choice++)
				if (this.#bought[choices[of]![choice]!]) paid[choices[of]![choice]!]! += weight[of]! * points[of]![choice]!
		}
		let amount = projects[project]!.cost * this.#over
		for (let of = 0; of < people.length; of++) if (people[of]) amount -= BigInt(people[of]!) * this.#endowment[of]!
		for (let of = 0; of < paid.length; of++) if (paid[of]) amount += BigInt(paid[of]!) * this.#price[of]!
		return amount
	}

	/** What one voter of a group has left, over `#over`. */
	#left(of: number): bigint {
		if (this.#spent[of]) return 0n
		const { choices, points, purse } = this.#table
		let amount = this.#endowment[purse[of]!]!
		for (let choice = 0; choice < choices[of]!.length; choice++)
			if (this.#bought[choices[of]![choice]!])
				amount -= BigInt(points[of]![choice]!) * this.#price[choices[of]![choice]!]!
		return amount
	}

	#units(n: bigint, d: bigint): number {
		return Number((n * UNITS) / (d * this.#largest))
	}
}
