import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'
import { lineOf } from './live-line.ts'

const documents = `${harbourside}/documents`

/** Starts a document and returns its address. */
async function start(page: Page, { title = `Buses ${Date.now()}`, template = 'Blank' } = {}) {
	await page.goto(`${documents}/new`)
	await page.getByLabel(template, { exact: true }).check()
	await page.getByLabel('Title').fill(title)
	await page.getByLabel('What need is this about?').fill('The last bus leaves at six.')
	await page.getByLabel('Where was it heard, and when?').fill('Harbour café, 4 November 2026')
	await page.getByRole('button', { name: 'Start writing' }).click()
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
	return new URL(page.url()).pathname
}

async function openToWrite(page: Page, address: string) {
	await page.goto(`${address}/write`)
	await expect(page.getByTestId('saved')).toHaveText(/Everything here is saved|Saved at/)
}

const goodLife = (page: Page) => page.getByRole('textbox', { name: 'What does a good life look like here' })
const saved = (page: Page) => expect(page.getByTestId('saved')).toHaveText(/^Saved at \d{1,2}(:\d\d)?[ap]m\.$/)

test('two people write in one section and see each other’s words and names', async ({ page, another }) => {
	await signIn(page, 'Amina')
	const address = await start(page)
	await openToWrite(page, address)
	const colin = await another({ name: 'Colin' })
	await openToWrite(colin, address)

	await goodLife(page).click()
	await page.keyboard.type('Evenings by the water.')
	await expect(goodLife(colin)).toContainText('Evenings by the water.')
	await saved(page)
	await goodLife(colin).click()
	await colin.keyboard.press('Control+End')
	await colin.keyboard.type(' And a bus home.')
	await expect(goodLife(page)).toContainText('Evenings by the water. And a bus home.')

	await expect(page.locator('.caret__name')).toContainText('Colin (commissioner)')
	await expect(colin.locator('.caret__name')).toContainText('Amina (citizen)')
	await expect(page.getByText('2 people are writing here.').first()).toBeVisible()
	await expectAccessible(page)
	await colin.close()
	await expect(page.locator('.caret__name')).toHaveCount(0)
	await expect(page.getByText('You are the only one writing here now.').first()).toBeVisible()
})

test('ten people write in one document and all end with the same words', async ({ page, another }) => {
	// Ten browsers on one busy machine take their time; none of it is waited for longer than it lasts.
	test.setTimeout(300_000)
	await signIn(page, 'Amina')
	const address = await start(page)
	const names = ['Joe', 'Wei', 'Grace', 'Tomasz', 'Bilal', 'Colin', 'Ngozi', 'Priya', 'Marek']
	const pages = [page, ...(await Promise.all(names.map((name) => another({ name }))))]
	for (const each of pages) await openToWrite(each, address)
	await Promise.all(
		pages.map(async (each, number) => {
			await goodLife(each).click()
			for (const word of ['one', 'two', 'three']) await each.keyboard.type(` p${number}${word} `, { delay: 20 })
		}),
	)
	for (const each of pages) await saved(each)
	// Saved here is not yet shown there: what the last of them typed is still on its way to the others.
	const typed = [...pages.keys()].map((number) => `p${number}one p${number}two p${number}three`).join('')
	for (const each of pages) await expect.poll(async () => letters(await wordsOf(each))).toBe(letters(typed))
	const texts = await Promise.all(pages.map(wordsOf))
	expect(new Set(texts).size).toBe(1)
	await expect(page.getByText('10 people are writing here.').first()).toBeVisible()
})

/** The words of the first section, without the names on the carets that stand among them. */
async function wordsOf(page: Page) {
	return await goodLife(page).evaluate((section) => {
		const copy = section.cloneNode(true) as HTMLElement
		for (const caret of copy.querySelectorAll('.caret')) caret.remove()
		return (copy.textContent ?? '').replace(/[\s\u2060]+/g, '')
	})
}

const letters = (text: string) => [...text.replace(/\s+/g, '')].sort().join('')

