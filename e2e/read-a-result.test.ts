import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Answer } from '../app/domain/decisions/decision.ts'
import type { Database } from '../db/database.ts'
import { recountFile } from '../recount/cli.ts'
import { type Asked, closedVote, openServersDatabase } from './closed-votes.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, test } from './fixtures.ts'

const options = [
	{ id: 'A', name: 'Weekend breaks', cost: 6_000_00 },
	{ id: 'B', name: 'Night sitting', cost: 5_000_00 },
	{ id: 'C', name: 'A minibus that comes to the door of everybody who cannot walk to a stop', cost: 4_000_00 },
	{ id: 'D', name: 'A choir; "for all"', cost: 500_00 },
]
const common = { secrecy: 'secret' as const, quorum: 3, showsStanding: false }
const ticks = (...ids: string[]): Answer => ({ marks: Object.fromEntries(ids.map((id) => [id, 1])) })
const ranks = (...ids: string[]): Answer => ({ ranks: ids.map((id) => [id]) })
const marks = (...given: number[]): Answer => ({
	marks: Object.fromEntries(given.map((mark, at) => [options[at]!.id, mark])),
})
const wishes = [ticks('A', 'D'), ticks('A', 'D'), ticks('A', 'C'), ticks('B', 'C'), ticks('B'), ticks('C'), ticks()]
const orders = [
	ranks('A', 'B'),
	ranks('A', 'C'),
	ranks('B', 'C'),
	ranks('B', 'C', 'A'),
	ranks('C', 'B'),
	ranks('D', 'C'),
	ranks(),
]

interface Case {
	asked: Omit<Asked, 'question'>
	answers: Answer[]
	/** What the page says first, and what else it must say. */
	says: string
	also: (string | RegExp)[]
	tables: string[]
}

const fundedTable = 'Would be funded and would not be funded'

const cases: Record<string, Case> = {
	motion: {
		asked: {
			method: 'motion',
			options: [],
			rules: { ...common, threshold: { numerator: 2, denominator: 3 }, of: 'entitled' },
		},
		answers: [{ choice: 'for' }, { choice: 'for' }, { choice: 'for' }, { choice: 'against' }, { choice: 'abstain' }],
		says: 'Not enough people are in favour.',
		also: ['at least two thirds of everyone who can vote to be for'],
		tables: ['The count', 'Votes by voice'],
	},
	consent: {
		asked: { method: 'consent', options: [], rules: { ...common, silenceIsConsent: false } },
		answers: [
			{ consent: 'agree' },
			{ consent: 'agree' },
			{ consent: 'agree' },
			{ consent: 'concern' },
			{ consent: 'object', proposedChange: 'Begin in May.' },
		],
		says: 'One person objects.',
		also: ['One objection is enough for people not to be in favour.', 'What would meet it: Begin in May.'],
		tables: ['The count', 'Votes by voice'],
	},
	approval: {
		asked: { method: 'approval', options, rules: { ...common, seats: 2 } },
		answers: wishes,
		says: 'People prefer',
		also: ['The 2 with most ticks win.', 'One of them left the ballot blank.'],
		tables: ['The count'],
	},
	score: {
		asked: { method: 'score', options, rules: { ...common, highest: 5, missing: 'no-opinion' } },
		answers: [marks(5, 2, 0, 1), marks(4, 4, 1, 0), marks(5, 0, 3, 2), marks(5, 1, 1, 1), marks(4, 2, 2, 2)],
		says: 'People prefer “Weekend breaks”.',
		also: ['4.60 on average'],
		tables: ['The count'],
	},
	points: {
		asked: { method: 'points', options, rules: { ...common, points: 10, cap: 6 } },
		answers: [marks(6, 4), marks(1, 2, 6, 1), marks(0, 6, 4), marks(5, 5), marks(4, 6)],
		says: 'People prefer “Night sitting”.',
		also: ['Each person had 10 points to share out.', '“Night sitting” had 23 points'],
		tables: ['The count'],
	},
	irv: {
		asked: { method: 'irv', options, rules: common },
		answers: orders,
		says: 'People prefer',
		also: ['more than half', 'Every two compared', /If two are level: the lot/],
		tables: ['Votes in each round', 'How many people put each one above each other one'],
	},
	'scottish-stv': {
		asked: { method: 'scottish-stv', options, rules: { ...common, seats: 2 } },
		answers: orders,
		says: 'People prefer',
		also: ['3 votes are enough to be sure of a place'],
		tables: ['Votes in each round', 'What happened in each round'],
	},
	schulze: {
		asked: { method: 'schulze', options, rules: common },
		answers: orders,
		says: 'level at the top',
		also: ['every two were compared'],
		tables: ['How many people put each one above each other one'],
	},
	greedy: {
		asked: { method: 'greedy', options, rules: { ...common, budget: 9_000_00 } },
		answers: wishes,
		says: 'People would fund',
		also: ['gives no money', 'of the £9,000. £', 'When its turn came, £', / would be left\./],
		tables: [fundedTable],
	},
	'greedy-no-skip': {
		asked: { method: 'greedy-no-skip', options, rules: { ...common, budget: 9_000_00 } },
		answers: wishes,
		says: 'People would fund',
		also: ['until one does not fit'],
		tables: [fundedTable],
	},
	'equal-shares': {
		asked: {
			method: 'equal-shares',
			options,
			rules: { ...common, budget: 12_000_00, completion: 'add1', comparison: true },
		},
		answers: wishes,
		says: 'People would fund',
		also: [
			'had enough in their shares, together, to pay all of its cost',
			/Together, their \d shares would come to/,
			'Follow the count step by step',
			'What “most votes first” would have funded',
		],
		tables: [fundedTable],
	},
}

