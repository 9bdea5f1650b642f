import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Passage } from '../app/domain/documents/live.ts'
import { finishErasures, removeWords } from '../app/features/documents/remove-words.server.ts'
import { newId } from '../app/http/new-id.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { listUnfinishedErasures } from '../db/queries/erasures.ts'
import { makeCluster } from '../scripts/postgres-cluster.mjs'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { damageState, mendState } from '../tests/live/damage.ts'
import { givenDocument, givenHarbour, listen, readState, Tab, until } from '../tests/live/harbour.ts'
import { givenTcpLine } from '../tests/live/tcp-line.ts'

/** How long Postgres is away. More by environment. */
const awayMs = Number(process.env.LIVE_AWAY_MS ?? 0)

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterAll(() => scratch.remove())

test('stopping while 50 people type loses nothing, tells everyone to come back, and is quick', async () => {
	const harbour = await givenHarbour(scratch.db)
	const tabs = await Promise.all(Array.from({ length: 50 }, () => harbour.connect('citizen').synced()))
	const typing = setInterval(() => {
		for (const tab of tabs) tab.type('word ')
	}, 5)
	await until(() => tabs[0]!.text.length > 2_000)
	const begun = performance.now()
	await harbour.live.close()
	expect(performance.now() - begun).toBeLessThan(5_000)
	clearInterval(typing)
	await until(() => tabs.every(({ closes }) => closes.length > 0))
	expect(new Set(tabs.map(({ closes }) => closes[0]!.code))).toEqual(new Set([1012]))
	const shown = new Y.Doc()
	// What anybody had been shown of others, before the words they still hold themselves come back.
	for (const tab of tabs) {
		const seen = Y.encodeStateVector(new Map([[tab.doc.clientID, 2 ** 31]]))
		Y.applyUpdate(shown, Y.encodeStateAsUpdate(tab.doc, seen))
	}
	await harbour.restart()
	await Promise.all(tabs.map((tab) => tab.synced()))
	const fresh = await harbour.connect('provider').synced()
	await until(() => tabs.every((tab) => tab.text.toString() === fresh.text.toString()))
	const stored = Y.decodeStateVector(Y.encodeStateVector(fresh.doc))
	for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(shown)))
		expect(stored.get(client)).toBeGreaterThanOrEqual(clock)
	await harbour.close()
})

test.each([false, true])(
	'stopping while fifty forms are being stored (on a full disk: %s): each is told that it is stored, and is, or that it may not be',
	async (isFull) => {
		const disk = { isFull: false }
		const harbour = await givenHarbour(onDisk(disk))
		const { document, citizen } = harbour
		await harbour.connect('citizen').synced()
		disk.isFull = isFull
		const forms: ReturnType<typeof harbour.live.merge>[] = []
		const send = () => {
			const doc = new Y.Doc()
			doc.getText(`form-${forms.length}`).insert(0, 'Once.')
			forms.push(harbour.live.merge(document.id, Y.encodeStateAsUpdate(doc), citizen.memberId))
		}
		while (forms.length < 25) send()
		const closing = harbour.live.close()
		while (forms.length < 50) send()
		const answers = await Promise.all(forms)
		await closing
		expect(answers.slice(25)).toEqual(answers.slice(25).map(() => ({ refused: 'not-in-time' })))
		if (isFull) expect(answers).toEqual(answers.map(() => ({ refused: 'not-in-time' })))
		disk.isFull = false
		await harbour.restart()
		const stored = new Y.Doc()
		Y.applyUpdate(stored, await readState(harbour.live, document.id))
		for (const [number, { refused }] of answers.entries())
			if (!refused) expect(stored.getText(`form-${number}`).toString()).toBe('Once.')
		await harbour.close()
	},
)

/** The real database on a disk that is full whenever the test says so. */
function onDisk(disk: { isFull: boolean }): Database {
	return {
		...scratch.db,
		get read() {
			return scratch.db.read
		},
		async write(work) {
			if (disk.isFull) throw new Error('SQLITE_FULL: database or disk is full')
			return await scratch.db.write(work)
		},
	}
}

test('while the database takes no writes, nobody sees what is not stored, and the writer is told; then it all arrives', async () => {
	const disk = { isFull: false }
	const full = onDisk(disk)
	const harbour = await givenHarbour(full)
	const elsewhere = await givenDocument(scratch.db, harbour)
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	await harbour.connect('provider', { document: elsewhere.id }).synced()
	disk.isFull = true
	amina.type('kept until there is room')
	await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'))
	const late = harbour.connect('provider')
	amina.type(', all of it')
	await until(() => harbour.live.metrics.storeFailures > 2)
	expect([colin.text.toString(), late.text.toString(), late.provider.synced, amina.isSaved]).toEqual([
		'',
		'',
		false,
		false,
	])
	disk.isFull = false
	await amina.stored()
	await late.synced()
	await until(() => [colin, late].every(({ text }) => text.toString() === 'kept until there is room, all of it'))
	await harbour.close()
})

