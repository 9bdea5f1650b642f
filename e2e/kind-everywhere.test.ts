import type { Page } from '@playwright/test'
import { expect, harbourside, test } from './fixtures.ts'
import { findId } from './own-server.ts'

const anyKind = /(show of views|panel vote|board decision)/gi

/** One vote of each kind in the example, with the pages and files of its own that only its kind has. */
const votes = [
	{
		kind: 'Panel vote',
		question: 'What should the carers’ £60,000 pay for?',
		pages: ['', '/steps', '/files', '/minute', '/electors', '/receipt'],
		files: ['minute.txt', 'files/result.json', 'files/ballots.json', 'files/ballots.csv', 'files/ballots.pb'],
	},
	{
		kind: 'Show of views',
		question: 'What would help small groups to bid most?',
		pages: ['', '/files', '/minute', '/electors', '/receipt'],
		files: ['minute.txt', 'files/result.json', 'files/ballots.json', 'files/ballots.csv', 'files/ballots.blt'],
	},
	{
		kind: 'Board decision',
		question: 'The strategy for 2026 to 2031',
		pages: ['', '/board-minute'],
		files: ['board-minute.txt'],
	},
	{
		kind: 'Panel vote',
		question: 'Should we put a question to people beside every number we publish?',
		pages: ['', '/ballot', '/electors', '/receipt', '/paper', '/paper/print', '/stop'],
		files: [],
	},
	{
		kind: 'Show of views',
		question: 'Would you like the carers’ hub to be tried for two years?',
		pages: ['', '/ballot', '/electors', '/receipt', '/paper', '/paper/print', '/stop'],
		files: [],
	},
]

for (const { kind, question, pages, files } of votes) {
	test(`“${question}” says on every page, in every title and in every file that it is a ${kind.toLowerCase()}`, async ({
		another,
	}) => {
		const page = await another({ name: 'Amina' })
		const address = await addressOf(page, question)
		for (const path of pages) {
			await page.goto(address + path)
			expect(await page.title(), `the title of ${path || 'its page'}`).toMatch(
				path === '/paper/print' ? /./ : new RegExp(kind),
			)
			await expect(page.locator('main'), `${path || 'its page'}`).toContainText(kind)
			expect(await page.locator('main').innerText(), `${path} as another kind`).not.toMatch(otherTag(kind))
		}
		for (const file of files) {
			const answer = await page.request.get(`${address}/${file}`)
			expect(answer.status(), file).toBe(200)
			expect(await answer.text(), file).toMatch(new RegExp(kind, 'i'))
			expect(answer.headers()['content-disposition'], file).toMatch(
				file.startsWith('board-') ? /minute\.txt/ : new RegExp(kind.toLowerCase().replaceAll(' ', '-')),
			)
		}
	})
}

const lists: [what: string, path: string][] = [
	['the list of votes', '/decisions'],
	['what is happening now', ''],
]

for (const [what, path] of lists) {
	test(`${what} says of every vote which kind it is`, async ({ another }) => {
		const page = await another({ name: 'Amina' })
		await page.goto(harbourside + path)
		const rows = page.locator('.row', { has: page.locator('a[href*="/decisions/"]') })
		expect(await rows.count()).toBeGreaterThan(0)
		for (const row of await rows.allInnerTexts()) expect(row.match(anyKind), row).toHaveLength(1)
	})
}

test('wherever a vote goes by its reference, its kind stands before it', async ({ another }) => {
	const page = await another({ name: 'Amina' })
	const agreed = await addressOf(page, 'Should this become a priority for 2027?')
	await page.goto(agreed)
	await page.locator('.thread').getByRole('link', { name: 'Action' }).click()
	await page.waitForURL(/\/actions/)
	const follow = page.url()
	const id = agreed.split('/').at(-1)!
	for (const path of [
		follow,
		`${harbourside}/actions?decision=${id}`,
		`${harbourside}/actions/new?decision=${id}`,
		`${harbourside}/record`,
	]) {
		await page.goto(path)
		const text = await page.locator('main').innerText()
		const references = text.match(/DEC-\d{4}-\d{3}/g) ?? []
		expect(references.length, path).toBeGreaterThan(0)
		expect(text.match(/(show of views|panel vote|board decision) DEC-\d{4}-\d{3}/gi) ?? [], path).toHaveLength(
			references.length,
		)
	}
})

test('a document and its version name every vote on them, each with its kind', async ({ another }) => {
	const page = await another({ name: 'Amina' })
	await page.goto(`${harbourside}/documents`)
	await page.getByRole('link', { name: 'A hub that carers run themselves' }).first().click()
	const onWords = page.getByRole('list', { name: 'Votes on these words' }).getByRole('listitem')
	await expect(onWords).toHaveCount(2)
	await expect(onWords.nth(0)).toContainText('Would you like the carers’ hub to be tried for two years?')
	await expect(onWords.nth(1)).toContainText('What should the hub’s first £20,000 pay for?')
	await expect(onWords.nth(1)).toContainText('version 1')
	await page.locator('.thread').getByRole('link', { name: 'Version 1' }).click()
	const onVersion = page.getByRole('list', { name: 'Votes on this version' }).getByRole('listitem')
	await expect(onVersion).toHaveCount(2)
	for (const row of await onVersion.allInnerTexts()) expect(row).toContain('Show of views')
})

async function addressOf(page: Page, question: string): Promise<string> {
	const id = await findId(page.request, `${harbourside}/decisions`, question)
	return `${harbourside}/decisions/${id}`
}

/** The caption over the question names a kind and a reference: never another kind's. */
function otherTag(kind: string): RegExp {
	const others = ['Show of views', 'Panel vote', 'Board decision'].filter((other) => other !== kind)
	return new RegExp(`(${others.join('|')}) DEC-`)
}
