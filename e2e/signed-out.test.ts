import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'

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

test('what somebody typed before another signed in on the same browser is not saved under the other’s name', async ({
	another,
}) => {
	const page = await another({ name: 'Bilal' })
	await page.goto(`${harbourside}/documents`)
	await page.getByRole('link', { name: 'Notes from the October workshop' }).click()
	const address = page.url()
	await page.goto(`${address}/sections/next`)
	const words = 'Bilal alone would say so.'
	await page.getByRole('textbox').fill(words)
	await signIn(page, 'Grace')
	for (const _try of [1, 2]) {
		await page.getByRole('button', { name: 'Save' }).click()
		await expect(page.getByRole('alert')).toContainText('Somebody else opened this form')
		await expect(page.getByRole('textbox')).toHaveValue(words)
	}
	await expectAccessible(page)
	await page.goto(address)
	await expect(page.getByText(words)).toHaveCount(0)
	// Whose they are can still save them.
	await page.goBack()
	await signIn(page, 'Bilal')
	await page.getByRole('button', { name: 'Save' }).click()
	await expect(page.getByText(words)).toBeVisible()
})
