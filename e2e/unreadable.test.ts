import { damageState } from '../tests/live/damage.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts'
import { OwnServer } from './own-server.ts'

/** A server of its own: one document's stored words are damaged while it is stopped. */
const server = new OwnServer('unreadable')
const documents = '/p/harbourside/documents'

test.afterAll(() => server.remove())

test('a document whose stored words are damaged is read only, says so, and takes nobody’s words away', async ({
	page,
}) => {
	test.setTimeout(180_000)
	await server.start()
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

async function damage(documentId: string) {
	const db = await server.openDatabase()
	await damageState(db, documentId, Uint8Array.of(1, 2, 3, 4))
	await db.close()
}