test('while the database takes no writes, pages are answered with what is stored', async () => {
	const disk = { isFull: false }
	const harbour = await givenHarbour(onDisk(disk))
	const { live, document } = harbour
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	amina.type('Stored.')
	await amina.stored()
	disk.isFull = true
	amina.type(' Not yet.')
	const failures = live.metrics.storeFailures
	const reads: Promise<Uint8Array>[] = []
	while (live.metrics.storeFailures < failures + 2) {
		reads.push(readState(live, document.id))
		await new Promise((resolve) => setImmediate(resolve))
	}
	const states = await Promise.all(reads)
	expect(new Set(states.map(wordsIn))).toEqual(new Set(['Stored.']))
	disk.isFull = false
	await amina.stored()
	expect(wordsIn(await readState(live, document.id))).toBe('Stored. Not yet.')
	await harbour.close()
})

test('while the database takes no writes, a rebuild is refused at once, and pages are answered', async () => {
	const disk = { isFull: false }
	const harbour = await givenHarbour(onDisk(disk))
	const { live, document } = harbour
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	amina.type('Stored.')
	await amina.stored()
	disk.isFull = true
	amina.type(' Not yet.')
	await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'), 'told')
	const rebuilding = live.rebuild(document.id)
	const state = readState(live, document.id)
	await expect(rebuilding).resolves.toEqual({ refused: 'not-in-time' })
	expect(wordsIn(await state)).toBe('Stored.')
	disk.isFull = false
	await amina.stored()
	expect(wordsIn(await readState(live, document.id))).toBe('Stored. Not yet.')
	expect(amina.closes).toEqual([])
	expect(await live.rebuild(document.id)).toEqual({ letters: 0 })
	await harbour.close()
})

test('while the database takes no writes, however many read a page, its words are loaded once', async () => {
	const disk = { isFull: false }
	const harbour = await givenHarbour(onDisk(disk))
	const { live, document } = harbour
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	amina.type('Stored.')
	await amina.stored()
	disk.isFull = true
	amina.type(' Not yet.')
	await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'), 'told')
	const { loads } = live.metrics
	const states = await Promise.all(Array.from({ length: 50 }, () => readState(live, document.id)))
	expect(new Set(states.map(wordsIn))).toEqual(new Set(['Stored.']))
	expect(live.metrics.loads - loads).toBe(1)
	disk.isFull = false
	await amina.stored()
	expect(wordsIn(await readState(live, document.id))).toBe('Stored. Not yet.')
	await harbour.close()
})

/** The real database, whose writes wait as long as the test says, and then go through or fail. */
function behind(gate: { opens: Promise<'through' | 'wrong'> | null }): Database {
	return {
		...scratch.db,
		get read() {
			return scratch.db.read
		},
		async write(work) {
			if ((await gate.opens) === 'wrong') throw new Error('Connection terminated unexpectedly')
			return await scratch.db.write(work)
		},
	}
}

test.each(['through', 'wrong'] as const)(
	'the database lets a removal wait, which goes %s in the end: it and its pages are answered, and it is done whole, now or when the clock comes back to it',
	async (end) => {
		const gate: Parameters<typeof behind>[0] = { opens: null }
		const harbour = await givenHarbour(behind(gate), { answerMs: 100, mergeMs: 400, readMs: 100 })
		const { live, document, citizen, commissioner, facilitator } = harbour
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		amina.type('Stands.')
		await amina.stored()
		colin.type(' Goes.')
		await colin.stored()
		let open: (how: typeof end) => void = () => undefined
		gate.opens = new Promise((resolve) => {
			open = resolve
		})
		const parts = { db: scratch.db, live }
		const removing = removeWords(parts, facilitator, document.id, {
			id: newId(),
			writerId: commissioner.memberId,
			reason: 'They asked for it.',
			passages: [],
		})
		await until(() => live.roomCount === 0, 'begun')
		const form = new Y.Doc()
		form.getText('form').insert(0, 'A form.')
		const [page, merged] = await Promise.all([
			readState(live, document.id),
			live.merge(document.id, Y.encodeStateAsUpdate(form), citizen.memberId),
		])
		expect(wordsIn(page)).toBe('Stands. Goes.')
		expect([merged, await removing]).toEqual([{ refused: 'not-in-time' }, { refused: 'not-removed-yet' }])
		open(end)
		gate.opens = null
		const whole = end === 'through' ? 'Stands.' : 'Stands. Goes.'
		await until(async () => wordsIn(await readState(live, document.id)) === whole, 'done or not')
		await finishErasures(parts, new Date(Date.now() + 600_000))
		expect(wordsIn(await readState(live, document.id))).toBe('Stands.')
		await until(() => [amina, colin].every(({ closes }) => closes.length > 0))
		await harbour.close()
	},
)