const safeOnDevice =
	'Your words are safe on this device and will be sent when the connection is back. You can close this page: the words are sent when you open it on this device again. Do not sign out before then.'
const keptKeys = (page: Page) =>
	page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('alongside-unsent')))

test('words typed without a connection are kept, said to be kept, and arrive', async ({ page, context, another }) => {
	await signIn(page, 'Grace')
	const line = await lineOf(context)
	const address = await start(page)
	await openToWrite(page, address)
	const joe = await another({ name: 'Joe' })
	await openToWrite(joe, address)
	await goodLife(page).click()
	await page.keyboard.type('Before. ')
	await saved(page)

	await line.cut()
	await page.keyboard.type('While away. ')
	await expect(page.getByTestId('saved')).toHaveText(safeOnDevice)
	expect(await keptKeys(page)).toHaveLength(1)
	await goodLife(joe).click()
	await joe.keyboard.type('Joe meanwhile. ')
	await saved(joe)
	await expect(goodLife(joe)).not.toContainText('While away.')

	line.mend()
	await expect(goodLife(joe)).toContainText('While away.')
	await expect(goodLife(page)).toContainText('Joe meanwhile.')
	await saved(page)
	expect(await keptKeys(page)).toEqual([])
})

test('a line that dies without a word does not make us say that words are saved', async ({ page, context }) => {
	await signIn(page, 'Wei')
	const address = await start(page)
	await openToWrite(page, address)
	await goodLife(page).click()
	await page.keyboard.type('Before. ')
	await saved(page)
	await context.setOffline(true)
	await page.keyboard.type('After. ')
	await expect(page.getByTestId('saved')).toHaveText(/^Not saved yet[.]$|^Your words are safe on this device/)
	await expect(page.getByTestId('saved')).toHaveText(safeOnDevice)
	await context.setOffline(false)
	await saved(page)
})

test('where live writing cannot start, the words and their forms stay', async ({ page, context }) => {
	await signIn(page, 'Wei')
	const address = await start(page)
	await page.goto(`${address}/sections/good-life`)
	await page.getByLabel('The words of this section').fill('Evenings by the water.')
	await page.getByRole('button', { name: 'Save my words' }).click()
	const form = page.getByRole('link', { name: /Edit this section on its own page.*What does a good life/ })

	const line = await lineOf(context)
	await line.cut()
	await page.goto(`${address}/write`)
	await expect(page.getByTestId('saved')).toContainText('There is no connection yet.')
	await expect(page.getByText('Evenings by the water.')).toBeVisible()
	await expect(page.getByRole('textbox')).toHaveCount(0)
	await expect(form).toBeVisible()
	line.mend()
	await expect(goodLife(page)).toContainText('Evenings by the water.')

	await context.route('**/LiveEditor-*.js', (route) => route.abort())
	await page.goto(`${address}/write`)
	await expect(page.getByText('Live writing did not start in this browser.')).toBeVisible()
	await expect(page.getByText('Evenings by the water.')).toBeVisible()
	await form.click()
	await expect(page.getByLabel('The words of this section')).toHaveValue('Evenings by the water.')
})

test('words typed without a connection survive closing the page', async ({ page, context }) => {
	await signIn(page, 'Grace')
	const line = await lineOf(context)
	const address = await start(page)
	await openToWrite(page, address)
	await line.cut()
	await goodLife(page).click()
	await page.keyboard.type('Not to be lost. ')
	await expect(page.getByTestId('saved')).toHaveText(safeOnDevice)
	await page.close()
	line.mend()

	const again = await context.newPage()
	await again.goto(`${address}/write`)
	await expect(goodLife(again)).toContainText('Not to be lost.')
	await saved(again)
	expect(await keptKeys(again)).toEqual([])
	await again.goto(address)
	await expect(again.getByText('Not to be lost.')).toBeVisible()
})

