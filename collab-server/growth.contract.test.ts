import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenHarbour, type Harbour, readState, type Tab, until } from '../tests/live/harbour.ts'

/** What a server keeps beside its database while it runs: the index of the log, whatever there is in it. */
const beside = /-shm$/

// PostgreSQL tidies its files by itself, and when it does is its own affair.
describe.skipIf(process.env.DATABASE_URL)('on disk', () => {
	let scratch: Awaited<ReturnType<typeof scratchDatabase>>
	let harbour: Harbour

	beforeEach(async () => {
		scratch = await scratchDatabase()
		harbour = await givenHarbour(scratch.db, { gatherMs: 1 })
	})
	afterEach(async () => {
		await harbour.close()
		await scratch.remove()
	})

	const bytesOnDisk = () => {
		const files = readdirSync(scratch.dataDir!).filter((name) => !beside.test(name))
		return files.reduce((sum, name) => sum + statSync(join(scratch.dataDir!, name)).size, 0)
	}
	const logIsCut = () => statSync(join(scratch.dataDir!, 'alongside.db-wal')).size === 0

	test('a document written key by key weighs at most 1.3 times its state and its log, open and after all left', {
		timeout: 180_000,
	}, async () => {
		await until(logIsCut, 'the log was cut before')
		const before = bytesOnDisk()
		const tab = await harbour.connect('citizen', { ack: true }).synced()
		// Words as people write them: ours, with a slip of the pen now and then.
		await typeOut(tab, readFileSync('docs/collab-faults.md', 'utf8').slice(0, 9_000))
		expect(bytesOnDisk() - before).toBeGreaterThan(1024 * 1024)

		const weight = async () => (bytesOnDisk() - before) / (await stateAndLog())
		await until(async () => logIsCut() && (await weight()) <= 1.3, 'it weighs little while it is open', 30_000)
		tab.close()
		await until(() => harbour.live.roomCount === 0)
		await until(async () => logIsCut() && (await weight()) <= 1.3, 'it weighs little when it is closed', 30_000)
	})

	async function stateAndLog() {
		const state = await readState(harbour.live, harbour.document.id)
		const { updates } = await loadLiveDocument(scratch.db.read, harbour.document.id, 1)
		const log = updates.reduce((sum, { update }) => sum + update.length, 0)
		return state.length + log
	}
})

/** Each thirty letters wait for the last thirty, so that the log has as many rows as if several people typed. */
async function typeOut(tab: Tab, words: string) {
	const { text } = tab
	const letters = [...words]
	for (const [at, letter] of letters.entries()) {
		text.insert(text.length, letter)
		if (at % 30 === 29) await tab.stored()
		if (at % 50 !== 49) continue
		text.delete(text.length - 8, 8)
		for (const again of letters.slice(at - 7, at + 1)) text.insert(text.length, again)
	}
	await tab.stored()
}
