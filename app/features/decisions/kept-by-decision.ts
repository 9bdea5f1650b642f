/** What follows from a closed vote never changes, and may take seconds to work out: the latest are kept, by the vote’s id. */
export class KeptByDecision<Worked> {
	readonly #kept = new Map<string, Worked>()
	readonly #most: number

	constructor(most: number) {
		this.#most = most
	}

	of(id: string, work: () => Worked): Worked {
		if (this.#kept.has(id)) return this.#kept.get(id)!
		return this.#keep(id, work())
	}

	/** The same where there is something to read first. */
	async later(id: string, work: () => Promise<Worked>): Promise<Worked> {
		if (this.#kept.has(id)) return this.#kept.get(id)!
		return this.#keep(id, await work())
	}

	#keep(id: string, worked: Worked): Worked {
		this.#kept.set(id, worked)
		for (const oldest of this.#kept.keys()) {
			if (this.#kept.size <= this.#most) break
			this.#kept.delete(oldest)
		}
		return worked
	}
}