test('words typed without a connection, while the work is stopped, are shown to their writer and to nobody else', async ({
	page,
	context,
	another,
}) => {
	await signIn(page, 'Amina')
	const line = await lineOf(context)
	const address = await start(page)
	await openToWrite(page, address)
	await line.cut()
	await goodLife(page).click()
	await page.keyboard.type('Typed on the train.')
	await expect(page.getByTestId('saved')).toHaveText(safeOnDevice)
	const farah = await another({ name: 'Farah' })
	await farah.goto(`${address}/stop`)
	await farah.getByLabel('Why does it stop?').fill('No bus.')
	await farah.getByRole('button', { name: 'Stop this work' }).click()
	await expect(farah.getByText('No bus.', { exact: true })).toBeVisible()

	// In the tab that comes back, and on the page when it is opened again.
	line.mend()
	const mine = page.getByLabel('Your words')
	await expect(mine).toHaveValue('Typed on the train.')
	await expect(page.getByRole('alert')).toContainText('This work was stopped')
	await expectAccessible(page)
	page.on('dialog', (dialog) => dialog.accept())
	await page.goto(address)
	await expect(mine).toHaveValue('Typed on the train.')
	await expect(page.getByText('This work was stopped before they were sent')).toBeVisible()
	await context.grantPermissions(['clipboard-read', 'clipboard-write'])
	await page.getByRole('button', { name: 'Copy my words' }).click()
	await expect(page.getByText('Your words are copied.')).toBeVisible()
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Typed on the train.')
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
	await page.getByRole('button', { name: 'Let these words go' }).click()
	await expect(mine).toHaveCount(0)
	expect(await keptKeys(page)).toEqual([])
	await farah.goto(`${address}/write`)
	await expect(farah.getByText('Typed on the train.')).toHaveCount(0)
})

test('nothing is left on a device that somebody signs out of', async ({ page, context }) => {
	await signIn(page, 'Grace')
	const line = await lineOf(context)
	const address = await start(page)
	await openToWrite(page, address)
	await line.cut()
	await goodLife(page).click()
	await page.keyboard.type('Mine. ')
	await expect(page.getByTestId('saved')).toHaveText(safeOnDevice)
	// The browser asks first, because words would be lost.
	page.on('dialog', (dialog) => dialog.accept())
	await page.getByRole('button', { name: 'Sign out' }).click()
	await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0)
	expect(await keptKeys(page)).toEqual([])
})

test('a form without JavaScript and a live writer both keep their words', async ({ page, another }) => {
	await signIn(page, 'Amina')
	const address = await start(page)
	await openToWrite(page, address)
	await goodLife(page).click()
	await page.keyboard.type('The harbour is ours.')
	await saved(page)

	const library = await another({ js: false, name: 'Doreen' })
	await library.goto(address)
	await expect(library.getByText('The harbour is ours.')).toBeVisible()
	// One press leads to a form to write in, not to the same words once more.
	await library.getByRole('link', { name: 'Write', exact: true }).click()
	await expect(library).toHaveURL(/\/sections\/good-life$/)
	await expect(library.getByRole('navigation', { name: 'The other sections' }).getByRole('link')).not.toHaveCount(0)
	const form = library.getByLabel('The words of this section')
	await expect(form).toHaveValue('The harbour is ours.')
	await form.fill('The harbour is ours, day and night.')

	await page.keyboard.press('Control+Home')
	await page.keyboard.type('We say: ')
	await saved(page)
	await library.getByRole('button', { name: 'Save my words' }).click()
	await expect(library.getByText('We say: The harbour is ours, day and night.')).toBeVisible()
	await expect(goodLife(page)).toContainText('We say: The harbour is ours, day and night.')
	await expectAccessible(page)
})

