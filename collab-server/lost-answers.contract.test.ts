import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Database } from '../db/database.ts'
import { findDocumentById } from '../db/queries/documents.ts'
import { listWaitingRescues, loadLiveDocument, MovedOn } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenHarbour, listen, readState, Tab, until } from '../tests/live/harbour.ts'
import { endConnections } from '../tests/own-postgres.ts'
import { defaultLimits } from './limits.ts'
import { Store } from './store.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

interface Line {
	/** So many of the next writes fail, after all was stored or before. */
	fails: number
	when: 'after' | 'before'
	/** From then on what is asked is not answered either. */
	staysCut?: boolean
	isCut?: boolean
	/** The next write fails at once, and goes through when this is called. */
	goesThrough?: () => Promise<unknown>
	isLate?: boolean
}

/** The real database behind a line that is lost at the moment of the commit: nobody knows whether it went through. */
function over(line: Line): Database {
	return {
		...scratch.db,
		get read() {
			if (line.isCut) throw new Error('Connection terminated unexpectedly')
			return scratch.db.read
		},
		async write(work) {
			if (line.isLate) {
				line.isLate = false
				line.goesThrough = () => scratch.db.write(work)
				throw new Error('Connection terminated unexpectedly')
			}
			const isLost = line.fails-- > 0
			const result = isLost && line.when === 'before' ? undefined : await scratch.db.write(work)
			line.isCut ||= isLost && line.staysCut === true
			if (isLost) throw new Error('Connection terminated unexpectedly')
			return result!
		},
	}
}

test.each([1, 2, 3])(
	'the answer to a commit is lost %i times: the words are stored once, and said to be',
	async (fails) => {
		const line: Line = { fails: 0, when: 'after' }
		const harbour = await givenHarbour(over(line))
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		line.fails = fails
		amina.type('Stored and not answered.')
		await amina.stored()
		amina.type(' And on.')
		await amina.stored()
		await until(() => colin.text.toString() === 'Stored and not answered. And on.')
		const { updates } = await loadLiveDocument(scratch.db.read, harbour.document.id, 1)
		expect(updates.length).toBe(2)
		await harbour.close()
	},
)

test('words kept for their writer are kept once, whatever was lost on the way', async () => {
	const line: Line = { fails: 0, when: 'after' }
	const harbour = await givenHarbour(over(line))
	const { document, citizen } = harbour
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	const section = amina.doc.getXmlFragment('good-life')
	const paragraph = new Y.XmlElement('paragraph')
	paragraph.insert(0, [new Y.XmlText('Ground.')])
	section.insert(0, [paragraph])
	await until(() => colin.doc.getXmlFragment('good-life').length === 1)
	amina.provider.disconnect()
	;(paragraph.get(0) as Y.XmlText).insert(7, ' Typed on the train.')
	colin.doc.getXmlFragment('good-life').delete(0, 1)
	await colin.stored()
	line.fails = 2
	amina.provider.connect()
	await until(() => amina.notices.some(({ kind }) => kind === 'rescued'), 'told')
	await amina.stored()
	const waiting = await listWaitingRescues(scratch.db.read, document.id, citizen.memberId)
	expect(waiting.map(({ words }) => words)).toEqual([' Typed on the train.'])
	expect(amina.notices.filter(({ kind }) => kind === 'rescued')).toMatchObject([{ id: waiting[0]!.id }])
	await harbour.close()
})

test('the answer to a rebuild is lost: it counts as done, and nobody goes on in the history that has ended', async () => {
	const line: Line = { fails: 0, when: 'after' }
	const harbour = await givenHarbour(over(line))
	const { live, document } = harbour
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	amina.type('Stands.')
	await amina.stored()
	line.fails = 1
	expect(await live.rebuild(document.id)).toEqual({ letters: 0 })
	await until(() => amina.closes[0]?.code === 4409)
	await harbour.close()
})

test.each(['after', 'before'] as const)(
	'nobody can tell whether a rebuild went through, which failed %s it did: everyone comes back to what is stored',
	async (when) => {
		const line: Line = { fails: 0, when, staysCut: true }
		const harbour = await givenHarbour(over(line), { idleRoomMs: 10 })
		const { live, document, citizen } = harbour
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		amina.type('Stands.')
		await amina.stored()
		line.fails = 1
		await expect(live.rebuild(document.id)).rejects.toThrow('terminated')
		await until(() => amina.closes[0]?.code === 1013)
		line.isCut = false
		amina.type(' More.')
		const { generation } = (await findDocumentById(scratch.db.read, document.id))!
		expect(generation > 1).toBe(when === 'after')
		if (when === 'after') {
			await until(() => amina.closes.some(({ code }) => code === 4409), 'moved on')
		} else await (await amina.synced()).stored()
		const doc = new Y.Doc()
		doc.getText('form').insert(0, 'A form.')
		expect(await live.merge(document.id, Y.encodeStateAsUpdate(doc), citizen.memberId)).toEqual({ rescued: [] })
		await until(() => live.roomCount === 0 || when === 'before')
		// What is acknowledged now is found again.
		const stored = new Y.Doc()
		Y.applyUpdate(stored, await readState(live, document.id))
		expect(stored.getText('form').toString()).toBe('A form.')
		expect(stored.getText('good-life').toString()).toBe(when === 'after' ? 'Stands.' : 'Stands. More.')
		await harbour.close()
	},
)

