import type { Page } from '@playwright/test'
import { WebSocket } from 'ws'
import { loadLiveDocument } from '../db/queries/live-documents.ts'
import { nestedMaps } from '../tests/hostile/corpus.ts'
import { damageState, mendState } from '../tests/live/damage.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures.ts'
import { lineOf } from './live-line.ts'
import { OwnServer } from './own-server.ts'

/** A server of its own: the stored words of two documents are damaged, one while it is stopped and one while people write. */
const server = new OwnServer('unreadable')
const documents = '/p/harbourside/documents'

const broken = Uint8Array.of(1, 2, 3, 4)

test.beforeAll(() => server.start())
test.afterAll(() => server.remove())

test('a document whose stored words are damaged is read only, says so, and takes nobody’s words away', async ({
	page,
}) => {
	test.setTimeout(180_000)
	const at = (path: string) => server.origin + path
	await page.goto(at('/sign-in'))
	await page.getByRole('button', { name: 'Come in as Bilal', exact: true }).click()
	await page.goto(at(documents))
	await page.getByRole('link', { name: 'Notes from the October workshop' }).click()
	await expect(page.getByRole('link', { name: 'Write', exact: true })).toBeVisible()
	const address = new URL(page.url()).pathname
	// Opening a form keeps a copy of the words as they stood.
	await page.goto(at(`${address}/sections/next`))
	const typed = 'We meet in the chapel hall in January.'
	await page.getByLabel('The words of this section').fill(typed)
	const before = await page.request.get(at(address)).then((response) => response.text())

	await server.stop()
	await damage(address.split('/').at(-1)!)
	await server.start()

	await page.getByRole('button', { name: 'Save my words' }).click()
	await expect(page.getByRole('alert')).toContainText('cannot be opened just now')
	await expect(page.getByLabel('The words of this section')).toHaveValue(typed)
	await expectAccessible(page)

	await page.goto(at(address))
	await expect(page.getByRole('heading', { name: 'These words cannot be opened just now' })).toBeVisible()
	await expect(page.getByText('Below is the last copy that we can read')).toBeVisible()
	const said = /<p>([^<]{20,})<\/p>/.exec(before)?.[1]
	await expect(page.getByText(said!)).toBeVisible()
	await expect(page.getByRole('link', { name: 'Write', exact: true })).toHaveCount(0)
	await expect(page.getByRole('link', { name: 'Edit this section' })).toHaveCount(0)
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)

	await page.goto(at(`${address}/write`))
	await expect(page.getByRole('heading', { level: 1, name: 'Read only' })).toBeVisible()
	await expect(page.getByText(said!)).toBeVisible()
	await expect(page.getByRole('textbox')).toHaveCount(0)
	await expectAccessible(page)
	await page.goto(at(`${address}/sections/next`))
	await expect(page.getByText('So this section cannot be changed until it is mended')).toBeVisible()

	await page.goto(at(documents))
	await page.getByRole('link', { name: 'More small and local providers' }).click()
	await expect(page.getByRole('heading', { level: 1, name: 'More small and local providers' })).toBeVisible()
	await expect(page.getByText('These words cannot be opened just now')).toHaveCount(0)
})