test('a right that ends while somebody types ends at once, and says so in words', async ({ page, another }) => {
	await signIn(page, 'Amina')
	const address = await start(page)
	await openToWrite(page, address)
	await goodLife(page).click()
	await page.keyboard.type('Last words.')
	await saved(page)
	const joe = await another({ name: 'Joe', js: false })
	await joe.goto(`${address}/sections/body`)
	await joe.getByLabel('The words of this section').fill('Typed by Joe.')
	const farah = await another({ name: 'Farah' })
	await farah.goto(`${address}/stop`)
	await farah.getByLabel('Why does it stop?').fill('The bus company says no.')
	await farah.getByRole('button', { name: 'Stop this work' }).click()
	await expect(farah.getByText('The bus company says no.', { exact: true })).toBeVisible()

	await expect(page.getByRole('alert')).toContainText('This work was stopped')
	await expect(goodLife(page)).toHaveAttribute('contenteditable', 'false')
	await expect(goodLife(page)).toContainText('Last words.')

	await joe.getByRole('button', { name: 'Save my words' }).click()
	await expect(joe.getByRole('alert')).toContainText('This document has ended')
	await expect(joe.getByLabel('The words of this section')).toHaveValue('Typed by Joe.')
})

test('words become final while two people write: one is told at once, one comes back from the train, nothing typed is lost', async ({
	page,
	context,
	another,
}) => {
	test.setTimeout(180_000)
	await signIn(page, 'Amina')
	const line = await lineOf(context)
	const address = await start(page, { title: `Night buses ${Date.now()}` })
	await openToWrite(page, address)
	const joe = await another({ name: 'Joe' })
	await openToWrite(joe, address)
	await goodLife(page).click()
	await page.keyboard.type('A bus at ten.')
	await saved(page)
	const farah = await another({ name: 'Farah', js: false })
	await farah.goto(`${address}/final`)
	await expect(farah.getByText('No version is frozen yet')).toBeVisible()
	await expect(farah.getByRole('button', { name: 'These words are final' })).toHaveCount(0)
	await joe.goto(`${address}/versions`)
	await joe.getByRole('button', { name: 'Freeze a version now' }).click()
	await expect(joe.getByText('Version 1 is frozen.')).toBeVisible()
	await openToWrite(joe, address)
	const doreen = await another({ name: 'Doreen', js: false })
	await doreen.goto(`${address}/sections/good-life`)
	await doreen.getByLabel('The words of this section').fill('A bus at ten. And at noon.')

	await line.cut()
	await goodLife(page).click()
	await page.keyboard.type('Typed on the train. ')
	await expect(page.getByTestId('saved')).toHaveText(safeOnDevice)
	await goodLife(joe).click()
	await farah.goto(address)
	await farah.getByRole('link', { name: 'Say that these words are final' }).click()
	await expect(farah.getByText('Version 1, frozen at')).toBeVisible()
	await expect(farah.getByText('1 person has this document open to write now.')).toBeVisible()
	await farah.getByRole('button', { name: 'These words are final' }).click()
	await expect(farah.getByRole('alert')).toContainText('Enter the reason')
	await farah.getByLabel('Why are these words final?').fill('Everybody agreed on Tuesday.')
	await farah.getByRole('button', { name: 'These words are final' }).click()
	await expect(farah.getByText('Version 1 is final.')).toBeVisible()
	await expect(farah.getByText('Farah said that version 1 is final at')).toContainText('Everybody agreed on Tuesday.')
	await expect(farah.getByText(/, final$/)).toBeVisible()

	await expect(joe.getByRole('alert')).toContainText('These words are final now')
	await expect(joe.getByRole('alert')).toContainText('All your words are saved.')
	await expect(goodLife(joe)).toHaveAttribute('contenteditable', 'false')
	// Whoever stood in the words stands in them still.
	await expect(goodLife(joe)).toBeFocused()
	await expect(goodLife(joe)).toContainText('A bus at ten.')
	await expectAccessible(joe)
	await expectNoSidewaysScroll(joe)

	await doreen.getByRole('button', { name: 'Save my words' }).click()
	await expect(doreen.getByRole('alert')).toContainText('These words were said to be final meanwhile')
	await expect(doreen.getByLabel('The words of this section')).toHaveValue('A bus at ten. And at noon.')
	await doreen.goto(`${address}/rescued`)
	await expect(doreen.getByText('Nothing is waiting.')).toBeVisible()

	// On the page of the document itself, wherever they come back to it.
	const mine = page.getByLabel('Your words')
	page.on('dialog', (dialog) => dialog.accept())
	await page.goto(address)
	await expect(mine).toHaveValue('Typed on the train.')
	await expect(page.getByText('they can open it again')).toBeVisible()
	await expectAccessible(page)
	line.mend()

	const scripted = await another({ name: 'Farah' })
	await scripted.goto(`${address}/open-again`)
	await expectAccessible(scripted)
	await expectNoSidewaysScroll(scripted)
	await farah.getByRole('link', { name: 'Open these words again' }).click()
	await farah.getByLabel('Why are they opened again?').fill('Amina was on the train.')
	await farah.getByRole('button', { name: 'Open these words again' }).click()
	await expect(farah.getByText('These words are open again.')).toBeVisible()
	await expect(farah.getByText('Farah opened these words again at')).toContainText('Amina was on the train.')
	await expect(goodLife(joe)).toHaveAttribute('contenteditable', 'true')
	await expect(joe.getByText('These words are final now')).toHaveCount(0)
	await page.goto(`${address}/write`)
	await expect(goodLife(joe)).toContainText('Typed on the train.')
	await page.goto(`${harbourside}/record`)
	await expect(page.getByText(/was opened again for writing/).first()).toBeVisible()
	await expect(page.getByText(/Version 1 of .* was said to be final/).first()).toBeVisible()
})

