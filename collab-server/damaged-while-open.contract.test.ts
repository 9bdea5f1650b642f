import { setImmediate as nextTurn } from 'node:timers/promises'
import pino from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { findWords } from '../app/features/documents/find-words.server.ts'
import { finishDocument } from '../app/features/documents/finish-document.server.ts'
import { freezeVersion } from '../app/features/documents/freeze-version.server.ts'
import { proposeDocument } from '../app/features/documents/propose-document.server.ts'
import { openSectionForm, writeSection } from '../app/features/documents/write-section.server.ts'
import { newId } from '../app/http/new-id.ts'
import { loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { nestedMaps } from '../tests/hostile/corpus.ts'
import { damageState, damageUpdate, putBackState } from '../tests/live/damage.ts'
import { givenHarbour, type Harbour, readState, type Tab, until } from '../tests/live/harbour.ts'
import { decodeMessage } from './protocol.ts'

/** An edit that no document takes: it is only found when it is in, and the document must be opened again. */
const spoiling = nestedMaps(77, 500, { deleted: false })
const broken = Uint8Array.of(1, 2, 3, 4)

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour

beforeEach(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db, { idleRoomMs: 10, logRows: 1 })
})
afterEach(async () => {
	await harbour.close()
	await scratch.remove()
})

const stored = () => loadLiveDocument(scratch.db.read, harbour.document.id, 1)
const damage = (state: Uint8Array = broken) => damageState(scratch.db, harbour.document.id, state)
const isDamaged = ({ notices }: Tab) => notices.some((notice) => notice.kind === 'read-only' && 'isDamaged' in notice)
const mayWriteAgain = ({ notices }: Tab) => notices.at(-1)?.kind === 'may-write'

/** Amina writes, Colin reads along; everything is folded into one state, which a form knows. */
async function givenOpen() {
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	amina.type('Seen by all.')
	await amina.stored()
	await until(async () => (await stored()).updates.length === 0, 'folded')
	await openSectionForm({ db: scratch.db, live: harbour.live }, harbour.provider, harbour.document.id, 'good-life')
	return { amina, colin, whole: (await stored()).state! }
}

async function spoil() {
	const wicked = new WebSocket(`${harbour.url}/${harbour.document.id}`, {
		headers: { cookie: harbour.cookies.provider },
	})
	await new Promise((resolve) => wicked.once('open', resolve))
	wicked.send(spoiling)
}

function updateIn(frame: Uint8Array) {
	const message = decodeMessage(frame)
	if (message.type !== 'edit') throw new Error(message.type)
	return message.update
}

test('pages, forms and newcomers are told at once; writers keep what they typed, and it arrives when it is mended', async () => {
	const lines: { msg: string; documentId?: string }[] = []
	const { db } = scratch
	const log = pino({ level: 'error' }, { write: (line) => lines.push(JSON.parse(line)) })
	await harbour.restart(log)
	const { amina, colin, whole } = await givenOpen()
	const { document, live, citizen } = harbour
	const parts = { db, live }
	await damage()
	await spoil()
	await until(() => isDamaged(amina) && isDamaged(colin), 'told')
	amina.type(' Typed meanwhile.')

	const found = await findWords(parts, harbour.place, document)
	expect(found.unreadable?.instead?.from).toBe('copy')
	expect(await live.read(document.id)).toMatchObject({ refused: 'unreadable', last: { at: expect.any(Date) } })
	for (const refused of [
		await openSectionForm(parts, citizen, document.id, 'good-life'),
		await writeSection(parts, citizen, document.id, 'good-life', { text: 'Mine' }),
		await freezeVersion(parts, citizen, document.id, { id: newId() }),
		await proposeDocument(parts, citizen, document.id),
		await live.rebuild(document.id),
	])
		expect(refused).toEqual({ refused: 'unreadable' })
	expect(await live.listPassages(document.id)).toMatchObject({ refused: 'unreadable' })
	const late = harbour.connect('provider')
	await until(() => late.closes[0]?.code === 4422)
	expect(lines.filter(({ documentId }) => documentId === document.id)).toHaveLength(1)
	expect(lines[0]!.msg).toMatch(/npx alongside documents check.*backup.*docs\/operate[.]md/)
	expect(live.metricsText()).toContain('alongside_live_documents_unreadable 1\n')
	expect(Uint8Array.from((await stored()).state!)).toEqual(broken)
	expect([...amina.closes, ...colin.closes, colin.text.toString()]).toEqual(['Seen by all.'])

	await damage(whole)
	await amina.stored()
	await until(() => mayWriteAgain(amina) && mayWriteAgain(colin))
	await until(() => colin.text.toString() === 'Seen by all. Typed meanwhile.')
	expect(live.metricsText()).toContain('alongside_live_documents_unreadable 0\n')
	expect(await findWords(parts, harbour.place, document)).toMatchObject({ unreadable: null })
})

