import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeUpdate } from '../../collab-server/protocol.ts'
import { codecOf } from './codec.ts'
import type { Line } from './replica.ts'

const mostBreaks = 5

/** One tab pours in edits, key by key, as fast as they are taken. Answers with its line, still open. */
export async function pour(line: Line, updates: readonly Uint8Array[]): Promise<WebSocket> {
	const { wrap } = codecOf(line)
	let socket = await open(line)
	let breaks = 0
	for (let at = 0; at < updates.length; at++) {
		if (socket.readyState !== WebSocket.OPEN) {
			// A tab that lost its line comes back with everything at once. So does this one, a few times.
			if (++breaks > mostBreaks) throw new Error(`the writer’s line broke ${breaks} times`)
			console.log(`  the writer’s line was broken after ${at} edits`)
			socket = await open(line)
			socket.send(wrap(encodeUpdate(Y.mergeUpdates(updates.slice(0, at)))))
		}
		socket.send(wrap(encodeUpdate(updates[at]!)))
		// The harness shares the machine with the server: it, too, lets others speak.
		if (at % 200 === 0) await pause(0)
		while (socket.bufferedAmount > 200_000 && socket.readyState === WebSocket.OPEN) await pause(1)
	}
	return socket
}

async function open(line: Line): Promise<WebSocket> {
	const socket = new WebSocket(line.address, { headers: { cookie: line.cookie }, perMessageDeflate: false })
	socket.on('error', () => undefined)
	await new Promise((resolve) => socket.once('open', resolve).once('close', resolve))
	if (socket.readyState === WebSocket.OPEN) for (const greeting of codecOf(line).greetings) socket.send(greeting)
	return socket
}
