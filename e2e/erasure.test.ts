import type { Page, WebSocketRoute } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, signIn, test } from './fixtures.ts'

const documents = `${harbourside}/documents`

test('somebody asks for their words to be removed, the facilitator removes them for good, and open tabs go on without them', async ({
	page,
	context,
	another,
}) => {
	test.setTimeout(180_000)
	await signIn(page, 'Grace')
	await page.goto(`${documents}/new`)
	await page.getByLabel('Blank', { exact: true }).check()
	const title = `Night bus ${Date.now()}`
	await page.getByLabel('Title').fill(title)
	await page.getByLabel('What need is this about?').fill('The last bus leaves at six.')
	await page.getByLabel('Where was it heard, and when?').fill('Harbour café')
	await page.getByRole('button', { name: 'Start writing' }).click()
	await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
	const address = new URL(page.url()).pathname
	const goodLife = page.getByRole('textbox', { name: 'What does a good life look like here' })

	const joe = await another({ name: 'Joe', js: false })
	await joe.goto(`${address}/sections/good-life`)
	await joe.getByLabel('The words of this section').fill('My neighbour at number nine drinks.\n\nA bus at ten.')
	await joe.getByRole('button', { name: 'Save my words' }).click()
	await joe.goto(`${address}/versions`)
	await joe.getByRole('button', { name: 'Freeze a version now' }).click()
	await expect(joe.getByText('These words are frozen.')).toBeVisible()

	// Grace's first line falls silent, so that some of her words are never sent.
	let line: WebSocketRoute | null = null
	let silent: WebSocketRoute | null = null
	await context.routeWebSocket('**/live/**', (route) => {
		const server = route.connectToServer()
		route.onMessage((message) => {
			if (route !== silent) server.send(message)
		})
		line = route
	})
	await page.goto(`${address}/write`)
	await expect(page.getByTestId('saved')).toHaveText('Everything here is saved.')
	await goodLife.click()
	await page.keyboard.press('Control+End')
	await page.keyboard.type(' And one at eleven.')
	await expect(page.getByTestId('saved')).toHaveText(/^Saved at/)
	silent = line
	await page.keyboard.type(' Never sent.')
	await expect(page.getByTestId('saved')).not.toHaveText(/^Saved at/)

	await joe.goto('/account')
	await joe.getByRole('link', { name: 'Have my words removed from a document' }).click()
	await expectAccessible(await asScripted(another, 'Joe', '/account/words'))
	await joe.getByRole('button', { name: `Ask for my words to be removed from ${title}` }).click()
	await expect(joe.getByText('You have asked. Those who run')).toBeVisible()
	await expect(joe.getByText(/^You asked on/)).toBeVisible()

	const farah = await another({ name: 'Farah' })
	await farah.goto(address)
	await expect(farah.getByText('1 person has asked for their words here to be removed.')).toBeVisible()
	await farah.getByRole('link', { name: 'Remove words for good' }).click()
	await expectAccessible(farah)
	await farah.getByLabel(/Everything of Joe/).check()
	await farah.getByRole('button', { name: 'Look at what would go' }).click()
	await expect(farah.getByRole('listitem').filter({ hasText: 'My neighbour at number nine drinks.' })).toBeVisible()
	const passages = farah.getByLabel('Passages to black out everywhere else')
	await expect(passages).toHaveValue('My neighbour at number nine drinks.\nA bus at ten.')
	await expectAccessible(farah)
	await expectNoSidewaysScroll(farah)
	await passages.fill('My neighbour at number nine drinks.\n9')
	await farah.getByLabel('Why are these words removed?').fill('They were about somebody else.')
	await farah.getByRole('button', { name: 'Remove these words for good' }).click()
	await expect(farah.getByRole('alert')).toContainText('Tick the box')
	await farah.getByLabel('Yes. I know that nobody can bring these words back.').check()
	await farah.getByRole('button', { name: 'Remove these words for good' }).click()
	await expect(farah.getByRole('alert')).toContainText('shorter than 4 letters')
	await expect(farah.getByLabel('Why are these words removed?')).toHaveValue('They were about somebody else.')
	await passages.fill('My neighbour at number nine drinks.')
	await farah.getByLabel('Yes. I know that nobody can bring these words back.').check()
	await farah.getByRole('button', { name: 'Remove these words for good' }).click()
	await expect(farah.getByText('The words are removed for good.')).toBeVisible()
	await expect(farah.getByText('They were about somebody else.')).toBeVisible()
	await expect(farah.getByText('number nine')).toHaveCount(0)
	await expect(farah.getByText('And one at eleven.')).toBeVisible()
	await expectAccessible(farah)

	// Grace's tab goes on in the new document by itself, with what she had not sent beside it.
	await expect(page.getByText('You are in the document as it stands now.')).toBeVisible()
	await expect(page.getByLabel('Your words')).toHaveValue(/Never sent\./)
	await expect(goodLife).not.toContainText('number nine')
	await expect(goodLife).toContainText('And one at eleven.')
	await expect(goodLife).not.toContainText('Never sent.')
	await expectAccessible(page)
	await page.goto(`${address}/write`)
	await expect(page.getByLabel('Your words')).toHaveValue(/Never sent\./)
	await page.getByRole('button', { name: 'Let these words go' }).click()
	await goodLife.click()
	await page.keyboard.press('Control+End')
	await page.keyboard.type(' And home.')
	await expect(page.getByTestId('saved')).toHaveText(/^Saved at/)

	await farah.goto(`${address}/versions/1`)
	await expect(farah.getByText('[words removed]', { exact: true })).toBeVisible()
	await expect(farah.getByText('A bus at ten.')).toBeVisible()
	await expect(farah.getByText(/Words were removed from this version for good/)).toBeVisible()
	await expect(farah.getByText('Take care')).toHaveCount(0)
	await expectAccessible(farah)
	await farah.goto(`${harbourside}/record`)
	await expect(farah.getByText(/Words were removed from .* for good/).first()).toContainText(
		'also from its frozen versions',
	)
})

async function asScripted(another: (options: { name: string }) => Promise<Page>, name: string, path: string) {
	const page = await another({ name })
	await page.goto(path)
	return page
}
