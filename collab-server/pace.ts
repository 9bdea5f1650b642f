const freeMs = 50
const restsFor = 9

/**
 * Whoever sends an edit that takes much of the process's time waits before they are heard again, nine times as long as it
 * took: such edits of one member have no more than a tenth of it, over all their lines and documents. An ordinary edit takes
 * under a millisecond and costs no wait; that many of those do not hold up others is the turns' business.
 */
export class Pace {
	readonly #until = new Map<string, number>()

	/** `ms` of the process's time went into one edit of this member. */
	spent(memberId: string, ms: number) {
		if (ms <= freeMs) return
		const now = performance.now()
		for (const [resting, until] of this.#until) if (until <= now) this.#until.delete(resting)
		this.#until.set(memberId, Math.max(this.#until.get(memberId) ?? 0, now) + ms * restsFor)
	}

	/** Milliseconds until the next edit of this member is looked at. */
	restOf(memberId: string): number {
		const until = this.#until.get(memberId)
		return until === undefined ? 0 : Math.max(0, until - performance.now())
	}
}

/** Tells the process's own time, of which a machine that is busy with others takes none. */
export class Stopwatch {
	readonly #cpu = process.cpuUsage()
	#lapFrom = performance.now()

	/** Milliseconds since the last lap, or since the start; never more than the process has worked since the start. */
	lap(): number {
		const now = performance.now()
		const ms = now - this.#lapFrom
		this.#lapFrom = now
		if (ms <= freeMs) return ms
		const { user, system } = process.cpuUsage(this.#cpu)
		return Math.min(ms, (user + system) / 1_000)
	}
}
