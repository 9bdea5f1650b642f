import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, test } from './fixtures.ts'

const title = 'What the carers’ fund should pay for first'
const body = 'Health and Wellbeing Board'

/** At the next full minute that leaves time to draw it up: what is decided can be entered once the meeting has begun. */
async function drawUpForNow(page: Page) {
	const at = new Date(Date.now() + 80_000)
	const parts = new Intl.DateTimeFormat('en-GB', {
		timeZone: 'Europe/London',
		day: 'numeric',
		month: 'numeric',
		year: 'numeric',
		hour: '2-digit',
		minute: '2-digit',
		hourCycle: 'h23',
	}).formatToParts(at)
	const part = (type: string) => parts.find((one) => one.type === type)!.value
	await page.goto(`${harbourside}/meetings/new`)
	await page.getByLabel('Which body meets').selectOption({ label: body })
	await page.getByRole('textbox', { name: 'Day' }).fill(part('day'))
	await page.getByRole('textbox', { name: 'Month' }).fill(part('month'))
	await page.getByRole('textbox', { name: 'Year' }).fill(part('year'))
	await page.getByLabel('When it begins').fill(`${part('hour')}:${part('minute')}`)
	await page.getByLabel('Where').fill('Harbour House, room 2')
	await page.getByRole('button', { name: 'Draw up this meeting' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Work on the agenda')
}

const seat = (page: Page, name: string) => page.getByRole('combobox', { name: new RegExp(`^${name}, `) })
const quorum = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible()

const hrefOf = async (page: Page, name: string) => (await page.getByRole('link', { name }).getAttribute('href'))!

/** What axe looks at needs its script, so another browser opens the same pages. */
async function look(page: Page, addresses: string[]) {
	for (const address of addresses) {
		await page.goto(address)
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
		await page.setViewportSize({ width: 1000, height: 800 })
	}
}

test('with JavaScript off: a board meets, loses its quorum and has it again, and decides on a level vote', async ({
	another,
}) => {
	test.setTimeout(300_000)
	const clerk = await another({ js: false, name: 'Farah' })
	await drawUpForNow(clerk)
	const address = new URL(clerk.url()).pathname.replace('/items', '')
	const ready = clerk.getByRole('list', { name: 'Papers that are ready' })
	await ready.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: 'Put on the agenda' }).click()
	await clerk.getByRole('button', { name: 'Put it on the agenda' }).click()
	await clerk.getByRole('link', { name: 'Look at it and publish' }).click()
	await clerk.getByLabel('The chair’s reason for publishing now').fill('The money must be spent by March.')
	await clerk.getByRole('button', { name: 'Publish this agenda' }).click()
	await expect(clerk.getByText('The agenda is published.')).toBeVisible()

	// A member declares an interest on their own phone.
	const priya = await another({ js: false, name: 'Priya' })
	await priya.goto(address)
	await priya.getByRole('link', { name: `Declare an interest in item 1: ${title}` }).click()
	await expect(priya.getByText(/^Everyone, also the press, will read this/)).toBeVisible()
	await priya.getByRole('button', { name: 'Declare this interest' }).click()
	await expect(priya.getByRole('link', { name: 'Enter what the interest is' })).toBeVisible()
	await priya.getByLabel('What is your interest in this item?').fill('My co-operative would be paid from it.')
	await priya.getByRole('button', { name: 'Declare this interest' }).click()
	await expect(priya.getByText('You declared an interest in this item, so you take no part in it')).toBeVisible()
	await expectNoSidewaysScroll(priya)

	// Who is there: without anybody from the NHS there is no quorum, and with her there is.
	await clerk.goto(`${address}/room`)
	await quorum(clerk, '0 of 4 needed. You cannot decide yet.')
	await seat(clerk, 'Ngozi').selectOption('Absent')
	await clerk.getByRole('button', { name: 'Everybody else is there' }).click()
	await quorum(clerk, /You cannot decide yet. “NHS member”: 0 of 1 needed./)
	await seat(clerk, 'Ngozi').selectOption('Present')
	await clerk.getByRole('button', { name: 'Save who is there' }).click()
	await quorum(clerk, /6 there, 4 needed. There is a quorum./)
	await expect(clerk.getByText(/For this item, without those who have an interest in it: 5 there/)).toBeVisible()
	await look(await another({ name: 'Farah' }), [
		address,
		`${address}/room`,
		await hrefOf(clerk, `Write down an interest on ${title}`),
	])

	// What was decided can be entered once the meeting’s hour has come.
	const entry = clerk.getByRole('link', { name: `Enter what was decided on ${title}` })
	await expect(async () => {
		await clerk.reload()
		await expect(entry).toBeVisible({ timeout: 1000 })
	}).toPass({ timeout: 150_000 })

	// The entry knows the meeting; the rest is what was moved and voted.
	await entry.click()
	await expect(clerk.getByLabel('Where was it?')).toHaveValue('Harbour House, room 2')
	await expect(clerk.getByLabel('What was to be decided?')).toHaveValue(title)
	await expect(seat(clerk, 'Priya')).toHaveValue('interest')
	await expect(clerk.getByLabel('Priya’s interest in this item')).toHaveValue('My co-operative would be paid from it.')
	await expect(seat(clerk, 'Ngozi')).toHaveValue('present')
	await seat(clerk, 'Joe').selectOption('Left before the vote')
	await clerk.getByLabel('The exact words that were moved').fill('That the fund pay for evenings first.')
	await clerk.getByLabel('Who moved it?').selectOption({ label: 'Amina, Healthwatch' })
	await clerk.getByRole('radio', { name: 'A named vote' }).check()
	for (const [name, vote] of [
		['Helen', 'For'],
		['Colin', 'Against'],
		['Ngozi', 'Against'],
		['Amina', 'For'],
	] as const)
		await clerk.getByRole('combobox', { name: `How ${name} voted`, exact: true }).selectOption(vote)
	const casting = clerk.getByRole('group', { name: 'Casting vote of whoever presided' }).last()
	await casting.getByRole('radio', { name: 'For' }).check()
	await clerk.getByLabel('The reason for the casting vote').last().fill('Carers have waited long enough.')
	await clerk.getByLabel('The reasons for the decision').fill('Thirty-one carers told us.')
	await clerk.getByRole('button', { name: 'Add an amendment' }).click()
	await clerk.getByLabel('What was to change?').fill('Add “in 2027”.')
	await clerk.getByLabel('Who moved it?').nth(1).selectOption({ label: 'Colin, Director of adult services' })
	await clerk.getByRole('group', { name: 'Amendment 1' }).getByRole('radio', { name: 'By assent' }).check()
	await clerk
		.getByLabel('The whole motion as this amendment left it')
		.fill('That the fund pay for evenings first in 2027.')
	await clerk.getByRole('button', { name: 'Check your answers' }).click()
	await expect(clerk.getByText('Agreed.', { exact: true })).toBeVisible()
	await clerk.getByRole('button', { name: 'Save this board decision' }).click()
	await expect(clerk.getByText('2 for, 2 against, 0 abstained.').first()).toBeVisible()

	// Everybody reads it under its item, and in the minutes, with the same words.
	const anyone = await another()
	await anyone.goto(address)
	await expect(anyone.getByText('Decided: That the fund pay for evenings first in 2027.')).toBeVisible()
	await expect(anyone.getByText(/^Agenda and what was decided, /)).toBeVisible()
	await expect(anyone.getByText(/Nothing is decided on this page/)).toHaveCount(0)
	await anyone.getByRole('link', { name: 'Read the minutes' }).click()
	await expect(anyone.getByText(/Draft. Not approved yet/).first()).toBeVisible()
	await expect(anyone.getByText(/Helen, presiding: for. The reason: Carers have waited long enough./)).toBeVisible()
	await expectAccessible(anyone)
	await expectNoSidewaysScroll(anyone)
})

