import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Database } from '../db/database.ts'
import { listWaitingRescues, listWritings } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../tests/factories.ts'
import {
	givenDocument,
	givenHarbour,
	givenLiveServer,
	type Harbour,
	readState,
	type Tab,
	until,
} from '../tests/live/harbour.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

/** The real database behind a line that is slow, or cut, whenever the test says so. */
function moody(db: Database, mood: { slowMs: number; fails: number }): Database {
	const weather = async () => {
		if (mood.slowMs > 0) await new Promise((resolve) => setTimeout(resolve, mood.slowMs))
		if (mood.fails > 0) {
			mood.fails--
			throw new Error('SQLITE_FULL: database or disk is full')
		}
	}
	return {
		...db,
		get read() {
			return db.read
		},
		async write(work) {
			await weather()
			return await db.write(work)
		},
	}
}

test('a form’s words and a live writer’s words in the same section both stand, and each is credited', async () => {
	const live = givenLiveServer(scratch.db)
	const document = await givenDocument(scratch.db, given)
	const writer = new Y.Doc()
	writer.getText('good-life').insert(0, 'Amina writes.')
	await live.merge(document.id, Y.encodeStateAsUpdate(writer), given.citizen.memberId)
	const form = new Y.Doc()
	Y.applyUpdate(form, await readState(live, document.id))
	form.getText('good-life').insert(0, 'Colin adds. ')
	expect(await live.merge(document.id, Y.encodeStateAsUpdate(form), given.commissioner.memberId)).toEqual({
		rescued: [],
	})
	const writings = await listWritings(scratch.db.read, document.id, document.generation)
	expect(new Map(writings.map(({ client, clock, length, memberId }) => [client, [clock, length, memberId]]))).toEqual(
		new Map([
			[writer.clientID, [0, 13, given.citizen.memberId]],
			[form.clientID, [0, 12, given.commissioner.memberId]],
		]),
	)
	await live.close()
})

test('an update that cannot be read is refused in words, and the document goes on', async () => {
	const live = givenLiveServer(scratch.db)
	const document = await givenDocument(scratch.db, given)
	expect(await live.merge(document.id, Uint8Array.of(1, 2, 3), given.citizen.memberId)).toEqual({
		refused: 'malformed',
	})
	const doc = new Y.Doc()
	doc.getText('t').insert(0, 'well')
	await live.merge(document.id, Y.encodeStateAsUpdate(doc), given.citizen.memberId)
	await live.close()
})

/** Nested deeper than the limit, then deleted: overflows the stack of every replica that has it. */
test('types nested too deep are refused before they are stored, and the words of others in the same moment are not', async () => {
	const live = givenLiveServer(scratch.db)
	const document = await givenDocument(scratch.db, given)
	const poison = new Y.Doc()
	let map = poison.getMap('m')
	for (let level = 0; level < 3_000; level++) map = map.set('k', new Y.Map())
	const good = new Y.Doc()
	good.getText('t').insert(0, 'kept')
	const [bad, fine] = await Promise.all([
		live.merge(document.id, Y.encodeStateAsUpdate(poison), given.citizen.memberId),
		live.merge(document.id, Y.encodeStateAsUpdate(good), given.commissioner.memberId),
	])
	expect([bad, fine]).toEqual([{ refused: 'too-deep' }, { rescued: [] }])
	const stored = new Y.Doc()
	Y.applyUpdate(stored, await readState(live, document.id))
	expect(stored.getText('t').toString()).toBe('kept')
	expect([...stored.share.keys()]).toEqual(['t'])
	await live.close()
})

const people = ['citizen', 'commissioner', 'provider'] as const

type Step =
	| { do: 'type'; who: number; at: number; words: string }
	| { do: 'delete'; who: number; at: number; length: number }
	| { do: 'leave' | 'come'; who: number }
	| { do: 'slow'; ms: number }
	| { do: 'fail'; times: number }
	| { do: 'restart' }
	| { do: 'wait'; ms: number }

const who = fc.nat(people.length - 1)
const step: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({
			do: fc.constant('type' as const),
			who,
			at: fc.nat(40),
			words: fc.stringMatching(/^[a-z]{1,4}$/),
		}),
	},
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant('delete' as const),
			who,
			at: fc.nat(40),
			length: fc.integer({ min: 1, max: 3 }),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'come' as const), who }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('slow' as const), ms: fc.constantFrom(0, 0, 5, 30) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), times: fc.integer({ min: 1, max: 2 }) }) },
	{ weight: 1, arbitrary: fc.constant({ do: 'restart' as const }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(0, 1, 8) }) },
)

