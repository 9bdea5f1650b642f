import { expect, harbourside, test } from './fixtures.ts'

test('an agenda, minutes, a result and a ballot are printed as paper: no header, no paths, no buttons, whose it is at the foot', async ({
	another,
}) => {
	const page = await another({ name: 'Farah' })
	await page.emulateMedia({ media: 'print' })
	const expectPaper = async () => {
		await expect(page.locator('h1, .ballot-paper h2').locator('visible=true').first()).toBeVisible()
		await expect(page.locator('header')).toBeHidden()
		for (const shown of ['button', 'a.govuk-button', '.govuk-back-link'])
			await expect(page.locator(shown).locator('visible=true')).toHaveCount(0)
		const paths = await page.$$eval('a', (links) => links.map((link) => getComputedStyle(link, '::after').content))
		expect(paths.filter((content) => content.includes('/'))).toEqual([])
	}
	await page.goto(`${harbourside}/meetings`)
	// The example's days go by the day it was begun.
	const held = page.getByRole('list', { name: 'Past' }).getByRole('link', { name: /^Health and Wellbeing Board, / })
	await page.goto((await held.first().getAttribute('href'))!)
	await expectPaper()
	await expect(page.getByRole('contentinfo').getByText('Harbourside Health and Wellbeing Partnership')).toBeVisible()
	await expect(page.getByRole('link', { name: 'Accessibility' })).toBeHidden()
	await page.goto(`${page.url()}/minutes`)
	await expectPaper()

	await page.goto(`${harbourside}/decisions`)
	const [closed, open] = await Promise.all(
		['What should the carers’ £60,000 pay for?', 'Should we put a question to people beside'].map((name) =>
			page.getByRole('link', { name }).getAttribute('href'),
		),
	)
	await page.goto(closed!)
	await expectPaper()
	await page.goto(`${open}/paper/print`)
	await expectPaper()
	await expect(page.getByRole('contentinfo')).toBeHidden()
})
