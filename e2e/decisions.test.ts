import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'
import { openVote, soon } from './own-things.ts'

const decided = 'Should this become a priority for 2027?'

async function goTo(page: Page, question: string) {
	await page.goto(`${harbourside}/decisions`)
	await page.getByRole('link', { name: question, exact: true }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
}

/** From a frozen version to the set-up page, the way the version's page leads there. */
async function putToVote(page: Page, title: string) {
	await page.goto(`${harbourside}/documents`)
	await page.getByRole('link', { name: title, exact: true }).click()
	const thread = page.getByRole('list').filter({ hasText: 'Difference' })
	await thread.getByRole('link', { name: /^Version/ }).click()
	await page.getByRole('link', { name: 'Put this version to people' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Put this version to people')
}

test('with JavaScript off: vote, keep the receipt, check it, change your mind', async ({ another }) => {
	const question = 'Should there be a bench at every stop?'
	const vote = await openVote(await another({ name: 'Farah' }), { question })
	const page = await another({ js: false, name: 'Doreen' })
	await page.goto(vote)
	await expect(page.getByText('No page shows how you voted.')).toBeVisible()
	await expect(page.getByText('Nobody sees how it stands before voting ends.')).toBeVisible()

	await page.getByRole('button', { name: 'Cast my vote' }).click()
	await expect(page.getByRole('link', { name: 'Choose for, against or abstain' })).toBeVisible()
	await page.getByRole('radio', { name: 'For', exact: true }).check()
	await page.getByRole('textbox', { name: /Your reason/ }).fill('Because it asks us. 943 476 5919')
	await page.getByRole('button', { name: 'Cast my vote' }).click()
	await expect(page.getByRole('alert')).toContainText('looks like an NHS number')
	await expect(page.getByRole('radio', { name: 'For', exact: true })).toBeChecked()
	await page.getByRole('textbox', { name: /Your reason/ }).fill('Because it asks us.')
	await page.getByRole('button', { name: 'Cast my vote' }).click()

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your vote is in')
	const receipt = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent()) ?? ''
	await page.reload()
	await expect(page.getByText(receipt)).toHaveCount(0)

	await check(page, receipt.toLowerCase().replaceAll('-', ' '))
	await expect(page.getByText('Your vote is in the count.')).toBeVisible()
	await expect(page.getByText('No page shows how you voted.')).toBeVisible()

	await page.goto(vote)
	await expect(page.getByText('You have voted')).toBeVisible()
	await expect(page.getByRole('radio', { name: 'For', exact: true })).not.toBeChecked()
	await page.getByRole('radio', { name: 'Against' }).check()
	await page.getByRole('button', { name: 'Change my vote' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your vote is in')
	await page.reload()
	await check(page, receipt)
	await expect(page.getByText('No vote in this count has that receipt.')).toBeVisible()
})

async function check(page: Page, code: string) {
	await page.getByRole('textbox', { name: 'The code on your receipt' }).fill(code)
	await page.getByRole('button', { name: 'Check my receipt' }).click()
}

test('by keyboard alone: the ballot is reached, chosen and cast', async ({ page, another }) => {
	const vote = await openVote(await another({ name: 'Farah' }), { question: 'Should the hall be open on Sundays?' })
	await signIn(page, 'Bilal')
	await page.goto(vote)
	await expectAccessible(page)
	await page.getByRole('radio', { name: 'For', exact: true }).focus()
	await page.keyboard.press('ArrowDown')
	await page.keyboard.press('ArrowDown')
	await expect(page.getByRole('radio', { name: 'Abstain' })).toBeChecked()
	await page.keyboard.press('Tab')
	await page.keyboard.type('I have not made up my mind.')
	await page.keyboard.press('Tab')
	await expect(page.getByRole('checkbox', { name: 'Somebody helped me to fill this in' })).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(page.getByRole('button', { name: 'Cast my vote' })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your vote is in')
	await expectAccessible(page)
	await page.goto(vote)
	await expectNoSidewaysScroll(page)
})

test('the result says what was decided, why, and hides what would tell on somebody', async ({ page }) => {
	await goTo(page, decided)
	await expect(page.getByText('Agreed.', { exact: true })).toBeVisible()
	await expect(
		page.getByText('It needed more for than against and at least 10 taking part. It had both.'),
	).toBeVisible()
	const byVoice = page.getByRole('table', { name: 'Votes by voice' })
	await expect(byVoice.getByRole('row', { name: /Commissioners/ })).toContainText('Too few to show safely.')
	await expect(byVoice.getByRole('row', { name: /Providers/ })).toContainText('Too few to show safely.')
	await expect(page.getByText('It is not a board decision.')).toBeVisible()
	await expect(page.getByRole('link', { name: 'Stop this vote' })).toHaveCount(0)
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})

test('a facilitator opens a show of views, sees who may vote before it opens, and stops it openly', async ({
	page,
	another,
}) => {
	await signIn(page, 'Farah')
	await putToVote(page, 'Breaks for carers that fit real weeks')
	await expectAccessible(page)

	await page.getByRole('button', { name: 'Continue' }).click()
	for (const words of [
		'Choose what you want to know',
		'Choose what you are asking for',
		'Choose the group you are asking',
	])
		await expect(page.getByRole('link', { name: words })).toBeVisible()
	await page.getByRole('radio', { name: 'Do we agree to this?' }).check()
	await page.getByRole('radio', { name: 'A show of views' }).check()
	await page.getByRole('radio', { name: 'Carers’ panel' }).check()
	await page.getByRole('button', { name: 'Continue' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Do we agree to this?')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: 'Enter the question people will answer' })).toBeVisible()
	await page.getByRole('textbox', { name: 'What is the question?' }).fill('Is this still right for us?')
	await page.getByRole('textbox', { name: 'Day' }).fill('28')
	await page.getByRole('textbox', { name: 'Month' }).fill('3')
	await page.getByRole('textbox', { name: 'Year' }).fill('2027')
	await page.getByRole('textbox', { name: 'At what time?' }).fill('1:30am')
	await page.getByRole('radio', { name: 'A number', exact: true }).check()
	await page.getByRole('textbox', { name: /^The number/ }).fill('3')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: /the clocks go forward that night/ })).toBeVisible()
	await page.getByRole('textbox', { name: 'At what time?' }).fill('5pm')
	await page.getByRole('button', { name: 'Check your answers' }).click()

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers before voting opens')
	await expect(page.getByText('5pm on 28 March 2027').first()).toBeVisible()
	await expect(page.getByRole('rowheader', { name: 'Amina' })).toBeVisible()
	await expectAccessible(page)
	await page.getByRole('button', { name: 'Change the answers' }).click()
	await expect(page.getByRole('textbox', { name: 'What is the question?' })).toHaveValue('Is this still right for us?')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await page.getByRole('button', { name: 'Open voting now' }).click()
	await expect(page.getByText('Voting is open. Nothing of it can be changed now.')).toBeVisible()
	await expect(page).toHaveTitle(/Show of views/)
	await expect(page.getByText('This is a show of views. It is not a board decision.')).toBeVisible()

	await page.getByRole('link', { name: 'Stop this vote' }).click()
	await page.getByRole('button', { name: 'Stop this vote' }).click()
	await expect(page.getByRole('link', { name: /Enter the reason/ })).toBeVisible()
	await page.getByRole('textbox', { name: 'Why is this vote stopped?' }).fill('We asked the wrong question.')
	await page.getByRole('button', { name: 'Stop this vote' }).click()

	const anyone = await another()
	await anyone.goto(page.url())
	await expect(anyone.getByText('The reason: We asked the wrong question.')).toBeVisible()
	await expect(anyone.getByRole('link', { name: /^Read version \d+ of .*, which it was about$/ })).toBeVisible()
	await expectAccessible(page)
	await page.getByRole('link', { name: /^Start from version \d+ of / }).click()
	await expect(page.getByRole('link', { name: /^Put this version to people/ })).toBeVisible()
})

test('a vote closes on time with nobody looking; its result prints; a note is added and taken back', async ({
	page,
	another,
}) => {
	test.setTimeout(180_000)
	const farah = await another({ name: 'Farah' })
	await signIn(page, 'Sian')
	const vote = await openVote(farah, {
		question: 'Should we meet in the evening?',
		secrecy: 'named',
		closesAt: soon(20_000),
	})
	await page.goto(vote)
	await page.getByRole('radio', { name: 'Against' }).check()
	await page.getByRole('button', { name: 'Cast my vote' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your vote is in')
	await expect(async () => {
		await page.goto(vote)
		await expect(page.getByText('People are not in favour.', { exact: true })).toBeVisible({ timeout: 100 })
	}).toPass({ timeout: 120_000, intervals: [2_000] })
	await expect(page.getByRole('row', { name: /Sian/ })).toContainText('Against')

	await page.goto(`${harbourside}/record`)
	const said = page.getByRole('listitem').filter({ has: page.locator(`a[href="${vote}"]`) })
	await expect(said.filter({ hasText: 'closed and was counted. People are not in favour.' })).toBeVisible()

	await page.goto(vote)
	await page.emulateMedia({ media: 'print' })
	await expect(page.getByText('People are not in favour.', { exact: true })).toBeVisible()
	await expect(page.getByText(`on this decision’s own page: ${page.url()}`)).toBeVisible()
	for (const name of ['The code on your receipt', 'How do you see it differently?'])
		await expect(page.getByRole('textbox', { name })).toBeHidden()
	await page.emulateMedia({ media: 'screen' })

	await page.getByRole('textbox', { name: 'How do you see it differently?' }).fill('Nights were left out.')
	await page.getByRole('button', { name: 'Add my note' }).click()
	await expect(page.getByText('Nights were left out.')).toBeVisible()
	await page.getByRole('button', { name: 'Take my note back' }).click()
	await expect(page.getByText('A note stood here. Its writer took it back.')).toBeVisible()
	await expect(page.getByText('Nights were left out.')).toHaveCount(0)
})
