import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeCodes } from '../app/domain/documents/live-messages.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { bytes, raw } from '../tests/hostile/corpus.ts'
import { givenDocument, givenHarbour, type Harbour, type Tab, until } from '../tests/live/harbour.ts'
import { encodeUpdate } from './protocol.ts'

/** Amina and Joan write; Colin points between the two halves of her emoji. */
let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour
let amina: Tab
let joan: Tab
let colin: Tab
let open: (who: 'citizen' | 'provider' | 'commissioner') => Promise<Tab>

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db)
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})
beforeEach(async () => {
	const { id } = await givenDocument(scratch.db, harbour)
	open = async (who) => await harbour.connect(who, { document: id, ack: true }).synced()
	amina = await open('citizen')
	joan = await open('provider')
	colin = await open('commissioner')
	amina.type('Nia 🌱 asks')
	await amina.stored()
	await until(() => joan.text.length === amina.text.length)
})
afterEach(() => {
	for (const tab of [amina, joan, colin]) tab.close()
})

const client = 77
/** The letters before the emoji, and its first half. */
const firstHalf = 4
const fragment = (...items: Parameters<typeof bytes>) => bytes(1, items.length - 1, client, ...items, 0)
const letters = (words: string) => [raw(4), [1, 'good-life'], words]
const between = (words: string) => [raw(132), amina.doc.clientID, firstHalf, words]
const beforeHalf = (words: string, origin: number) => [
	raw(196),
	client,
	origin,
	amina.doc.clientID,
	firstHalf + 1,
	words,
]

async function send(...updates: Uint8Array[]) {
	for (const update of updates) colin.provider.ws!.send(encodeUpdate(update) as Uint8Array<ArrayBuffer>)
	await answered(colin)
}

/** What was sent before has been worked on: the answer to a question has come, or the end. */
async function answered(tab: Tab) {
	const socket = tab.provider.ws!
	await new Promise<void>((resolve) => {
		socket.addEventListener('message', ({ data }) => new Uint8Array(data as ArrayBuffer)[0] === 1 && resolve())
		socket.addEventListener('close', () => resolve())
		socket.send(raw(3) as Uint8Array<ArrayBuffer>)
	})
}

/** Amina goes on, and everyone reads the same, also who comes later, now and after a restart. */
async function everyoneReads(words: string) {
	amina.type('.')
	await amina.stored()
	await until(() => joan.text.toString().endsWith('.'))
	const late = await open('provider')
	expect([amina, joan, late].map(({ text }) => text.toString())).toEqual(Array(3).fill(`${words}.`))
	late.close()
	await harbour.restart()
	const later = await open('provider')
	expect(later.text.toString()).toBe(`${words}.`)
	later.close()
	expect([...amina.closes, ...joan.closes].filter(({ code }) => final.has(code))).toEqual([])
}

const final = new Set<number>([closeCodes.malformed, closeCodes.tooLarge, closeCodes.signedOut])
const isRefused = () => colin.closes.some(({ code }) => code === closeCodes.malformed)

describe('an edit that would break an emoji for this replica alone is refused', () => {
	test('words that are known already, now said to stand between its halves', async () => {
		await send(fragment(0, letters('x')))
		await send(fragment(0, between('x')))
		await until(isRefused)
		await everyoneReads('xNia 🌱 asks')
	})

	test('words on what was collected as garbage, and before its second half', async () => {
		await send(fragment(0, [raw(0), 3]))
		await send(fragment(3, beforeHalf('x', 1)))
		await until(isRefused)
		await everyoneReads('Nia 🌱 asks')
	})

	test('words that waited, and are known when their turn comes', async () => {
		await send(fragment(2, between('y')))
		await send(fragment(0, letters('xxxx')))
		expect(isRefused()).toBe(false)
		await everyoneReads('xxxxNia 🌱 asks')
	})
})

test('whoever types what a wicked edit was waiting for is not thrown out for it', async () => {
	const next = amina.text.length
	// Stands on itself, which no replica can bear, and before what Amina types next.
	await send(fragment(0, [raw(196), client, 0, amina.doc.clientID, next, 'x']))
	colin.close()
	await until(() => harbour.live.connectionCount === 2)
	await everyoneReads('Nia 🌱 asks')
})

test('words between the halves break the emoji for everybody alike, and are taken', async () => {
	await send(fragment(0, between('x')))
	await everyoneReads('Nia \ufffdx\ufffd asks')
	expect(isRefused()).toBe(false)
})

test('so does deleting one half', async () => {
	await send(bytes(0, 1, amina.doc.clientID, 1, firstHalf, 1))
	await everyoneReads('Nia \ufffd asks')
	expect(isRefused()).toBe(false)
})

test('both halves deleted by turns, in one moment', async () => {
	await send(...[firstHalf, firstHalf + 1].map((half) => bytes(0, 1, amina.doc.clientID, 1, half, 1)))
	await everyoneReads('Nia  asks')
	expect(isRefused()).toBe(false)
})
