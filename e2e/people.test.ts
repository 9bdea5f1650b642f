import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'

const outbox = process.env.E2E_OUTBOX ?? `.tmp/e2e-${process.env.E2E_PORT ?? 3123}/outbox`
const people = `${harbourside}/people`

/** What stands in the e-mails sent to an address, newest first. */
async function mailsTo(address: string): Promise<string[]> {
	const files = (await readdir(outbox).catch(() => [])).sort().reverse()
	const mails = await Promise.all(files.map((file) => readFile(join(outbox, file), 'utf8')))
	return mails
		.filter((mail) => mail.includes(`To: ${address}`))
		.map((mail) => mail.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='))
}

async function newestMailTo(address: string, holding: RegExp): Promise<string> {
	await expect.poll(async () => (await mailsTo(address)).find((mail) => holding.test(mail)) ?? '').toMatch(holding)
	return (await mailsTo(address)).find((mail) => holding.test(mail))!.match(holding)![1]!
}

/** A facilitator invites somebody on paper; what is printed is read from the page. */
async function inviteOnCard(page: Page, name: string): Promise<string> {
	await page.goto(`${people}/invitations/new`)
	await page.getByLabel('Their name').fill(name)
	await page.getByLabel('On a card that you print').check()
	await page.getByLabel('Citizen').check()
	await page.getByRole('button', { name: 'Invite', exact: true }).click()
	await expect(page.getByRole('heading', { name: `Invitation for ${name}` })).toBeVisible()
	return (await page.locator('.return-card__code').textContent())!.trim()
}

async function joinWith(page: Page, code: string) {
	await page.goto('/join')
	await page.getByLabel('The code on your card or invitation').fill(code.toLowerCase().replace('-', ' '))
	await page.getByRole('button', { name: 'Come in' }).click()
}

for (const js of [true, false])
	test(`in the demo anybody comes in with one press${js ? '' : ', also without JavaScript'}`, async ({ another }) => {
		const page = await another({ js })
		await page.goto(`/sign-in?next=${encodeURIComponent(people)}`)
		await page.getByRole('button', { name: 'Come in as Grace', exact: true }).click()
		await expect(page.getByText('You are in as Grace.')).toBeVisible()
		await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
		expect(new URL(page.url()).pathname).toBe(people)
	})

test('somebody signs in with the link of an e-mail, which a mail scanner cannot use up', async ({ page, another }) => {
	await page.goto(`/sign-in?next=${encodeURIComponent(people)}`)
	await expectAccessible(page)
	await page.getByLabel('Your e-mail address').fill('Colin@harbourside.example')
	await page.getByRole('button', { name: 'Send me an e-mail' }).click()
	await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
	await expectAccessible(page)
	const link = await newestMailTo('colin@harbourside.example', /(http:\S+sign-in\/link\S+)/)
	const path = new URL(link).pathname + new URL(link).search

	const scanner = await another({ js: false })
	await scanner.goto(path)
	await scanner.goto(path)
	const noScripts = await another({ js: false })
	await noScripts.goto(path)
	await noScripts.getByRole('button', { name: 'Sign in' }).click()
	await expect(noScripts.getByText('You are in.')).toBeVisible()
	expect(new URL(noScripts.url()).pathname).toBe(people)

	await scanner.goto(path)
	await expect(scanner.getByText('was used already')).toBeVisible()
	await expect(scanner.getByRole('link', { name: 'Ask for a new e-mail' })).toBeVisible()
})

test('the six digits work once; a wrong code says so; an unknown address is answered alike and gets no e-mail', async ({
	page,
}) => {
	const ask = async (address: string) => {
		await page.goto('/sign-in')
		await page.getByLabel('Your e-mail address').fill(address)
		await page.getByRole('button', { name: 'Send me an e-mail' }).click()
		await expect(page.getByRole('heading', { name: 'Check your e-mail' })).toBeVisible()
		return await page.locator('main').textContent()
	}
	const stranger = `stranger-${Date.now()}@harbourside.example`
	const said = await ask(stranger)
	expect(await ask('amina@harbourside.example')).toBe(said)

	const code = await newestMailTo('amina@harbourside.example', /Subject: (\d{6}) is your code/)
	await page.getByLabel('The six-digit code').fill(String((Number(code) + 1) % 1_000_000).padStart(6, '0'))
	await page.getByRole('button', { name: 'Sign in' }).click()
	await expect(page.getByRole('alert')).toContainText('That is not the code in the e-mail')
	await expectAccessible(page)
	await page.getByLabel('The six-digit code').fill(`${code.slice(0, 3)} ${code.slice(3)}`)
	await page.getByLabel('Other people use this device too').check()
	await page.getByRole('button', { name: 'Sign in' }).click()
	await expect(page.getByText('After 15 minutes without use')).toBeVisible()
	expect(await mailsTo(stranger)).toEqual([])
})

test('from an invitation on paper to the partnership with JavaScript off, and back in with the same card', async ({
	page,
	another,
}) => {
	await signIn(page, 'Farah')
	const code = await inviteOnCard(page, 'Dilys')
	expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)
	await expectAccessible(page)
	await expect(page.locator('.return-card svg')).toBeVisible()

	const dilys = await another({ js: false })
	await joinWith(dilys, code)
	await expect(dilys.getByRole('heading', { name: /^You are invited to/ })).toBeVisible()
	await dilys.getByLabel('What do you want to be called?').fill('')
	await dilys.getByRole('button', { name: 'Join' }).click()
	await expect(dilys.getByRole('alert')).toContainText('Enter the name you want to be called')
	await dilys.getByLabel('What do you want to be called?').fill('Dil')
	await dilys.getByRole('button', { name: 'Join' }).click()
	await expect(dilys.getByText('You are in. Keep your code')).toBeVisible()
	expect(new URL(dilys.url()).pathname).toBe(harbourside)

	await dilys.getByRole('button', { name: 'Sign out' }).click()
	await expect(dilys.getByText('You are signed out.')).toBeVisible()
	await joinWith(dilys, code)
	await expect(dilys.getByText('You are in.')).toBeVisible()
	await expect(dilys.getByRole('link', { name: /^Dil/ })).toBeVisible()

	await page.goto(people)
	await page.getByRole('link', { name: 'Dil', exact: true }).click()
	await page.getByRole('link', { name: /Change card for Dil/ }).click()
	await page.getByRole('button', { name: 'Make the card useless' }).click()
	await expect(page.getByText('Dil’s card no longer works')).toBeVisible()
	await dilys.goto(people)
	await expect(dilys.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
	await joinWith(dilys, code)
	await expect(dilys.getByRole('alert')).toContainText('This code no longer works')
})

test('a card is for somebody with no e-mail address: a facilitator cannot make one and come in as anybody', async ({
	page,
}) => {
	await signIn(page, 'Farah')
	const open = async (name: string) => {
		await page.goto(people)
		await page.getByRole('link', { name, exact: true }).click()
	}
	await open('Amina')
	await expect(page.getByText('None: signs in by e-mail')).toBeVisible()
	await page.goto(`${page.url()}/card`)
	await expect(page.getByText('This person signs in with their e-mail address')).toBeVisible()
	await expect(page.getByRole('button', { name: /card/ })).toHaveCount(0)
	await expectAccessible(page)
	const headers = { origin: new URL(page.url()).origin }
	const forced = await page.request.post(page.url(), { headers, form: {} })
	expect(forced.status()).toBe(409)
	expect(await forced.text()).not.toContain('return-card__code')

	await open('Doreen')
	await page.getByRole('link', { name: /card for Doreen/ }).click()
	await expect(page.getByRole('button', { name: 'Make a new card' })).toBeVisible()
})

test('an invitation by e-mail is used once and sees nobody into somebody else’s place', async ({ page, another }) => {
	const address = `tom-${Date.now()}@harbourside.example`
	await signIn(page, 'Farah')
	await page.goto(`${people}/invitations/new`)
	await page.getByRole('button', { name: 'Invite', exact: true }).click()
	await expect(page.getByRole('alert')).toContainText('Enter the name of the person')
	await expectAccessible(page)
	await page.getByLabel('Their name').fill('Tom')
	await page.getByLabel('By e-mail').check()
	await page.getByLabel('Their e-mail address').fill(address)
	await page.getByRole('button', { name: 'Invite', exact: true }).click()
	await expect(page.getByText('Tom is invited')).toBeVisible()

	const link = new URL(await newestMailTo(address, /(http:\S+\/join\/\S+)/)).pathname
	const tom = await another()
	await tom.goto(link)
	await expectAccessible(tom)
	await tom.getByRole('button', { name: 'Join' }).click()
	await expect(tom.getByRole('alert')).toContainText('Choose which side you speak from')
	await tom.getByLabel('Provider').check()
	await tom.getByRole('button', { name: 'Join' }).click()
	await expect(tom.getByText('You are in. Next time')).toBeVisible()
	const later = await another()
	await later.goto(link)
	await expect(later.getByText('This invitation was used already')).toBeVisible()
})

test('a file of people: bad rows are named by line, good rows wait for a yes', async ({ page }) => {
	await signIn(page, 'Farah')
	await page.goto(`${people}/invitations/file`)
	const [one, two] = [`Ann ${Date.now()}`, `Ben ${Date.now()}`]
	const rows = `name,email,voice\n${one},,Citizen\n,x@example.org,Citizen\n${two},,Provider\nCat,not an address,Wizard\n`
	await page
		.getByLabel('The file')
		.setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(rows) })
	await page.getByRole('button', { name: 'Read the file' }).click()
	await expect(page.getByText('Line 3: There is no name.')).toBeVisible()
	await expect(page.getByText('Line 5: “not an address” is not an e-mail address.')).toBeVisible()
	await expectAccessible(page)
	await page.getByRole('link', { name: 'Say yes to the rows that are kept' }).click()
	await expect(page.getByRole('heading', { name: 'Invitations', exact: true })).toBeVisible()
	await expectAccessible(page)
	await page.getByLabel(two).uncheck()
	await page.getByRole('button', { name: 'Invite those I chose' }).click()
	await expect(page.getByText(`${one}, you are invited`)).toBeVisible()
	await page.goto(`${people}/invitations`)
	await expect(page.getByLabel(two)).toBeChecked()
	await page.getByRole('button', { name: 'Take those I chose off the list' }).click()
	await expect(page.getByText('They are not invited any more')).toBeVisible()
})

