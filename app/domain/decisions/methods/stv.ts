import { byName, type Count, type Tie } from './count.ts'
import { settle } from './earlier-stage.ts'
import { largest, smallest } from './exact.ts'
import {
	continuingCandidates,
	hashRankedBallots,
	type Preferences,
	type RankedElection,
	singlePreferences,
} from './ranked.ts'
import type { StvRound } from './rounds.ts'
import { completeTieOrder } from './tie-order.ts'

export const stvEngine = 'scottish-stv/1'

/** Votes are counted in hundred-thousandths: the rules keep five decimals and drop the rest. */
const whole = 100_000n

interface Parcel {
	preferences: Preferences
	/** Place in the order of the candidate who holds it. */
	at: number
	value: bigint
}

interface Stage {
	action: 'first' | 'surplus' | 'exclude'
	candidate: number | null
	value: bigint | null
	totals: bigint[]
	nonTransferable: bigint
	elected: number[]
	byLastVacancies: number[]
}

export interface StvCount extends Count {
	method: 'scottish-stv'
	rounds: readonly StvRound[]
	/** Votes needed: floor(valid / (seats + 1)) + 1. */
	quota: number
	emptySeats: number
}

/**
 * Scottish Local Government Elections Order 2007 (SSI 2007/42, schedule 1, rules 45 to 52): weighted inclusive Gregory, five
 * decimals. All papers of an elected candidate move at surplus × value ÷ total, cut to five decimals; what cannot move, and
 * what the cut loses, is non-transferable. Totals and the non-transferable add up to the valid ballots at every stage.
 */
export function countStv(election: RankedElection, given: readonly string[] = []): StvCount {
	const names = continuingCandidates(election)
	const tieOrder = completeTieOrder(given, names)
	const { preferences, ballots } = singlePreferences(election, names)
	const quota = Number(BigInt(ballots.counted) / BigInt(election.seats + 1)) + 1
	const round = new Round(names, preferences, election.seats, BigInt(quota) * whole, tieOrder)
	const stages = ballots.counted > 0 ? round.count() : []
	const winners = stages.flatMap(({ elected }) => elected).map((candidate) => names[candidate]!)
	return {
		method: 'scottish-stv',
		options: { seats: election.seats, equalRanks: 'stop', skippedRanks: 'close-up' },
		tieOrder,
		winners,
		...(ballots.counted === 0
			? { reason: 'nobody-voted' as const }
			: winners.length < election.seats && { reason: 'fewer-candidates-than-seats' as const }),
		rounds: stages.map((stage) => ({
			action: stage.action,
			candidate: stage.candidate === null ? null : names[stage.candidate]!,
			...(stage.value !== null && { surplus: decimals(stage.value) }),
			votes: byName(names, (_, candidate) => decimals(stage.totals[candidate]!)),
			nonTransferable: decimals(stage.nonTransferable),
			elected: stage.elected.map((candidate) => names[candidate]!),
			byLastVacancies: stage.byLastVacancies.map((candidate) => names[candidate]!),
		})),
		ties: round.ties,
		ballots,
		ballotsHash: hashRankedBallots(election.ballots),
		quota,
		emptySeats: ballots.counted > 0 ? election.seats - winners.length : 0,
	}
}

function decimals(votes: bigint): string {
	return `${votes / whole}.${`${votes % whole}`.padStart(5, '0')}`
}

class Round {
	readonly ties: Tie[] = []
	readonly #names: readonly string[]
	readonly #quota: bigint
	readonly #tieOrder: readonly string[]
	readonly #lot: number[]
	readonly #parcels: Parcel[][]
	readonly #totals: bigint[]
	readonly #status: ('continuing' | 'elected' | 'excluded')[]
	/** Elected with more than the quota, still to be moved. */
	#surpluses: number[] = []
	#nonTransferable = 0n
	#vacancies: number
	#stages: Stage[] = []

	constructor(
		names: readonly string[],
		preferences: readonly Preferences[],
		seats: number,
		quota: bigint,
		tieOrder: readonly string[],
	) {
		this.#names = names
		this.#quota = quota
		this.#tieOrder = tieOrder
		this.#lot = names.map((name) => tieOrder.indexOf(name))
		this.#parcels = names.map(() => [])
		this.#totals = names.map(() => 0n)
		this.#status = names.map(() => 'continuing')
		this.#vacancies = seats
		for (const ballot of preferences) this.#give({ preferences: ballot, at: -1, value: whole })
	}

