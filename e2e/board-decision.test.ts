import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'

const strategy = 'Living well by the harbour, 2026 to 2031'

/** From the frozen version to the clerk's form, the way the version's page leads there. */
async function beginEntry(page: Page) {
	await page.goto(`${harbourside}/documents`)
	await page.getByRole('link', { name: strategy, exact: true }).click()
	const thread = page.getByRole('list').filter({ hasText: 'Difference' })
	await thread.getByRole('link', { name: /^Version/ }).click()
	await page.getByRole('link', { name: 'Enter a board decision' }).click()
	await page
		.getByRole('link', { name: 'Health and Wellbeing Board' })
		.or(page.getByLabel('Where was it?'))
		.first()
		.waitFor()
	const choice = page.getByRole('link', { name: 'Health and Wellbeing Board' })
	if ((await choice.count()) > 0) await choice.click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter a board decision')
}

const partOf = (page: Page, name: string) => page.getByRole('combobox', { name: new RegExp(`^${name}, `) })

const voteOf = (page: Page, name: string) => page.getByRole('combobox', { name: `How ${name} voted`, exact: true })

/** Whether each was there, and how whoever was there voted on the motion. */
async function takePart(page: Page, parts: Record<string, string>) {
	for (const [name, part] of Object.entries(parts)) {
		const hasVoted = ['For', 'Against', 'Abstained'].includes(part)
		await partOf(page, name).selectOption(hasVoted ? 'Present' : part)
		await voteOf(page, name).selectOption(hasVoted ? part : '')
	}
}

async function restWasThere(page: Page) {
	await page.getByRole('button', { name: 'Everybody else was there' }).click()
	await expect(page.getByRole('heading', { name: 'Who was there' })).toBeFocused()
}

async function fillDay(page: Page, at: Date) {
	await page.getByRole('textbox', { name: 'Day' }).fill(String(at.getUTCDate()))
	await page.getByRole('textbox', { name: 'Month' }).fill(String(at.getUTCMonth() + 1))
	await page.getByRole('textbox', { name: 'Year' }).fill(String(at.getUTCFullYear()))
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)