let db: Database
const folder = mkdtempSync(join(tmpdir(), 'results-'))

test.beforeAll(async () => {
	db = await openServersDatabase()
})

test.afterAll(async () => {
	await db.close()
	rmSync(folder, { recursive: true })
})

for (const [method, { asked, answers, says, also, tables }] of Object.entries(cases)) {
	test(`${method}: the result in words and tables, its files counted again, its minute`, async ({ another }) => {
		const question = `What do we want, counted by ${method}?`
		const given = answers.map((answer) => ({
			answer,
			...('consent' in answer && answer.consent !== 'agree' && { reason: 'It begins too soon.' }),
		}))
		const { address, decision } = await closedVote(db, { ...asked, question } as Asked, given)
		const page = await another()
		await page.goto(address)
		await expect(page.locator('.outcome__title')).toContainText(says)
		await expect(page.locator('.outcome')).toContainText('It is not a board decision.')
		await expect(page.locator('.outcome')).not.toContainText(/\bagreed\.|is chosen|is funded|are funded\./i)
		for (const words of also) await expect(page.locator('main')).toContainText(words)
		for (const name of tables) await expect(page.getByRole('table', { name }).first()).toBeVisible()
		await expectInOrder(page, everyPart(tables[0]!, asked))
		await expect(page.getByRole('button', { name: 'Check my receipt' })).toBeVisible()
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
		await expectWholeOnPaper(page)

		await page.getByRole('link', { name: 'Take the ballots away and count them yourself' }).click()
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Take the ballots away and count them yourself')
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
		const links = await page
			.locator('main a[download]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('href')!))
		for (const link of links) {
			const answer = await page.request.get(link)
			expect(answer.status()).toBe(200)
			const name = /filename="([^"]+)"/.exec(answer.headers()['content-disposition']!)![1]!
			expect(name).toContain(`${decision.reference}-show-of-views-`)
			writeFileSync(join(folder, name), await answer.text())
		}
		const commands = await page.locator('code', { hasText: 'npx alongside recount' }).allTextContents()
		expect(commands.length).toBe(links.length - 2)
		for (const command of commands) {
			const words = command.split(' ').slice(3)
			const inFolder = words.map((word) => (word.startsWith(decision.reference) ? join(folder, word) : word))
			let said = ''
			const code = recountFile(inFolder, (text) => (said += text))
			expect({ command, code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^The same/) })
		}

		await page.goto(`${address}/minute`)
		for (const label of minuteFields(asked))
			await expect(page.locator('dt', { hasText: new RegExp(`^${label}$`) })).toBeVisible()
		const shown = await page.locator('main dl').allInnerTexts()
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)
		const minute = await page.request.get(`${address}/minute.txt`)
		expect(minute.headers()['content-type']).toContain('text/plain')
		const text = await minute.text()
		for (const words of [question, decision.seal, decision.result!.ballotsHash, 'It is not a board decision.'])
			expect(text).toContain(words)
		expect(text).not.toMatch(/step: |completion|utility|add1|no-opinion|undefined|null/)
		// The same words on the page and in the text, whatever breaks their lines.
		const words = (said: string) => said.replace(/[:\s]+/g, ' ').trim()
		for (const part of shown) expect(words(text)).toContain(words(part))
	})
}

