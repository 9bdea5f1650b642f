import type { Logger } from 'pino'
import type { Metrics } from './metrics.ts'
import { Unreadable } from './opening.ts'
import { reasonOf } from './reason-of.ts'
import type { Opened, Store } from './store.ts'

interface Given {
	store: Store
	metrics: Metrics
	log: Logger
}

/** Opens documents from what is stored, the first time and again, and tells the operator what of it cannot be read. */
export class Opener {
	readonly #given: Given
	/** Documents whose stored state could not be read when it was last tried. */
	readonly #unreadable = new Set<string>()

	constructor(given: Given) {
		this.#given = given
	}

	get unreadable() {
		return this.#unreadable.size
	}

	/** Null when there is no such document. Throws `Unreadable`, or what the database threw. */
	async open(documentId: string): Promise<Opened | null> {
		const { store, metrics, log } = this.#given
		try {
			const opened = await store.open(documentId)
			this.#unreadable.delete(documentId)
			const rows = opened?.quarantined ?? 0
			metrics.quarantined += rows
			if (rows > 0)
				log.error({ documentId, rows }, 'rows of a live document cannot be read and were set aside; the rest is open')
			return opened
		} catch (error) {
			metrics.loadFailures++
			// Every look at its page tries again, since it may be mended at any moment; the log hears of it once.
			if (error instanceof Unreadable && !this.#unreadable.has(documentId)) {
				this.#unreadable.add(documentId)
				log.error({ reason: reasonOf(error), documentId }, howToMend)
			}
			throw error
		}
	}
}

const howToMend =
	'the stored state of a document cannot be read; nothing was overwritten, and people can only read an older copy; run `npx alongside documents check`, then put it back from a backup: docs/operate.md, “A document that cannot be read”'
