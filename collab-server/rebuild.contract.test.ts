import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { listWritings, loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenHarbour, type Harbour, until } from '../tests/live/harbour.ts'

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

	const fresh = await harbour.connect('provider', { ack: true, generation: 2 }).synced()
	expect(fresh.doc.getXmlFragment('good-life').toString()).toBe(before)
	expect((await loadLiveDocument(scratch.db.read, document.id, 1)).state).toBeNull()
	const stored = await loadLiveDocument(scratch.db.read, document.id, 2)
	expect(Buffer.from(stored.state!).includes('SECRETNAME')).toBe(false)
	const letters = new Map<string, number>()
	for (const { memberId, length } of await listWritings(scratch.db.read, document.id, 2)) letters.set(memberId, length)
	expect(letters.get(commissioner.memberId)).toBe(' and Colin'.length)
	expect(letters.get(citizen.memberId)).toBeGreaterThan('Amina says plainly'.length)
	expect(letters.size).toBe(2)

	// The old history cannot come back, neither by an old tab nor by a form opened before.
	const old = harbour.connect('citizen', { doc: amina.doc, generation: 1 })
	await until(() => old.closes[0]?.code === 4409)
	text.insert(0, 'late ')
	const late = Y.encodeStateAsUpdate(amina.doc, Y.encodeStateVector(colin.doc))
	expect(await live.merge(document.id, late, citizen.memberId)).toEqual({ refused: 'not-here' })
	expect(await live.merge(document.id, late, citizen.memberId, 1)).toEqual({ refused: 'rebuilt' })
	expect(fresh.doc.getXmlFragment('good-life').toString()).toBe(before)
	;(fresh.doc.getXmlFragment('good-life').get(0) as Y.XmlElement).setAttribute('level', '4')
	await fresh.stored()
})