test('words that were put aside for somebody stay theirs to read when the rest becomes final', async ({ another }) => {
	test.setTimeout(120_000)
	const amina = await another({ js: false, name: 'Amina' })
	const address = await start(amina, { title: `Late buses ${Date.now()}` })
	const write = async (page: Page, text: string) => {
		await page.getByLabel('The words of this section').fill(text)
		await page.getByRole('button', { name: 'Save my words' }).click()
	}
	await amina.goto(`${address}/sections/good-life`)
	await write(amina, 'A bus at ten.\n\nA taxi.')
	const joe = await another({ js: false, name: 'Joe' })
	await joe.goto(`${address}/sections/good-life`)
	await amina.goto(`${address}/sections/good-life`)
	await write(amina, 'A bus at ten.')
	await write(joe, 'A bus at ten.\n\nA taxi with a ramp.')
	await expect(joe.getByRole('button', { name: 'Put my words back' })).toBeVisible()

	const farah = await another({ js: false, name: 'Farah' })
	await amina.goto(`${address}/versions`)
	await amina.getByRole('button', { name: 'Freeze a version now' }).click()
	await farah.goto(`${address}/final`)
	await farah.getByLabel('Why are these words final?').fill('Everybody agreed.')
	await farah.getByRole('button', { name: 'These words are final' }).click()
	await expect(farah.getByText('Version 1 is final.')).toBeVisible()

	await joe.getByRole('button', { name: 'Put my words back' }).click()
	await expect(joe.getByRole('alert')).toContainText('Those who run this document can open it again')
	await joe.goto(address)
	await joe.getByRole('link', { name: 'Look at them and say what to do' }).click()
	await expect(joe.getByLabel('Your words')).toHaveValue(/with a ramp/)
	await expect(joe.getByText('they can open it again')).toBeVisible()
	await expect(joe.getByRole('button', { name: 'Put my words back' })).toHaveCount(0)
	const scripted = await another({ name: 'Joe' })
	await scripted.goto(`${address}/rescued`)
	await expectAccessible(scripted)
	await expectNoSidewaysScroll(scripted)
	await joe.getByRole('button', { name: 'Let them go' }).click()
	await expect(joe.getByText('Nothing is waiting.')).toBeVisible()
})