/** What every result has, in this order, whatever it was counted by. */
function everyPart(count: string, { method, options, rules }: Case['asked']): string[] {
	const isAmong = options.length > 0
	const isMoney = 'budget' in rules
	return [
		'What this led to',
		count,
		...(isMoney ? ['How it came to that'] : []),
		'How many took part',
		// The comparison of pairs ends level here: nothing is chosen that another could have come close to.
		...(isAmong && !isMoney && method !== 'schulze' ? ['What came close'] : []),
		'Votes by voice',
		...(isAmong ? ['Ties, and how they fell'] : []),
		'Take it away, and check it',
		'Check your receipt',
		'I see it differently',
		'What was voted on',
	]
}

/** The fields of decisions.md part C, as far as a vote taken here has them. */
function minuteFields({ options, rules }: Case['asked']): string[] {
	return [
		...['Kind', 'Reference', 'Body', 'Voting opened', 'Voting closed', 'Place', 'Question', 'Words it was about'],
		...['Meeting', 'Could vote', 'Took part', 'Quorum', 'Method', 'Rule', 'Ballots', 'Result', 'Numbers', 'By voice'],
		...['Who sees it differently', 'What this led to', 'Fingerprint of the ballots', 'Counted by', 'Taken by'],
		...(options.length > 0 ? ['Options', 'Ties'] : []),
		...('budget' in rules
			? ['Would be funded', 'Would not be funded', 'Money that would be left', 'Lot for ties, first favoured']
			: []),
	]
}

/** Headings and the captions of tables come in the order a listener needs them. */
async function expectInOrder(page: Page, parts: string[]) {
	const all = await page.locator('main :is(h2, caption)').allInnerTexts()
	const found = parts.map((part) => all.findIndex((text) => text.trim() === part))
	expect({ parts, found }).toEqual({ parts, found: [...found].sort((a, b) => a - b) })
	expect(found).not.toContain(-1)
}

/** On paper nothing is cut at the side and nothing that can be opened is closed. */
async function expectWholeOnPaper(page: Page) {
	await page.emulateMedia({ media: 'print' })
	// A4 without its margins, at 96 dots an inch.
	await page.setViewportSize({ width: 658, height: 1000 })
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
	expect(wide, `on paper ${page.url()}`).toBeLessThanOrEqual(0)
	await page.emulateMedia({ media: 'screen' })
}

