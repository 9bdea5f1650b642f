import { closeCodes } from '../app/domain/documents/live-messages.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'
import { lineOf } from './live-line.ts'
import { findId } from './own-server.ts'

/** What the server refuses is tried on the server elsewhere; here it is what a writer sees of it, and what becomes of their words. */
const ends = [
	{
		name: 'somebody is signed out while they write, and comes back',
		code: closeCodes.signedOut,
		says: ['You are signed out', 'They are sent when you have signed in again and are back here.'],
		next: 'Sign in again',
		afterwards: 'sent',
	},
	{
		name: 'words that the document has no room for are theirs to copy, and do not end the next visit as well',
		code: closeCodes.tooLarge,
		says: ['That was too much at once', 'They are on this page and on this device: copy what you want to keep.'],
		next: 'Load the page again',
		afterwards: 'to copy',
	},
] as const

for (const { name, code, says, next, afterwards } of ends)
	test(name, async ({ another }) => {
		const page = await another({ name: 'Grace' })
		const id = await findId(page.request, `${harbourside}/documents`, 'Notes from the October workshop')
		const line = await lineOf(page.context())
		const address = `${harbourside}/documents/${id}/write`
		await page.goto(address)
		const saved = page.getByTestId('saved')
		await expect(saved).toHaveText(/Everything here is saved|Saved at/)
		const words = `Typed ${Date.now()}. `
		const section = page.getByRole('textbox', { name: 'What does a good life look like here' })
		line.silence()
		await section.click()
		await page.keyboard.type(words)
		await expect(saved).not.toHaveText(/^Saved at|Everything here is saved/)
		await line.cut(code)

		const banner = page.getByRole('alert')
		for (const said of says) await expect(banner).toContainText(said)
		await expect(banner).not.toContainText('All your words are saved')
		await expect(banner.getByRole('link', { name: next })).toBeVisible()
		await expect(page.getByLabel('Your words')).toHaveValue(words.trim())
		// Wherever they are in the words.
		await expect(page.getByRole('link', { name: 'Read why, and what to do' })).toBeInViewport()
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)

		line.mend()
		page.on('dialog', (dialog) => dialog.accept())
		await page.goto(address)
		if (afterwards === 'sent') {
			await expect(saved).toHaveText(/^Saved at/)
			await expect(section).toContainText(words.trim())
			return
		}
		await expect(page.getByText('Words you typed here before')).toBeVisible()
		await expect(page.getByLabel('Your words')).toHaveValue(words.trim())
		await expect(saved).toHaveText('Everything here is saved.')
		await expect(section).not.toContainText(words.trim())
		await page.getByRole('button', { name: 'Let these words go' }).click()
		await page.reload()
		await expect(saved).toHaveText('Everything here is saved.')
		await expect(page.getByLabel('Your words')).toHaveCount(0)
	})

test('what somebody typed is not sent by whoever signs in on the same computer after them', async ({ another }) => {
	const page = await another({ name: 'Grace' })
	const id = await findId(page.request, `${harbourside}/documents`, 'Notes from the October workshop')
	const line = await lineOf(page.context())
	await page.goto(`${harbourside}/documents/${id}/write`)
	const saved = page.getByTestId('saved')
	await expect(saved).toHaveText(/Everything here is saved|Saved at/)
	const words = `Grace typed ${Date.now()}.`
	await line.cut()
	await page.getByRole('textbox', { name: 'What does a good life look like here' }).click()
	await page.keyboard.type(words)
	await expect(saved).toHaveText(/^Your words are safe on this device/)
	await signIn(page, 'Joe')
	line.mend()
	await expect(page.getByRole('alert')).toContainText('You are signed out')
	await expect(page.getByRole('alert')).toContainText(
		'Your last words are on this device until somebody signs out on it.',
	)
	const joe = await page.context().newPage()
	await joe.goto(`${harbourside}/documents/${id}`)
	await expect(joe.getByRole('heading', { level: 1 })).toBeVisible()
	await expect(joe.getByText(words)).toHaveCount(0)
})

test('what somebody typed is not shown to whoever signs in after them when the document is rebuilt', async ({
	another,
}) => {
	const page = await another({ name: 'Grace' })
	const id = await findId(page.request, `${harbourside}/documents`, 'Notes from the October workshop')
	const line = await lineOf(page.context())
	await page.goto(`${harbourside}/documents/${id}/write`)
	const saved = page.getByTestId('saved')
	await expect(saved).toHaveText(/Everything here is saved|Saved at/)
	const words = `Grace typed ${Date.now()}.`
	await line.cut()
	await page.getByRole('textbox', { name: 'What does a good life look like here' }).click()
	await page.keyboard.type(words)
	await expect(page.getByText(words)).toBeVisible()
	await signIn(page, 'Joe')
	await line.cut(closeCodes.rebuilt)
	await expect(page.getByRole('banner')).toContainText('Joe')
	await expect(page.getByText(words)).toHaveCount(0)
	await expect(page.getByLabel('Your words')).toHaveCount(0)
})
