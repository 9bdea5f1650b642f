import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenHarbour, type Harbour, readState, until } from '../tests/live/harbour.ts'

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

test('two people write together, and each letter is stored before the other sees it', async () => {
	const amina = await harbour.connect('citizen', { ack: true }).synced()
	const colin = await harbour.connect('commissioner').synced()
	amina.type('A good life')
	await until(() => colin.text.toString() === 'A good life')
	const stored = new Y.Doc()
	Y.applyUpdate(stored, await readState(harbour.live, harbour.document.id))
	expect(stored.getText('good-life').toString()).toBe('A good life')
	await amina.stored()
	expect(amina.saved.at(-1)?.clocks).toEqual([[amina.doc.clientID, 11]])
	colin.type(' near the sea')
	amina.text.delete(0, 2)
	await amina.stored()
	await until(
		() => amina.text.toString() === 'good life near the sea' && colin.text.toString() === amina.text.toString(),
	)
	expect(harbour.live.writersNow(harbour.document.id)).toBe(2)
	await harbour.restart()
	const priya = await harbour.connect('provider').synced()
	expect(priya.text.toString()).toBe('good life near the sea')
	await until(() => amina.provider.synced && colin.provider.synced)
})