const few: [string, Case['asked'], Answer[], string][] = [
	[
		'a motion',
		{ ...cases.motion!.asked, rules: { ...common, threshold: 'majority' } },
		[{ choice: 'for' }, { choice: 'for' }, { choice: 'for' }],
		'People are in favour.',
	],
	[
		'consent',
		cases.consent!.asked,
		[{ consent: 'agree' }, { consent: 'agree' }, { consent: 'object', proposedChange: 'Begin in May.' }],
		'At least one person objects.',
	],
	[
		'equal shares',
		cases['equal-shares']!.asked,
		wishes.slice(0, 3),
		'People would fund “Weekend breaks”, “A minibus that comes to the door of everybody who cannot walk to a stop” and “A choir; "for all"”.',
	],
]

for (const [what, asked, answers, says] of few) {
	test(`${what} that fewer than five answered in secret: how it came out, and no number`, async ({ another }) => {
		const { address, decision } = await closedVote(
			db,
			{ ...asked, question: `What do few people want, by ${asked.method}?` } as Asked,
			answers.map((answer) => ({
				answer,
				reason: 'consent' in answer && answer.consent === 'object' ? 'Too soon.' : '',
			})),
		)
		const page = await another()
		await page.goto(address)
		await expect(page.locator('.outcome__title')).toHaveText(says)
		await expect(page.locator('.outcome')).toContainText('Fewer than five people voted')
		await expect(page.locator('main')).toContainText(`3 of ${decision.result!.electors} who could vote took part.`)
		await expect(page.locator('main table')).toHaveCount(0)
		await expect(page.locator('main svg.chart__svg')).toHaveCount(0)
		await expect(page.locator('main')).not.toContainText(/3 for|2 agreed|By voice|What came close|Why the others/)
		await expectAccessible(page)
		await expectNoSidewaysScroll(page)

		await page.getByRole('link', { name: 'Take the outcome away as a file' }).click()
		await expect(page.locator('main')).toContainText('nobody outside can count them again')
		await expect(page.locator('main a[download]')).toHaveCount(1)
		for (const file of ['ballots.json', 'ballots.csv', 'ballots.pb'])
			expect((await page.request.get(`${address}/files/${file}`)).status(), file).toBe(404)
		expect((await page.request.get(`${address}/steps`)).status()).toBe(404)
		const result = await (await page.request.get(`${address}/files/result.json`)).json()
		expect(result).not.toHaveProperty('tally')
		expect(result).not.toHaveProperty('rounds')
		expect(result.numbers).toContain('hidden')
		await expectAccessible(page)

		const minute = await (await page.request.get(`${address}/minute.txt`)).text()
		expect(minute).toContain('Fewer than five people voted')
		expect(minute).not.toMatch(/\d for,|\d agreed|on \d ballots|\/files/)
	})
}

test('equal shares can be followed step by step, without names', async ({ another }) => {
	const { answers, asked } = cases['equal-shares']!
	const question = 'Which of these, step by step?'
	const { address } = await closedVote(
		db,
		{ ...asked, question } as Asked,
		answers.map((answer) => ({ answer })),
	)
	const page = await another()
	await page.goto(address)
	await page.getByRole('link', { name: 'Follow the count step by step, as if by hand' }).click()
	await expect(page.getByRole('heading', { level: 2, name: /^Step 1: / })).toBeVisible()
	await expect(page.getByRole('table', { name: 'Those who chose it' }).first()).toBeVisible()
	await expect(page.getByRole('table', { name: 'What would be left to whom at the end' })).toBeVisible()
	await expect(page.getByRole('table', { name: 'What would not be bought, and why' })).toBeVisible()
	await expect(page.locator('main')).toContainText('£12,000 shared among 7 is £1,714.28 and 4/7 of a penny each.')
	await expect(page.locator('main')).toContainText(
		'The rule also asks whether simply funding the projects with most votes',
	)
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})

