import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { decodeSaved } from '../../app/domain/documents/live-messages.ts'
import { encodeAwareness, encodeStep1, encodeStep2, encodeUpdate } from '../../collab-server/protocol.ts'
import {
	type Codec,
	codecOf,
	messageApplied,
	messageAuth,
	messageSaved,
	messageSync,
	messageSyncReply,
	type Wire,
} from './codec.ts'

/** When each letter was sent, by client and clock, for all replicas of one room. */
export type Sent = Map<number, number[]>

/** How to reach one document of one server. */
export interface Line {
	address: string
	room: string
	cookie: string
	wire: Wire
}

const denied = 1

interface Options {
	sent?: Sent
	doc?: Y.Doc
	/** Comes back when the line breaks, with the stock client's waits: 200 ms, doubled up to 2.5 s. */
	returns?: boolean
	onSynced?: (doc: Y.Doc) => void
}

/** A real replica over a bare socket: applies everything, and times every letter that others sent. */
export class Replica {
	readonly doc: Y.Doc
	readonly latencies: number[] = []
	bytes = 0
	attempts = 0
	/** Why its line last broke or never came about. */
	trouble = ''
	/** Of its own letters, how many the server has said it holds. */
	acknowledged = 0
	#awaited: number[] = []
	#presence = 0
	#known = new Map<number, number>()
	#answeredAt = 0
	#syncedAt = 0
	#openedAt = 0
	#failures = 0
	#isLeaving = false
	#socket: WebSocket
	readonly #line: Line
	readonly #codec: Codec
	readonly #sent: Sent
	readonly #options: Options

	constructor(line: Line, options: Options = {}) {
		this.#line = line
		this.#codec = codecOf(line)
		this.#options = options
		this.#sent = options.sent ?? new Map()
		this.doc = options.doc ?? new Y.Doc()
		this.#sent.set(this.doc.clientID, [])
		this.#socket = this.#connect()
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.#sendEdit(encodeUpdate(update))
		})
	}

	get text() {
		return this.doc.getText('good-life')
	}

	/** From the first attempt until the answer to step 1 was applied. */
	get syncMs(): number | null {
		return this.#syncedAt === 0 ? null : this.#syncedAt - this.#openedAt
	}

	/** Until that answer came in, before anything was done with it here. */
	get answerMs(): number | null {
		return this.#answeredAt === 0 ? null : this.#answeredAt - this.#openedAt
	}

	get isOpen() {
		return this.#socket.readyState === WebSocket.OPEN
	}

	get isClosed() {
		return this.#socket.readyState === WebSocket.CLOSED
	}

	get buffered() {
		return this.#socket.bufferedAmount
	}

	type(words = 'x') {
		const times = this.#sent.get(this.doc.clientID)!
		const now = performance.now()
		for (let letter = 0; letter < words.length; letter++) times.push(now)
		this.text.insert(this.text.length, words)
	}

	point() {
		const client = this.doc.clientID
		const json = JSON.stringify({
			user: { name: 'A name' },
			cursor: { anchor: { type: null, tname: 'good-life', item: { client, clock: this.#presence } } },
		})
		this.#send(encodeAwareness([{ client, clock: ++this.#presence, json }]))
	}

	/** How long what others sent has been on its way, letter by letter, and is not here yet. */
	waiting(now = performance.now()): number[] {
		const ages: number[] = []
		for (const [client, times] of this.#sent) {
			if (client === this.doc.clientID) continue
			for (const at of times.slice(this.#known.get(client) ?? 0)) ages.push(now - at)
		}
		return ages
	}

	close() {
		this.#isLeaving = true
		this.#socket.terminate()
	}

	#connect(): WebSocket {
		const { address, cookie } = this.#line
		this.attempts++
		this.#openedAt = performance.now()
		this.#syncedAt = 0
		this.#answeredAt = 0
		this.#awaited = []
		const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false, maxPayload: 0 })
		socket.on('open', () => {
			for (const greeting of this.#codec.greetings) socket.send(greeting)
			socket.send(this.#codec.wrap(encodeStep1(Y.encodeStateVector(this.doc))))
		})
		socket.on('message', (frame: Buffer) => this.#hear(frame))
		socket.on('error', ({ message }) => {
			this.trouble = message
		})
		socket.on('close', (code, reason) => {
			this.trouble ||= `${code} ${reason}`
			this.#return()
		})
		return socket
	}

	#return() {
		if (this.#isLeaving || !this.#options.returns) return
		setTimeout(
			() => {
				if (!this.#isLeaving) this.#socket = this.#connect()
			},
			Math.min(100 * 2 ** ++this.#failures, 2_500),
		)
	}

	#sendEdit(frame: Uint8Array) {
		if (!this.isOpen) return
		this.#awaited.push(Y.getState(this.doc.store, this.doc.clientID))
		this.#send(frame)
	}

	#send(frame: Uint8Array) {
		if (this.isOpen) this.#socket.send(this.#codec.wrap(frame))
	}

	#hear(named: Uint8Array) {
		this.bytes += named.length
		const frame = this.#codec.unwrap(named)
		const decoder = decoding.createDecoder(frame)
		const type = decoding.readVarUint(decoder)
		if (type === messageSync || type === messageSyncReply) this.#hearSync(decoder)
		else if (type === messageAuth && decoding.readVarUint(decoder) === denied)
			this.trouble = decoding.readVarString(decoder)
		else if (type === messageApplied) this.acknowledged = this.#awaited.shift() ?? this.acknowledged
		else if (type === messageSaved) this.#hearSaved(frame)
	}

	#hearSync(decoder: decoding.Decoder) {
		const type = decoding.readVarUint(decoder)
		const bytes = decoding.readVarUint8Array(decoder)
		if (type === sync.messageYjsSyncStep1) return this.#sendEdit(encodeStep2(Y.encodeStateAsUpdate(this.doc, bytes)))
		if (type === sync.messageYjsSyncStep2) this.#answeredAt ||= performance.now()
		Y.applyUpdate(this.doc, bytes, this)
		if (type === sync.messageYjsSyncStep2 && this.#syncedAt === 0) {
			this.#syncedAt = performance.now()
			this.#failures = 0
			this.#options.onSynced?.(this.doc)
		}
		this.#time()
	}

	#hearSaved(frame: Uint8Array) {
		for (const [client, clock] of decodeSaved(frame)?.clocks ?? [])
			if (client === this.doc.clientID) this.acknowledged = Math.max(this.acknowledged, clock)
	}

	#time() {
		const now = performance.now()
		for (const client of this.#sent.keys()) {
			if (client === this.doc.clientID) continue
			const clock = Y.getState(this.doc.store, client)
			const times = this.#sent.get(client)!
			for (let at = this.#known.get(client) ?? 0; at < clock; at++) if (times[at]) this.latencies.push(now - times[at]!)
			this.#known.set(client, clock)
		}
	}
}
