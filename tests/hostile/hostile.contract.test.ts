import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { closeCodes } from '../../app/domain/documents/live-messages.ts'
import { encodeUpdate } from '../../collab-server/protocol.ts'
import { scratchDatabase } from '../contracts/scratch.ts'
import { found } from '../found.ts'
import { givenDocument, givenHarbour, type Harbour, type Tab, until } from '../live/harbour.ts'
import { type Category, noise, raw, corpus as written } from './corpus.ts'
import { forge } from './forger.ts'

/** Messages of each kind and role: 47 make about 9,000 in all. */
const each = Number(process.env.HOSTILE_EACH ?? 12)
const mutations = Number(process.env.HOSTILE_MUTATIONS ?? 600)

const corpus: Category[] = [
	...written,
	{ name: 'edits that no editor makes', message: (at, { doc }) => encodeUpdate(forge(doc, noise(at))) },
]

const roles = { participant: 'citizen', reader: 'observer', stranger: null } as const
type Role = keyof typeof roles

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
/** Two in the room that is attacked, one in another. */
let neighbours: [Tab, Tab, Tab]
let sent = 0
const rejections: unknown[] = []
const onRejection = (reason: unknown) => rejections.push(reason)

beforeAll(async () => {
	process.on('unhandledRejection', onRejection)
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db, { frameBytes: 3_000_000, documentBytes: 1_000_000 })
	const elsewhere = await givenDocument(scratch.db, harbour)
	neighbours = [
		await harbour.connect('commissioner', { ack: true }).synced(),
		await harbour.connect('provider', { ack: true }).synced(),
		await harbour.connect('commissioner', { ack: true, document: elsewhere.id }).synced(),
	]
	neighbours[0].type('Words worth keeping.')
	await neighbours[0].stored()
})
afterAll(async () => {
	process.off('unhandledRejection', onRejection)
	await harbour.close()
	await scratch.remove()
})

/** Somebody who does not keep to the protocol, with or without a session, and comes back whenever they are thrown out. */
class Attacker {
	readonly codes: number[] = []
	#socket: WebSocket | null = null
	readonly #cookie: string

	constructor(role: Role) {
		const person = roles[role]
		this.#cookie = person ? harbour.cookies[person] : ''
	}

	/** Resolves when the server has worked on it: it answers a question that was sent after it, or has ended the line. */
	async send(message: Uint8Array | string) {
		const socket = await this.#open()
		await new Promise<void>((resolve) => {
			const done = () => {
				socket.off('message', onMessage)
				socket.off('close', done)
				resolve()
			}
			const onMessage = (frame: Buffer) => frame[0] === 1 && done()
			socket.on('message', onMessage)
			socket.on('close', done)
			if (socket.readyState !== socket.OPEN) return done()
			socket.send(message)
			socket.send(raw(3))
		})
	}

	end() {
		this.#socket?.terminate()
	}

