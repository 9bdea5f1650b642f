import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scratchDatabase } from '../contracts/scratch.ts'
import { runByHand } from './damage.ts'
import { givenDocument, givenHarbour, type Harbour, until } from './harbour.ts'

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

/** So much that writing it anew takes a while, with something among it that has to go. */
const filler = `
	create table filler as with recursive n(i) as (select 1 union all select i + 1 from n where i < 80)
		select randomblob(1000000) as words from n;
	insert into filler values ('KELPIE');
	delete from filler where words = 'KELPIE';`

// PostgreSQL writes tables anew by itself, in processes of its own.
describe.skipIf(process.env.DATABASE_URL)('while a whole database is rewritten, to remove words for good', () => {
	test('people read, come in and see each other; who writes is told that it is not saved, and then it is', async () => {
		const { db, dataDir } = scratch
		runByHand(dataDir!, filler)
		const elsewhere = await givenDocument(db, harbour)
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		amina.type('Before. ')
		await amina.stored()

		const forgotten = db.forget('words')
		await until(() => db.isRewriting)
		const [joan, nia] = await Promise.all(
			(['provider', 'citizen'] as const).map((who) => harbour.connect(who, { document: elsewhere.id }).synced()),
		)
		joan!.provider.awareness.setLocalStateField('cursor', 1)
		await until(() => [...nia!.provider.awareness.getStates().values()].some(({ cursor }) => cursor === 1), 'seen')
		amina.type('Meanwhile.')
		await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'), 'told that it is not saved')
		expect({ isRewriting: db.isRewriting, saved: amina.isSaved, seen: colin.text.toString() }).toEqual({
			isRewriting: true,
			saved: false,
			seen: 'Before. ',
		})

		await forgotten
		await amina.stored()
		await until(() => colin.text.toString() === 'Before. Meanwhile.')
		const files = ['alongside.db', 'alongside.db-wal'].map((name) => readFile(join(dataDir!, name)))
		expect(Buffer.concat(await Promise.all(files)).includes('KELPIE')).toBe(false)
	})
	test('who writes while the rewrite still waits for another write is told so at once, not after both', async () => {
		const { db } = scratch
		const amina = await harbour.connect('citizen', { ack: true }).synced()
		const colin = await harbour.connect('commissioner', { ack: true }).synced()
		let letGo: () => void = () => undefined
		const held = db.write(
			() =>
				new Promise<void>((resolve) => {
					letGo = resolve
				}),
		)
		const forgotten = db.forget('words')
		amina.type(' While it waits.')
		await until(() => amina.notices.some(({ kind }) => kind === 'not-saved'), 'told that it is not saved')
		expect(amina.isSaved).toBe(false)
		letGo()
		await Promise.all([held, forgotten])
		await amina.stored()
		await until(() => colin.text.toString().endsWith(' While it waits.'))
	})
})
