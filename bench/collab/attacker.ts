import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { encodeAwareness, encodeStep1, encodeUpdate } from '../../collab-server/protocol.ts'
import type { Attack, Attacked } from './attack-from-elsewhere.ts'
import { codecOf } from './codec.ts'
import { corpus } from './corpus.ts'

/** `ws` sends no broken frames; what is under it does. */
interface OverTcp {
	_socket: Socket
}

/** Runs in its own process: `tsx attacker.ts <attack as JSON>`. */
const attack = JSON.parse(process.argv[2]!) as Attack
const endAt = performance.now() + attack.seconds * 1_000
const [line] = attack.lines
const codec = codecOf(line!)
const connectsAtOnce = 100

const attacked: Attacked = { sent: 0, answered: 0 }
process.send?.('begun')
const ways = { edits, awareness, queries, connects, corpus: hostile }
await ways[attack.how]()
process.send?.(attacked, () => process.exit(0))

async function open(at = 0): Promise<WebSocket> {
	const { address, cookie } = attack.lines[at % attack.lines.length]!
	const socket = new WebSocket(address, { headers: { cookie }, perMessageDeflate: false, maxPayload: 0 })
	socket.on('error', () => undefined)
	await new Promise((resolve) => socket.once('open', resolve).once('close', resolve))
	for (const greeting of codec.greetings) if (socket.readyState === socket.OPEN) socket.send(greeting)
	return socket
}

/** As fast as the line takes it. */
async function flood(next: () => Uint8Array) {
	const socket = await open()
	while (performance.now() < endAt && attacked.sent < attack.times && socket.readyState === socket.OPEN) {
		socket.send(codec.wrap(next()))
		attacked.sent++
		if (attacked.sent % 50 === 0) await pause(0)
		while (socket.bufferedAmount > 256_000 && performance.now() < endAt) await pause(2)
	}
	await pause(Math.max(0, endAt - performance.now()))
	socket.terminate()
}

async function edits() {
	let update: Uint8Array = new Uint8Array()
	const doc = new Y.Doc()
	doc.on('update', (one: Uint8Array) => {
		update = one
	})
	const text = doc.getText('flood')
	await flood(() => {
		text.insert(text.length, 'x')
		return encodeUpdate(update)
	})
}

async function awareness() {
	const { clientID } = new Y.Doc()
	const json = JSON.stringify({ user: { name: 'A name', color: '#30bced' }, cursor: 'x'.repeat(100) })
	await flood(() => encodeAwareness([{ client: clientID, clock: attacked.sent + 1, json }]))
}

/** Asks for everything again and again and reads nothing of it. */
async function queries() {
	const socket = await open()
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, 'y'.repeat(300_000))
	socket.send(codec.wrap(encodeUpdate(Y.encodeStateAsUpdate(doc))))
	await pause(500)
	socket.pause()
	for (; attacked.sent < attack.times; attacked.sent++) {
		if (socket.readyState !== socket.OPEN) break
		socket.send(codec.wrap(encodeStep1(Uint8Array.of(0))))
	}
	await pause(Math.max(0, endAt - performance.now()))
	socket.terminate()
}

/** Come, ask, hear an answer, and go: many at a time. */
async function connects() {
	await Promise.all(Array.from({ length: connectsAtOnce }, comeAndGo))
}

async function comeAndGo() {
	while (attacked.sent < attack.times && performance.now() < endAt) {
		const socket = await open(attacked.sent++)
		if (socket.readyState !== socket.OPEN) continue
		const answer = new Promise<boolean>((resolve) => {
			socket.once('message', () => resolve(true)).once('close', () => resolve(false))
			setTimeout(() => resolve(false), 10_000)
		})
		socket.send(codec.wrap(encodeStep1(Uint8Array.of(0))))
		const isAnswered = await answer
		if (isAnswered) attacked.answered++
		socket.terminate()
	}
}

/** One entry of the corpus, again and again on new lines. */
async function hostile() {
	const { frames } = corpus()[attack.entry!]!
	while (performance.now() < endAt && attacked.sent < attack.times) {
		const socket = await open(attacked.sent)
		for (const frame of frames) {
			if (socket.readyState !== socket.OPEN) break
			if (typeof frame === 'string') socket.send(frame)
			else if (frame.raw) (socket as unknown as OverTcp)._socket.write(frame.bytes)
			else socket.send(codec.wrap(frame.bytes))
			attacked.sent++
		}
		await pause(50)
		socket.terminate()
	}
	await pause(Math.max(0, endAt - performance.now()))
}