	async #open(): Promise<WebSocket> {
		if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket
		const socket = new WebSocket(`${harbour.url}/${harbour.document.id}`, { headers: { cookie: this.#cookie } })
		socket.on('error', () => undefined)
		socket.on('close', (code) => this.codes.push(code))
		await new Promise((resolve) => socket.once('open', resolve))
		this.#socket = socket
		return socket
	}
}

const seen = () => ({ doc: neighbours[1].doc, victim: neighbours[0].doc.clientID })
const snapshots = (docs: Y.Doc[]) => docs.map((doc) => Y.snapshot(doc))

/** Everybody else goes on: they write, read each other, come in anew, have the same document, and were never thrown out. */
async function everyoneIsWell() {
	const [one, two, three] = neighbours
	const mark = ` ${Math.random().toString(36).slice(2, 6)}`
	one.type(mark)
	three.type(mark)
	await until(() => two.text.toString().endsWith(mark), 'the neighbour reads it')
	await Promise.all([one.stored(), three.stored()])
	const late = await harbour.connect('facilitator').synced()
	await until(() => {
		const [first, ...others] = snapshots([one.doc, two.doc, late.doc])
		return others.every((other) => Y.equalSnapshots(first!, other))
	}, 'all replicas are the same')
	const words = [one, two, late].map(({ text, doc }) => `${text}${doc.getXmlFragment('evidence')}`)
	expect(new Set(words).size).toBe(1)
	late.close()
	expect(neighbours.flatMap(({ closes }) => closes)).toEqual([])
	expect(rejections).toEqual([])
}

async function attack(role: Role, { message, most = each }: Category) {
	const attacker = new Attacker(role)
	for (let at = 0; at < Math.min(each, most); at++) {
		await attacker.send(message(at, seen()))
		sent++
	}
	attacker.end()
	return attacker.codes
}

/** Codes that end a client's own tries, so that nobody sends the same message for ever. */
const final = new Set<number>([closeCodes.malformed, closeCodes.tooLarge, closeCodes.signedOut])

function judge(role: Role, codes: number[]) {
	// 1006 is our own end.
	for (const code of codes.filter((one) => one !== 1006)) expect(final).toContain(code)
	if (role === 'stranger') expect(new Set(codes)).toEqual(new Set([closeCodes.signedOut]))
}

describe('sent by a participant', () => {
	test.each(corpus)('$name', async (category) => {
		judge('participant', await attack('participant', category))
		await everyoneIsWell()
	})
})

describe.each(['reader', 'stranger'] as const)('sent by a %s', (role) => {
	test.each(Array.from({ length: 8 }, (_, share) => share))(
		'the corpus, part %i of 8: nothing of it is taken',
		async (share) => {
			const before = neighbours[1].text.toString()
			const categories = corpus.filter((_, at) => at % 8 === share)
			for (const category of categories) judge(role, await attack(role, category))
			expect(neighbours[1].text.toString()).toBe(before)
			await everyoneIsWell()
		},
	)
})

test('valid updates, changed by bits, cuts and splices: each is taken or refused, and the room goes on', {
	timeout: 30_000 + mutations * 100,
}, async () => {
	const sources = corpus.map(({ message }) => message(1, seen())).filter((one) => one instanceof Uint8Array)
	const messages = sources.filter((one) => one.length < 5_000 && one.length > 3)
	const attacker = new Attacker('participant')
	const flips = fc.array(fc.tuple(fc.nat(), fc.nat(7)), { minLength: 1, maxLength: 6 })
	const change = fc.record({
		of: fc.nat(),
		other: fc.nat(),
		flips,
		cut: fc.nat(),
		splice: fc.boolean(),
		frame: fc.boolean(),
	})
	await fc.assert(
		fc.asyncProperty(change, async ({ of, other, flips, cut, splice, frame }) => {
			const message = messages[of % messages.length]!.slice()
			for (const [at, bit] of flips) message[3 + (at % (message.length - 3))]! ^= 1 << bit
			const tail = messages[other % messages.length]!
			const mixed = splice
				? Buffer.concat([message.subarray(0, cut % message.length), tail.subarray(cut % tail.length)])
				: message
			await attacker.send(frame ? mixed : encodeUpdate(mixed.subarray(3)))
		}),
		{ numRuns: mutations, endOnFailure: true },
	)
	for (const code of attacker.codes) expect(final).toContain(code)
	attacker.end()
	await everyoneIsWell()
})

test('after all of it, the document opens again in another process with the same words', async (context) => {
	found(context, `${sent} messages of ${corpus.length} kinds, ${mutations} mutations: nobody else thrown out`)
	const words = neighbours[0].text.toString()
	await harbour.restart()
	const late = await harbour.connect('facilitator').synced()
	expect(late.text.toString()).toBe(words)
	expect(words).toContain('keeping')
	late.close()
})

test('somebody whose document is too large is told so, once, and their client does not send it again', async () => {
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, 'x'.repeat(2_500_000))
	const tab = harbour.connect('citizen', { doc })
	await until(() => tab.closes.length > 0)
	expect(tab.closes.map(({ code }) => code)).toEqual([closeCodes.tooLarge])
	expect(tab.provider.shouldConnect).toBe(false)
})