test('a form that waits for its document to be opened and then to be stored waits no longer than one that waits for either', async () => {
	const mergeMs = 800
	const timer = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
	let isAway = false
	let writes = 0
	let comeBack = () => undefined as unknown
	const back = new Promise((resolve) => {
		comeBack = () => resolve(null)
	})
	const db: Database = {
		...scratch.db,
		async write(work) {
			if (isAway && writes++ === 0) {
				await timer(0.75 * mergeMs)
				throw new Error('Connection terminated unexpectedly')
			}
			if (isAway) await back
			return await scratch.db.write(work)
		},
	}
	const harbour = await givenHarbour(db, { answerMs: 100, mergeMs, readMs: 100 })
	const { live, document, citizen } = harbour
	isAway = true
	const rebuilding = live.rebuild(document.id).catch(() => undefined)
	await until(() => writes > 0, 'begun')
	const form = new Y.Doc()
	form.getText('form').insert(0, 'A form.')
	const merging = live.merge(document.id, Y.encodeStateAsUpdate(form), citizen.memberId)
	// Timers of one process come in their order, however slow it is.
	const longer = timer(1.5 * mergeMs).then(() => 'longer')
	expect(await Promise.race([merging, longer])).toEqual({ refused: 'not-in-time' })
	comeBack()
	isAway = false
	await rebuilding
	await harbour.close()
})

test.each(['through', 'wrong'] as const)(
	'a removal waited, and its first attempt goes %s: what its writer is told is saved meanwhile stays, and so does what goes on in the document',
	async (end) => {
		const gate: Parameters<typeof behind>[0] = { opens: null }
		const harbour = await givenHarbour(behind(gate), { answerMs: 100, mergeMs: 400, readMs: 100 })
		const { live, document, commissioner, facilitator } = harbour
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		colin.type('Goes.')
		await colin.stored()
		let open: (how: typeof end) => void = () => undefined
		gate.opens = new Promise((resolve) => {
			open = resolve
		})
		const parts = { db: scratch.db, live }
		const asked = { id: newId(), writerId: commissioner.memberId, reason: 'They asked for it.', passages: [] }
		const refused = { refused: 'not-removed-yet' }
		expect(await removeWords(parts, facilitator, document.id, asked)).toEqual(refused)
		open(end)
		gate.opens = null
		const whole = end === 'through' ? '' : 'Goes.'
		await until(async () => wordsIn(await readState(live, document.id)) === whole, 'done or not')
		await until(() => colin.closes.length > 0)
		const again = await harbour.connect('commissioner', { ack: true }).synced()
		again.type(' Written since.')
		await again.stored()
		const later = new Date(Date.now() + 600_000)
		await finishErasures(parts, later)
		expect(wordsIn(await readState(live, document.id))).toBe(' Written since.')
		// Where it was done already, nobody is moved on for it.
		expect(again.closes.length > 0).toBe(end === 'wrong')
		const writers = new Set(((await live.listPassages(document.id)) as Passage[]).map(({ memberId }) => memberId))
		expect(writers).toEqual(new Set([commissioner.memberId]))
		expect(await listUnfinishedErasures(scratch.db.read, later)).toEqual([])
		await harbour.close()
	},
)

test('a removal waits while the document is rebuilt for another reason: it takes what stood then, and nothing written since', async () => {
	const harbour = await givenHarbour(scratch.db)
	const { live, document, commissioner, facilitator } = harbour
	const stuck = { ...live, rebuild: async () => ({ refused: 'not-in-time' as const }) }
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	colin.type('Goes.')
	await colin.stored()
	const asked = { id: newId(), writerId: commissioner.memberId, reason: 'They asked for it.', passages: [] }
	await removeWords({ db: scratch.db, live: stuck as never }, facilitator, document.id, asked)
	await live.rebuild(document.id)
	const again = await harbour.connect('commissioner', { ack: true }).synced()
	again.type(' Written since.')
	await again.stored()
	await finishErasures({ db: scratch.db, live }, new Date(Date.now() + 600_000))
	expect(wordsIn(await readState(live, document.id))).toBe(' Written since.')
	await harbour.close()
})

