import * as decoding from 'lib0/decoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { encodeAwareness, encodeStep1, encodeUpdate } from '../../collab-server/protocol.ts'

/** When each letter was sent, by client and clock, for all replicas of one run. */
export type Sent = Map<number, number[]>

/** A real replica over a bare socket: applies everything, and times every letter that others sent. */
export class Replica {
	readonly doc = new Y.Doc()
	readonly latencies: number[] = []
	bytes = 0
	#clock = 0
	#known = new Map<number, number>()
	#syncedAt = 0
	readonly #openedAt = performance.now()
	readonly #socket: WebSocket
	readonly #sent: Sent

	constructor(address: string, cookie: string, sent: Sent) {
		this.#sent = sent
		sent.set(this.doc.clientID, [])
		this.#socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false })
		this.#socket.on('open', () => this.#socket.send(encodeStep1(Y.encodeStateVector(this.doc))))
		this.#socket.on('message', (frame: Buffer) => this.#hear(frame))
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== this) this.#socket.send(encodeUpdate(update))
		})
	}

	get syncMs(): number | null {
		return this.#syncedAt === 0 ? null : this.#syncedAt - this.#openedAt
	}

	type() {
		this.#sent.get(this.doc.clientID)!.push(performance.now())
		const text = this.doc.getText('good-life')
		text.insert(text.length, 'x')
	}

	point() {
		const json = JSON.stringify({
			user: { name: 'A name' },
			cursor: { anchor: { type: null, tname: 'good-life', item: { client: this.doc.clientID, clock: this.#clock } } },
		})
		this.#socket.send(encodeAwareness([{ client: this.doc.clientID, clock: ++this.#clock, json }]))
	}

	close() {
		this.#socket.terminate()
	}

	#hear(frame: Buffer) {
		this.bytes += frame.length
		if (frame[0] !== 0) return
		const decoder = decoding.createDecoder(frame)
		decoding.readVarUint(decoder)
		const type = decoding.readVarUint(decoder)
		if (type === sync.messageYjsSyncStep1) return
		Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoder), this)
		if (type === sync.messageYjsSyncStep2) this.#syncedAt ||= performance.now()
		this.#time()
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
