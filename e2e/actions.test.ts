import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'
import { agreeAction, makeCircle } from './own-things.ts'

const tracker = `${harbourside}/actions`
const telephone = 'One telephone number, answered by a person'
const evenings = 'Evening and weekend breaks in every neighbourhood'

test('anyone follows what was agreed, late ones first, back to the vote and the words', async ({ page }) => {
	await page.goto(tracker)
	const first = page.getByRole('list', { name: 'Actions' }).getByRole('listitem').first()
	await expect(first).toContainText(/late by \d+ days/)
	await expectAccessible(page)

	await page.getByRole('link', { name: /^Late \(/ }).click()
	await expect(page.getByRole('link', { name: evenings })).toHaveCount(0)
	await page.getByRole('link', { name: telephone }).click()
	await expect(page.getByText(/Due \d+ \w+ \d{4}\. It was first due \d+ \w+ \d{4}\./)).toBeVisible()
	await expectAccessible(page)

	const thread = page.getByRole('list', { name: 'Where this stands' })
	await expect(thread.locator('[aria-current=step]')).toContainText('Action')
	await thread.getByRole('link', { name: 'Decision' }).click()
	await expect(page).toHaveURL(/\/decisions\/\w+$/)
	await page.goBack()
	await thread.getByRole('link', { name: /^Version/ }).click()
	await expect(page).toHaveURL(/\/versions\/\d+$/)
})

test('what the body says and what people say stand side by side', async ({ page }) => {
	await page.goto(tracker)
	const row = page.getByRole('listitem').filter({ hasText: evenings })
	await expect(row).toContainText('done, but not felt by most')
	await row.getByRole('link').click()
	await expect(
		page.getByText('Harbourside Council says this is done. 4 of 10 people say it made a difference.'),
	).toBeVisible()
	await expect(page.getByText('Amina')).toHaveCount(0)
	await expectNoSidewaysScroll(page)
})

test('a facilitator agrees an action by keyboard alone, and every mistake keeps what was typed', async ({
	another,
}) => {
	const page = await another({ js: false, name: 'Farah' })
	await page.goto(`${tracker}/new`)
	await page.getByRole('list', { name: 'Agreed decisions' }).getByRole('link').first().click()
	await page.getByLabel('What will be done').focus()
	await page.keyboard.type('A bench at every stop')
	await page.keyboard.press('Enter')
	await expect(page.getByRole('alert')).toContainText('Enter when it is due')
	await expect(page.getByLabel('What will be done')).toHaveValue('A bench at every stop')

	const nextYear = String(new Date().getFullYear() + 1)
	await page.getByLabel('What will be different').focus()
	const answers = ['Nobody has to stand.', 'Harbourside Council', 'Head of streets', '', '', '31', '6', nextYear]
	for (const answer of answers) {
		await page.keyboard.type(answer)
		await page.keyboard.press('Tab')
	}
	await page.keyboard.press('Enter')
	await expect(page.getByRole('alert')).toContainText('Enter a real date')

	await page.getByLabel('Day').fill('30')
	await page.getByRole('button', { name: 'Agree this action' }).press('Enter')
	await expect(page.getByRole('alert')).toContainText('is agreed')
	await expect(page.getByText(`Due 30 June ${nextYear}.`)).toBeVisible()
	await expect(page.getByText('no citizen partner yet', { exact: true })).toBeVisible()
})

test('its lead reports, and nobody else may', async ({ page, another }) => {
	const own = await agreeAction(await another({ name: 'Farah' }), { title: 'Benches at the hospital', lead: 'Colin' })
	await signIn(page, 'Colin')
	await page.goto(own)
	await page.getByRole('link', { name: 'Report on this action' }).click()
	await page.getByRole('button', { name: 'Save this report' }).click()
	await expect(page.getByRole('alert')).toContainText('Choose how it stands')
	await page.getByLabel('At risk').check()
	await page.getByLabel('What has been done').fill('The bank account is not open. We ask another bank next.')
	await page.getByRole('button', { name: 'Save this report' }).click()
	await expect(page.getByRole('alert')).toContainText('Your report is saved')
	await expect(page.getByRole('heading', { name: /^At risk,/ }).first()).toBeVisible()
	const address = page.url()

	const priya = await another({ name: 'Priya' })
	await priya.goto(address)
	await expect(priya.getByText('The bank account is not open.')).toBeVisible()
	await expect(priya.getByRole('link', { name: 'Report on this action' })).toHaveCount(0)
	expect((await priya.goto(`${address}/updates`))?.status()).toBe(403)
})

test('a citizen says once whether it made a difference, without JavaScript', async ({ another }) => {
	const title = 'Benches in the park'
	const own = await agreeAction(await another({ name: 'Farah' }), { title, status: 'done' })
	const page = await another({ js: false, name: 'Wei' })
	await page.goto(own)
	await page.getByRole('link', { name: 'Say if it made a difference' }).click()
	await page.getByLabel('Yes, a little').check()
	await page.getByLabel('Anything you want to add').fill('Call 943 476 5919')
	await page.getByRole('button', { name: 'Send my answer' }).click()
	await expect(page.getByRole('alert')).toContainText('looks like an NHS number')
	await expect(page.getByLabel('Yes, a little')).toBeChecked()
	await page.getByLabel('Anything you want to add').fill('The second time it came in ten days.')
	await page.getByRole('button', { name: 'Send my answer' }).click()
	await expect(page.getByText('Your answer is in.')).toBeVisible()
	await expect(page.getByText('There are too few answers to show this safely.')).toBeVisible()
	await expect(page.getByText('The second time it came')).toHaveCount(0)

	await page.goto(`${page.url().split('#')[0]}/verdict`)
	await expect(page.getByText('You have already answered.')).toBeVisible()
})

test('the forms are accessible, also when something must be mended', async ({ page }) => {
	await signIn(page, 'Farah')
	await page.goto(`${tracker}/new`)
	await page.getByRole('list', { name: 'Agreed decisions' }).getByRole('link').first().click()
	await expectAccessible(page)
	await page.getByRole('button', { name: 'Agree this action' }).click()
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)

	await page.goto(tracker)
	await page.getByRole('link', { name: telephone }).click()
	const action = page.url()
	for (const form of ['updates', 'verdict']) {
		await page.goto(`${action}/${form}`)
		await page.locator('main').getByRole('button').click()
		await expect(page.getByRole('alert')).toContainText('There is a problem')
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
	}
})

test('anyone reads the record and checks that it is unbroken', async ({ page, another }) => {
	await makeCircle(await another({ name: 'Priya' }), 'The bench circle')
	await page.goto(`${harbourside}/record`)
	await expect(
		page
			.getByRole('listitem')
			.filter({ hasText: /^Something happened in a private circle/ })
			.first(),
	).toBeVisible()
	for (const words of ['The bench circle', 'Priya', 'Amina']) await expect(page.getByText(words)).toHaveCount(0)
	await expectAccessible(page)
	await page.getByRole('link', { name: /Older entries/ }).click()
	await page.getByRole('link', { name: 'Check that the record is unbroken' }).click()
	await expect(page.getByText(/^\d+ entries, unbroken\.$/)).toBeVisible()
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})