test('with JavaScript off: a meeting is entered, a level vote settled, corrected, approved and locked', async ({
	another,
}) => {
	test.setTimeout(180_000)
	const page = await another({ js: false, name: 'Helen' })
	const question = 'A first look at the strategy in public'
	await beginEntry(page)
	await expect(page.getByText('A show of views or a panel vote here is not one.')).toBeVisible()
	await expectNoSidewaysScroll(page)
	await page.setViewportSize({ width: 1000, height: 800 })

	// An interest, and a vote all the same: refused beside the field with everything kept.
	await page.getByLabel('Where was it?').fill('Town Hall, room 2')
	await page.getByLabel('What was to be decided?').fill(question)
	await page.getByLabel('The exact words that were moved').fill('That the Board looks at the strategy in the library.')
	await page.getByLabel('Who moved it?').selectOption({ label: 'Amina, Healthwatch' })
	await page.getByRole('radio', { name: 'A named vote' }).check()
	await takePart(page, { Helen: 'For', Colin: 'Against', Ngozi: 'For', Amina: 'Against', Joe: 'Absent', Priya: 'For' })
	await page.getByText('Remote, late, substitute or interest of Priya').click()
	await page.getByLabel('Priya’s interest in this item').fill('Rents the library café')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	// Nobody is taken to have been there unless somebody says so.
	await expect(page.getByRole('link', { name: 'Choose how Farah took part' })).toBeVisible()
	await expect(partOf(page, 'Farah')).toHaveValue('')
	await restWasThere(page)
	await expect(partOf(page, 'Farah')).toHaveValue('present')
	await expect(partOf(page, 'Joe')).toHaveValue('absent')
	await page.getByRole('button', { name: 'Check your answers' }).click()

	for (const words of [
		'Enter the day of the meeting as three numbers, like 12 6 2026',
		'Enter the reasons for the decision',
	])
		await expect(page.getByRole('link', { name: words })).toBeVisible()
	await expect(page.getByRole('link', { name: /Priya declared an interest/ })).toBeVisible()
	await expect(page.getByLabel('Where was it?')).toHaveValue('Town Hall, room 2')
	await expect(voteOf(page, 'Colin')).toHaveValue('against')
	await expect(page.getByLabel('Priya’s interest in this item')).toHaveValue('Rents the library café')

	await takePart(page, { Priya: 'interest' })
	await fillDay(page, daysAgo(2))
	await page.getByLabel('The reasons for the decision').fill('People pass the library every day.')
	await page.getByRole('button', { name: 'Add an amendment' }).click()
	await expect(page.getByRole('heading', { name: 'Amendments, voted on before the motion' })).toBeFocused()
	await page.getByLabel('What was to change?').fill('Add “every spring”.')
	await page.getByLabel('Who moved it?').nth(1).selectOption({ label: 'Colin, Director of adult services' })
	await page.getByRole('group', { name: 'Amendment 1' }).getByRole('radio', { name: 'By assent' }).check()
	await page
		.getByLabel('The whole motion as this amendment left it')
		.fill('That the Board looks at the strategy in the library every spring.')
	await page.getByRole('button', { name: 'Check your answers' }).click()

	// Level, and nobody has used the casting vote the rules give.
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers before you save')
	await expect(page.getByText('Not agreed.', { exact: true })).toBeVisible()
	await expect(page.getByText('Votes were level and no casting vote was used, so it was not carried.')).toBeVisible()
	await page.getByRole('button', { name: 'Change the answers' }).click()
	await page
		.getByRole('group', { name: 'Casting vote of whoever presided' })
		.last()
		.getByRole('radio', { name: 'For' })
		.check()
	await page.getByLabel('The reason for the casting vote').last().fill('It costs nothing and lets people in.')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByText('Agreed.', { exact: true })).toBeVisible()
	await page.getByRole('button', { name: 'Save this board decision' }).click()

	const decision = page.url()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(question)
	await expect(page.getByText('This is a board decision, taken at a meeting and recorded by its clerk.')).toBeVisible()
	await expect(page.getByText('2 for, 2 against, 0 abstained.')).toBeVisible()
	const table = page.getByRole('table', { name: 'How each took part' })
	await expect(table.getByRole('row', { name: /^Priya/ })).toContainText('Did not take part: interest')
	await expect(table.getByRole('row', { name: /^Priya/ })).toContainText('Rents the library café')
	await expect(table.getByRole('row', { name: /^Joe/ })).toContainText('Absent')
	await expect(page.getByText(/Helen, who presided, gave the casting vote for it/).first()).toBeVisible()
	await expect(
		page.getByText('That the Board looks at the strategy in the library every spring.').first(),
	).toBeVisible()
	await expect(page.getByRole('link', { name: 'Agree an action' })).toBeVisible()

	// Corrected with a reason everyone can read; what it said before stays.
	await page.getByRole('link', { name: 'Correct the minute' }).click()
	await takePart(page, { Amina: 'For' })
	await page
		.getByRole('group', { name: 'Casting vote of whoever presided' })
		.last()
		.getByRole('radio', { name: 'None' })
		.check()
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: /Enter why it is corrected/ })).toBeVisible()
	await expect(voteOf(page, 'Amina')).toHaveValue('for')
	await page.getByLabel('Why is it corrected?').fill('Amina’s vote was written beside the wrong side.')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByText('Amina: “Against” became “For”')).toBeVisible()
	await page.getByRole('button', { name: 'Save this correction' }).click()
	const anyone = await another()
	await anyone.goto(decision)
	await expect(anyone.getByText('The reason: Amina’s vote was written beside the wrong side.')).toBeVisible()
	await expect(anyone.getByText('Amina: “Against” became “For”')).toBeVisible()
	await expect(anyone.getByText('3 for, 1 against, 0 abstained.')).toBeVisible()
	await expect(anyone.getByRole('link', { name: 'Correct the minute' })).toHaveCount(0)

	// Approved at a later meeting, and locked.
	await page.getByRole('link', { name: 'say that it was approved' }).click()
	await fillDay(page, daysAgo(2))
	await page.getByRole('button', { name: 'Continue' }).click()
	await expect(page.getByRole('link', { name: /A minute is approved at a later meeting/ })).toBeVisible()
	await fillDay(page, daysAgo(1))
	await page.getByRole('button', { name: 'Continue' }).click()
	await expect(page.getByRole('link', { name: /No published meeting of this body began here/ })).toBeVisible()
	await page.getByLabel('The body met on that day, and the meeting was not entered here').check()
	await page.getByRole('button', { name: 'Continue' }).click()
	await expect(page.getByText(/The minute of .* will be locked as approved at the meeting on/)).toBeVisible()
	await page.getByRole('button', { name: 'Approve and lock the minute' }).click()
	await expect(page.getByText(/Approved at the meeting on .* entered by Helen. It is locked./)).toBeVisible()
	await expect(page.getByRole('link', { name: 'Correct the minute' })).toHaveCount(0)
	await page.goto(`${decision}/correction`)
	await expect(page.getByText('This minute was approved, so it is locked.')).toBeVisible()

	await page.goto(`${harbourside}/record`)
	const said = page.getByRole('listitem').filter({ has: page.locator(`a[href="${new URL(decision).pathname}"]`) })
	await expect(said.filter({ hasText: 'was entered from a meeting. Agreed.' })).toBeVisible()
	await expect(said.filter({ hasText: 'was corrected, for the reason on its page.' })).toBeVisible()
	await expect(said.filter({ hasText: 'and is locked.' })).toBeVisible()
})

