import type { Range } from './ranges.ts'

export interface Writing extends Range {
	memberId: string
}

/**
 * Who first brought which structs. The author is the member whose connection (or form) brought them: not the client id,
 * which anybody can claim. Words written offline that travel through another person's connection are that person's
 * bringing, as if they had read them out.
 */
export class Authors {
	/** The last run of each client, so that typing on makes one row longer instead of one row each keystroke. */
	readonly #runs = new Map<number, Writing>()
	/** Structs that came before what they stand on. Whoever brought them first keeps them when they settle in. */
	#early: Writing[] = []

	/** `brought` could not be settled in yet. */
	expect(brought: readonly Range[], memberId: string) {
		for (const range of brought)
			if (!this.#early.some((early) => covers(early, range))) this.#early.push({ ...range, memberId })
	}

	get waiting(): readonly Range[] {
		return this.#early
	}

	forget() {
		this.#early = []
	}

	/** `settled` is now part of the document. Returns the rows to write: new runs, and runs that grew. */
	credit(settled: Range, memberId: string): Writing[] {
		const { client, clock, end } = settled
		const early = this.#early.filter((one) => overlaps(one, settled))
		if (early.length === 0) return [this.#extend({ client, clock, end, memberId })]
		this.#early = this.#early.filter((one) => one.client !== settled.client || one.end > settled.end)
		return cut(settled, memberId, early).map((part) => this.#extend(part))
	}

	#extend(writing: Writing): Writing {
		const { client, clock, end, memberId } = writing
		const run = this.#runs.get(client)
		const grown =
			run?.memberId === memberId && run.end === clock ? { client, clock: run.clock, end, memberId } : writing
		this.#runs.set(client, grown)
		return grown
	}
}

function cut(settled: Range, memberId: string, early: readonly Writing[]): Writing[] {
	const parts: Writing[] = []
	const edges = new Set([settled.clock, settled.end])
	for (const { clock, end } of early)
		for (const edge of [clock, end]) if (edge > settled.clock && edge < settled.end) edges.add(edge)
	const marks = [...edges].sort((a, b) => a - b)
	for (let at = 0; at + 1 < marks.length; at++) {
		const part = { client: settled.client, clock: marks[at]!, end: marks[at + 1]! }
		parts.push({ ...part, memberId: early.find((one) => covers(one, part))?.memberId ?? memberId })
	}
	return parts
}

function overlaps(one: Range, other: Range) {
	return one.client === other.client && one.clock < other.end && other.clock < one.end
}

function covers(one: Range, other: Range) {
	return one.client === other.client && one.clock <= other.clock && other.end <= one.end
}
