import * as decoding from 'lib0/decoding'
import type { Connection } from './connection.ts'
import type { OpenDocument } from './document.ts'
import type { Edit } from './edit.ts'
import { encodeStep1 } from './protocol.ts'

const askAgainMs = 1_000

/** Tells the writers of stored edits that they are stored. */
export function tellSaved(document: OpenDocument, edits: readonly Edit[]) {
	const latest = new Map<Connection, { frame: number; clients: Set<number> }>()
	for (const { from, frame, shape } of edits) {
		if (!from?.wantsSaved) continue
		const clients = latest.get(from)?.clients ?? new Set()
		for (const { client } of shape.brings) clients.add(client)
		latest.set(from, { frame, clients })
	}
	for (const [connection, { frame, clients }] of latest) {
		// What came early is put in after what was sent later.
		connection.takenFrames = Math.max(connection.takenFrames, frame)
		if (!owesUs(document, connection)) connection.storedFrames = connection.takenFrames
		connection.saved([...clients].map((client) => [client, document.clockOf(client)]))
	}
}

/** How far the document knows each client id that a state vector names. Yjs has read the same to answer it; here no map is made of it. */
export function clocksOfKnown(document: OpenDocument, stateVector: Uint8Array): [client: number, clock: number][] {
	const clocks: [number, number][] = []
	const decoder = decoding.createDecoder(stateVector)
	for (let left = decoding.readVarUint(decoder); left > 0; left--) {
		const client = decoding.readVarUint(decoder)
		decoding.readVarUint(decoder)
		clocks.push([client, document.clockOf(client)])
	}
	return clocks
}

/** A frame was lost on the way, or came before what it stands on: ask its bringer for everything we lack. */
export function askForGaps(document: OpenDocument, connections: Iterable<Connection>, now: number) {
	for (const connection of connections) {
		if (!owesUs(document, connection) || !connection.mayWrite) continue
		const { askedForGaps } = connection
		const tooEarly = askedForGaps.at + askAgainMs - now
		// Somebody else may have brought the ground meanwhile.
		if (tooEarly > 0 && askedForGaps.seq < document.log.lastSeq) connection.wakeIn(tooEarly)
		if (tooEarly > 0) continue
		connection.askedForGaps = { at: now, seq: document.log.lastSeq }
		connection.send(encodeStep1(document.stateVector))
	}
}

/** Until what is missing has come, nothing of theirs counts as stored: frames are counted from the first. */
function owesUs(document: OpenDocument, connection: Connection): boolean {
	if (connection.gaps.length > 0) connection.gaps = document.unsettled(connection.gaps)
	return connection.hasDropped || connection.gaps.length > 0
}