test('anybody reads, prints and takes away the minute, and is never told it is a show of views', async ({ page }) => {
	await page.goto(`${harbourside}/decisions`)
	await page.getByRole('link', { name: 'The strategy for 2026 to 2031', exact: true }).click()
	await expect(page).toHaveTitle(/Board decision/)
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
	await page.setViewportSize({ width: 1000, height: 800 })
	await page.getByRole('link', { name: 'Read or print the minute' }).click()
	await expect(page.getByRole('heading', { name: 'Interests declared in this item' })).toBeVisible()
	await expect(page.getByText('Dr Adeyemi, substitute for Ngozi: Against')).toBeVisible()
	await expectAccessible(page)
	await page.emulateMedia({ media: 'print' })
	await expect(page.getByRole('link', { name: 'Download it as text' })).toBeHidden()
	await page.emulateMedia({ media: 'screen' })
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('link', { name: 'Download it as text' }).click(),
	])
	expect(file.suggestedFilename()).toMatch(/^DEC-\d{4}-\d{3}-minute\.txt$/)
	const text = await readFile(await file.path(), 'utf8')
	expect(text).toContain('MINUTE OF A BOARD DECISION')
	expect(text).toContain('Put “every three months, in public” for “every six months”.')
	expect(text).toContain('Joe: “Abstained” became “Against”')
})