test('no order of arrivals, edits, departures, restarts and database trouble loses an edit', {
	timeout: 120_000,
}, async () => {
	const mood = { slowMs: 0, fails: 0 }
	const harbour = await givenHarbour(moody(scratch.db, mood), { idleRoomMs: 20 })
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 30 }), async (steps) => {
			Object.assign(mood, { slowMs: 0, fails: 0 })
			const document = await givenDocument(scratch.db, harbour)
			const tabs = people.map((person) => harbour.connect(person, { document: document.id, ack: true }))
			for (const one of steps) await play(one, { tabs, harbour, mood })
			Object.assign(mood, { slowMs: 0, fails: 0 })
			for (const tab of tabs) tab.provider.connect()
			await Promise.all(tabs.map((tab) => tab.synced()))
			const texts = () => tabs.map((tab) => tab.text.toString())
			await until(async () => new Set([...texts(), await stored(harbour, document.id)]).size === 1, 'all the same')
			await Promise.all(tabs.filter((tab) => tab.sent > 0).map((tab) => tab.stored()))
			// The union of what everyone did, as Yjs alone would merge it: nothing more, nothing less.
			const union = new Y.Doc()
			for (const tab of tabs) Y.applyUpdate(union, Y.encodeStateAsUpdate(tab.doc))
			expect(await stored(harbour, document.id)).toBe(union.getText('good-life').toString())
			for (const tab of tabs) tab.close()
		}),
		{ numRuns: Number(process.env.LIVE_RUNS ?? 25) },
	)
	await harbour.close()
})

async function play(
	one: Step,
	{ tabs, harbour, mood }: { tabs: Tab[]; harbour: Harbour; mood: { slowMs: number; fails: number } },
) {
	switch (one.do) {
		case 'type':
			return tabs[one.who]!.text.insert(Math.min(one.at, tabs[one.who]!.text.length), one.words)
		case 'delete': {
			const { text } = tabs[one.who]!
			const at = Math.min(one.at, text.length)
			return text.delete(at, Math.min(one.length, text.length - at))
		}
		case 'leave':
			return tabs[one.who]!.provider.disconnect()
		case 'come':
			return tabs[one.who]!.provider.connect()
		case 'slow':
			return void Object.assign(mood, { slowMs: one.ms })
		case 'fail':
			return void Object.assign(mood, { fails: one.times })
		case 'restart':
			return await harbour.restart()
		case 'wait':
			return await new Promise<void>((resolve) => setTimeout(resolve, one.ms))
	}
}

async function stored({ live }: Harbour, documentId: string) {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(live, documentId))
	return doc.getText('good-life').toString()
}

test('words that land on deleted ground come back to their writer', async () => {
	const harbour = await givenHarbour(scratch.db)
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const fragment = (tab: Tab) => tab.doc.getXmlFragment('evidence')
	const paragraph = new Y.XmlElement('paragraph')
	paragraph.insert(0, [new Y.XmlText('Nobody asked us.')])
	fragment(amina).insert(0, [paragraph])
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	await until(() => fragment(colin).length === 1)

	amina.provider.disconnect()
	;(paragraph.get(0) as Y.XmlText).insert(16, ' Not once in ten years.')
	fragment(colin).delete(0, 1)
	await colin.stored()
	amina.provider.connect()
	await until(() => amina.notices.some(({ kind }) => kind === 'rescued'))
	await until(() => fragment(amina).length === 0)

	const [rescue] = await listWaitingRescues(scratch.db.read, harbour.document.id, harbour.citizen.memberId)
	expect(rescue).toMatchObject({ words: ' Not once in ten years.', settled: 'waiting' })
	expect(colin.notices.some(({ kind }) => kind === 'rescued')).toBe(false)
	await harbour.close()
})

test('a deletion that sweeps away words its writer had never seen brings them back to who wrote them', async () => {
	const live = givenLiveServer(scratch.db)
	const document = await givenDocument(scratch.db, given)
	const amina = new Y.Doc()
	const paragraph = new Y.XmlElement('paragraph')
	const text = new Y.XmlText('Start.')
	paragraph.insert(0, [text])
	amina.getXmlFragment('change').insert(0, [paragraph])
	await live.merge(document.id, Y.encodeStateAsUpdate(amina), given.citizen.memberId)
	const colin = new Y.Doc()
	Y.applyUpdate(colin, await readState(live, document.id))
	colin.getXmlFragment('change').delete(0, 1)
	text.insert(6, ' And more.')
	await live.merge(document.id, Y.encodeStateAsUpdate(amina), given.citizen.memberId)
	// Colin's own words are not in it: what he deleted, he had seen.
	expect(await live.merge(document.id, Y.encodeStateAsUpdate(colin), given.commissioner.memberId)).toEqual({
		rescued: [],
	})
	const [rescue, ...others] = await listWaitingRescues(scratch.db.read, document.id, given.citizen.memberId)
	expect(others).toEqual([])
	expect(rescue).toMatchObject({ words: ' And more.', sectionId: 'change' })
	await live.close()
})

test('in a quiet moment an edit is stored at once; what several people write in a busy one is stored together', async () => {
	const patient = await givenHarbour(scratch.db, { gatherMs: 1_500 })
	const [amina, colin, priya] = await Promise.all(
		(['citizen', 'commissioner', 'provider'] as const).map((who) => patient.connect(who, { ack: true }).synced()),
	)
	const { metrics } = patient.live
	amina!.type('first ')
	await amina!.stored()
	const before = metrics.commits
	const frames = metrics.updatesStored
	for (const tab of [amina!, colin!, priya!]) {
		tab.type('letters ')
		await new Promise((resolve) => setImmediate(resolve))
		tab.type('and more ')
	}
	await Promise.all([amina, colin, priya].map((tab) => tab!.stored()))
	expect(metrics.commits - before).toBe(1)
	expect(metrics.updatesStored - frames).toBe(1)
	await until(() => new Set([amina, colin, priya].map((tab) => tab!.text.toString())).size === 1)
	await patient.close()
})
