import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { findDocumentById } from '../db/queries/documents.ts'
import { listWritings, loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenDocument, givenHarbour, type Harbour, readState, until } from '../tests/live/harbour.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db)
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

test('a rebuilt document has its words, marks and writers, and nothing of what was deleted; old tabs start over', async () => {
	const { live, document, citizen, commissioner } = harbour
	const amina = await harbour.connect('citizen', { ack: true, generation: 1 }).synced()
	const section = amina.doc.getXmlFragment('good-life')
	const heading = new Y.XmlElement('heading')
	heading.setAttribute('level', 3 as unknown as string)
	const text = new Y.XmlText()
	heading.insert(0, [text])
	section.insert(0, [heading])
	text.insert(0, 'Amina says plainly SECRETNAME', {})
	text.format(11, 7, { bold: {} })
	await amina.stored()
	const colin = await harbour.connect('commissioner', { ack: true, generation: 1 }).synced()
	const his = (colin.doc.getXmlFragment('good-life').get(0) as Y.XmlElement).get(0) as Y.XmlText
	his.insert(5, ' and Colin')
	await colin.stored()
	text.delete(text.length - 10, 10)
	await amina.stored()
	await until(() => his.toString() === text.toString())
	const before = section.toString()
	expect(before).toContain('Amina and Colin says <bold>plainly</bold>')

	await live.rebuild(document.id)
	await until(() => [amina, colin].every(({ closes }) => closes[0]?.code === 4409))

	const { generation } = (await findDocumentById(scratch.db.read, document.id))!
	const fresh = await harbour.connect('provider', { ack: true, generation }).synced()
	expect(fresh.doc.getXmlFragment('good-life').toString()).toBe(before)
	expect((await loadLiveDocument(scratch.db.read, document.id, 1)).state).toBeNull()
	const stored = await loadLiveDocument(scratch.db.read, document.id, generation)
	expect(Buffer.from(stored.state!).includes('SECRETNAME')).toBe(false)
	const letters = new Map<string, number>()
	for (const { memberId, length } of await listWritings(scratch.db.read, document.id, generation))
		letters.set(memberId, length)
	expect(letters.get(commissioner.memberId)).toBe(' and Colin'.length)
	expect(letters.get(citizen.memberId)).toBeGreaterThan('Amina says plainly'.length)
	expect(letters.size).toBe(2)

	// The old history cannot come back, neither by an old tab nor by a form opened before.
	const old = harbour.connect('citizen', { doc: amina.doc, generation: 1 })
	await until(() => old.closes[0]?.code === 4409)
	text.insert(0, 'late ')
	const late = Y.encodeStateAsUpdate(amina.doc, Y.encodeStateVector(colin.doc))
	expect(await live.merge(document.id, late, citizen.memberId)).toEqual({ refused: 'rebuilt' })
	expect(await live.merge(document.id, late, citizen.memberId, 1)).toEqual({ refused: 'rebuilt' })
	expect(fresh.doc.getXmlFragment('good-life').toString()).toBe(before)
	;(fresh.doc.getXmlFragment('good-life').get(0) as Y.XmlElement).setAttribute('level', '4')
	await fresh.stored()
})

test('a tab that names no generation and was away, as a stock client is, does not bring removed words back', async () => {
	const { live } = harbour
	const { id } = await givenDocument(scratch.db, harbour)
	const away = await harbour.connect('commissioner', { document: id }).synced()
	const amina = await harbour.connect('citizen', { document: id, ack: true }).synced()
	amina.type('SECRETNAME lives here. Plain.')
	await amina.stored()
	await until(() => away.text.length > 0, 'read')
	away.provider.disconnect()
	amina.text.delete(0, 23)
	await amina.stored()
	const opened = (await findDocumentById(scratch.db.read, id))!.generation
	await live.rebuild(id)
	const { generation } = (await findDocumentById(scratch.db.read, id))!
	expect(generation).toBeGreaterThan(opened)

	away.type(' Typed on the train.')
	away.provider.connect()
	await until(() => away.closes.some(({ code }) => code === 4409), 'told to start over')
	const only = Y.encodeStateAsUpdate(away.doc)
	expect(await live.merge(id, only, harbour.commissioner.memberId)).toEqual({ refused: 'rebuilt' })
	const now = new Y.Doc()
	Y.applyUpdate(now, await readState(live, id))
	expect(now.getText('good-life').toString()).toBe('Plain.')
	// Who comes with nothing of it comes in.
	const fresh = await harbour.connect('provider', { document: id, ack: true }).synced()
	fresh.type(' And more.')
	await fresh.stored()
	expect(fresh.text.toString()).toBe('Plain. And more.')
})

test('rebuilt twice at once, with nobody in it: one after the other, and there is one room of it', async () => {
	const { live, citizen } = harbour
	const { id } = await givenDocument(scratch.db, harbour)
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, 'Stands.')
	await live.merge(id, Y.encodeStateAsUpdate(doc), citizen.memberId)
	// As after a restart: nobody has opened it yet.
	await harbour.restart()
	expect(await Promise.all([harbour.live.rebuild(id), harbour.live.rebuild(id)])).toEqual([
		{ letters: 0 },
		{ letters: 0 },
	])
	const amina = await harbour.connect('citizen', { document: id, ack: true }).synced()
	const colin = await harbour.connect('commissioner', { document: id, ack: true }).synced()
	amina.type(' On it goes.')
	await amina.stored()
	await until(() => colin.text.toString() === 'Stands. On it goes.')
})
