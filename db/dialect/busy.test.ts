import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openSqlite } from './open-sqlite.ts'

test('writes that wait for another process are all refused in the time that one may wait, not one after another', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-busy-'))
	const file = join(folder, 'alongside.db')
	const db = openSqlite(file, 400)
	await db.write((tx) => tx.run(sql`create table words (word text)`))
	const other = new BetterSqlite3(file)
	other.exec('begin immediate')
	const order: string[] = []
	const write = (word: string) =>
		db
			.write((tx) => tx.run(sql`insert into words values (${word})`))
			.then(
				() => order.push(`${word} stored`),
				() => order.push(`${word} refused`),
			)
	// Half of what one write may wait.
	const halfLater = write('one').then(
		() => new Promise<void>((resolve) => setTimeout(() => resolve(void order.push('half later')), 200)),
	)
	await Promise.all([halfLater, write('two'), write('three')])
	expect(order).toEqual(['one refused', 'two refused', 'three refused', 'half later'])
	other.exec('rollback')
	await write('four')
	expect(order.at(-1)).toBe('four stored')
	other.close()
	await db.close()
	rmSync(folder, { recursive: true })
})
