import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures.ts'
import { fillInCommon, fillInRow, startSettingUp } from './set-up-a-vote.ts'

test('by keyboard alone: what you want to know, its options, and opening the vote', async ({ page }) => {
	await signIn(page, 'Farah')
	const several = 'Which several of these, so that every group of people has its share?'
	await startSettingUp(page, { want: several })
	await page.goBack()
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
	await page.getByText('Other ways of counting').click()
	await expectAccessible(page)
	await page.getByRole('radio', { name: several, exact: true }).check()
	await page.getByRole('radio', { name: 'A show of views' }).check()
	await page.getByRole('radio', { name: 'Carers’ panel' }).focus()
	await page.keyboard.press('Space')
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(several)
	await expectAccessible(page)

	await fillInCommon(page, 'Which two should speak for us at the Board?')
	for (const [index, name] of ['Amina', 'Joe', 'Wei'].entries())
		await fillInRow(page, `Choice ${index + 1}`, { Name: name })
	await page.getByRole('textbox', { name: 'How many are chosen?' }).fill('4')
	await page.keyboard.press('Enter')
	await expect(page.getByRole('link', { name: /no more than are on the list/ })).toBeVisible()
	await page.getByRole('textbox', { name: 'How many are chosen?' }).fill('2')
	await page.keyboard.press('Enter')
	await expect(
		page.getByText('The 2 most liked are found by the rules of Scottish council elections').first(),
	).toBeVisible()
	await expect(page.getByRole('table', { name: 'To choose from: 3' })).toContainText('B. Joe')
	await page.getByRole('button', { name: 'Open voting now' }).focus()
	await page.keyboard.press('Enter')
	await expect(
		page.getByText('Voting is open. Nothing of it can be changed now, except that something can be withdrawn'),
	).toBeVisible()
	await page.getByText('If two are level: the lot, and how it was drawn').click()
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})

test('a motion that two voices must each agree to, with what was typed kept through every refusal', async ({
	page,
}) => {
	await signIn(page, 'Farah')
	await startSettingUp(page, { want: 'Do we agree to this?' })
	await fillInCommon(page, 'Should every voice have a veto?')
	await page.getByRole('radio', { name: 'At least two thirds for' }).check()
	await page.getByText('More rules', { exact: true }).click()
	await page.getByRole('radio', { name: 'Of everybody who may vote' }).check()
	await page.getByText('Ask some voices separately').click()
	await expectAccessible(page)
	await page.getByRole('checkbox', { name: 'Citizens' }).check()
	await page.getByRole('checkbox', { name: 'Providers' }).check()
	await page.getByRole('textbox', { name: /^Citizens: how many of them/ }).fill('all')
	await page.getByRole('textbox', { name: /^Providers: how many of them/ }).fill('9')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: /^Providers: fewer than five people of this voice/ })).toBeVisible()
	await expect(page.getByRole('radio', { name: 'Secret' })).toBeChecked()
	await page.getByRole('radio', { name: 'Named' }).check()
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: 'Enter how many must take part as a whole number, or 0' })).toBeVisible()
	await expect(page.getByRole('link', { name: /^Providers: more people of this voice are needed/ })).toBeVisible()
	await expect(page.getByRole('checkbox', { name: 'Citizens' })).toBeChecked()
	await page.getByRole('textbox', { name: /^Citizens: how many of them/ }).fill('4')
	await page.getByRole('textbox', { name: /^Providers: how many of them/ }).fill('2')
	await page.getByRole('button', { name: 'Check your answers' }).click()

	await expect(
		page.getByText('People are in favour if it has at least two thirds of everyone who can vote to be for').first(),
	).toBeVisible()
	await expect(page.getByText('Citizens: 7 may vote, at least 4 must take part')).toBeVisible()
	await expect(page.getByText('Providers: 3 may vote, at least 2 must take part')).toBeVisible()
	await expectAccessible(page)
	await page.getByRole('button', { name: 'Open voting now' }).click()
	await expect(
		page.getByText(
			'must be in favour as well: Citizens (at least 4 taking part) and Providers (at least 2 taking part).',
		),
	).toBeVisible()
})

test('without JavaScript: a short vote that closes at night is asked about, and each kind of elector’s ballot is looked at', async ({
	another,
}) => {
	const page = await another({ js: false, name: 'Farah' })
	await startSettingUp(page, { want: 'Do we agree to this?', kind: 'A panel vote' })
	const question = 'Should we answer by tomorrow night?'
	await fillInCommon(page, question)
	const tomorrow = new Date(Date.now() + 24 * 60 * 60_000)
	await page.getByRole('textbox', { name: 'Day' }).fill(String(tomorrow.getUTCDate()))
	await page.getByRole('textbox', { name: 'Month' }).fill(String(tomorrow.getUTCMonth() + 1))
	await page.getByRole('textbox', { name: 'Year' }).fill(String(tomorrow.getUTCFullYear()))
	await page.getByRole('textbox', { name: 'At what time?' }).fill('11:30pm')
	await page.getByRole('radio', { name: 'Named' }).check()
	await page.getByText('Ask some voices separately').click()
	await page.getByRole('checkbox', { name: 'Providers' }).check()
	await page.getByRole('button', { name: 'Check your answers' }).click()

	await expect(page.getByRole('heading', { name: 'Is the closing time right?' })).toBeVisible()
	await expect(page.getByText(/^Voting would be open for \d+ hours only\./)).toBeVisible()
	await expect(page.getByText(/^Voting would close at night, at 11:30pm on /)).toBeVisible()
	const citizens = page.getByRole('region', { name: 'The ballot of: Citizen' })
	await expect(citizens.getByRole('button', { name: 'Cast my vote' })).toBeDisabled()
	await expect(citizens.getByText('This voice is asked by itself')).toHaveCount(0)
	await page.getByRole('button', { name: 'Show the ballot of: Provider' }).click()
	await expect(page.getByRole('heading', { name: 'What people will see' })).toBeFocused()
	const providers = page.getByRole('region', { name: 'The ballot of: Provider' })
	await expect(
		providers.getByText('This voice is asked by itself: it must agree too, with at least 1 of them taking part.'),
	).toBeVisible()
	await expect(providers.getByRole('radio', { name: 'Against' })).toBeDisabled()
	await page.getByRole('button', { name: 'Show it with a supporter' }).click()
	await expect(page.getByText(/This is \w+’s vote, not yours\./)).toBeVisible()

	await page.getByRole('button', { name: 'Open voting now' }).click()
	const sure = page.getByRole('link', { name: 'Tick the box if this closing time is right, or change the answers' })
	await expect(sure).toBeVisible()
	await expectNoSidewaysScroll(page)
	await page.getByRole('button', { name: 'Change the answers' }).click()
	await expect(page.getByRole('textbox', { name: 'At what time?' })).toHaveValue('11:30pm')
	await expect(page.getByRole('checkbox', { name: 'Providers' })).toBeChecked()
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await page.getByRole('checkbox', { name: 'Yes, close voting then' }).check()
	await page.getByRole('button', { name: 'Open voting now' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
	await expect(page.getByText('Voting is open. Nothing of it can be changed now.')).toBeVisible()
})
