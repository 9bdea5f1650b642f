import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bytes, noise, raw } from '../tests/hostile/corpus.ts'
import { forge } from '../tests/hostile/forger.ts'
import { Editor } from '../tests/live/editor.ts'
import { Gathering } from '../tests/live/gathering.ts'
import { seed as first } from '../tests/seed.ts'

/** Rooms of each kind; LIVE_SEED says which is the first. */
const rooms = Number(process.env.LIVE_ROOMS ?? 80)
const seeds = Array.from({ length: rooms }, (_, at) => first + at)
const timeout = 30_000 + rooms * 200

test(`${rooms} rooms with a forger among editors: all replicas read the same, whenever they came`, { timeout }, () => {
	let refused = 0
	for (const seed of seeds) {
		const random = noise(seed)
		const room = new Gathering([5, 500])
		const editors = room.guests.map(({ doc }) => new Editor(doc, random, { undoes: false }))
		for (let steps = 8 + random(33); steps > 0; steps--) {
			if (random(10) < 7) room.offer(forge(room.newcomer(), random))
			else editors[random(2)]!.write()
			for (const guest of room.guests) {
				if (random(3) === 0) for (const update of guest.up.splice(0, 1 + random(4))) room.bring(update)
				if (random(3) === 0) room.hear(guest, 1 + random(4))
			}
		}
		room.settle()
		expect(room.readings.size, `LIVE_SEED=${seed}`).toBe(1)
		refused += room.refused
	}
	expect(refused).toBeGreaterThan(0)
})

test(`${rooms} rooms of editors with long branches, splits and undo: nothing is refused, and all read the same`, {
	timeout,
}, () => {
	for (const seed of seeds) {
		const random = noise(seed)
		const room = new Gathering([random(1_000) * 2, random(1_000) * 2 + 1, 3_000 + random(1_000)])
		const editors = room.guests.map(({ doc }) => new Editor(doc, random))
		const away = new Set<number>()
		for (let steps = 20 + random(80); steps > 0; steps--) {
			const who = random(3)
			if (random(12) === 0 && !away.delete(who)) away.add(who)
			if (random(10) < 3) editors[who]!.undo()
			else editors[who]!.write()
			for (const [at, guest] of room.guests.entries()) {
				if (away.has(at)) continue
				if (random(2) === 0) for (const update of guest.up.splice(0, 1 + random(6))) room.bring(update)
				if (random(2) === 0) room.hear(guest, 1 + random(6))
			}
		}
		expect(() => room.settle(), `LIVE_SEED=${seed}`).not.toThrow()
		expect(room.readings.size, `LIVE_SEED=${seed}`).toBe(1)
	}
})

const client = 77
const fragment = (...items: Parameters<typeof bytes>) => bytes(1, items.length - 1, client, ...items, 0)
const letters = (root: string, words: string) => [raw(4), [1, root], words]

test.each<[string, Uint8Array[]]>([
	[
		'words that go on from known ones in another list',
		[fragment(0, letters('good-life', 'abc')), fragment(0, letters('evidence', 'abcdef'))],
	],
	[
		'a value that stands before another under a key',
		[fragment(0, [raw(40), [1, 'm'], 'k', 1, raw(125, 1)]), bytes(1, 1, 99, 0, raw(72), client, 0, 1, raw(125, 2), 0)],
	],
])('%s are refused', (_what, updates) => {
	const room = new Gathering([])
	const wicked = updates.pop()!
	for (const update of updates) room.bring(update)
	room.offer(wicked)
	expect(room.refused).toBe(1)
	expect(room.readings.size).toBe(1)
})

test('words that an undo has put the wrong way round are taken, where their writer reads them', () => {
	const room = new Gathering([5])
	room.bring(fragment(0, letters('good-life', 'ab')))
	room.bring(bytes(1, 1, 99, 0, raw(196), client, 1, client, 1, 'x', 0))
	room.bring(bytes(1, 1, 3, 0, raw(196), client, 1, client, 0, 'y', 0))
	room.settle()
	expect(room.straightened).toBe(2)
	expect(room.readings.size).toBe(1)
	expect(room.newcomer().getText('good-life').toString()).toBe('abyx')
})

test('words that pass by the place their right neighbour was written next to are taken, after their left one', () => {
	const room = new Gathering([5])
	room.bring(fragment(0, letters('good-life', 'a')))
	room.bring(bytes(1, 1, 3, 0, raw(132), client, 0, 'b', 0))
	room.bring(bytes(1, 1, 99, 0, raw(68), 3, 0, 'x', 0))
	room.settle()
	expect(room.straightened).toBe(1)
	expect(room.readings.size).toBe(1)
})

test('whoever undid backwards can go on typing beside it: nothing of theirs is refused', () => {
	const room = new Gathering([])
	room.bring(fragment(0, letters('good-life', 'ab')))
	const writer = new Y.Doc()
	writer.clientID = 50
	Y.applyUpdate(writer, Y.encodeStateAsUpdate(room.newcomer()))
	const crooked = bytes(1, 1, 50, 0, raw(196), client, 1, client, 0, 'x', 0)
	Y.applyUpdate(writer, crooked)
	room.bring(crooked)
	const text = writer.getText('good-life')
	for (let at = 0; at <= 5; at++) {
		const before = Y.encodeStateVector(writer)
		text.insert(Math.min(at, text.length), `${at}`)
		room.bring(Y.encodeStateAsUpdate(writer, before))
	}
	expect([...room.newcomer().getText('good-life').toString()].sort()).toEqual([...text.toString()].sort())
	expect(room.readings.size).toBe(1)
})

test('words on deleted ground are given back, also out of an update that had to be straightened', () => {
	const base = new Y.Doc()
	base.clientID = client
	base.getText('good-life').insert(0, 'ab')
	const paragraph = new Y.XmlElement('paragraph')
	base.getXmlFragment('evidence').insert(0, [paragraph])
	paragraph.insert(0, [new Y.XmlText('ground')])
	const away = new Y.Doc()
	away.clientID = 50
	Y.applyUpdate(away, Y.encodeStateAsUpdate(base))
	const before = Y.encodeStateVector(away)
	const ground = (away.getXmlFragment('evidence').get(0) as Y.XmlElement).get(0) as Y.XmlText
	ground.insert(6, ' and what I say of it')
	Y.applyUpdate(away, bytes(1, 1, 50, Y.getState(away.store, 50), raw(196), client, 1, client, 1, 'x', 0))
	base.getXmlFragment('evidence').delete(0, 1)

	const room = new Gathering([])
	room.bring(Y.encodeStateAsUpdate(base))
	room.bring(Y.encodeStateAsUpdate(away, before))
	expect(room.straightened).toBe(1)
	expect(room.lost).toEqual([' and what I say of it'])
})
