/** The words as they stand: the whole document as one Yjs update (V1), durable edits and no others. */
export interface LiveWords {
	state: Uint8Array
	/** The history they belong to. It rises when the document is rebuilt without its past. */
	generation: number
}

/**
 * What is stored cannot be read, and nothing was overwritten. `last` is the latest whole copy of the words that can still
 * be read, with the moment it was taken; null when there is none.
 */
export interface UnreadableWords {
	refused: 'unreadable'
	last: { state: Uint8Array; at: Date } | null
}

export type MergeRefusal =
	/** The document has no room for it: 10 MB of words and history, which only taking words out or rebuilding makes less. */
	| 'document-full'
	/** Lists in lists, or anything in anything, deeper than every browser could carry. */
	| 'too-deep'
	/** To put it in place would hold the server: too much was written unseen at one place. */
	| 'tangled'
	| 'malformed'
	/** It stands on words that are not in the document: those of another history. */
	| 'not-here'
	/** The document was rebuilt since the words it stands on were read. */
	| 'rebuilt'
	| 'unreadable'
	/** The database did not answer in time. It may still store it. */
	| 'not-in-time'

/** A run of one member's words in one paragraph. `memberId` is null when nobody knows any more. */
export interface Passage {
	sectionId: string
	memberId: string | null
	words: string
}

/**
 * What the app asks of the live documents. The collab server keeps this promise; pages and commands use it; neither
 * imports the other.
 */
export interface LiveDocuments {
	read(documentId: string): Promise<LiveWords | UnreadableWords>
	/**
	 * Merges an update on a member's behalf, as if they had typed it: durable before anybody sees it, then sent to
	 * everyone who has the document open. Words of it that fell on ground somebody had deleted come back as `rescued`
	 * and are kept until their writer settles them. With a `generation`, it goes into that history or into none.
	 */
	merge(
		documentId: string,
		update: Uint8Array,
		memberId: string,
		generation?: number,
	): Promise<{ rescued: string[]; refused?: undefined } | { refused: MergeRefusal }>
	/** Every passage that stands, in the document's own order, with who wrote it. */
	listPassages(documentId: string): Promise<Passage[] | UnreadableWords>
	/**
	 * For removing words for good: the document goes on from its present words, less those of the member `without`, under
	 * the next generation, with no trace of what was deleted. Everyone who has it open is moved to the new one. `letters`
	 * is how many of that member's were taken out. `not-in-time`: the database did not take it in time; it is done as a whole or not
	 * at all, and may be done again. For an `erasure` it is done once; where that `hasWaited`, what the member wrote since it was
	 * asked for stays.
	 */
	rebuild(
		documentId: string,
		without?: string | null,
		erasure?: { id: string; hasWaited: boolean },
	): Promise<{ letters: number; refused?: undefined } | { refused: 'unreadable' | 'not-in-time' }>
	/** Asks again, now, what everyone connected may do: after a right, a seat, a session or a phase has changed. */
	recheck(): Promise<void>
	/** How many people have it open for writing now. */
	writersNow(documentId: string): number
}
