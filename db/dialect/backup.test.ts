import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openSqlite } from './open-sqlite.ts'

test('a backup is whole and comes to its end while another process writes without a pause', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'alongside-backup-'))
	const file = join(folder, 'alongside.db')
	const [server, command] = [openSqlite(file), openSqlite(file)]
	const write = (bytes: number) => server.write((tx) => tx.run(sql`insert into words values (randomblob(${bytes}))`))
	await server.write((tx) => tx.run(sql`create table words (word blob)`))
	// More pages than SQLite copies in one of its own steps.
	for (let row = 0; row < 20; row++) await write(100_000)

	let isDone = false
	const copying = command.backup(join(folder, 'copy.db')).then(() => {
		isDone = true
	})
	let written = 20
	for (; !isDone; written++) {
		await write(10)
		await nextTurn()
	}
	await copying
	const copy = new BetterSqlite3(join(folder, 'copy.db'), { readonly: true })
	expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
	const { rows } = copy.prepare('select count(*) as rows from words').get() as { rows: number }
	expect(rows).toBeGreaterThanOrEqual(20)
	expect(rows).toBeLessThanOrEqual(written)
	copy.close()
	await Promise.all([server.close(), command.close()])
	rmSync(folder, { recursive: true })
})