test('from a need to a frozen version that is put to people, by keyboard', async ({ page, another }) => {
	await signIn(page, 'Wei')
	const address = await start(page, { template: 'Commissioning priority', title: `Evening buses ${Date.now()}` })
	await expectAccessible(page)
	await expect(page.getByText('Money not stated')).toBeVisible()
	await expect(page.getByText('Next step')).toBeVisible()
	await page.getByRole('link', { name: 'All the steps to a decision' }).press('Enter')
	await expect(page.getByText('6 of 6 answers missing')).toBeVisible()
	await expect(page.getByText('Later', { exact: true })).toHaveCount(3)
	await expect(page.getByRole('button', { name: 'Propose these words' })).toHaveCount(0)
	await expectAccessible(page)

	await page.getByRole('link', { name: 'What does a good life look like here, and for whom?' }).press('Enter')
	await page.getByLabel('The words of this section').press('A')
	await page.getByRole('button', { name: 'Save my words' }).press('Enter')
	await expect(page.getByText('Written', { exact: true })).toBeVisible()
	await page.getByRole('link', { name: 'Statement of power and money' }).press('Enter')
	for (const label of [
		'What is open?',
		'What is fixed?',
		'Why is it fixed?',
		'How much money is there?',
		'Who decides?',
	]) {
		await page.getByLabel(label).fill('Said.')
	}
	await page.getByLabel('Day').fill('31')
	await page.getByLabel('Month').fill('2')
	await page.getByLabel('Year').fill('2027')
	await page.getByRole('button', { name: 'Save the statement' }).press('Enter')
	await expect(page.getByRole('alert')).toContainText('Enter a real date')
	await expect(page.getByLabel('Who decides?')).toHaveValue('Said.')
	await page.getByLabel('Month').fill('3')
	await page.getByRole('button', { name: 'Save the statement' }).press('Enter')

	await expect(page.getByText('Complete', { exact: true })).toBeVisible()
	await page.getByRole('button', { name: 'Propose these words' }).press('Enter')
	await page.getByRole('button', { name: 'Freeze a version now' }).press('Enter')
	await expect(page.getByText('These words are frozen.')).toBeVisible()
	await expect(page.getByText('The fingerprint is the same.')).toBeVisible()
	await expect(page.getByText(/A facilitator, or the chair or clerk of a group, can put it to people/)).toBeVisible()
	await expectAccessible(page)

	const amina = await another({ name: 'Amina', js: false })
	await amina.goto(address)
	await amina.getByRole('link', { name: 'Put it to people' }).click()
	await expect(amina.getByRole('heading', { level: 1, name: 'Put this version to people' })).toBeVisible()
	const file = await page.request.get(`${address}/versions/1/content.json`)
	const hash = createHash('sha256')
		.update(await file.body())
		.digest('hex')
	await expect(page.getByText(hash)).toBeVisible()
	await page.goto(`${address}/versions`)
	await page.getByRole('button', { name: 'Freeze a version now' }).press('Enter')
	await expect(page.getByRole('alert')).toContainText('the same words as the latest version')
})

test('a refused proposal leads to the page where it is mended', async ({ page }) => {
	await signIn(page, 'Wei')
	const address = await start(page, { template: 'Commissioning priority' })
	await page.goto(`${address}/sections/good-life`)
	await page.getByLabel('The words of this section').fill('A good week.')
	await page.getByRole('button', { name: 'Save my words' }).click()
	await page.goto(address)
	// Somebody else's page may still offer the button.
	await page.setContent(`<form method="post" action="${page.url()}/proposal"><button>Propose</button></form>`)
	await page.getByRole('button').click()
	await page
		.getByRole('alert')
		.getByRole('link', { name: /The statement of power and money is not complete/ })
		.click()
	await expect(page.getByRole('heading', { level: 1, name: 'Statement of power and money' })).toBeVisible()
})

test('a form that was cut short on its way changes nothing', async ({ page, baseURL }) => {
	await signIn(page, 'Wei')
	const address = await start(page)
	await page.goto(`${address}/terms`)
	await page.getByLabel('How much money is there?').fill('£12,000')
	await page.getByLabel('What is open?').fill('The route')
	await page.getByRole('button', { name: 'Save the statement' }).click()
	await page.goto(`${address}/sections/good-life`)
	await page.getByLabel('The words of this section').fill('Evenings out.')
	await page.getByRole('button', { name: 'Save my words' }).click()
	await page.goto(`${address}/sections/good-life`)
	const base = await page.locator('input[name=base]').inputValue()
	const writer = await page.locator('input[name=writer]').inputValue()

	const headers = { origin: baseURL! }
	const terms = await page.request.post(`${address}/terms`, { headers, form: { open: 'The stops' } })
	expect(terms.status()).toBe(422)
	expect(await terms.text()).toContain('Part of the form did not reach us')
	expect(await terms.text()).toContain('£12,000')
	const section = await page.request.post(`${address}/sections/good-life`, { headers, form: { base, writer } })
	expect(section.status()).toBe(422)
	await page.goto(address)
	for (const words of ['The route', '£12,000', 'Evenings out.']) await expect(page.getByText(words)).toBeVisible()
})

