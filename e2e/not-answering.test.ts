import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import BetterSqlite3 from 'better-sqlite3'
import { expect, expectAccessible, test } from './fixtures.ts'
import { findId, OwnServer } from './own-server.ts'

/** A server of its own, whose SQLite file another process locks. */
const server = new OwnServer('not-answering')
const documents = '/p/harbourside/documents'
let other: ChildProcess | undefined

test.skip(Boolean(process.env.DATABASE_URL), 'PostgreSQL has no such file')
test.beforeAll(() => server.start())
test.afterAll(async () => {
	other?.kill()
	await server.remove()
})

async function lock() {
	other = fork(new URL('../tests/live/lock-file.mjs', import.meta.url).pathname, [server.databaseFile])
	await once(other, 'message')
}

async function letGo() {
	other!.send('let go')
	await once(other!, 'exit')
}

test('while another process has the file locked pages are answered, and a form’s words come back', async ({ page }) => {
	test.setTimeout(180_000)
	const at = (path: string) => server.origin + path
	const door = await server.comeIn('Grace')
	const id = await findId(door, documents, 'Notes from the October workshop')
	await page.goto(at('/sign-in'))
	await page.getByRole('button', { name: 'Come in as Grace', exact: true }).click()
	const file = new BetterSqlite3(server.databaseFile, { timeout: 5_000 })
	file.prepare('update sessions set last_seen_at = last_seen_at - 120000').run()
	file.close()

	await lock()
	// Less than a write waits for the lock.
	page.setDefaultNavigationTimeout(8_000)
	for (const path of ['', `/${id}`, `/${id}/write`]) expect((await page.goto(at(documents + path)))!.status()).toBe(200)
	const section = `${documents}/${id}/sections/next`
	expect((await page.goto(at(section)))!.status()).toBe(200)
	const typed = 'We meet in the chapel hall\nin January.'
	await page.getByLabel('The words of this section').fill(typed)
	page.setDefaultNavigationTimeout(60_000)
	await page.getByRole('button', { name: 'Save my words' }).click()
	await expect(page.getByRole('alert')).toContainText('It may still be saved in a moment', { timeout: 30_000 })
	await expect(page.getByLabel('The words of this section')).toHaveValue(typed)

	const reply = `${documents}/${id}/terms`
	await page.goto(at(reply))
	await page.locator('[name=open]').fill(typed)
	await page.getByRole('button', { name: /Save/ }).first().click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('The database does not answer', { timeout: 30_000 })
	await expect(page.getByText('It may be saved all the same')).toBeVisible()
	expect(
		await page.getByLabel(/^Your words/).evaluateAll((all) => all.map((one) => (one as HTMLTextAreaElement).value)),
	).toContain(typed)
	await expect(page.getByRole('link', { name: 'sign in' })).toHaveCount(0)
	await expectAccessible(page)
	await letGo()
	await expect(async () => {
		await page.goto(at(section))
		await expect(page.getByLabel('The words of this section')).toHaveValue(/chapel hall/, { timeout: 1_000 })
	}).toPass()
	await door.dispose()
})
