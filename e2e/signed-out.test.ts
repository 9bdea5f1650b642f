import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, test } from './fixtures.ts'

test('a session that ends while somebody writes gives them their words back', async ({ another }) => {
	const page = await another({ name: 'Bilal' })
	await page.goto(`${harbourside}/documents`)
	await page.getByRole('link', { name: 'Notes from the October workshop' }).click()
	await page.goto(`${page.url()}/sections/next`)
	const words = 'We meet in the chapel hall in January.'
	await page.getByRole('textbox').fill(words)
	await page.context().clearCookies()
	await page.getByRole('button', { name: 'Save' }).click()

	await expect(page.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
	await expect(page.getByRole('textbox', { name: 'Your words' })).toHaveValue(words)
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})
