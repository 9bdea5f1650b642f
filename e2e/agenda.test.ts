import type { Page } from '@playwright/test'
import { expect, expectNoSidewaysScroll, harbourside, test } from './fixtures.ts'

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

async function drawUp(page: Page, at: Date, place: string) {
	await page.goto(`${harbourside}/meetings`)
	await page.getByRole('link', { name: 'Draw up a meeting' }).click()
	await page.getByLabel('Which body meets').selectOption({ label: 'Health and Wellbeing Board' })
	await page.getByRole('textbox', { name: 'Day' }).fill(String(at.getUTCDate()))
	await page.getByRole('textbox', { name: 'Month' }).fill(String(at.getUTCMonth() + 1))
	await page.getByRole('textbox', { name: 'Year' }).fill(String(at.getUTCFullYear()))
	await page.getByLabel('When it begins').fill('25 o’clock')
	await page.getByLabel('Where').fill(place)
	await page.getByRole('button', { name: 'Draw up this meeting' }).click()
	await expect(page.getByRole('link', { name: 'Enter a time like 2pm or 14:00' })).toBeVisible()
	await expect(page.getByLabel('Where')).toHaveValue(place)
	await page.getByLabel('When it begins').fill('2pm')
	await page.getByRole('button', { name: 'Draw up this meeting' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Work on the agenda')
}

async function addTyped(page: Page, title: string, { privateReason = '', lateReason = '' } = {}) {
	await page.getByRole('link', { name: 'Add an item without a paper' }).click()
	await page.getByLabel('What the item is').fill(title)
	await page.getByRole('radio', { name: 'To discuss' }).check()
	await page.getByLabel('If it cannot be public, why not?').fill(privateReason)
	if (lateReason) await page.getByLabel('The chair’s reason for adding it now, as the chair gave it').fill(lateReason)
	await page.getByRole('button', { name: 'Put it on the agenda' }).click()
	await expect(page.getByText(`“${title}” is on the agenda.`)).toBeVisible()
}

const order = (page: Page) => page.locator('.agenda__title')

test('with JavaScript off: an agenda is drawn up, put in order, published late with a reason, added to, and called off', async ({
	another,
}) => {
	test.setTimeout(120_000)
	const clerk = await another({ js: false, name: 'Farah' })
	const public_ = await another({ js: false })
	await drawUp(clerk, inDays(2), 'Library, upstairs')
	const address = new URL(clerk.url()).pathname.replace('/items', '')
	await expect(clerk.getByText(/You can still publish it, with the chair’s reason/)).toBeVisible()
	expect((await public_.request.get(address, { maxRedirects: 0 })).status()).toBe(302)
	const member = await another({ js: false, name: 'Tomasz' })
	expect((await member.request.get(address)).status()).toBe(404)

	// A paper that is ready, with what it does not say; two typed items; one that is not public.
	const ready = clerk.getByRole('list', { name: 'Papers that are ready' })
	const hub = ready.getByRole('listitem').filter({ hasText: 'Notes from the October workshop' })
	await expect(hub).toContainText('Money not stated.')
	await expect(hub).toContainText('Only members of this partnership can read this paper, so the public will see')
	await hub.getByRole('link', { name: 'Put on the agenda' }).click()
	await clerk.getByRole('button', { name: 'Put it on the agenda' }).click()
	await expect(clerk.getByText('“Notes from the October workshop” is on the agenda.')).toBeVisible()
	await addTyped(clerk, 'Helpers this winter')
	await clerk.getByRole('link', { name: /^Change purpose or presenter ?: Helpers this winter/ }).click()
	await expect(clerk.getByRole('radio', { name: 'To discuss' })).toBeChecked()
	await clerk.getByRole('radio', { name: 'To note' }).check()
	await clerk.getByLabel('Who presents it').fill('a'.repeat(201))
	await clerk.getByRole('button', { name: 'Save this' }).click()
	await expect(clerk.getByRole('radio', { name: 'To note' })).toBeChecked()
	await expect(clerk.getByLabel('Who presents it')).toHaveValue('a'.repeat(201))
	await clerk.getByLabel('Who presents it').fill('Marek')
	await clerk.getByRole('button', { name: 'Save this' }).click()
	await expect(clerk.getByText('Presented by Marek.')).toBeVisible()
	await addTyped(clerk, 'A tender', { privateReason: 'it names prices of three firms' })
	await expect(order(clerk)).toHaveText(['1. Notes from the October workshop', '2. Helpers this winter', '3. A tender'])
	await expect(clerk.getByRole('button', { name: /^Move up ?: Notes from the October workshop/ })).toHaveCount(0)
	await expect(clerk.getByRole('button', { name: /^Move down ?: Helpers this winter/ })).toHaveCount(0)
	await clerk.getByRole('button', { name: /^Move up ?: Helpers this winter/ }).click()
	await expect(order(clerk)).toHaveText(['1. Helpers this winter', '2. Notes from the October workshop', '3. A tender'])

	// The preview is what the public sees; too few clear days need the chair's reason.
	await clerk.getByRole('link', { name: 'Look at it and publish' }).click()
	const preview = clerk.locator('.preview')
	await expect(preview).toContainText('Helpers this winter')
	await expect(preview).toContainText('Item 3 is not public, because it names prices of three firms.')
	await expect(preview).not.toContainText('A tender')
	await expect(clerk.getByText('That is fewer than 5.')).toBeVisible()
	await clerk.getByRole('button', { name: 'Publish this agenda' }).click()
	await clerk.getByRole('link', { name: /Enter the chair’s reason for publishing now/ }).click()
	await clerk.getByLabel('The chair’s reason for publishing now').fill('The ward closes on Friday.')
	await clerk.getByRole('button', { name: 'Publish this agenda' }).click()
	await expect(clerk.getByText('The agenda is published.')).toBeVisible()

	await public_.goto(address)
	await expect(
		public_.getByText('The reason, entered by Farah for the chair: The ward closes on Friday.'),
	).toBeVisible()
	await expect(public_.getByText('A decision is taken at the meeting. Nothing is decided on this page.')).toBeVisible()
	await expect(
		public_.getByText('Item 2 is not public, because its paper is open to members of this partnership only.'),
	).toBeVisible()
	await expect(
		public_.getByText('Everyone can read this page, but not every item. Item 2: only members of this partnership'),
	).toBeVisible()
	await expect(public_.getByRole('main')).not.toContainText('A tender')
	await expectNoSidewaysScroll(public_)
	await member.goto(address)
	await expect(member.getByText('Recommendations not stated. Money not stated.')).toBeVisible()

	// Nothing is deleted any more: what comes late and what goes has its reason.
	await clerk.getByRole('link', { name: 'Work on the agenda' }).click()
	await addTyped(clerk, 'The roof', { lateReason: 'It fell in on Monday.' })
	await clerk.getByRole('link', { name: /^Correct the title ?: The roof/ }).click()
	await clerk.getByLabel('What the item is').fill('The library roof')
	await clerk.getByRole('button', { name: 'Correct the title' }).click()
	await clerk.getByRole('link', { name: /Enter why the title is corrected/ }).click()
	await clerk.getByLabel('Why is the title corrected?').fill('There are two roofs.')
	await clerk.getByRole('button', { name: 'Correct the title' }).click()
	await expect(clerk.getByText('The item is called “The library roof” now.')).toBeVisible()
	await clerk.getByRole('link', { name: /^Take off ?: Helpers this winter/ }).click()
	await clerk.getByRole('button', { name: 'Take it off' }).click()
	await clerk.getByLabel('Why is it taken off?').fill('The figures are not in.')
	await clerk.getByRole('button', { name: 'Take it off' }).click()
	await public_.goto(address)
	await expect(
		public_.getByText('Added late. The reason, entered by Farah for the chair: It fell in on Monday.'),
	).toBeVisible()
	await expect(public_.getByText('Taken off the agenda. Why: The figures are not in.')).toBeVisible()
	await expect(public_.getByText(/^Called “The roof” until .* Why: There are two roofs\.$/)).toBeVisible()

	// It moves a day on: everybody reads from when, and why.
	await clerk.goto(address)
	await clerk.getByRole('link', { name: 'Move this meeting' }).click()
	const stale = await clerk.context().newPage()
	await stale.goto(clerk.url())
	await expect(clerk.getByLabel('When it begins')).toHaveValue('2pm')
	await clerk.getByRole('textbox', { name: 'Day', exact: true }).fill(String(inDays(3).getUTCDate()))
	await clerk.getByRole('textbox', { name: 'Month' }).fill(String(inDays(3).getUTCMonth() + 1))
	await clerk.getByRole('textbox', { name: 'Year' }).fill(String(inDays(3).getUTCFullYear()))
	await clerk.getByLabel('Why is it moved?').fill('The hall is flooded.')
	await clerk.getByRole('button', { name: 'Move this meeting' }).click()
	await clerk.getByRole('link', { name: /^Fewer than five clear working days are left before that day/ }).click()
	await clerk.getByLabel('The chair’s reason for short notice').fill('The money must be spent by March.')
	await clerk.getByRole('button', { name: 'Move this meeting' }).click()
	await expect(clerk.getByText('The meeting is moved.')).toBeVisible()
	// Another form, opened before, does not move it back unseen.
	await stale.getByLabel('Where').fill('The library')
	await stale.getByLabel('Why is it moved?').fill('The lift is broken.')
	await stale.getByLabel('The chair’s reason for short notice').fill('It cannot wait.')
	await stale.getByRole('button', { name: 'Move this meeting' }).click()
	await expect(stale.getByText('Since you opened this form, somebody else moved')).toBeVisible()
	await expect(stale.getByText(/^Moved from .* Why: The hall is flooded\.$/)).toBeVisible()
	await expect(stale.getByLabel('Where')).toHaveValue('The library')
	await stale.close()
	await public_.goto(address)
	await expect(public_.getByText(/^Moved from .*, at 2pm\. Why: The hall is flooded\.$/)).toBeVisible()
	await expect(
		public_.getByText(/The reason, entered by Farah for the chair: The money must be spent by March\./),
	).toBeVisible()
	await expectNoSidewaysScroll(public_)
	await public_.goto(`${harbourside}/meetings`)
	await expect(public_.getByRole('listitem').filter({ hasText: 'Why: The hall is flooded.' })).toBeVisible()

	await clerk.goto(address)
	await clerk.getByRole('link', { name: 'Call off this meeting' }).click()
	await clerk.getByLabel('Why is it called off?').fill('Snow.')
	await clerk.getByRole('button', { name: 'Call off this meeting' }).click()
	await public_.goto(address)
	await expect(public_.getByText('This meeting was called off. Why: Snow.')).toBeVisible()
	await public_.goto(`${harbourside}/record`)
	await expect(
		public_
			.getByRole('listitem')
			.filter({ hasText: /called off/i })
			.first(),
	).toContainText(/MTG-\d{4}-\d{3}/)
})

test('the next meeting stands on the first page, and its paper says on which agenda it is', async ({ page }) => {
	await page.goto(harbourside)
	await page.getByRole('list', { name: 'Next meeting' }).getByRole('link').click()
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Health and Wellbeing Board, ')
	await page.getByRole('link', { name: /version 1 of “Breaks for carers that fit real weeks”/ }).click()
	await page
		.getByRole('main')
		.getByRole('link', { name: /^Health and Wellbeing Board, / })
		.click()
	await expect(page).toHaveURL(/\/meetings\/[0-9a-z]{16}#item-/)
})