	count(): Stage[] {
		this.#close('first', null, null)
		while (this.#vacancies > 0 && this.#continuing().length > 0) {
			const largest = this.#largestSurplus()
			if (largest === null) this.#exclude()
			else this.#transferSurplus(largest)
		}
		return this.#stages
	}

	#continuing() {
		return this.#names.map((_, candidate) => candidate).filter((candidate) => this.#status[candidate] === 'continuing')
	}

	/** To the next continuing candidate on the papers; true if there is one. */
	#give({ preferences, at, value }: Parcel): boolean {
		for (let next = at + 1; next < preferences.order.length; next++) {
			const candidate = preferences.order[next]!
			if (this.#status[candidate] !== 'continuing') continue
			this.#parcels[candidate]!.push({ preferences, at: next, value })
			this.#totals[candidate]! += BigInt(preferences.weight) * value
			return true
		}
		return false
	}

	#largestSurplus(): number | null {
		if (this.#surpluses.length === 0) return null
		const most = largest(this.#surpluses.map((candidate) => this.#totals[candidate]!))
		return this.#pick(
			'surplus',
			this.#surpluses.filter((candidate) => this.#totals[candidate] === most),
		)
	}

	#transferSurplus(candidate: number) {
		const total = this.#totals[candidate]!
		const surplus = total - this.#quota
		const before = this.#sum()
		this.#surpluses = this.#surpluses.filter((other) => other !== candidate)
		this.#totals[candidate] = this.#quota
		for (const parcel of this.#parcels[candidate]!) this.#give({ ...parcel, value: (surplus * parcel.value) / total })
		this.#parcels[candidate] = []
		this.#nonTransferable += before - this.#sum()
		this.#close('surplus', candidate, surplus)
	}

	#exclude() {
		const continuing = this.#continuing()
		const fewest = smallest(continuing.map((candidate) => this.#totals[candidate]!))
		const candidate = this.#pick(
			'exclude',
			continuing.filter((other) => this.#totals[other] === fewest),
		)
		this.#status[candidate] = 'excluded'
		this.#totals[candidate] = 0n
		for (const parcel of this.#parcels[candidate]!)
			if (!this.#give(parcel)) this.#nonTransferable += BigInt(parcel.preferences.weight) * parcel.value
		this.#parcels[candidate] = []
		this.#close('exclude', candidate, null)
	}

	#sum() {
		return this.#totals.reduce((sum, votes) => sum + votes, 0n)
	}

	#pick(kind: 'surplus' | 'exclude', level: readonly number[]): number {
		if (level.length === 1) return level[0]!
		const { picked, decidedBy } = settle(level, kind === 'surplus' ? 'best' : 'worst', this.#history(), this.#lot)
		this.ties.push({
			kind,
			round: this.#stages.length + 1,
			among: this.#tieOrder.filter((name) => level.includes(this.#names.indexOf(name))),
			picked: this.#names[picked]!,
			decidedBy,
		})
		return picked
	}

	#history() {
		return this.#stages.map(({ totals }) => totals)
	}

	/** Ends a stage: who has the quota is elected; if as many are left as there are vacancies, so are they. */
	#close(action: Stage['action'], candidate: number | null, value: bigint | null) {
		const stage: Stage = {
			action,
			candidate,
			value,
			totals: [...this.#totals],
			nonTransferable: this.#nonTransferable,
			elected: [],
			byLastVacancies: [],
		}
		this.#stages.push(stage)
		this.#elect(
			stage,
			this.#continuing().filter((other) => this.#totals[other]! >= this.#quota),
		)
		const left = this.#continuing()
		if (this.#vacancies > 0 && left.length > 0 && left.length <= this.#vacancies)
			stage.byLastVacancies = this.#elect(stage, left)
	}

	/** Most votes first; level, who was ahead earlier. */
	#elect(stage: Stage, candidates: readonly number[]): number[] {
		const waiting = [...candidates]
		const elected: number[] = []
		while (waiting.length) {
			const most = largest(waiting.map((candidate) => this.#totals[candidate]!))
			const level = waiting.filter((candidate) => this.#totals[candidate] === most)
			const next = level.length === 1 ? level[0]! : settle(level, 'best', this.#history(), this.#lot).picked
			waiting.splice(waiting.indexOf(next), 1)
			elected.push(next)
			this.#status[next] = 'elected'
			this.#vacancies--
			if (this.#totals[next]! > this.#quota) this.#surpluses.push(next)
		}
		stage.elected.push(...elected)
		return elected
	}
}