test('with JavaScript off: at the next meeting the minutes are approved with every decision in them, and locked', async ({
	another,
}) => {
	test.setTimeout(180_000)
	const clerk = await another({ js: false, name: 'Farah' })
	await clerk.goto(`${harbourside}/decisions`)
	await clerk.getByRole('link', { name: 'The strategy for 2026 to 2031', exact: true }).click()
	const decision = clerk.url()
	await clerk.getByRole('link', { name: /See the minutes of the whole meeting/ }).click()
	await expect(clerk.getByText(/Ngozi brings their answers to the next meeting/)).toBeVisible()
	await expect(clerk.getByText('Dr Adeyemi, substitute for Ngozi', { exact: true })).toBeVisible()
	const address = new URL(clerk.url()).pathname.replace('/minutes', '')
	const item = (await clerk.request.get(`${address}/room`)).text()
	const noted = /href="([^"]*\/noted)"/.exec(await item)![1]!
	await look(await another({ name: 'Farah' }), [noted, `${address}/approval`])
	await clerk.goto(`${address}/minutes`)
	await clerk.getByRole('link', { name: 'say that they were approved' }).click()
	const fill = async (at: Date) => {
		await clerk.getByRole('textbox', { name: 'Day' }).fill(String(at.getUTCDate()))
		await clerk.getByRole('textbox', { name: 'Month' }).fill(String(at.getUTCMonth() + 1))
		await clerk.getByRole('textbox', { name: 'Year' }).fill(String(at.getUTCFullYear()))
	}
	await fill(new Date(Date.now() - 300 * 86_400_000))
	await clerk.getByRole('button', { name: 'Continue' }).click()
	await expect(clerk.getByRole('link', { name: /Minutes are approved at a later meeting/ })).toBeVisible()
	await fill(new Date(Date.now() - 86_400_000))
	await clerk.getByRole('button', { name: 'Continue' }).click()
	await expect(clerk.getByRole('link', { name: /No published meeting of this body began here/ })).toBeVisible()
	await clerk.getByLabel('The body met on that day, and the meeting was not entered here').check()
	await clerk.getByRole('button', { name: 'Continue' }).click()
	await expect(
		clerk.getByText(/The minutes of .* will be locked as approved at the meeting on .*, which was/),
	).toBeVisible()
	await clerk.getByRole('button', { name: 'Approve and lock the minutes' }).click()
	await expect(clerk.getByText('The minutes are approved and locked.')).toBeVisible()
	await clerk.goto(`${address}/room`)
	await expect(clerk.getByText(/The minutes of this meeting are approved/).first()).toBeVisible()
	await expect(clerk.getByRole('button', { name: 'Save who is there' })).toHaveCount(0)
	await clerk.goto(`${decision}/correction`)
	await expect(clerk.getByText('This minute was approved, so it is locked.')).toBeVisible()
	await clerk.goto(`${harbourside}/record`)
	await expect(
		clerk.getByText(/The minutes of .* were approved at the meeting on .*, which was not entered here,/),
	).toBeVisible()
})

