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

	/** It is now part of the document. Returns the row to write: a new run, or one that grew. */
	credit(writing: Writing): Writing {
		const { client, clock, end, memberId } = writing
		const run = this.#runs.get(client)
		const grown =
			run?.memberId === memberId && run.end === clock ? { client, clock: run.clock, end, memberId } : writing
		this.#runs.set(client, grown)
		return grown
	}
}
