import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { decodeMessage } from '../../../../collab-server/protocol.ts'
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
	expect(Line.sent.map(decodeMessage)).toEqual([
		{ type: 'awareness', states: [{ client: doc.clientID, clock: 1, json: '{"user":{"name":"Amina"}}' }] },
		{ type: 'awareness', states: [{ client: doc.clientID, clock: 2, json: 'null' }] },
	])

	provider.destroy()
	doc.destroy()
	other.doc.destroy()
})
