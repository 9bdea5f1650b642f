import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { speakForOneself } from './own-presence.ts'

/** A line that is open at once and leads nowhere. */
class Line {
	readonly OPEN = 1
	static readonly sent: Uint8Array[] = []
	readyState = this.OPEN
	onopen?: () => void
	constructor() {
		queueMicrotask(() => this.onopen?.())
	}
	send(frame: Uint8Array) {
		Line.sent.push(frame)
	}
	close() {}
}

function readPresence(frame: Uint8Array) {
	const decoder = decoding.createDecoder(frame)
	const type = decoding.readVarUint(decoder)
	const states = decoding.createDecoder(decoding.readVarUint8Array(decoder))
	const people = decoding.readVarUint(states)
	const client = decoding.readVarUint(states)
	const clock = decoding.readVarUint(states)
	return { type, people, client, clock, json: decoding.readVarString(states) }
}

test('a tab tells who it is and that it goes, and sends back nothing of what it hears about others', async () => {
	const doc = new Y.Doc()
	const provider = new WebsocketProvider('ws://127.0.0.1:9/live', 'a-document', doc, {
		disableBc: true,
		WebSocketPolyfill: Line as unknown as typeof WebSocket,
	})
	const { awareness } = provider
	speakForOneself(provider)
	await new Promise<void>((resolve) => {
		provider.on('status', ({ status }) => status === 'connected' && resolve())
	})
	Line.sent.length = 0

	const other = new Awareness(new Y.Doc())
	const hear = () => applyAwarenessUpdate(awareness, encodeAwarenessUpdate(other, [other.clientID]), provider)
	other.setLocalState({ user: { name: 'Siân' } })
	hear()
	other.setLocalStateField('cursor', { at: 3 })
	hear()
	other.setLocalState(null)
	hear()
	expect(Line.sent).toEqual([])

	awareness.setLocalState({ user: { name: 'Amina' } })
	awareness.setLocalState(null)
	expect(Line.sent.map(readPresence)).toEqual([
		{ type: 1, people: 1, client: doc.clientID, clock: 1, json: '{"user":{"name":"Amina"}}' },
		{ type: 1, people: 1, client: doc.clientID, clock: 2, json: 'null' },
	])

	provider.destroy()
	doc.destroy()
	other.doc.destroy()
})
