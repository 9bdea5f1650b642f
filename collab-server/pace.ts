/** As long as a room may work before the next has its turn (`roomTurnMs`). */
const quickMs = 5
/** Longer than this, everybody else feels a single one. */
const longMs = 50
const longCreditMs = 1_000
const creditMs = 10_000
const restsFor = 9

/**
 * Whoever sends what takes much of the process's time waits before they are heard again, nine times as long as it took: it has no
 * more than a tenth of the time, over all their lines and documents. All that is done for one frame counts: reading and looking at
 * it, putting it in, answering it.
 *
 * Turns look at the clock between frames. So frames that take no longer than a room's share of a turn are divided fairly however
 * many they are, and are free; nobody's letters, carets and questions in a document of everyday size take longer than a
 * millisecond or two. Longer ones hold up everybody, and count in full, after a credit: sent without end, frames of 40 ms are
 * felt as much as those of 400. Of what takes long at once the first second is given on credit, so that somebody who brings a
 * whole document, as after a backup was put back, goes on typing. Of the rest, and of answers, the first ten: a person with
 * two hundred tabs in a long document loses their line and comes back with all of them.
 */
export class Pace {
	readonly #long = new Debts(longCreditMs)
	readonly #middling = new Debts(creditMs)

	/** `ms` of the process's time went into one frame of this member, or one step of it. */
	spent(memberId: string, ms: number) {
		if (ms > longMs) this.#long.add(memberId, ms)
		else if (ms > quickMs) this.#middling.add(memberId, ms)
	}

	/** It went into an answer, or their part of one. Who asks has no hand in how long that takes. */
	answered(memberId: string, ms: number) {
		if (ms > quickMs) this.#middling.add(memberId, ms)
	}

	/** Milliseconds until the next frame of this member is looked at. */
	restOf(memberId: string): number {
		return Math.max(this.#long.restOf(memberId), this.#middling.restOf(memberId))
	}
}

/** Time that members have had, less what they have waited for it. */
class Debts {
	readonly #owed = new Map<string, { ms: number; since: number }>()
	readonly #creditMs: number

	constructor(creditMs: number) {
		this.#creditMs = creditMs
	}

	add(memberId: string, ms: number) {
		const since = performance.now()
		for (const owing of this.#owed.keys()) if (this.#owedBy(owing, since) <= 0) this.#owed.delete(owing)
		this.#owed.set(memberId, { ms: this.#owedBy(memberId, since) + ms, since })
	}

	restOf(memberId: string): number {
		return Math.max(0, this.#owedBy(memberId, performance.now()) - this.#creditMs) * restsFor
	}

	#owedBy(memberId: string, now: number): number {
		const owed = this.#owed.get(memberId)
		return owed ? owed.ms - (now - owed.since) / restsFor : 0
	}
}

/**
 * Tells the process's own time, of which a machine that is busy with others takes none. To ask the system for it takes longer
 * than to put in a letter, so it is asked where something took long, and beforehand once in a while.
 */
export class Stopwatch {
	readonly #workedMs: number
	#lapFrom = performance.now()

	constructor() {
		this.#workedMs = workedLately(this.#lapFrom)
	}

	/** Milliseconds since the last lap, or since the start; never more than the process has worked since shortly before the start. */
	lap(): number {
		const now = performance.now()
		const ms = now - this.#lapFrom
		this.#lapFrom = now
		return ms <= quickMs ? ms : Math.min(ms, workedMs() - this.#workedMs)
	}
}

const latelyMs = 100
let lately = { at: Number.NEGATIVE_INFINITY, ms: 0 }

/** What `workedMs` was at most `latelyMs` ago. */
function workedLately(now: number): number {
	if (now - lately.at > latelyMs) lately = { at: now, ms: workedMs() }
	return lately.ms
}

function workedMs(): number {
	const { user, system } = process.cpuUsage()
	return (user + system) / 1_000
}