test('on an old phone the outcome of the example’s money vote stands on the first screen, before the thread', async ({
	another,
}) => {
	const page = await another()
	await page.setViewportSize({ width: 320, height: 640 })
	await page.goto(`${harbourside}/decisions`)
	await page.getByRole('link', { name: 'What should the carers’ £60,000 pay for?' }).click()
	const outcome = page.locator('.outcome__title')
	await expect(outcome).toHaveText(
		'“Two open evenings a week at the hub”, “Lifts to and from everything”, “Somebody to sit in at night” and “Small things at once, with no form” are funded.',
	)
	const [said, thread] = [(await outcome.boundingBox())!, (await page.locator('.thread').boundingBox())!]
	expect(said.y + said.height).toBeLessThanOrEqual(640)
	expect(thread.y).toBeGreaterThan(said.y)
	await expect(page.locator('.outcome')).toContainText('Together they cost £49,000 of the £60,000 there was to share.')
	await expect(page.getByRole('table', { name: 'Funded and not funded' })).toContainText('A ramp and a wider door')
	await expect(page.getByText('£11,000 is left. “A ramp and a wider door” costs £8,000, but')).toBeVisible()
	// What happens next is said before how it was counted, within two screens of the outcome.
	const next = (await page.getByRole('heading', { name: 'What this led to' }).boundingBox())!
	const how = (await page.getByRole('heading', { name: 'How it came to that' }).boundingBox())!
	expect(next.y).toBeLessThanOrEqual(2 * 640)
	expect(how.y).toBeGreaterThan(next.y)
	expect(thread.y).toBeGreaterThan(next.y)
	// What is exact is folded, and opened without a mouse.
	for (const [fold, words] of [
		['Why the others are not funded, one by one', 'That left about £7,820.56: about £179.44 too little.'],
		['How the shares grew from £4,000 to £5,555, step by step', 'All shares together then come to £83,325, more than'],
	] as const) {
		await expect(page.getByText(words)).toBeHidden()
		await page.locator('summary', { hasText: fold }).press('Enter')
		await expect(page.getByText(words)).toBeVisible()
	}
	// Five in each voice: beside the ballots, their numbers would tell whose is whose.
	await expect(page.getByRole('heading', { name: 'Votes by voice' })).toBeVisible()
	await expect(page.locator('main')).toContainText('Too few to show safely.')
	await expect(page.getByText('How many in each voice chose each')).toHaveCount(0)
	await page.getByRole('link', { name: 'Take the ballots away and count them yourself' }).click()
	await expect(page.getByRole('table', { name: 'What the columns stand for' })).toContainText('£28,000')
	await expect(page.locator('main')).toContainText('You need a spreadsheet and no program of ours.')
	await expect(page.locator('main a[download]').first()).toHaveText(/^DEC-\d{4}-\d{3}-panel-vote-ballots\.csv$/)
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})

test('the receipt of a named vote says what was recorded', async ({ another }) => {
	const page = await another({ js: false, name: 'Helen' })
	await page.goto(`${harbourside}/decisions`)
	await page
		.getByRole('link', { name: 'Would you like the carers’ hub to be tried for two years?', exact: true })
		.click()
	await page.getByRole('radio', { name: 'Against', exact: true }).check()
	await page.getByRole('textbox', { name: /reason/i }).fill('One year is enough to see.')
	await page.getByRole('button', { name: 'Cast my vote' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your vote is in')
	await expect(page.locator('main dl')).toHaveText(
		/What was recorded\s*Against\s*The reason\s*One year is enough to see\./,
	)
})

test('what secrecy does not protect is said plainly, and linked from a secret result', async ({ another }) => {
	const { asked, answers } = cases.motion!
	const { address } = await closedVote(
		db,
		{ ...asked, question: 'Is this kept secret?' } as Asked,
		answers.map((answer) => ({ answer })),
	)
	const page = await another()
	await page.goto(address)
	await page.getByRole('link', { name: 'What secrecy protects, and what it does not' }).click()
	await expect(page).toHaveURL(new RegExp(`${harbourside}/decisions/secrecy$`))
	for (const name of [/Whoever runs the computer/, /Old copies/, /over your shoulder/, /Small groups/])
		await expect(page.getByRole('heading', { name })).toBeVisible()
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})
