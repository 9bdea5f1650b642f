import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, test } from './fixtures.ts'
import { OwnServer } from './own-server.ts'

const title = 'What the carers’ fund should pay for first'
const body = 'Health and Wellbeing Board'

const day = 86_400_000

/** Two in the afternoon, so many days from today. */
const inDays = (days: number) => new Date(Math.floor(Date.now() / day) * day + days * day + 14 * 3_600_000)

async function fillDay(page: Page, at: Date) {
	await page.getByRole('textbox', { name: 'Day' }).fill(String(at.getUTCDate()))
	await page.getByRole('textbox', { name: 'Month' }).fill(String(at.getUTCMonth() + 1))
	await page.getByRole('textbox', { name: 'Year' }).fill(String(at.getUTCFullYear()))
}

/** Answers with the address of its draft. */
async function drawUp(page: Page, at: Date) {
	await page.goto(`${harbourside}/meetings/new`)
	await page.getByLabel('Which body meets').selectOption({ label: body })
	await fillDay(page, at)
	await page.getByLabel('When it begins').fill('2pm')
	await page.getByLabel('Where').fill('Harbour House, room 2')
	await page.getByRole('button', { name: 'Draw up this meeting' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Work on the agenda')
	return new URL(page.url()).pathname.replace('/items', '')
}

interface Typed {
	title: string
	purpose?: 'To discuss' | 'To note'
	presenter?: string
	lateReason?: string
}

async function addTyped(page: Page, { title, purpose = 'To discuss', presenter = '', lateReason }: Typed) {
	await page.getByRole('link', { name: 'Add an item without a paper' }).click()
	await page.getByLabel('What the item is').fill(title)
	await page.getByRole('radio', { name: purpose }).check()
	await page.getByLabel('Who presents it').fill(presenter)
	if (lateReason) await page.getByLabel('The chair’s reason for adding it now').fill(lateReason)
	await page.getByRole('button', { name: 'Put it on the agenda' }).click()
	await expect(page.getByText(`“${title}” is on the agenda.`)).toBeVisible()
}

async function publish(page: Page) {
	await page.getByRole('link', { name: 'Look at it and publish' }).click()
	await expect(page.getByText(/At least 5 are needed/)).toBeVisible()
	await page.getByRole('button', { name: 'Publish this agenda' }).click()
	await expect(page.getByText('The agenda is published.')).toBeVisible()
}

/** On their own phone, from the agenda. */
async function declare(page: Page, address: string, interest: string) {
	await page.goto(address)
	await page.getByRole('link', { name: `Declare an interest in item 1: ${title}` }).click()
	await expect(page.getByText(/^Everyone, also the press, will read this/)).toBeVisible()
	await page.getByRole('button', { name: 'Look it over' }).click()
	await expect(page.getByRole('link', { name: 'Enter what the interest is' })).toBeVisible()
	await page.getByLabel('What is your interest in this item?').fill(interest)
	await page.getByRole('button', { name: 'Look it over' }).click()
	// Once more before anybody reads it, with who will; it can still be changed.
	await expect(page.getByText(/^Everyone, also the press, will read this/)).toBeVisible()
	await expect(page.getByText('Nobody reads it yet.')).toBeVisible()
	await page.getByRole('button', { name: 'Change the words' }).click()
	await expect(page.getByLabel('What is your interest in this item?')).toHaveValue(interest)
	await page.getByRole('button', { name: 'Look it over' }).click()
	await page.getByRole('button', { name: 'Declare this interest' }).click()
	await expect(page.getByText('You declared an interest in this item, so you take no part in it')).toBeVisible()
}

const seat = (page: Page, name: string) => page.getByRole('combobox', { name: new RegExp(`^${name}, `) })
const quorum = (page: Page, words: string | RegExp) => expect(page.getByText(words).first()).toBeVisible()

/** What axe looks at needs its script, so another browser opens the same pages. */
async function look(page: Page, addresses: string[]) {
	for (const address of addresses) {
		await page.goto(address)
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
		await page.setViewportSize({ width: 1000, height: 800 })
	}
}

const hrefOf = async (page: Page, name: string) => (await page.getByRole('link', { name }).getAttribute('href'))!

/** Its clock is put on between the steps, since a board meets again weeks later. */
const server = new OwnServer('board-meeting')

test.afterAll(() => server.remove())

test('with JavaScript off: from the agenda to interests, a level vote, the minutes, an action, and approval at the next meeting', async ({
	another,
}) => {
	test.setTimeout(400_000)
	const meets = inDays(21)
	const nextMeets = inDays(28)
	await server.start()
	const come = (name?: string, js = false) => another({ js, at: server.origin, ...(name && { name }) })

	// The clerk builds the agenda from papers that are ready, and it is published in time.
	const clerk = await come('Farah')
	const address = await drawUp(clerk, meets)
	const ready = clerk.getByRole('list', { name: 'Papers that are ready' }).getByRole('listitem')
	const paper = ready.filter({ hasText: title })
	await expect(paper).toContainText(/not stated|not given|are stated/)
	await paper.getByRole('link', { name: 'Put on the agenda' }).click()
	await clerk.getByLabel('Who presents it').fill('Amina, who chairs the Carers’ panel')
	await clerk.getByRole('button', { name: 'Put it on the agenda' }).click()
	await addTyped(clerk, { title: 'Beds this winter', purpose: 'To note', presenter: 'Ngozi' })
	await publish(clerk)
	const nextAddress = await drawUp(clerk, nextMeets)
	await addTyped(clerk, { title: 'What the first evenings brought' })
	await publish(clerk)

	// Members declare their interests before the meeting, each on their own phone.
	const priya = await come('Priya')
	await declare(priya, address, 'My co-operative would be paid from it.')
	await expectNoSidewaysScroll(priya)
	await declare(await come('Joe'), address, 'I know somebody who cares.')
	await declare(await come('Colin'), address, 'My sister’s charity asks for money from it.')

	await server.stop()
	await server.start({ at: new Date(Number(meets) + 3_600_000) })

	// At the meeting: an urgent item, an interest that was none, and a dispensation, each with its reason.
	await clerk.goto(`${address}/items`)
	await addTyped(clerk, { title: 'The flood last night', lateReason: 'The library is closed from today.' })
	await clerk.goto(`${address}/room`)
	await clerk.getByRole('link', { name: `withdraw Joe’s interest on ${title}` }).click()
	await clerk.getByRole('button', { name: 'Withdraw this interest' }).click()
	await expect(clerk.getByRole('link', { name: /^Enter why it is withdrawn/ })).toBeVisible()
	await clerk.getByLabel('Why is it withdrawn?').fill('To know a carer is no interest.')
	await clerk.getByRole('button', { name: 'Withdraw this interest' }).click()
	await expect(clerk.getByText('The reason: To know a carer is no interest.')).toBeVisible()
	await expect(clerk.getByText('I know somebody who cares.')).toHaveCount(0)
	await clerk.getByRole('link', { name: `Allow Colin to take part in spite of it on ${title}` }).click()
	await clerk.getByLabel('Who allowed it, and why?').fill('The monitoring officer, because too few would be left.')
	await clerk.getByRole('button', { name: 'Save who allowed it' }).click()
	await expect(clerk.getByText(/Allowed to take part: The monitoring officer/)).toBeVisible()

	// Who is there: without anybody from the NHS there is no quorum, and with her substitute there is.
	await quorum(clerk, '0 of 4 needed. You cannot decide yet.')
	await seat(clerk, 'Ngozi').selectOption('Absent')
	await clerk.getByRole('button', { name: 'Everybody else is there' }).click()
	await quorum(clerk, /You cannot decide yet. “NHS member”: 0 of 1 needed./)
	await seat(clerk, 'Ngozi').selectOption('Present')
	await clerk.getByText('Remote, late, left or substitute of Ngozi').click()
	await clerk.getByLabel('Who came instead of Ngozi').fill('Dr Adeyemi')
	await seat(clerk, 'Amina').selectOption('Present')
	await clerk.getByText('Remote, late, left or substitute of Amina').click()
	await clerk.getByLabel('How Amina joined').selectOption('Remotely')
	await clerk.getByRole('button', { name: 'Save who is there' }).click()
	await quorum(clerk, /5 there, 4 needed. There is a quorum./)
	await expect(clerk.getByText(/For this item, without those who have an interest in it: 4 there/)).toBeVisible()
	const noted = await hrefOf(clerk, 'Write what was said on Beds this winter')
	await look(await come('Farah', true), [
		address,
		`${address}/room`,
		noted,
		noted.replace('/noted', '/title'),
		await hrefOf(clerk, `Write down an interest on ${title}`),
		await hrefOf(clerk, `withdraw Priya’s interest on ${title}`),
		await hrefOf(clerk, `Allow Priya to take part in spite of it on ${title}`),
	])

	// What was only noted.
	await clerk.goto(noted)
	await clerk.getByLabel('For the minutes').fill('Ngozi told how many beds there are. The Board noted it.')
	await clerk.getByRole('button', { name: 'Save for the minutes' }).click()
	await expect(clerk.getByText('The Board noted it.')).toBeVisible()

	// The entry knows the meeting; the rest is what was moved and voted.
	await clerk.getByRole('link', { name: `Enter what was decided on ${title}` }).click()
	await expect(clerk.getByLabel('Where was it?')).toHaveValue('Harbour House, room 2')
	await expect(clerk.getByLabel('What was to be decided?')).toHaveValue(title)
	await expect(seat(clerk, 'Priya')).toHaveValue('interest')
	await expect(clerk.getByLabel('Priya’s interest in this item')).toHaveValue('My co-operative would be paid from it.')
	await expect(seat(clerk, 'Colin')).toHaveValue('present')
	await expect(clerk.getByLabel('Who allowed Colin to take part all the same')).toHaveValue(/^The monitoring officer/)
	await expect(clerk.getByLabel('Who came instead of Ngozi')).toHaveValue('Dr Adeyemi')
	await expect(clerk.getByLabel('Joe’s interest in this item')).toHaveValue('')
	await clerk.getByLabel('The exact words that were moved').fill('That the fund pay for evenings first.')
	await clerk.getByLabel('Who moved it?').selectOption({ label: 'Joe, Public member' })
	await clerk.getByLabel('Who seconded it?').selectOption({ label: 'Helen, Director of public health' })
	await clerk.getByRole('radio', { name: 'A named vote' }).check()
	for (const [name, vote] of [
		['Helen', 'For'],
		['Colin', 'Against'],
		['Ngozi', 'Against'],
		['Joe', 'For'],
	] as const)
		await clerk.getByRole('combobox', { name: `How ${name} voted`, exact: true }).selectOption(vote)
	const casting = clerk.getByRole('group', { name: 'Casting vote of whoever presided' }).last()
	await casting.getByRole('radio', { name: 'For' }).check()
	await clerk.getByLabel('The reason for the casting vote').last().fill('Carers have waited long enough.')
	await clerk.getByLabel('The reasons for the decision').fill('Thirty-one carers told us.')
	await clerk.getByRole('button', { name: 'Add an amendment' }).click()
	await clerk.getByLabel('What was to change?').fill('Add “in 2027”.')
	await clerk.getByLabel('Who moved it?').nth(1).selectOption({ label: 'Colin, Director of adult services' })
	await clerk.getByLabel('Who seconded it?').nth(1).selectOption({ label: 'Joe, Public member' })
	await clerk.getByRole('group', { name: 'Amendment 1' }).getByRole('radio', { name: 'By assent' }).check()
	await clerk
		.getByLabel('The whole motion as this amendment left it')
		.fill('That the fund pay for evenings first in 2027.')
	// Who was there is said once: the page of the meeting and the decision cannot differ unseen.
	await clerk.getByLabel('Who came instead of Ngozi').fill('')
	await clerk.getByRole('button', { name: 'Check your answers' }).click()
	await expect(
		clerk.getByRole('link', { name: /The page of the meeting says something else about who came instead of Ngozi/ }),
	).toBeVisible()
	await expect(clerk.getByRole('link', { name: /does not fit what the page of the meeting says/ })).toHaveAttribute(
		'href',
		`${address}/room`,
	)
	await clerk.getByLabel('Who came instead of Ngozi').fill('Dr Adeyemi')
	await clerk.getByRole('button', { name: 'Check your answers' }).click()
	await expect(clerk.getByText('Agreed.', { exact: true })).toBeVisible()
	await expect(clerk.locator('ins')).toContainText('in 2027')
	await clerk.getByRole('button', { name: 'Save this board decision' }).click()
	await expect(clerk.getByText('2 for, 2 against, 0 abstained.').first()).toBeVisible()
	const decision = new URL(clerk.url()).pathname

	// A member who voted against says how they see it; it travels with the decision.
	const colin = await come('Colin')
	await colin.goto(`${decision}/notes`)
	await colin.getByLabel('How do you see it differently?').fill('Nights are what breaks people.')
	await colin.getByRole('button', { name: /note/ }).click()
	await expect(colin.getByText('Nights are what breaks people.')).toBeVisible()

	// Everybody reads it under its item, and in the minutes, with the same words.
	const anyone = await come(undefined, true)
	await anyone.goto(address)
	await expect(anyone.getByText('Presented by Amina, who chairs the Carers’ panel.')).toBeVisible()
	await expect(
		anyone.getByText(/^Added late\. The reason, entered by .+ for the chair: The library is closed from today\.$/),
	).toBeVisible()
	await expect(anyone.getByText('Decided: That the fund pay for evenings first in 2027.')).toBeVisible()
	await expect(anyone.getByText(/^Agenda and what was decided, /)).toBeVisible()
	await expect(anyone.getByText(/Nothing is decided on this page/)).toHaveCount(0)
	await expect(anyone.getByRole('link', { name: '1 person sees it differently' })).toBeVisible()
	await anyone.getByRole('link', { name: 'Read the minutes' }).click()
	for (const words of [
		/Draft. Not approved yet/,
		/Dr Adeyemi, substitute for Ngozi/,
		/Helen, presiding: for. The reason: Carers have waited long enough./,
		/Joe: an interest was written down and withdrawn. The reason: To know a carer is no interest./,
		/Ngozi told how many beds there are. The Board noted it./,
		/Colin: Nights are what breaks people./,
	])
		await expect(anyone.getByText(words).first()).toBeVisible()
	await expectAccessible(anyone)
	await expectNoSidewaysScroll(anyone)

	// An action made from the resolution, and followed to what changed.
	const action = await agreeAction(clerk, decision, inDays(200))
	await clerk.goto(`${action}/updates`)
	await clerk.getByRole('radio', { name: 'Done', exact: true }).check()
	await clerk.getByLabel(/^What has been done/).fill('Evenings are open in every neighbourhood.')
	await clerk.getByRole('button', { name: 'Save this report' }).click()
	const amina = await come('Amina')
	await amina.goto(`${address}/minutes`)
	await expect(
		amina.getByText(/^ACT-.*: Evening breaks in every neighbourhood\. Harbourside Council, due /),
	).toBeVisible()
	await expect(amina.getByText(/^Ngozi, .*\. Dr Adeyemi came in their place\.$/)).toBeVisible()
	await amina.goto(address)
	await amina.getByRole('link', { name: /Evening breaks in every neighbourhood/ }).click()
	await amina.getByRole('link', { name: 'Say if it made a difference' }).click()
	await amina.getByLabel('Yes, a lot').check()
	await amina.getByRole('button', { name: 'Send my answer' }).click()
	const thread = amina.getByRole('list', { name: 'Where this stands' })
	await expect(thread).toContainText(/Action.*reported done/s)
	await expect(thread).toContainText(/Difference.*people are being asked/s)
	await thread.getByRole('link', { name: 'Decision' }).click()
	await expect(amina).toHaveURL(new RegExp(`${decision}$`))

	await server.stop()
	await server.start({ at: new Date(Number(nextMeets) + 3_600_000) })

	// The next meeting approves the minutes, and they are locked.
	await clerk.goto(nextAddress)
	await clerk.getByRole('link', { name: 'At the meeting' }).click()
	await clerk.getByRole('link', { name: 'Say that this meeting approved them' }).click()
	await expect(clerk.getByRole('textbox', { name: 'Day' })).toHaveValue(String(nextMeets.getUTCDate()))
	await clerk.getByRole('button', { name: 'Continue' }).click()
	await expect(clerk.getByText(/The minutes of .* will be locked as approved at the meeting on/)).toBeVisible()
	await clerk.getByRole('button', { name: 'Approve and lock the minutes' }).click()
	await expect(clerk.getByText('The minutes are approved and locked.')).toBeVisible()
	await clerk.goto(`${decision}/correction`)
	await expect(clerk.getByText('This minute was approved, so it is locked.')).toBeVisible()
	await clerk.goto(nextAddress)
	await expect(clerk.getByRole('link', { name: /, with approved minutes$/ })).toBeVisible()
	await anyone.goto(`${harbourside}/record`)
	await expect(anyone.getByText(/The minutes of .* were approved/).first()).toBeVisible()
})

/** Through the form, from the decision’s own page; answers with its address. */
async function agreeAction(page: Page, decision: string, due: Date) {
	await page.goto(decision)
	await page.getByRole('link', { name: 'Agree an action' }).click()
	await page.getByLabel('What will be done').fill('Evening breaks in every neighbourhood')
	await page.getByLabel('What will be different for people').fill('Carers sleep.')
	await page.getByLabel('Which body answers for it').fill('Harbourside Council')
	await page.getByLabel('Who leads it').fill('Head of adult services')
	await fillDay(page, due)
	await page.getByRole('button', { name: 'Agree this action' }).click()
	await expect(page.getByText(/is agreed\. Everyone who can read/)).toBeVisible()
	return new URL(page.url()).pathname
}

test('with JavaScript off: at the next meeting the minutes are approved with every decision in them, and locked', async ({
	another,
}) => {
	test.setTimeout(180_000)
	const clerk = await another({ js: false, name: 'Farah' })
	await clerk.goto(`${harbourside}/decisions`)
	await clerk.getByRole('link', { name: 'The strategy for 2026 to 2031', exact: true }).click()
	const decision = clerk.url()
	await clerk.getByRole('link', { name: /See the minutes of the whole meeting/ }).click()
	await expect(clerk.getByText(/brings their answers to the next meeting/)).toBeVisible()
	await expect(clerk.getByText('Dr Adeyemi, substitute for Ngozi', { exact: true })).toBeVisible()
	const address = new URL(clerk.url()).pathname.replace('/minutes', '')
	const item = (await clerk.request.get(`${address}/room`)).text()
	const noted = /href="([^"]*\/noted)"/.exec(await item)![1]!
	await look(await another({ name: 'Farah' }), [noted, `${address}/approval`])
	await clerk.goto(`${address}/minutes`)
	await clerk.getByRole('link', { name: 'say that they were approved' }).click()
	await fillDay(clerk, new Date(Date.now() - 300 * day))
	await clerk.getByRole('button', { name: 'Continue' }).click()
	await expect(clerk.getByRole('link', { name: /Minutes are approved at a later meeting/ })).toBeVisible()
	await fillDay(clerk, new Date(Date.now() - day))
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