test('before its hour nothing is decided at a meeting, and its clerk is told where to go instead', async ({
	another,
}) => {
	const clerk = await another({ js: false, name: 'Farah' })
	await clerk.goto(harbourside)
	await clerk.getByRole('list', { name: 'Next meeting' }).getByRole('link').click()
	const next = clerk.url()
	const item = (await clerk.locator('.agenda__item').first().getAttribute('id'))!.replace('item-', '')
	await clerk.getByRole('link', { name: /version 1 of “Breaks for carers that fit real weeks”/ }).click()
	await clerk.getByRole('link', { name: 'Enter a board decision' }).click()
	const withoutMeeting = await hrefOf(clerk, body)
	await clerk.goto(next)
	await clerk.getByRole('link', { name: 'At the meeting' }).click()
	await expect(clerk.getByText(/What is decided is entered once the meeting has begun: come back at/)).toBeVisible()
	await expect(clerk.getByRole('link', { name: /^Enter what was decided/ })).toHaveCount(0)
	await clerk.goto(`${withoutMeeting}&item=${item}`)
	await expect(clerk.getByText(/This meeting has not begun, so nothing is decided in it yet. Come back/)).toBeVisible()
	await expect(clerk.getByRole('button', { name: 'Check your answers' })).toHaveCount(0)
	await clerk.goto(withoutMeeting)
	await expect(clerk.getByRole('button', { name: 'Check your answers' })).toBeVisible()
})