test('a body without rules has them written down first, and the clerk is led back', async ({ page }) => {
	await signIn(page, 'Amina')
	await page.goto(`${harbourside}/documents`)
	await page.getByRole('link', { name: 'Breaks for carers that fit real weeks', exact: true }).click()
	await page
		.getByRole('list')
		.filter({ hasText: 'Difference' })
		.getByRole('link', { name: /^Version/ })
		.click()
	await page.getByRole('link', { name: 'Enter a board decision' }).click()
	await page.getByRole('link', { name: 'Write down its rules' }).click()
	await expectAccessible(page)
	await page.getByLabel('How many voting members must be there?').fill('9')
	await page.getByRole('textbox', { name: 'Amina' }).fill('Carer')
	await page.getByRole('textbox', { name: 'Kind 1 (optional)', exact: true }).fill('Carers')
	await page.getByRole('button', { name: 'Save the rules' }).click()
	await expect(page.getByRole('link', { name: /More are needed than have a vote here/ })).toBeVisible()
	await expect(page.getByRole('link', { name: /No voting seat sits there as this/ })).toBeVisible()
	await expect(page.getByRole('link', { name: 'Enter by which right Colin sits there' })).toBeVisible()
	await expect(page.getByRole('textbox', { name: 'Amina' })).toHaveValue('Carer')
	await page.getByLabel('How many voting members must be there?').fill('1/2')
	await page.getByRole('textbox', { name: 'Kind 1 (optional)', exact: true }).fill('Carer')
	for (const name of ['Wei', 'Doreen', 'Bilal', 'Marek', 'Colin'])
		await page.getByRole('textbox', { name }).fill('Member')
	await page.getByRole('button', { name: 'Save the rules' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enter a board decision')
	await expect(
		page.getByText('Enough to decide (its quorum) is 1/2 of the voting seats, at least 1 sitting there as “Carer”.'),
	).toBeVisible()
	await expectAccessible(page)
})

/** The clerk's form, filled in but for what a test is about. */
async function fillMeeting(page: Page, question: string, heldDaysAgo: number) {
	await fillDay(page, daysAgo(heldDaysAgo))
	await page.getByLabel('Where was it?').fill('Town Hall, room 2')
	await page.getByLabel('What was to be decided?').fill(question)
	await page.getByLabel('The exact words that were moved').fill('That the Board meets in the library once a year.')
	await page.getByLabel('Who moved it?').first().selectOption({ label: 'Amina, Healthwatch' })
	await page.getByRole('radio', { name: 'A named vote' }).first().check()
	await page
		.getByLabel('The reasons for the decision')
		.fill('People pass the library every day. Wilf Arkwright said so.')
}

test('with JavaScript off: quorum is counted while entering, people come remotely and late, an amendment is voted on by name, and a name is taken out', async ({
	another,
}) => {
	test.setTimeout(240_000)
	const page = await another({ js: false, name: 'Helen' })
	const question = `Where the Board meets ${Date.now()}`
	await beginEntry(page)
	await fillMeeting(page, question, 400)
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: /Nobody held a seat in this body here on/ })).toBeVisible()
	await fillDay(page, daysAgo(3))
	await page.getByRole('button', { name: 'Show who sat there on that day' }).click()
	await expect(page.getByRole('heading', { name: 'Who was there' })).toBeFocused()

	// One after another they turn out not to count.
	await restWasThere(page)
	await takePart(page, { Helen: 'For', Amina: 'For', Colin: 'Against', Ngozi: 'For', Joe: 'left', Priya: 'For' })
	await page.getByText('Remote, late, substitute or interest of Ngozi').click()
	await page.getByLabel('How Ngozi joined').selectOption('Remotely')
	await page.getByRole('button', { name: 'Count the quorum' }).click()
	await expect(
		page.getByText(
			/4 there, 4 needed, but not everybody who must be. You cannot decide yet. “NHS member”: 0 of 1 needed./,
		),
	).toBeVisible()
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(
		page.getByRole('link', { name: /Ngozi joined remotely, so under this body’s rules has no vote/ }),
	).toBeVisible()
	await page.getByLabel('How Ngozi joined').selectOption('In the room')
	await page.getByText('Remote, late, substitute or interest of Priya').click()
	await page.getByRole('group', { name: 'When Priya came' }).getByLabel('After the debate had begun').check()
	await page.getByLabel('Who came instead of Priya').fill('Colin')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: /Priya came in after the debate had begun/ })).toBeVisible()
	await expect(page.getByRole('link', { name: /This person sits there in their own seat/ })).toBeVisible()
	await page.getByLabel('Who came instead of Priya').fill('Wilf Arkwright')
	await takePart(page, { Priya: 'present' })

	await page.getByRole('button', { name: 'Add an amendment' }).click()
	await page.getByLabel('What was to change?').fill('Put “twice a year” for “once a year”.')
	await page.getByLabel('Who moved it?').nth(1).selectOption({ label: 'Joe, Public member' })
	const amendment = page.getByRole('group', { name: 'Amendment 1' })
	await amendment.getByRole('radio', { name: 'A named vote' }).check()
	await page.getByText('How each voted on amendment 1').click()
	for (const [name, vote] of [
		['Helen', 'For'],
		['Colin', 'Against'],
		['Ngozi', 'For'],
		['Joe', 'For'],
		['Amina', 'Abstained'],
	])
		await page.getByRole('combobox', { name: new RegExp(`^${name} +on amendment 1`) }).selectOption({ label: vote! })
	await page
		.getByLabel('The whole motion as this amendment left it')
		.fill('That the Board meets in the library twice a year.')
	await page.getByRole('button', { name: 'Check your answers' }).click()

	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers before you save')
	await expect(page.getByText(/For: Helen, Joe, Ngozi\. Against: Colin\. Abstained: Amina\./)).toBeVisible()
	await expect(page.locator('ins')).toContainText('twice')
	await expectNoSidewaysScroll(page)
	await page.setViewportSize({ width: 1000, height: 800 })
	await page.getByRole('button', { name: 'Save this board decision' }).click()
	const decision = page.url()
	await expect(page.getByText('3 for, 1 against, 0 abstained.').first()).toBeVisible()
	const table = page.getByRole('table', { name: 'How each took part' })
	await expect(table.getByRole('row', { name: /^Joe/ })).toContainText('Left before the vote')
	await expect(table.getByRole('row', { name: /^Wilf Arkwright, substitute for Priya/ })).toContainText(
		'came in after the debate had begun',
	)

	// Another clerk, or the same one again, is told before saving that it is there already.
	await beginEntry(page)
	await fillMeeting(page, question, 3)
	await takePart(page, { Helen: 'For', Amina: 'For', Colin: 'For', Ngozi: 'For', Joe: 'For', Priya: 'For' })
	await restWasThere(page)
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByText('decision about these words on that day is entered already')).toBeVisible()

	// A member reads what the minute says of them, and whom to tell.
	const joe = await another({ name: 'Joe' })
	await joe.goto(decision)
	await expect(
		joe.getByText(/The minute says of you: Left before the vote. If that is wrong, tell Helen/),
	).toBeVisible()
	await expect(joe.getByRole('link', { name: 'Correct the minute' })).toHaveCount(0)
	await expectAccessible(joe)

	// An action is agreed; the rules turn out to have been written down wrongly, and the outcome falls.
	await page.goto(`${decision}/correction`)
	await page.getByText('The body’s rules at that meeting').click()
	await page.getByLabel('How many voting members must be there?').fill('6')
	await page.getByLabel('Why is it corrected?').fill('The quorum was six that day.')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByText(/The outcome was “Agreed.” and becomes “No decision/)).toBeVisible()
	await page.getByRole('button', { name: 'Change the answers' }).click()
	await page.getByLabel('How many voting members must be there?').fill('-6')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await expect(page.getByRole('link', { name: 'Enter a number, like 7, or a share of all, like 1/4' })).toBeVisible()
	await page.getByLabel('How many voting members must be there?').fill('6')
	await page.getByRole('button', { name: 'Check your answers' }).click()
	await page.getByRole('button', { name: 'Save this correction' }).click()
	await expect(page.getByText(/The body’s rules: “quorum 4 voting seats.*became “quorum 6 voting seats/)).toBeVisible()

	// Wilf asks to be forgotten after the minute was approved.
	await page.getByRole('link', { name: 'say that it was approved' }).click()
	await fillDay(page, daysAgo(1))
	await page.getByRole('button', { name: 'Continue' }).click()
	await page.getByLabel('The body met on that day, and the meeting was not entered here').check()
	await page.getByRole('button', { name: 'Continue' }).click()
	await page.getByRole('button', { name: 'Approve and lock the minute' }).click()
	await page.getByRole('link', { name: 'Take somebody’s name out of this minute' }).click()
	await page.getByLabel('Which names?').fill('Helen')
	await page.getByLabel('Why are they taken out?').fill('He asked to be forgotten.')
	await page.getByRole('button', { name: 'See what will change' }).click()
	await expect(page.getByRole('link', { name: /One of these is the name, or a part of the name/ })).toBeVisible()
	await expectNoSidewaysScroll(page)
	await page.getByLabel('Which names?').fill('Wilf Arkwright\nMrs Nobody')
	await page.getByRole('button', { name: 'See what will change' }).click()
	await expect(page.getByText('Substitute: Wilf Arkwright').first()).toBeVisible()
	await expect(page.getByText('“Mrs Nobody” stands nowhere in this minute', { exact: false })).toBeVisible()
	await expectNoSidewaysScroll(page)
	await page.getByRole('button', { name: 'Take these names out' }).click()
	await expect(page.getByRole('link', { name: 'Tick the box if the names should go for good' })).toBeVisible()
	await page.getByLabel('Yes. I know that nobody can bring these names back.').check()
	await page.getByRole('button', { name: 'Take these names out' }).click()
	await expect(
		page.getByText(/took names of other people out at .* places. The reason: He asked to be forgotten./),
	).toBeVisible()
	const anyone = await another()
	for (const address of [decision, `${decision}/board-minute`]) {
		await anyone.goto(address)
		await expect(anyone.getByText(/\[name removed\], substitute for Priya/).first()).toBeVisible()
		await expect(anyone.getByText('Wilf Arkwright')).toHaveCount(0)
		await expectAccessible(anyone)
	}
	await page.goto('/account/erasure')
	await expect(page.getByRole('heading', { name: 'Where your name stays' })).toBeVisible()
	await expect(page.getByRole('link', { name: new RegExp(question) })).toBeVisible()
})