test('a document is damaged while people write in it: they are told once, keep their words, and go on by themselves when it is mended', async ({
	another,
}) => {
	test.setTimeout(300_000)
	const [bilal, amina, joe] = await Promise.all([1, 2, 3].map(() => another({ at: server.origin })))
	for (const [page, name] of [
		[bilal!, 'Bilal'],
		[amina!, 'Amina'],
		[joe!, 'Joe'],
	] as const)
		await signIn(page, name)
	await bilal!.goto(documents)
	await bilal!.getByRole('link', { name: 'Breaks for carers that fit real weeks' }).click()
	const address = new URL(bilal!.url()).pathname
	const documentId = address.split('/').at(-1)!
	// Joe's browser keeps nothing, as on a device that others use too.
	await joe!.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError')
		}
	})
	const lines = [await lineOf(amina!.context()), await lineOf(joe!.context())]
	for (const page of [bilal!, amina!, joe!]) await openToWrite(page, `${address}/write`)
	await type(bilal!, 'Typed by Bilal. ')
	await expect(saved(bilal!)).toHaveText(/^Saved at/)
	for (const line of lines) await line.cut()
	await type(amina!, 'Typed by Amina on the train. ')
	await type(joe!, 'Typed by Joe on the bus. ')
	await expect(saved(amina!)).toHaveText(/^Your words are safe on this device/)
	await expect(saved(joe!)).toHaveText(/^Not saved yet[.] Keep this page open/)
	await countAlerts(bilal!)

	const before = await damageWhileOpen(bilal!, documentId)
	const banner = bilal!.getByRole('alert')
	await expect(banner).toContainText('What is stored of this document is damaged')
	await expect(banner).toContainText('This page goes on by itself when that is done.')
	await expect(saved(bilal!)).toHaveText('Nobody can write here until the document is mended.')
	await expect(goodLife(bilal!)).toHaveAttribute('contenteditable', 'false')
	await expect(goodLife(bilal!)).toContainText('Typed by Bilal.')
	await expectAccessible(bilal!)
	await expectNoSidewaysScroll(bilal!)

	await server.stop()
	await server.start()
	for (const line of lines) line.mend()
	await expect(saved(amina!)).toHaveText(
		/^Not saved yet[.] Your words are safe on this device and will be sent when the document is mended[.] You can close/,
	)
	await expect(saved(joe!)).toHaveText(
		/^Not saved yet[.] Keep this page open: your words will be sent when the document is mended[.] If you close/,
	)
	await expect(joe!.getByLabel('Your words')).toHaveValue('Typed by Joe on the bus.')
	for (const page of [amina!, joe!]) {
		await expect(page.getByRole('alert')).toContainText('What is stored of this document is damaged')
		await expect(page.getByText('All your words are saved')).toHaveCount(0)
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
	}
	// It has been refused, and tried again, since the server came back.
	await bilal!.waitForEvent('websocket', { predicate: (socket) => socket.url().includes(documentId), timeout: 60_000 })
	await expect(saved(bilal!)).toHaveText('Nobody can write here until the document is mended.')
	expect(await countAlerts(bilal!), 'said once, however often it is tried').toBe(1)

	const library = await another({ at: server.origin, js: false })
	await signIn(library, 'Helen')
	await library.goto(`${address}/write`)
	await expect(library.getByRole('heading', { level: 1, name: 'Read only' })).toBeVisible()
	await expect(library.getByRole('heading', { name: 'These words cannot be opened just now' })).toBeVisible()
	await expect(library.getByText('Whoever runs this site can put the words back from a backup.')).toBeVisible()

	await withDatabase((db) => mendState(db, documentId, before))
	for (const page of [amina!, joe!, bilal!]) {
		await expect(goodLife(page)).toHaveAttribute('contenteditable', 'true', { timeout: 90_000 })
		await expect(page.getByRole('alert')).toHaveCount(0)
		await expect(goodLife(page)).toContainText('Typed by Amina on the train.', { timeout: 90_000 })
		await expect(goodLife(page)).toContainText('Typed by Joe on the bus.', { timeout: 90_000 })
		await expect(goodLife(page)).toContainText('Typed by Bilal.')
	}
	for (const page of [amina!, joe!]) await expect(saved(page)).toHaveText(/^Saved at/)
	await library.goto(address)
	await expect(library.getByText('Typed by Joe on the bus.')).toBeVisible()
	await expect(library.getByText('These words cannot be opened just now')).toHaveCount(0)
})

const goodLife = (page: Page) => page.getByRole('textbox', { name: 'What does a good life look like here' })
const saved = (page: Page) => page.getByTestId('saved')

async function openToWrite(page: Page, path: string) {
	await page.goto(path)
	await expect(saved(page)).toHaveText(/Everything here is saved|Saved at/, { timeout: 30_000 })
}

async function type(page: Page, words: string) {
	await goodLife(page).click()
	await page.keyboard.press('Control+Home')
	await page.keyboard.type(words)
}

/** How many alerts have come into the page since this was first asked. */
async function countAlerts(page: Page): Promise<number> {
	return await page.evaluate(() => {
		const counting = window as typeof window & { alerts?: number }
		if (counting.alerts === undefined) {
			counting.alerts = 0
			new MutationObserver((changes) => {
				for (const { target, addedNodes } of changes) {
					const isInside =
						target.parentElement?.closest('[role=alert]') || (target as Element).closest?.('[role=alert]')
					const isNew = [...addedNodes].some((node) => node instanceof Element && node.matches('[role=alert]'))
					if (isInside || isNew) counting.alerts!++
				}
			}).observe(document.body, { childList: true, subtree: true, characterData: true })
		}
		return counting.alerts
	})
}

/** The server notices when it must open the document again, because of an edit that no document takes. Answers with what was there. */
async function damageWhileOpen(page: Page, documentId: string): Promise<Uint8Array | null> {
	const before = await withDatabase(async (db) => {
		const { state } = await loadLiveDocument(db.read, documentId, 1)
		await damageState(db, documentId, broken)
		return state
	})
	const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
	const wicked = new WebSocket(`${server.origin.replace('http', 'ws')}/live/${documentId}`, { headers: { cookie } })
	wicked.on('error', () => undefined)
	wicked.once('open', () => wicked.send(nestedMaps(77, 500, { deleted: false })))
	return before
}

async function damage(documentId: string) {
	await withDatabase((db) => damageState(db, documentId, broken))
}

async function withDatabase<Answer>(work: (db: Awaited<ReturnType<typeof server.openDatabase>>) => Promise<Answer>) {
	const db = await server.openDatabase()
	try {
		return await work(db)
	} finally {
		await db.close()
	}
}
