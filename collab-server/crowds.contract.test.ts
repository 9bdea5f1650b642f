import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { found } from '../tests/found.ts'
import { givenDocument, givenHarbour, quiet, readState, until } from '../tests/live/harbour.ts'
import { type Mood, Person, Process, wait } from '../tests/live/lines.ts'

/** More by environment: the defaults keep a two-core machine waiting for seconds, not minutes. */
const connects = Number(process.env.LIVE_CONNECTS ?? 1_000)
const stormTabs = Number(process.env.LIVE_TABS ?? 200)
const races = Number(process.env.LIVE_RACES ?? 500)
const openings = Number(process.env.LIVE_OPENINGS ?? 50)
const keystrokes = Number(process.env.LIVE_KEYSTROKES ?? 30_000)

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

describe('many at once', () => {
	test('fifty arrive at a cold room of 100 kB: it is loaded once, and each has all of it when told it is synced', async () => {
		const harbour = await givenHarbour(scratch.db, { idleRoomMs: 10 })
		const words = 'A good life is near the sea. '.repeat(3_500)
		const doc = new Y.Doc()
		doc.getText('good-life').insert(0, words)
		await harbour.live.merge(harbour.document.id, Y.encodeStateAsUpdate(doc), harbour.citizen.memberId)
		await until(() => harbour.live.roomCount === 0)
		const before = harbour.live.metrics.loads
		const tabs = Array.from({ length: 50 }, () => harbour.connect('citizen'))
		const atSync: string[] = []
		for (const tab of tabs) tab.provider.once('sync', () => atSync.push(tab.text.toString()))
		await Promise.all(tabs.map((tab) => tab.synced()))
		expect(harbour.live.metrics.loads - before).toBe(1)
		expect(atSync.filter((text) => text === words)).toHaveLength(50)
		await harbour.close()
	})

	test(`twenty open a new document at the same instant, ${openings} times: opening writes nothing, so nothing is there twice`, {
		timeout: 30_000 + openings * 5_000,
	}, async () => {
		const harbour = await givenHarbour(scratch.db, { idleRoomMs: 10 })
		for (let round = 0; round < openings; round++) {
			const document = await givenDocument(scratch.db, harbour)
			const before = harbour.live.metrics.loads
			const tabs = Array.from({ length: 20 }, () => harbour.connect('citizen', { document: document.id, ack: true }))
			await Promise.all(tabs.map((tab) => tab.synced()))
			expect(harbour.live.metrics.loads - before).toBe(1)
			expect(await loadLiveDocument(scratch.db.read, document.id, 1)).toMatchObject({ state: null, updates: [] })
			const writer = tabs[round % tabs.length]!
			writer.type('First words.')
			await writer.stored()
			await until(() => tabs.every(({ text }) => text.toString() === 'First words.'))
			for (const tab of tabs) tab.close()
		}
		await harbour.close()
	})

	test(`${connects} lines opened and dropped as fast as they come leave nothing behind, and the next gets in`, {
		timeout: 30_000 + connects * 60,
	}, async () => {
		const harbour = await givenHarbour(scratch.db, { idleRoomMs: 20, atTheDoor: 200 })
		const document = await givenDocument(scratch.db, harbour)
		let begun = 0
		const opener = async () => {
			while (begun < connects) {
				const kind = begun++ % 4
				const cookie = kind === 3 ? '' : harbour.cookies.citizen
				const socket = new WebSocket(`${harbour.url}/${document.id}`, { headers: { cookie } })
				socket.on('error', () => undefined)
				const ended = new Promise((resolve) => socket.once('close', resolve))
				if (kind > 0) await new Promise((resolve) => socket.once('open', resolve).once('close', resolve))
				if (kind === 2) socket.send(Uint8Array.of(0, 0, 1, 0))
				if (kind < 3) socket.terminate()
				await ended
			}
		}
		await Promise.all(Array.from({ length: 40 }, opener))
		await until(() => harbour.live.connectionCount === 0 && harbour.live.roomCount === 0, 'everything is let go')
		const tab = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
		tab.type('still here')
		await tab.stored()
		await harbour.close()
	})

	test(`${stormTabs} tabs with words written offline come back after a restart: all equal, nothing lost`, {
		timeout: 120_000,
	}, async () => {
		const harbour = await givenHarbour(scratch.db)
		const documents = await Promise.all(Array.from({ length: 10 }, () => givenDocument(scratch.db, harbour)))
		const rooms = documents.map(({ id }) =>
			Array.from({ length: stormTabs / 10 }, () => harbour.connect('citizen', { document: id, ack: true })),
		)
		const tabs = rooms.flat()
		await Promise.all(tabs.map((tab) => until(() => tab.provider.synced, 'synced', 60_000)))
		const down = harbour.live.close()
		await until(() => tabs.every(({ closes }) => closes.length > 0))
		for (const [at, tab] of tabs.entries()) for (let edit = 0; edit < 5; edit++) tab.type(`<${at}.${edit}>`)
		await down
		await harbour.restart()
		await until(() => tabs.every(({ provider, isSaved }) => provider.synced && isSaved), 'all is saved', 60_000)
		for (const [at, room] of rooms.entries()) {
			await until(() => new Set(room.map(({ text }) => text.toString())).size === 1, 'all equal', 30_000)
			const stored = new Y.Doc()
			Y.applyUpdate(stored, await readState(harbour.live, documents[at]!.id))
			expect(stored.getText('good-life').toString()).toBe(room[0]!.text.toString())
			expect(room[0]!.text.toString().match(/<\d+\.\d>/g)).toHaveLength(room.length * 5)
		}
		await harbour.close()
	})
})