test('what helps somebody take part is for them and the facilitators only', async ({ page, another }) => {
	await signIn(page, 'Joe')
	await page.goto('/account')
	await expectAccessible(page)
	await page.getByRole('link', { name: /Change what helps you/ }).click()
	await page.getByLabel('What helps you?').fill('Step-free rooms, and my number is 943 476 5919')
	await page.getByRole('button', { name: 'Save' }).click()
	await expect(page.getByRole('alert')).toContainText('looks like an NHS number')
	await page.getByLabel('What helps you?').fill('Step-free rooms and short breaks')
	await page.getByRole('button', { name: 'Save' }).click()
	await expect(page.getByText('Only you and the facilitators can read it')).toBeVisible()

	for (const [name, reads] of [
		['Farah', true],
		['Colin', false],
	] as const) {
		const other = await another({ name })
		await other.goto(people)
		await other.getByRole('link', { name: 'Joe', exact: true }).click()
		await expect(other.getByRole('heading', { name: 'Joe', exact: true })).toBeVisible()
		await expect(other.getByText('Step-free rooms and short breaks')).toBeVisible({ visible: reads })
	}
})

test('a private circle is seen by its seats and not by a facilitator', async ({ page, another }) => {
	await signIn(page, 'Wei')
	await page.goto(people)
	await page.getByRole('link', { name: 'Make a group' }).click()
	await page.getByLabel('What is it called?').fill('Quiet table')
	await page.getByLabel('What is it for?').fill('To talk before we speak')
	await page.getByRole('button', { name: 'Start the circle' }).click()
	await expect(page.getByText('you chair it')).toBeVisible()
	await expectAccessible(page)
	const address = new URL(page.url()).pathname

	const farah = await another({ name: 'Farah' })
	expect((await farah.goto(address))?.status()).toBe(404)
	const grace = await another({ name: 'Grace' })
	expect((await grace.goto(address))?.status()).toBe(404)

	await page.getByRole('link', { name: 'Give somebody a seat' }).click()
	await page.getByLabel('Who?').selectOption({ label: 'Grace, citizen' })
	await page.getByRole('button', { name: 'Give the seat' }).click()
	await expect(page.getByText('The seat is given.')).toBeVisible()
	expect((await grace.goto(address))?.status()).toBe(200)
	await expect(grace.getByText('Only this circle can see this page')).toBeVisible()

	await page.getByText('Give up my seat').first().click()
	await page.getByRole('button', { name: 'Give up my seat' }).click()
	await expect(page.getByRole('alert')).toContainText('Give somebody else the chair first')
})