test('a rebuild goes through after all, later: nothing typed meanwhile is said to be saved in the history that ended', async () => {
	const line: Line = { fails: 0, when: 'after' }
	const harbour = await givenHarbour(over(line))
	const { live, document } = harbour
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	amina.type('Stands.')
	await amina.stored()
	line.isLate = true
	await expect(live.rebuild(document.id)).rejects.toThrow('terminated')
	for (const { closes } of [amina, colin]) await until(() => closes[0]?.code === 1013, 'sent back to what is stored')
	for (const tab of [amina, colin]) await tab.synced()
	await line.goesThrough?.()
	amina.saved.length = 0
	amina.type(' Typed after.')
	for (const { closes } of [amina, colin]) await until(() => closes.some(({ code }) => code === 4409), 'moved on')
	expect(amina.saved).toEqual([])
	expect(colin.text.toString()).toBe('Stands.')
	const { generation } = (await findDocumentById(scratch.db.read, document.id))!
	const again = await harbour.connect('citizen', { ack: true, generation }).synced()
	expect(again.text.toString()).toBe('Stands.')
	again.type(' And on.')
	await again.stored()
	await harbour.close()
})

test('a log is not folded into a history that has ended', async () => {
	const harbour = await givenHarbour(scratch.db)
	const { live, document } = harbour
	expect(await live.rebuild(document.id)).toEqual({ letters: 0 })
	const state = Y.encodeStateAsUpdate(new Y.Doc())
	const folding = new Store(scratch.db, defaultLimits).compact({
		documentId: document.id,
		generation: 1,
		upTo: 9,
		state,
	})
	await expect(folding).rejects.toBeInstanceOf(MovedOn)
	expect((await loadLiveDocument(scratch.db.read, document.id, 1)).state).toBeNull()
	await harbour.close()
})

test('another process writes in the same document: everyone comes back to what is stored, and goes on', async () => {
	const harbour = await givenHarbour(scratch.db)
	const { document, cookies } = harbour
	const other = await listen(scratch.db, { sweepMs: 60_000 })
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const colin = await new Tab(other.url, document.id, { cookie: cookies.commissioner, ack: true }).synced()
	amina.type('One. ')
	await amina.stored()
	colin.type('Two. ')
	await until(() => colin.closes[0]?.code === 1013, 'sent back to what is stored')
	await (await colin.synced()).stored()
	await until(() => colin.text.toString().includes('One. '))
	const { updates } = await loadLiveDocument(scratch.db.read, document.id, 1)
	const stored = new Y.Doc()
	for (const { update } of updates) Y.applyUpdate(stored, update)
	expect(stored.getText('good-life').toString()).toBe(colin.text.toString())
	expect(stored.getText('good-life').toString().split(' ').sort()).toEqual(['', 'One.', 'Two.'])
	colin.close()
	await other.live.close()
	await new Promise((resolve) => other.http.close(resolve))
	await harbour.close()
})

// SQLite has no connection that could be ended.
test.skipIf(!process.env.DATABASE_URL)(
	'the connections to Postgres are ended again and again while people type and come in: nothing is lost, nobody is sent away',
	{ timeout: 60_000 },
	async () => {
		const harbour = await givenHarbour(scratch.db, { idleRoomMs: 10 })
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		let typed = 0
		const typing = setInterval(() => {
			amina.type(`a${typed} `)
			colin.type(`c${typed++} `)
		}, 3)
		const newcomers: Tab[] = []
		for (let kill = 0; kill < 25; kill++) {
			newcomers.push(harbour.connect('provider'))
			await endConnections(scratch.url!)
			await until(() => typed > kill * 10)
		}
		clearInterval(typing)
		await until(() => amina.isSaved && colin.isSaved, 'saved', 30_000)
		const fresh = await harbour.connect('provider').synced()
		await until(() => [amina, colin].every(({ text }) => text.length === fresh.text.length))
		const words = fresh.text.toString().split(' ').filter(Boolean)
		expect(new Set(words).size).toBe(typed * 2)
		expect(words.length).toBe(typed * 2)
		for (const tab of [amina, colin, ...newcomers]) expect(tab.closes.filter(({ code }) => code >= 4400)).toEqual([])
		await until(() => newcomers.every(({ provider }) => provider.synced), 'all let in', 30_000)
		await harbour.close()
	},
)
