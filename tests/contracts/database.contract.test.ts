import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import { findInstallation, saveInstallation } from '../../db/queries/partnerships.ts'
import { scratchDatabase } from './scratch.ts'

let db: Database
let scratch: Awaited<ReturnType<typeof scratchDatabase>>

beforeAll(async () => {
	scratch = await scratchDatabase()
	db = scratch.db
})
afterAll(() => scratch.remove())

test('a write that fails leaves nothing behind', async () => {
	const failing = db.write(async (tx) => {
		await saveInstallation(tx, 'half', 'done')
		throw new Error('no')
	})
	await expect(failing).rejects.toThrow('no')
	expect(await findInstallation(db.read, 'half')).toBeNull()
})

test('a reader never sees a write that is not finished', async () => {
	await db.write(async (tx) => {
		await saveInstallation(tx, 'whole', 'yes')
		expect(await findInstallation(db.read, 'whole')).toBeNull()
	})
	expect(await findInstallation(db.read, 'whole')).toBe('yes')
})

test('what is asked at once within a write is answered in turn, and no driver warns of it', async () => {
	const warnings: string[] = []
	const onWarning = ({ message }: Error) => void warnings.push(message)
	process.on('warning', onWarning)
	await db.write((tx) => saveInstallation(tx, 'asked', 'well'))
	const answers = await db.write((tx) => Promise.all(Array.from({ length: 10 }, () => findInstallation(tx, 'asked'))))
	expect(new Set(answers)).toEqual(new Set(['well']))
	// Warnings are told a turn later.
	await new Promise((resolve) => setImmediate(resolve))
	process.off('warning', onWarning)
	expect(warnings).toEqual([])
})

test('a write inside a write is a bug and says so', async () => {
	await expect(db.write(async () => db.write(async () => 1))).rejects.toThrow('write inside write')
})

test.each([
	['one process', false],
	['two processes', true],
])('ten racing for three places: three get one (%s)', async (_who, second) => {
	const other = second ? await scratch.reopen() : db
	const key = `places-${second}`
	const take = (door: Database) =>
		door.write(async (tx) => {
			const taken = Number((await findInstallation(tx, key)) ?? 0)
			if (taken === 3) return false
			await saveInstallation(tx, key, String(taken + 1))
			return true
		})
	const got = await Promise.all(Array.from({ length: 10 }, (_, i) => take(i % 2 ? db : other)))
	expect(got.filter(Boolean)).toHaveLength(3)
	expect(await findInstallation(db.read, key)).toBe('3')
})
