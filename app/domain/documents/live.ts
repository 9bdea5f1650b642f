/**
 * What the app asks of the live documents. The collab server keeps this promise; pages and commands use it; neither
 * imports the other.
 */
export interface LiveDocuments {
	/** The whole document as one Yjs update (V1), durable edits and no others. */
	read(documentId: string): Promise<Uint8Array>
	/**
	 * Merges an update on a member's behalf, as if they had typed it: durable before anybody sees it, then sent to
	 * everyone who has the document open. Words of it that fell on ground somebody had deleted come back as `rescued`
	 * and are kept until their writer settles them.
	 */
	merge(documentId: string, update: Uint8Array, memberId: string): Promise<{ rescued: string[] }>
	/** Asks again, now, what everyone connected may do: after a right, a seat, a session or a phase has changed. */
	recheck(): Promise<void>
	/** How many people have it open for writing now. */
	writersNow(documentId: string): number
}