test('a removal waits, and the document is damaged as the clock comes to it: it is done when that is mended', async () => {
	const gate: Parameters<typeof behind>[0] = { opens: null }
	const harbour = await givenHarbour(behind(gate), { answerMs: 100, mergeMs: 400, readMs: 100, idleRoomMs: 20 })
	const { live, document, commissioner, facilitator } = harbour
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	colin.type('Goes.')
	await colin.stored()
	let open: (how: 'wrong') => void = () => undefined
	gate.opens = new Promise((resolve) => {
		open = resolve
	})
	const parts = { db: scratch.db, live }
	const asked = { id: newId(), writerId: commissioner.memberId, reason: 'They asked for it.', passages: [] }
	const refused = { refused: 'not-removed-yet' }
	expect(await removeWords(parts, facilitator, document.id, asked)).toEqual(refused)
	open('wrong')
	gate.opens = null
	colin.close()
	await until(() => live.roomCount === 0)
	await damageState(scratch.db, document.id, Uint8Array.of(9, 9, 9))
	const later = new Date(Date.now() + 600_000)
	await finishErasures(parts, later)
	expect(await listUnfinishedErasures(scratch.db.read, later)).toHaveLength(1)
	expect(await removeWords(parts, facilitator, document.id, { ...asked, id: newId() })).toEqual({
		refused: 'unreadable',
	})
	expect(await listUnfinishedErasures(scratch.db.read, later)).toHaveLength(1)
	await mendState(scratch.db, document.id, null)
	await finishErasures(parts, later)
	expect(wordsIn(await readState(live, document.id))).toBe('')
	await harbour.close()
})

test('fifty forms wait and fifty edits come while a document is rebuilt: each form is in the new one once or refused, no edit is said to be saved', async () => {
	const gate: Parameters<typeof behind>[0] = { opens: null }
	const harbour = await givenHarbour(behind(gate))
	const { live, document, citizen } = harbour
	const tabs = await Promise.all(
		Array.from({ length: 10 }, () => harbour.connect('citizen', { ack: true, generation: 1 }).synced()),
	)
	tabs[0]!.type('Stands.')
	await tabs[0]!.stored()
	await until(() => tabs.every(({ text }) => text.length > 0), 'read')
	let open: (how: 'through') => void = () => undefined
	gate.opens = new Promise((resolve) => {
		open = resolve
	})
	const rebuilding = live.rebuild(document.id)
	await until(() => live.roomCount === 0, 'begun')
	for (const tab of tabs) tab.saved.length = 0
	for (let edit = 0; edit < 5; edit++) for (const tab of tabs) tab.type(` Late ${edit}.`)
	const forms = Array.from({ length: 50 }, (_, number) => {
		const doc = new Y.Doc()
		doc.getText(`form-${number}`).insert(0, 'Once.')
		// Half of them were opened on the words of before.
		return live.merge(document.id, Y.encodeStateAsUpdate(doc), citizen.memberId, number % 2 ? 1 : undefined)
	})
	open('through')
	gate.opens = null
	expect(await rebuilding).toEqual({ letters: 0 })
	const answers = await Promise.all(forms)
	expect(answers).toEqual(answers.map((_, number) => (number % 2 ? { refused: 'rebuilt' } : { rescued: [] })))
	await until(() => tabs.every(({ closes }) => closes.some(({ code }) => code === 4409)), 'moved on')
	expect(tabs.flatMap(({ saved }) => saved)).toEqual([])
	const state = await readState(live, document.id)
	expect(wordsIn(state)).toBe('Stands.')
	const doc = new Y.Doc()
	Y.applyUpdate(doc, state)
	const words = answers.map((_, number) => doc.getText(`form-${number}`).toString())
	expect(words).toEqual(answers.map((_, number) => (number % 2 ? '' : 'Once.')))
	await harbour.close()
})

function wordsIn(state: Uint8Array) {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, state)
	return doc.getText('good-life').toString()
}

