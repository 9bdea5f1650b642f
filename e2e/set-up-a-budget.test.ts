import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures.ts'
import { fillInCommon, fillInRow, startSettingUp } from './set-up-a-vote.ts'

const toFund = 'Which of these should we fund?'

test('a budget by equal shares is set up with JavaScript off, and nothing typed is lost', async ({ another }) => {
	const page = await another({ js: false, name: 'Amina' })
	await startSettingUp(page, { want: toFund })
	await expect(page.getByText('This is a show of views. It is not a board decision.')).toBeVisible()
	await fillInCommon(page, 'What should the spring money pay for?')
	await fillInRow(page, 'Project 1', { Name: 'A van', 'What it costs': '5,000', 'More about it': 'With a ramp' })
	await fillInRow(page, 'Project 2', { Name: 'A kitchen', 'What it costs': '25000' })
	await page
		.getByRole('group', { name: 'Project 3', exact: true })
		.getByText(/^Not on the list:/)
		.click()
	await fillInRow(page, 'Project 3', {
		Name: 'A pool',
		'What it costs': '90000',
		'Why it is not on the list': 'It costs more than the whole pot.',
	})
	await fillInRow(page, 'Project 5', { Name: 'Walks', 'What it costs': 'little' })

	await page.getByRole('button', { name: 'Add more rows' }).click()
	await expect(page).toHaveURL(/#field-options\.6\.name$/)
	await fillInRow(page, 'Project 9', { Name: ' a  VAN', 'What it costs': '£800.50' })
	await page.getByRole('textbox', { name: 'At what time?' }).fill('later')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	for (const words of [
		'Project 5, cost: enter what it costs in pounds, like 1200 or 1200.50',
		'Project 9, name: this looks the same as another one, so nobody could tell them apart.',
		'Enter how much money there is to share, in pounds, like 20000',
		'Enter a closing time, like 5pm or 17:00',
		'Enter the rule by which something is on the list or not: you left something off it',
	])
		await expect(page.getByRole('alert').getByRole('link', { name: words })).toBeVisible()
	await expectRow('Project 1', 'Name', 'A van')
	await expectRow('Project 3', 'Why it is not on the list', 'It costs more than the whole pot.')
	await expectRow('Project 1', 'More about it', 'With a ramp')
	await expectRow('Project 9', 'What it costs', '£800.50')

	await page.getByRole('textbox', { name: 'At what time?' }).fill('5pm')
	await page.getByRole('textbox', { name: 'By which rule is something on the list?' }).fill('It fits in the pot.')
	await page.getByRole('textbox', { name: 'How much money is there to share?' }).fill('20000')
	await fillInRow(page, 'Project 5', { 'What it costs': '800' })
	await fillInRow(page, 'Project 9', { Name: 'A hall' })
	await page.getByRole('checkbox', { name: 'Give each voice an equal share of the money' }).check()
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(
		page.getByRole('link', { name: 'Project 2, cost: this costs more than there is to share.' }),
	).toBeVisible()
	await expect(page.getByRole('link', { name: /every voice needs at least 10 people here/ })).toBeVisible()
	await fillInRow(page, 'Project 2', { 'What it costs': '15000' })
	await page.getByRole('checkbox', { name: 'Give each voice an equal share of the money' }).uncheck()
	await page.getByRole('button', { name: 'Check your answers' }).click()

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers before voting opens')
	const projects = page.getByRole('table', { name: 'Projects: 4' })
	for (const [name, cost] of [
		['A. A van', '£5,000'],
		['B. A kitchen', '£15,000'],
		['C. Walks', '£800'],
		['D. A hall', '£800.50'],
	] as const)
		await expect(projects.getByRole('row', { name: new RegExp(name) })).toContainText(cost)
	const leftOff = page.getByRole('table', { name: 'Put forward, and not on the list' })
	// Once in what was answered, and once beside the ballot as people will see it.
	await expect(leftOff).toHaveCount(2)
	for (const at of [0, 1])
		await expect(leftOff.nth(at).getByRole('row', { name: /A pool/ })).toContainText(
			'It costs more than the whole pot.',
		)
	await expect(page.getByText(/£20,000 to share\. Everyone who votes/).first()).toBeVisible()
	await expect(page.getByText('a lot decides that is drawn from the sealed words')).toBeVisible()
	await expect(page.getByRole('rowheader', { name: 'Doreen' })).toBeVisible()
	await page.getByText('On paper', { exact: true }).click()
	await expect(page.getByText('Put a cross beside as many as you like.').first()).toBeVisible()
	await expect(page.getByText('The number and the seal of this vote will stand here.', { exact: false })).toBeVisible()
	await expect(page.getByText('The rule for being on this list: It fits in the pot.')).toBeVisible()
	await expect(page.getByRole('button', { name: 'Cast my vote' })).toBeDisabled()

	await page.getByRole('button', { name: 'Change the answers' }).click()
	await expectRow('Project 9', 'Name', 'A hall')
	await page.getByRole('button', { name: 'Ask something else' }).click()
	await expect(page.getByRole('radio', { name: toFund, exact: true })).toBeChecked()
	await page.getByRole('button', { name: 'Continue' }).click()
	await expectRow('Project 1', 'Name', 'A van')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await page.getByRole('button', { name: 'Open voting now' }).click()

	await expect(
		page.getByText('Voting is open. Nothing of it can be changed now, except that something can be withdrawn'),
	).toBeVisible()
	await expect(page.getByText('Everything here is frozen')).toBeVisible()
	await expect(page.getByText('The rule for being on it: It fits in the pot.')).toBeVisible()
	await expect(leftOff.getByRole('row', { name: /A pool/ })).toContainText('£90,000')
	await expect(page.getByRole('checkbox', { name: /A pool/ })).toHaveCount(0)
	await page.getByText('If two are level: the lot, and how it was drawn').click()
	await page.getByText('To draw it again with a computer').click()
	await expect(page.getByText(/^The seed: [0-9a-f]{64}$/)).toBeVisible()

	async function expectRow(row: string, label: string, value: string) {
		const group = page.getByRole('group', { name: row, exact: true })
		await expect(group.getByRole('textbox', { name: label })).toHaveValue(value)
	}
})

test('every page of setting up a budget is accessible and fits a phone', async ({ page }) => {
	await signIn(page, 'Farah')
	await startSettingUp(page, { want: toFund, kind: 'A panel vote' })
	await expect(
		page.getByText('It binds as the group’s own rules say: ask whoever chairs it. It is not a board decision.'),
	).toBeVisible()
	await expect(page.getByRole('radio', { name: /^Half of them: \d+ of \d+$/ })).toBeChecked()
	for (const folded of await page.getByText('More rules', { exact: true }).all()) await folded.click()
	await expectAccessible(page)
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(
		page.getByRole('link', { name: 'Project 1, name: enter at least one project and what it costs' }),
	).toBeVisible()
	await expectAccessible(page)
	await fillInCommon(page, 'What should the money pay for?')
	await fillInRow(page, 'Project 1', { Name: 'A van', 'What it costs': '5000' })
	await page.getByRole('textbox', { name: 'How much money is there to share?' }).fill('20000')
	await page.getByRole('textbox', { name: 'How much money is there to share?' }).press('Enter')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers before voting opens')
	await page.getByRole('button', { name: 'Show it with a supporter' }).click()
	await expect(page.getByRole('heading', { name: 'What people will see' })).toBeFocused()
	for (const folded of ['On paper', 'Somebody who may not vote']) await page.getByText(folded, { exact: true }).click()
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})
