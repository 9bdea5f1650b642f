import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { encodeUpdate } from '../../collab-server/protocol.ts'
import { codecOf } from './codec.ts'
import type { Line } from './replica.ts'

/** One tab pours in edits, key by key, as fast as they are taken. Answers with its line, still open. */
export async function pour(line: Line, updates: readonly Uint8Array[]): Promise<WebSocket> {
	const { greetings, wrap } = codecOf(line)
	const socket = new WebSocket(line.address, { headers: { cookie: line.cookie }, perMessageDeflate: false })
	socket.on('error', () => undefined)
	await once(socket, 'open')
	for (const greeting of greetings) socket.send(greeting)
	for (const [at, update] of updates.entries()) {
		socket.send(wrap(encodeUpdate(update)))
		// The harness shares the machine with the server: it, too, lets others speak.
		if (at % 200 === 0) await pause(0)
		while (socket.bufferedAmount > 200_000) await pause(1)
	}
	return socket
}
