import { afterAll, afterEach, beforeAll, test, vi } from 'vitest'
import { endSessions } from '../db/queries/sessions.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenDocument, givenHarbour, until } from '../tests/live/harbour.ts'
import { Asked } from './authenticate.ts'
import { Store } from './store.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
})
afterEach(() => vi.restoreAllMocks())
afterAll(() => scratch.remove())

function gate() {
	let open = () => {}
	const opened = new Promise<void>((resolve) => {
		open = resolve
	})
	return { open, opened }
}

test('signed out on the way in, and the database fails just then, while others are asked: let go at the next look', async () => {
	const harbour = await givenHarbour(scratch.db)
	const second = await givenDocument(scratch.db, harbour)
	await harbour.connect('citizen').synced()

	// The database is slow at two moments, and does not answer at a third.
	const opening = gate()
	const asking = gate()
	let isOpening = false
	let isAsking = false
	let ofNewcomer = 0
	const { open } = Store.prototype
	vi.spyOn(Store.prototype, 'open').mockImplementation(async function (this: Store, id: string) {
		if (id === second.id) {
			isOpening = true
			await opening.opened
		}
		return await open.call(this, id)
	})
	const { admit } = Asked.prototype
	vi.spyOn(Asked.prototype, 'admit').mockImplementation(async function (this: Asked, asked) {
		if (asked.documentId === second.id && ++ofNewcomer === 2) throw new Error('Connection terminated unexpectedly')
		if (asked.documentId !== second.id && isOpening) {
			isAsking = true
			await asking.opened
		}
		return await admit.call(this, asked)
	})

	const colin = harbour.connect('commissioner', { document: second.id })
	await until(() => isOpening, 'on the way in')
	await scratch.db.write((tx) => endSessions(tx, harbour.commissioner.personId, new Date()))
	await until(() => isAsking, 'others are asked')
	opening.open()
	await until(() => ofNewcomer === 2, 'the newcomer could not be asked')
	asking.open()
	await until(() => colin.closes.length > 0, 'let go')
	await harbour.close()
})