test(`the last one leaves and another comes, ${races} times, over a slow store: never two of one document, nothing lost`, {
	timeout: 120_000,
}, async () => {
	const given = await givenHarbour(scratch.db)
	const mood: Mood = { slowMs: 300, fails: 0 }
	const process = new Process(scratch.db, { limits: { idleRoomMs: 5, logRows: 4 }, mood, log: quiet })
	const race = async (round: number) => {
		const document = await givenDocument(scratch.db, given)
		const [amina, colin] = [new Person(given.citizen), new Person(given.commissioner)]
		await process.admit(amina, document)
		amina.text.insert(0, 'Amina')
		await until(() => amina.isSaved, 'Amina is saved', 30_000)
		amina.text.insert(5, ', and more')
		amina.leave()
		await wait(round % 51)
		await process.admit(colin, document)
		colin.text.insert(0, 'Colin ')
		await until(() => colin.isSaved && colin.text.length === 21, 'Colin has both', 30_000)
		colin.leave()
	}
	for (let done = 0; done < races; done += 125)
		await Promise.all(Array.from({ length: Math.min(125, races - done) }, (_, at) => race(done + at)))
	expect(process.overlaps).toEqual([])
	await until(() => process.rooms.count === 0, 'every room is let go', 30_000)
	await process.close()
	await given.close()
})

test('twenty come to a cold document over a store that takes up to half a second: told they are synced, each has all of it', async () => {
	const given = await givenHarbour(scratch.db)
	const document = await givenDocument(scratch.db, given)
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, 'Here already.')
	await given.live.merge(document.id, Y.encodeStateAsUpdate(doc), given.citizen.memberId)
	const mood: Mood = { slowMs: 500, fails: 0 }
	const process = new Process(scratch.db, { limits: {}, mood, log: quiet })
	const people = Array.from({ length: 20 }, () => new Person(given.citizen))
	await Promise.all(people.map((person) => process.admit(person, document)))
	await until(() => people.every(({ synced }) => synced))
	expect(process.metrics.loads).toBe(1)
	expect(people.map(({ textAtSync }) => textAtSync)).toEqual(Array.from({ length: 20 }, () => 'Here already.'))
	await process.close()
	await given.close()
})

/** Notes in which round of the event loop the server wrote their answer. */
class Newcomer extends Person {
	answeredIn: number | null = null
	round = () => 0

	override dial() {
		const line = super.dial()
		const write = line.write.bind(line)
		line.write = (frames, sent) => {
			if (frames.length > 50_000) this.answeredIn = this.round()
			write(frames, sent)
		}
		return line
	}
}

test('six open a large document at the same instant, each with words of their own: others are served between the answers', async () => {
	const given = await givenHarbour(scratch.db)
	const document = await givenDocument(scratch.db, given)
	const process = new Process(scratch.db, {
		limits: { roomTurnMs: 1, turnMs: 1 },
		mood: { slowMs: 0, fails: 0 },
		log: quiet,
	})
	const doc = new Y.Doc()
	doc.transact(() => {
		for (let letter = 0; letter < 120_000; letter++)
			doc.getText('good-life').insert((letter * 7919) % (letter + 1), 'x')
	})
	await process.merge(document.id, Y.encodeStateAsUpdate(doc), given.citizen.memberId)
	let round = 0
	const count = () => {
		round++
		counting = setImmediate(count)
	}
	let counting = setImmediate(count)
	const people = Array.from({ length: 6 }, () => new Newcomer(given.citizen))
	for (const person of people) {
		person.round = () => round
		person.text.insert(0, 'mine ')
	}
	await Promise.all(people.map((person) => process.admit(person, document)))
	await until(() => people.every(({ isSaved, synced }) => synced && isSaved))
	expect(new Set(people.map(({ answeredIn }) => answeredIn)).size).toBe(6)
	expect(Math.min(...people.map(({ textAtSync }) => textAtSync!.length))).toBeGreaterThanOrEqual(120_005)
	clearImmediate(counting)
	await process.close()
	await given.close()
})

test(`a history of ${keystrokes} keystrokes: complete when synced, and who has it all is sent next to nothing`, {
	timeout: 120_000,
}, async (context) => {
	const harbour = await givenHarbour(scratch.db, { idleRoomMs: 10 })
	const { id } = harbour.document
	const doc = new Y.Doc()
	const text = doc.getText('good-life')
	doc.transact(() => {
		for (let stroke = 0; stroke < keystrokes; stroke++) {
			// Typed here and there, with a slip now and then, so that it does not run together into one struct.
			if (stroke % 97 === 96) text.delete(Math.floor(text.length / 3), 1)
			else
				text.insert(
					stroke % 50 < 45 ? text.length : (stroke * 7919) % text.length,
					String.fromCharCode(97 + (stroke % 26)),
				)
		}
	})
	await harbour.live.merge(id, Y.encodeStateAsUpdate(doc), harbour.citizen.memberId)
	await until(() => harbour.live.roomCount === 0)
	const size = (await readState(harbour.live, id)).length
	await until(() => harbour.live.roomCount === 0)

	const newcomer = harbour.connect('commissioner')
	let atSync = ''
	newcomer.provider.once('sync', () => {
		atSync = newcomer.text.toString()
	})
	await newcomer.synced()
	expect(atSync).toBe(text.toString())

	newcomer.provider.disconnect()
	let received = 0
	newcomer.provider.on('status', ({ status }) => {
		if (status !== 'connecting') return
		const socket = newcomer.provider.ws as unknown as WebSocket
		socket.on('message', (frame: ArrayBuffer) => {
			received += frame.byteLength
		})
	})
	newcomer.provider.connect()
	await newcomer.synced()
	found(context, `${received} bytes of ${size} to come back with everything`)
	expect(received).toBeGreaterThan(0)
	expect(received).toBeLessThan(size * 0.05)
	await harbour.close()
})
