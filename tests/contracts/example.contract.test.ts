import { afterAll, expect, test } from 'vitest'
import { place } from '../../app/domain/access/membership.ts'
import { verify } from '../../app/domain/record/verify.ts'
import { verifyResults } from '../../app/features/decisions/verify-results.server.ts'
import { openSecrets } from '../../app/http/secrets.ts'
import { loadExample } from '../../db/example/load.ts'
import { listPartnerships } from '../../db/queries/partnerships.ts'
import { walkEntries } from '../../db/queries/record.ts'
import { givenLiveServer } from '../live/harbour.ts'
import { scratchDatabase } from './scratch.ts'

const scratch = await scratchDatabase()
const { db } = scratch
const live = givenLiveServer(db)
afterAll(async () => {
	await live.close()
	await scratch.remove()
})

test('the example partnership is as its record says, and every vote in it comes out the same counted again', async () => {
	await loadExample({ db, live, secrets: openSecrets('a key for tests') }, () => undefined)
	let closed = 0
	for (const { id } of await listPartnerships(db.read)) {
		expect(await verify(walkEntries(db.read, place(id)))).toMatchObject({ unbroken: true })
		const found = await verifyResults(db.read, place(id))
		expect(found.different).toEqual([])
		closed += found.checked
	}
	expect(closed).toBeGreaterThan(5)
})