test('the log says what went wrong, and nobody’s token, name or words', async () => {
	const given = await givenHarbour(scratch.db)
	const disk = { isFull: false }
	const lines: string[] = []
	const log = pino({ level: 'trace' }, { write: (line) => lines.push(line) })
	const { live, http, url } = await listen(onDisk(disk), {}, 0, {}, log)
	const amina = new Tab(url, given.document.id, { cookie: given.cookies.citizen, ack: true })
	await amina.synced()
	const stranger = new Tab(url, given.document.id, { cookie: 'alongside=a-token-that-was-never-given' })
	await until(() => stranger.closes[0]?.code === 4401)
	disk.isFull = true
	amina.type('Not for the log.')
	await until(() => lines.length > 0)
	disk.isFull = false
	await amina.stored()
	const said = lines.join('')
	expect(said).toContain('SQLITE_FULL')
	const value = decodeURIComponent(given.cookies.citizen.split('=')[1]!)
	const token: string = JSON.parse(Buffer.from(value, 'base64').toString())
	for (const secret of [token, value, 'never-given', 'Amina', 'Not for the log', 'cookie'])
		expect(said).not.toContain(secret)
	amina.close()
	await live.close()
	await new Promise((resolve) => http.close(resolve))
	await given.close()
})

test('two hundred rooms opened and left are all let go', async () => {
	const harbour = await givenHarbour(scratch.db, { idleRoomMs: 20 })
	for (let some = 0; some < 20; some++) {
		const documents = await Promise.all(Array.from({ length: 10 }, () => givenDocument(scratch.db, harbour)))
		const tabs = await Promise.all(documents.map(({ id }) => harbour.connect('citizen', { document: id }).synced()))
		for (const tab of tabs) tab.close()
	}
	await until(() => harbour.live.metricsText().includes('alongside_live_documents_loaded 0\n'))
	expect(harbour.live.connectionCount).toBe(0)
	expect(harbour.live.metrics.loads).toBe(200)
	await harbour.close()
})

// SQLite is a file and cannot go away; what fills a disk is above.
test.skipIf(!process.env.DATABASE_URL)(
	'while Postgres is away nothing is said to be saved and nobody is lost; then it all arrives',
	{ timeout: 120_000 },
	async () => {
		const line = await givenTcpLine(new URL(scratch.url!))
		const db = await openDatabase({ url: line.through(scratch.url!), dataDir: '' })
		const harbour = await givenHarbour(db)
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		amina.type('before, ')
		await amina.stored()
		line.cut()
		amina.type('while it was away, ')
		await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'), 'told that nothing is saved')
		const late = harbour.connect('provider')
		amina.type('all of it')
		await until(() => harbour.live.metrics.storeFailures > 3)
		expect([amina.isSaved, colin.text.toString(), late.text.toString(), late.provider.synced]).toEqual([
			false,
			'before, ',
			'',
			false,
		])
		await line.mend()
		await amina.stored()
		late.provider.connect()
		await late.synced()
		await until(() => [colin, late].every(({ text }) => text.toString() === 'before, while it was away, all of it'))
		// What the database did not answer is no answer: nobody was sent away for good.
		expect([amina, colin, late].flatMap(({ closes }) => closes).filter(({ code }) => code >= 4400)).toEqual([])
		await harbour.close()
		await db.close()
		line.cut()
	},
)

test.skipIf(!process.env.DATABASE_URL)(
	'the process of Postgres dies while people type, and comes back: all of it arrives, nobody was told a lie or let go',
	{ timeout: 120_000 },
	async () => {
		const rejections: unknown[] = []
		const onRejection = (reason: unknown) => rejections.push(reason)
		process.on('unhandledRejection', onRejection)
		const cluster = await makeCluster()
		cluster.start()
		const db = await openDatabase({ url: cluster.url, dataDir: '' })
		// Everybody's rights are asked again while nobody answers: no answer is no refusal.
		const harbour = await givenHarbour(db, { sweepMs: 300 })
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		amina.type('before, ')
		await amina.stored()
		await until(() => colin.text.toString() === 'before, ')
		await cluster.stop('SIGQUIT')
		for (const word of ['while ', 'it ', 'was ', 'away, ']) amina.type(word)
		await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'), 'told that nothing is saved')
		const failed = harbour.live.metrics.storeFailures
		await until(() => harbour.live.metrics.storeFailures > failed + 5, 'tried again and again', 30_000)
		await new Promise((resolve) => setTimeout(resolve, awayMs))
		amina.type('and then')
		expect([amina.isSaved, colin.text.toString()]).toEqual([false, 'before, '])
		cluster.start()
		await until(() => amina.isSaved, 'saved', 30_000)
		const whole = 'before, while it was away, and then'
		await until(() => colin.text.toString() === whole)
		const late = await harbour.connect('provider').synced()
		expect(late.text.toString()).toBe(whole)
		expect([...amina.closes, ...colin.closes]).toEqual([])
		expect(rejections).toEqual([])
		process.off('unhandledRejection', onRejection)
		await harbour.close()
		await db.close()
		await cluster.stop()
		cluster.remove()
	},
)
