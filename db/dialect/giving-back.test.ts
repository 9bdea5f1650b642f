import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Database } from './database.ts'
import { openSqlite } from './open-sqlite.ts'

let folder: string
let file: string
let db: Database

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'giving-back-'))
	file = join(folder, 'alongside.db')
})
afterEach(async () => {
	await db.close()
	rmSync(folder, { recursive: true })
})

const open = () => {
	db = openSqlite(file)
}
const run = (statement: string) => db.write((tx) => tx.run(sql.raw(statement)))
const bytes = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
const shows = (words: string) => readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(words))

/** Two megabytes, half of them before what stays. */
async function writeMuch() {
	const rows = (of: string, count: number) =>
		run(`insert into words with recursive n(i) as (values(1) union all select i + 1 from n where i < ${count})
			select printf('%.*c', 4000, 'x') || '${of}' from n`)
	await rows('BARGHEST', 250)
	await rows('bench', 10)
	await rows('BARGHEST', 250)
}

async function expectGivenBack() {
	await vi.waitFor(() => expect(bytes()).toBeLessThan(200_000), { timeout: 20_000 })
	expect(shows('BARGHEST')).toBe(false)
	expect(await db.read.all(sql.raw('select count(*) as rows from words'))).toEqual([{ rows: 10 }])
}

test('what is deleted is given back to the disk when it is quiet, and is in no file', { timeout: 30_000 }, async () => {
	open()
	await run('create table words (words text)')
	await writeMuch()
	expect(shows('BARGHEST')).toBe(true)
	await run("delete from words where words like '%BARGHEST'")
	await expectGivenBack()
})

test('and when the file is closed', async () => {
	open()
	await run('create table words (words text)')
	await writeMuch()
	await run("delete from words where words like '%BARGHEST'")
	await db.close()
	open()
	expect(bytes()).toBeLessThan(200_000)
})

test('a file that was made before can, once it has been written anew', { timeout: 30_000 }, async () => {
	const before = new BetterSqlite3(file)
	before.exec('create table words (words text)')
	before.close()
	open()
	await writeMuch()
	await db.forget('words')
	await run("delete from words where words like '%BARGHEST'")
	await expectGivenBack()
})
