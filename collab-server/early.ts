import type { Connection } from './connection.ts'
import type { Edit } from './edit.ts'

/** An edit of which a part stands on something that is not here: any of `ground` must come before it can go on. */
export interface EarlyEdit extends Edit {
	from: Connection
	ground: readonly [client: number, clock: number][]
}

type ClockOf = (client: number) => number

/**
 * Edits that came before what they stand on: a frame was lost, or after a backup was put back two people who answered each
 * other bring their words at once, each their own. They stay the edits of who brought them, who answers for them and
 * is asked meanwhile for all that we lack. Kept within Yjs they would come in with a letter of somebody else.
 */
export class Early {
	readonly #mostBytes: number
	#edits: EarlyEdit[] = []
	#bytes = 0
	/** Whether any could go on, when the document had come to this. */
	#looked = { upTo: -1, isReady: false }

	constructor(mostBytes: number) {
		this.#mostBytes = mostBytes
	}

	get bringers(): Connection[] {
		return this.#edits.map(({ from }) => from)
	}

	/** What is too much is let go: it is asked for again. */
	keep(edits: readonly EarlyEdit[]) {
		for (const edit of edits) {
			if (this.#bytes + edit.update.length > this.#mostBytes) continue
			this.#edits.push(edit)
			this.#bytes += edit.update.length
		}
		this.#looked.upTo = -1
	}

	/** `upTo`: the last update of the document, which changes whenever a clock does. */
	isReady(upTo: number, clockOf: ClockOf): boolean {
		if (this.#looked.upTo !== upTo)
			this.#looked = { upTo, isReady: this.#edits.some((edit) => hasGround(edit, clockOf)) }
		return this.#looked.isReady
	}

	/** All of the first who can go on. */
	takeReady(clockOf: ClockOf): EarlyEdit[] {
		const first = this.#edits.find((edit) => hasGround(edit, clockOf))
		return first ? this.#take((edit) => edit.from === first.from && hasGround(edit, clockOf)) : []
	}

	forget(bringer: Connection) {
		this.#take(({ from }) => from === bringer)
	}

	#take(isTaken: (edit: EarlyEdit) => boolean): EarlyEdit[] {
		const taken = this.#edits.filter(isTaken)
		this.#edits = this.#edits.filter((edit) => !isTaken(edit))
		for (const { update } of taken) this.#bytes -= update.length
		this.#looked.upTo = -1
		return taken
	}
}

function hasGround({ ground }: EarlyEdit, clockOf: ClockOf): boolean {
	return ground.some(([client, clock]) => clockOf(client) > clock)
}