test('whoever asks, at whatever moment of it, is answered; a form that was refused is not put in later', async () => {
	const { amina, whole } = await givenOpen()
	const { document, live, citizen } = harbour
	await damage()
	const reads: ReturnType<typeof live.read>[] = []
	const forms: { word: string; answer: ReturnType<typeof live.merge> }[] = []
	const spoilt = live.merge(document.id, updateIn(spoiling), harbour.provider.memberId)
	for (let at = 0; at < 20 || (!isDamaged(amina) && at < 10_000); at++) {
		reads.push(live.read(document.id))
		const doc = new Y.Doc()
		const word = `form-${at};`
		doc.getText('forms').insert(0, word)
		forms.push({ word, answer: live.merge(document.id, Y.encodeStateAsUpdate(doc), citizen.memberId) })
		await nextTurn()
	}
	for (const read of await Promise.all(reads))
		if ('refused' in read) expect(read.refused).toBe('unreadable')
		else expect(read.state.length).toBeGreaterThan(0)
	const answers = await Promise.all(forms.map(({ answer }) => answer))
	for (const answer of [await spoilt, answers[0], answers.at(-1)]) expect(answer).toEqual({ refused: 'unreadable' })
	await damage(whole)
	await until(() => mayWriteAgain(amina))
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(live, document.id))
	const words = doc.getText('forms').toString()
	for (const [at, { word }] of forms.entries())
		expect([word, words.includes(word)]).toEqual([word, !answers[at]!.refused])
})

test('a rebuild and a form that wait for it are refused, and the document goes on when it is mended', async () => {
	const { amina, colin, whole } = await givenOpen()
	const { document, live, provider } = harbour
	await damage()
	const form = live.merge(document.id, updateIn(spoiling), provider.memberId)
	const rebuilt = live.rebuild(document.id)
	const waiting = live.read(document.id)
	amina.type(' Typed meanwhile.')
	expect(await form).toEqual({ refused: 'unreadable' })
	expect(await rebuilt).toEqual({ refused: 'unreadable' })
	expect(await waiting).toMatchObject({ refused: 'unreadable' })
	await damage(whole)
	await amina.stored()
	await until(() => colin.text.toString() === 'Seen by all. Typed meanwhile.')
	expect(await live.rebuild(document.id)).toEqual({ letters: 0 })
})

test('the server is stopped while it is damaged: nobody is let in until it is mended, then what they typed arrives', async () => {
	const { amina, colin, whole } = await givenOpen()
	await damage()
	await spoil()
	await until(() => isDamaged(amina))
	amina.type(' Typed meanwhile.')
	await harbour.restart()
	await until(() => [amina, colin].every(({ closes }) => closes.at(-1)?.code === 4422))
	await damage(whole)
	for (const { provider } of [amina, colin]) provider.connect()
	await amina.stored()
	await until(() => colin.text.toString() === 'Seen by all. Typed meanwhile.')
})

test('the state is put back from an older backup while people have it open: what they have seen comes back from their tabs', async () => {
	const { amina, colin, whole } = await givenOpen()
	amina.type(' And then this,')
	await until(() => colin.text.toString().endsWith('this,'))
	// Stands on what will be missing.
	colin.type(' and that.')
	await colin.stored()
	await until(async () => (await stored()).updates.length === 0, 'folded')
	await damage()
	await spoil()
	await until(() => isDamaged(amina))
	await putBackState(scratch.db, harbour.document.id, whole)
	const newcomer = await comeBack()
	await until(() => newcomer.text.toString() === 'Seen by all. And then this, and that.')
	expect(amina.closes).toEqual([])
})

test('a row of the log is damaged while people have it open: what they have seen comes back from their tabs', async () => {
	await harbour.close()
	harbour = await givenHarbour(scratch.db)
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const colin = await harbour.connect('commissioner', { ack: true }).synced()
	amina.type('One, ')
	await until(() => colin.text.length > 0)
	// Stands on what will be missing.
	colin.type('two.')
	await colin.stored()
	await damageUpdate(scratch.db, harbour.document.id, (await stored()).updates[0]!.seq)
	await spoil()
	await until(() => harbour.live.metrics.reopenings > 0)
	const newcomer = await comeBack()
	await until(() => newcomer.text.toString() === 'One, two.')
	expect([...amina.closes, ...colin.closes]).toEqual([])
})

test('a row of the log is damaged while people have it open: its words are neither frozen nor called final', async () => {
	await harbour.close()
	harbour = await givenHarbour(scratch.db)
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	amina.type('One, ')
	await amina.stored()
	const { document, live, facilitator } = harbour
	const parts = { db: scratch.db, live }
	await damageUpdate(scratch.db, document.id, (await stored()).updates[0]!.seq)
	for (const refused of [
		await freezeVersion(parts, facilitator, document.id, { id: newId() }),
		await finishDocument(parts, facilitator, document.id, 'All agree'),
	])
		expect(refused).toEqual({ refused: 'unreadable' })
})

async function comeBack() {
	const newcomer = harbour.connect('provider')
	await until(() => {
		if (!newcomer.provider.shouldConnect) newcomer.provider.connect()
		return newcomer.provider.synced
	}, 'let in')
	return newcomer
}
