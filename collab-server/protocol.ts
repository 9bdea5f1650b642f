import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Limits } from './limits.ts'

/**
 * The y-websocket wire. One binary frame is one message: a varuint type, then
 *
 *     0 sync        varuint 0, bytes state vector     step 1: "what do I lack?"
 *                   varuint 1, bytes update           step 2: the answer
 *                   varuint 2, bytes update           an edit
 *     1 awareness   bytes: varuint count, count × (varuint client, varuint clock, string JSON state or "null")
 *     2 auth        sent by servers only; a stock client prints it
 *     3 query       asks for everybody's awareness
 *    10 saved, 11 notice: ours, server to client, only with `ack=1`: `app/domain/documents/live-messages.ts`
 *
 * where `bytes` and `string` carry their length as a varuint. Types are compared after decoding and anything not on this
 * list is dropped: `0x80 0x00` also reads as 0, so looking at raw bytes would let a reader write.
 */
export type Message =
	| { type: 'step1'; stateVector: Uint8Array }
	/** `whole`: the answer to our step 1, so everything of theirs that we lacked. */
	| { type: 'edit'; update: Uint8Array; whole: boolean }
	| { type: 'awareness'; states: AwarenessState[] }
	| { type: 'query' }
	| { type: 'unknown' }
	| { type: 'malformed' }

export const awarenessType = 1

export interface AwarenessState {
	client: number
	clock: number
	/** JSON, `null` for somebody who left. Not parsed yet. */
	json: string
}

type EchoLimits = Pick<Limits, 'echoBytes' | 'echoStates'>
/** For what we have sent ourselves. */
const unbounded: EchoLimits = { echoBytes: Number.POSITIVE_INFINITY, echoStates: Number.POSITIVE_INFINITY }

/**
 * A stock client tells its own state alone in a frame, and else only repeats what it has heard. So presence that is larger
 * than these is the echo of a full room, or meant to hold us up: it is dropped unread, as an echo would be.
 */
export function decodeMessage(frame: Uint8Array, most: EchoLimits = unbounded): Message {
	try {
		const decoder = decoding.createDecoder(frame)
		const message = readMessage(decoder, most)
		return message.type !== 'unknown' && decoding.hasContent(decoder) ? { type: 'malformed' } : message
	} catch {
		return { type: 'malformed' }
	}
}

function readMessage(decoder: decoding.Decoder, most: EchoLimits): Message {
	switch (decoding.readVarUint(decoder)) {
		case 0:
			return readSync(decoder)
		case 1:
			return readAwareness(decoding.readVarUint8Array(decoder), most)
		case 3:
			return { type: 'query' }
		default:
			return { type: 'unknown' }
	}
}

function readSync(decoder: decoding.Decoder): Message {
	switch (decoding.readVarUint(decoder)) {
		case 0:
			return { type: 'step1', stateVector: decoding.readVarUint8Array(decoder) }
		case 1:
			return { type: 'edit', update: decoding.readVarUint8Array(decoder), whole: true }
		case 2:
			return { type: 'edit', update: decoding.readVarUint8Array(decoder), whole: false }
		default:
			return { type: 'unknown' }
	}
}

function readAwareness(bytes: Uint8Array, most: EchoLimits): Message {
	if (bytes.length > most.echoBytes) return { type: 'unknown' }
	const decoder = decoding.createDecoder(bytes)
	const count = decoding.readVarUint(decoder)
	if (count > most.echoStates) return { type: 'unknown' }
	const states: AwarenessState[] = []
	for (let read = 0; read < count; read++) {
		const client = decoding.readVarUint(decoder)
		const clock = decoding.readVarUint(decoder)
		states.push({ client, clock, json: decoding.readVarString(decoder) })
	}
	return { type: 'awareness', states }
}

/**
 * A stock client sends back every state of presence it hears, so in a room of fifty one moved caret comes back forty-nine
 * times. Whether a frame holds nothing of `client`'s own, told from its first bytes without reading any state.
 */
export function isEcho(frame: Uint8Array, client: number): boolean {
	if (frame[0] !== awarenessType) return false
	try {
		const decoder = decoding.createDecoder(frame.subarray(1))
		if (decoding.readVarUint(decoder) !== decoder.arr.length - decoder.pos) return false
		for (let left = decoding.readVarUint(decoder); left > 0; left--) {
			if (decoding.readVarUint(decoder) === client) return false
			decoding.readVarUint(decoder)
			decoding.readVarUint8Array(decoder)
		}
		return decoder.pos === decoder.arr.length
	} catch {
		return false
	}
}

export function encodeStep1(stateVector: Uint8Array) {
	return encodeSync(0, stateVector)
}

export function encodeStep2(update: Uint8Array) {
	return encodeSync(1, update)
}

export function encodeUpdate(update: Uint8Array) {
	return encodeSync(2, update)
}

function encodeSync(type: number, bytes: Uint8Array) {
	const encoder = encoding.createEncoder()
	encoding.writeVarUint(encoder, 0)
	encoding.writeVarUint(encoder, type)
	encoding.writeVarUint8Array(encoder, bytes)
	return encoding.toUint8Array(encoder)
}

export function encodeAwareness(states: readonly AwarenessState[]) {
	const inner = encoding.createEncoder()
	encoding.writeVarUint(inner, states.length)
	for (const { client, clock, json } of states) {
		encoding.writeVarUint(inner, client)
		encoding.writeVarUint(inner, clock)
		// The same bytes as `writeVarString`, at a fraction of its price.
		encoding.writeVarUint8Array(inner, Buffer.from(json))
	}
	const encoder = encoding.createEncoder()
	encoding.writeVarUint(encoder, 1)
	encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
	return encoding.toUint8Array(encoder)
}