test('somebody sees where they are signed in and ends the others', async ({ page, another }) => {
	await signIn(page, 'Bilal')
	const elsewhere = await another({ name: 'Bilal' })
	await page.goto('/account')
	await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
	await expect(page.getByText('You are signed out everywhere else.')).toBeVisible()
	await elsewhere.goto('/account')
	await expect(elsewhere.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
	await page.goto('/account')
	await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible()
})

test('somebody takes their data away, is erased, and the record is still whole', async ({ page, another }) => {
	const farah = await another({ name: 'Farah' })
	const name = `Ivor ${Date.now()}`
	await joinWith(page, await inviteOnCard(farah, name))
	await page.getByRole('button', { name: 'Join' }).click()
	await expect(page.getByText('You are in.')).toBeVisible()

	const held = await page.request.get('/account/data.json')
	expect(await held.json()).toMatchObject({ person: { name }, memberships: [{ voice: 'Citizen' }] })
	expect(await held.text()).not.toMatch(/hash/i)

	await page.goto('/account/erasure')
	await page.getByRole('button', { name: 'Erase me' }).click()
	await expect(page.getByRole('alert')).toContainText('Tick the box')
	await expectAccessible(page)
	await page.getByLabel(/Yes, erase me/).check()
	await page.getByRole('button', { name: 'Erase me' }).click()
	await expect(page.getByText('You are erased.')).toBeVisible()
	await farah.goto(people)
	await expect(farah.getByText(name)).toHaveCount(0)
	await farah.goto(`${harbourside}/record`)
	await expect(farah.getByText(name)).toHaveCount(0)
})

test('the only facilitator cannot go before somebody else is one', async ({ page }) => {
	await signIn(page, 'Farah')
	await page.goto('/account')
	await page
		.getByRole('link', { name: /^Leave/ })
		.first()
		.click()
	await page.getByRole('button', { name: /^Leave/ }).click()
	await expect(page.getByRole('alert')).toContainText('Make somebody else a facilitator')
})

test('a card by keyboard alone, on a small screen', async ({ page, another }) => {
	const farah = await another({ name: 'Farah' })
	const code = await inviteOnCard(farah, 'Mair')
	await page.setViewportSize({ width: 320, height: 640 })
	await page.goto('/join')
	await page.keyboard.press('Tab')
	await expect(page.getByRole('link', { name: /Skip to/ })).toBeFocused()
	await page.keyboard.press('Enter')
	await tabTo(page, 'code')
	await page.keyboard.type(code)
	await page.keyboard.press('Enter')
	await expect(page.getByRole('heading', { name: /^You are invited to/ })).toBeVisible()
	await tabTo(page, 'name')
	await page.keyboard.press('Enter')
	await expect(page.getByText('You are in.')).toBeVisible()
})

async function tabTo(page: Page, field: string) {
	for (let presses = 0; presses < 30; presses++) {
		await page.keyboard.press('Tab')
		if (await page.evaluate((name) => document.activeElement?.getAttribute('name') === name, field)) return
	}
	throw new Error(`the keyboard never reaches ${field}`)
}

test('every page about people is accessible and fits a small screen and large text', async ({ page }) => {
	test.slow()
	await signIn(page, 'Farah')
	await page.goto(people)
	const member = await page.getByRole('link', { name: 'Amina', exact: true }).getAttribute('href')
	const group = await page.getByRole('link', { name: 'Carers’ panel' }).getAttribute('href')
	const pages = [
		people,
		`${people}/voices`,
		`${people}/voices/new`,
		`${people}/invitations`,
		`${people}/invitations/new`,
		`${people}/invitations/file`,
		`${people}/groups/new`,
		group!,
		`${group}/seats`,
		`${group}/closing`,
		member!,
		`${member}/membership`,
		`${member}/access-needs`,
		`${member}/card`,
		`${member}/removal`,
		'/sign-in',
		'/join',
		'/account',
		'/account/name',
		'/account/email',
		'/account/erasure',
	]
	for (const address of pages) {
		await page.setViewportSize({ width: 1200, height: 800 })
		expect((await page.goto(address))?.status(), address).toBe(200)
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
	}
})
