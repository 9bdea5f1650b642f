import type { Ending } from './document.ts'

/**
 * The two messages that are ours on the live wire, beside y-websocket's own (`collab-server/protocol.ts`). Both are sent
 * by the server, and only to a connection that asked with `ack=1`, so stock clients never meet them.
 *
 * Saved, type 10: varuint 10, varuint count, count × (varuint client, varuint clock), varuint frames, varuint at.
 * Everything of `client` below `clock` is in the database. `frames` counts this connection's own edit frames (sync step
 * 2 and sync update, in the order they were sent) that are stored: a deletion moves no clock, so "Saved" needs both. `at`
 * is when, by the server's clock, in milliseconds since 1970: a device's own may be wrong by hours.
 *
 * Notice, type 11: varuint 11, then JSON in UTF-8 to the end of the frame.
 */
export const savedType = 10
export const noticeType = 11

export interface Saved {
	clocks: [client: number, clock: number][]
	frames: number
	at: number
}

export type Notice =
	/** The database cannot take writes now. What was typed stays on the device; a `Saved` message tells everybody who was told when it is over. */
	| { kind: 'not-saved' }
	/** Words that landed where somebody had deleted the ground. `sectionId` is null when nobody can tell any more. */
	| { kind: 'rescued'; id: string; words: string; sectionId: string | null }
	/** `ending` when the document takes nobody's words any more; without it, it is this person's right that has ended. */
	| { kind: 'read-only'; ending?: Ending }
	/** What is stored turned out to be damaged: nobody can write until it is mended, which `may-write` tells. */
	| { kind: 'read-only'; isDamaged: true; ending?: undefined }
	| { kind: 'may-write' }
	/** They sent what takes long: what they send now is taken up later. */
	| { kind: 'slow-down' }

/** Why the server ended a connection. 4400 to 4499 end the stock client's own retries; 1012 and 1013 do not. */
export const closeCodes = {
	malformed: 4400,
	signedOut: 4401,
	noRight: 4403,
	notFound: 4404,
	rebuilt: 4409,
	tooLarge: 4413,
	unreadable: 4422,
	restart: 1012,
	tryLater: 1013,
} as const

export function encodeSaved({ clocks, frames, at }: Saved): Uint8Array {
	const bytes: number[] = []
	writeVarUint(bytes, savedType)
	writeVarUint(bytes, clocks.length)
	for (const [client, clock] of clocks) {
		writeVarUint(bytes, client)
		writeVarUint(bytes, clock)
	}
	writeVarUint(bytes, frames)
	writeVarUint(bytes, at)
	return Uint8Array.from(bytes)
}

/** Null when the frame is not a whole `Saved` message. */
export function decodeSaved(frame: Uint8Array): Saved | null {
	const reader = { frame, at: 0 }
	if (readVarUint(reader) !== savedType) return null
	const count = readVarUint(reader)
	if (count === null || count > frame.length) return null
	const clocks: Saved['clocks'] = []
	for (let read = 0; read < count; read++) {
		const client = readVarUint(reader)
		const clock = readVarUint(reader)
		if (client === null || clock === null) return null
		clocks.push([client, clock])
	}
	const frames = readVarUint(reader)
	const at = readVarUint(reader)
	return frames === null || at === null ? null : { clocks, frames, at }
}

export function encodeNotice(notice: Notice): Uint8Array {
	const json = new TextEncoder().encode(JSON.stringify(notice))
	const frame = new Uint8Array(json.length + 1)
	frame[0] = noticeType
	frame.set(json, 1)
	return frame
}

export function decodeNotice(frame: Uint8Array): Notice | null {
	if (frame[0] !== noticeType) return null
	try {
		return JSON.parse(new TextDecoder().decode(frame.subarray(1))) as Notice
	} catch {
		return null
	}
}

function writeVarUint(bytes: number[], value: number) {
	let rest = value
	while (rest > 127) {
		bytes.push(128 | (rest % 128))
		rest = Math.floor(rest / 128)
	}
	bytes.push(rest)
}

function readVarUint(reader: { frame: Uint8Array; at: number }): number | null {
	let value = 0
	let scale = 1
	for (;;) {
		const byte = reader.frame[reader.at++]
		if (byte === undefined) return null
		value += (byte & 127) * scale
		if (value > Number.MAX_SAFE_INTEGER) return null
		if (byte < 128) return value
		scale *= 128
	}
}
