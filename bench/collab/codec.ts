import * as encoding from 'lib0/encoding'

/** y-websocket's frames, or Hocuspocus's: the same with the document's name in front, many documents to a socket. */
export type Wire = 'plain' | 'named'

export interface Codec {
	/** What is said before anything else on a new line. */
	greetings: Uint8Array[]
	wrap(frame: Uint8Array): Uint8Array
	unwrap(frame: Uint8Array): Uint8Array
}

export const messageSync = 0
export const messageSaved = 10
/** Hocuspocus's own: whether one may come in, an answer that asks for none, and "your update is applied" (in memory). */
export const messageAuth = 2
export const messageSyncReply = 4
export const messageApplied = 8

export function codecOf({ wire, room }: { wire: Wire; room: string }): Codec {
	if (wire === 'plain') return { greetings: [], wrap: (frame) => frame, unwrap: (frame) => frame }
	const encoder = encoding.createEncoder()
	encoding.writeVarString(encoder, room)
	const name = encoding.toUint8Array(encoder)
	const wrap = (frame: Uint8Array) => {
		const named = new Uint8Array(name.length + frame.length)
		named.set(name)
		named.set(frame, name.length)
		return named
	}
	// Type 2, subtype 0, an empty token: nothing else is heard before it.
	return { greetings: [wrap(Uint8Array.of(2, 0, 0))], wrap, unwrap: (frame) => frame.subarray(name.length) }
}