test('a number that looks like an NHS number is asked about before it is saved', async ({ page }) => {
	await signIn(page, 'Amina')
	const address = await start(page)
	await page.goto(`${address}/sections/good-life`)
	await page.getByLabel('The words of this section').fill('Call 943 476 5919.')
	await page.getByRole('button', { name: 'Save my words' }).click()
	await expect(page.getByRole('alert')).toContainText('looks like an NHS number')
	await expect(page.getByLabel('The words of this section')).toHaveValue('Call 943 476 5919.')
	await page.getByLabel('is not an NHS number').check()
	await page.getByRole('button', { name: 'Save my words' }).click()
	await expect(page.getByText('Call 943 476 5919.')).toBeVisible()
})

test('the toolbar works by keyboard, and Tab leaves an editor', async ({ page }) => {
	await signIn(page, 'Amina')
	const address = await start(page)
	await openToWrite(page, address)
	await goodLife(page).click()
	await page.keyboard.type('tide')
	await page.keyboard.press('Control+a')
	await page.getByRole('button', { name: 'Bold' }).focus()
	await page.keyboard.press('ArrowRight')
	await expect(page.getByRole('button', { name: 'Italic' })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(goodLife(page).locator('em')).toHaveText('tide')
	await expect(goodLife(page)).toBeFocused()
	await page.keyboard.press('Tab')
	await expect(
		page.getByRole('link', { name: /Edit this section on its own page.*What does a good life/ }),
	).toBeFocused()
})

test('the pages fit a small phone and large text', async ({ page }) => {
	await signIn(page, 'Amina')
	const address = await start(page, { template: 'Community fund-holding proposal' })
	const paths = ['', '/write', '/sections/good-life', '/terms', '/versions', '/proposal', '/rescued']
	for (const path of paths) {
		await page.goto(address + path)
		await expectNoSidewaysScroll(page)
		await expectAccessible(page)
	}
	await page.goto(documents)
	await expectNoSidewaysScroll(page)
	await expectAccessible(page)
})

test('no word of the thread is broken in the middle, however wide the window and however large the text', async ({
	page,
}) => {
	await signIn(page, 'Amina')
	for (const title of ['Breaks for carers that fit real weeks', 'A hub that carers run themselves']) {
		await page.goto(documents)
		await page.getByRole('link', { name: title }).click()
		await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
		for (const width of [320, 500, 769, 1000, 1280])
			for (const size of ['100%', '200%']) {
				await page.setViewportSize({ width, height: 700 })
				await page.evaluate((all) => document.documentElement.style.setProperty('font-size', all, 'important'), size)
				expect(await brokenWords(page), `${width} px, ${size}`).toEqual([])
			}
	}
})

/** Words of the thread whose letters stand on more than one line. */
async function brokenWords(page: Page): Promise<string[]> {
	return await page.getByRole('list', { name: 'Where this stands' }).evaluate((thread) => {
		const broken: string[] = []
		const texts = document.createTreeWalker(thread, NodeFilter.SHOW_TEXT)
		for (let text = texts.nextNode(); text; text = texts.nextNode()) {
			if (text.parentElement?.closest('.govuk-visually-hidden')) continue
			for (const word of text.textContent!.matchAll(/[^\s-]+/g)) {
				const letters = document.createRange()
				letters.setStart(text, word.index)
				letters.setEnd(text, word.index + word[0].length)
				const lines = new Set([...letters.getClientRects()].map(({ top }) => Math.round(top)))
				if (lines.size > 1) broken.push(word[0])
			}
		}
		return broken
	})
}
