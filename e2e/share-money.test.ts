import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { recountFile } from '../recount/cli.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts'
import { endVoting } from './own-questions.ts'
import { fillInCommon, fillInRow, startSettingUp } from './set-up-a-vote.ts'
import { cast, comeInByCard, expectIn, nameSupporter } from './voting.ts'

const voters = ['Grace', 'Wei', 'Ngozi', 'Amina', 'Helen', 'Sian', 'Priya'] as const
const projects = [
	['A van', '3000'],
	['A kitchen', '5000'],
	['Walks', '1000'],
] as const

/** A vote that shares money is set up by whoever chairs, with scripts off; `how` is what is said of how people choose. */
async function setUp(page: Page, want: string, how: (page: Page) => Promise<void>) {
	await startSettingUp(page, { want })
	await fillInCommon(page, 'What should the autumn money pay for?')
	for (const [at, [name, cost]] of projects.entries())
		await fillInRow(page, `Project ${at + 1}`, { Name: name, 'What it costs': cost })
	await page.getByRole('textbox', { name: 'How much money is there to share?' }).fill('6000')
	await expect(page.getByRole('radio', { name: 'They tick the ones they want' })).toBeChecked()
	await how(page)
	await page.getByRole('button', { name: 'Check your answers' }).click()
}

async function openVoting(page: Page): Promise<string> {
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check your answers before voting opens')
	await page.getByRole('button', { name: 'Open voting now' }).click()
	await expect(page.getByText('Voting is open.', { exact: false })).toBeVisible()
	return new URL(page.url()).pathname
}

async function fillIn(page: Page, numbers: readonly string[]) {
	for (const [at, number] of numbers.entries())
		await page.getByRole('textbox', { name: new RegExp(`^${projects[at]![0]}, £`) }).fill(number)
}

/** Two people each read the one paper that came back. */
async function readPaper(pages: readonly Page[], vote: string, numbers: readonly string[]) {
	await pages[0]!.goto(`${vote}/paper`)
	await pages[0]!.getByRole('button', { name: /^Paper came back.*Helen$/ }).click()
	for (const page of pages) {
		await page.goto(`${vote}/paper/reading?number=1`)
		await fillIn(page, numbers)
		await page.getByRole('button', { name: 'This is what the paper says' }).click()
		await expect(page.getByText('Paper 1 is read.')).toBeVisible()
	}
}

interface Others {
	/** Whoever chairs, who votes on a screen and reads papers. */
	chair: Page
	/** Comes in with a return card. */
	byCard: readonly string[]
	/** Casts the vote of the member who named them. */
	supporter: string
	helped: { numbers: readonly string[]; workOut: string; says: string }
	onScreen: readonly string[]
	onPaper: readonly string[]
}

/** The others vote in all the ways there are, each with scripts off; then voting ends and anybody reads the result. */
async function voteInEveryWay(
	another: (options?: { js?: boolean; name?: string }) => Promise<Page>,
	vote: string,
	{ chair, byCard, supporter, helped, onScreen, onPaper }: Others,
): Promise<Page> {
	const farah = await another({ js: false, name: 'Farah' })
	const wei = await another({ js: false })
	await comeInByCard(farah, wei, 'Wei')
	for (const [page, numbers] of [
		[wei, byCard],
		[chair, onScreen],
	] as const) {
		await page.goto(vote)
		await fillIn(page, numbers)
		await cast(page)
		await expectIn(page)
	}

	await nameSupporter(await another({ js: false, name: 'Ngozi' }), 'Ngozi', `${supporter}, provider`)
	const helper = await another({ js: false, name: supporter })
	await helper.goto(vote)
	await helper.getByRole('link', { name: 'Help Ngozi to vote' }).click()
	await fillIn(helper, helped.numbers)
	await helper.getByRole('button', { name: helped.workOut }).click()
	await expect(helper.getByText(helped.says)).toBeVisible()
	await expect(helper.getByText('This is not sent yet. If Ngozi voted before, that vote still counts.')).toBeVisible()
	await expectNoSidewaysScroll(helper)
	await helper.getByRole('button', { name: 'Cast Ngozi’s vote' }).click()
	await expectIn(helper, 'Ngozi’s vote is in')

	await readPaper([farah, chair], vote, onPaper)
	await endVoting(vote)
	const anyone = await another()
	await anyone.goto(vote)
	return anyone
}

/** Every file that is handed out counts again to the published result. */
async function expectRecounted(page: Page, vote: string, voteType: string) {
	const folder = test.info().outputPath('taken-away')
	mkdirSync(folder, { recursive: true })
	const take = async (name: string) => {
		const text = await (await page.request.get(`${vote}/files/${name}`)).text()
		writeFileSync(join(folder, name), text)
		return text
	}
	const result = JSON.parse(await take('result.json'))
	expect(await take('ballots.pb')).toContain(`vote_type;${voteType}`)
	await take('ballots.json')
	expect(await take('ballots.csv')).not.toMatch(new RegExp(voters.join('|')))
	for (const name of ['ballots.json', 'ballots.pb']) {
		let said = ''
		const code = recountFile([join(folder, name), '--against', join(folder, 'result.json')], (text) => (said += text))
		expect({ name, code, said }).toMatchObject({ code: 0, said: expect.stringMatching(/^The same/) })
	}
	return result
}

test('money is shared by points, with JavaScript off: set up, cast, on paper, followed by hand and counted again', async ({
	another,
}) => {
	test.setTimeout(240_000)
	const amina = await another({ js: false, name: 'Amina' })
	await setUp(amina, 'Which of these should we fund?', async (page) => {
		await page.getByRole('radio', { name: 'They share out points' }).check()
		await page.getByText('If they share out points or put them in order').click()
		await page.getByRole('textbox', { name: 'With points: the most one person may give to one project' }).fill('12')
		await page.getByRole('checkbox', { name: /^Each person spends the pot/ }).check()
	})
	await expect(amina.getByRole('link', { name: /^This goes with ticks\. Take it away/ })).toBeVisible()
	await amina.getByRole('checkbox', { name: /^Each person spends the pot/ }).uncheck()
	await amina.getByRole('button', { name: 'Check your answers' }).click()
	await expect(amina.getByRole('alert')).toContainText('and no more than that for one thing')
	await amina.getByRole('textbox', { name: 'With points: the most one person may give to one project' }).fill('7')
	await amina.getByRole('button', { name: 'Check your answers' }).click()
	await expect(amina.getByText('Each person has 10 points to share out, 7 at most to one.').first()).toBeVisible()
	await expect(amina.getByText(/^You have 10 points\. Write how many each gets/)).toHaveCount(1)
	const vote = await openVoting(amina)
	const tomasz = await another({ name: 'Tomasz' })
	await tomasz.goto(vote)
	await expectAccessible(tomasz)

	const grace = await another({ js: false, name: 'Grace' })
	await grace.setViewportSize({ width: 320, height: 640 })
	await grace.goto(vote)
	await expect(grace.getByText(/£6,000 to share\./).first()).toBeVisible()
	await fillIn(grace, ['8', '4', ''])
	await cast(grace)
	await expect(grace.getByRole('alert')).toContainText(
		'A van: you gave 8 points, and 7 is the most for one. Take 1 away',
	)
	await expect(grace.getByRole('alert')).toContainText(
		'You have given 12 of 10 points. That is 2 too many: take 2 away',
	)
	await fillIn(grace, ['6', '3', ''])
	await grace.getByRole('button', { name: 'Add up my points' }).click()
	await expect(grace.getByText('You have given 9 of 10 points; 1 left.')).toBeVisible()
	await expectNoSidewaysScroll(grace)
	await cast(grace)
	await expectIn(grace)
	const anyone = await voteInEveryWay(another, vote, {
		chair: amina,
		byCard: ['3', '7', ''],
		supporter: 'Sian',
		helped: {
			numbers: ['', '', '5'],
			workOut: 'Add up Ngozi’s points',
			says: 'Ngozi has given 5 of 10 points; 5 left.',
		},
		onScreen: ['7', '', '3'],
		onPaper: ['7', '3', ''],
	})
	await expect(anyone.locator('.outcome__title')).toContainText('A van')
	await expectAccessible(anyone)
	await anyone.goto(`${vote}/steps`)
	await expect(anyone.getByText(/ a point\./).first()).toBeVisible()
	await expect(anyone.getByRole('columnheader', { name: 'Points each' }).first()).toBeVisible()
	await expect(anyone.getByRole('main')).not.toContainText(/chose it|ticked/)
	await expectAccessible(anyone)
	await expectNoSidewaysScroll(anyone)
	await anyone.goto(`${vote}/minute`)
	await expect(anyone.getByText(/A van: 23 points, from 4 people/)).toBeVisible()
	await expect(anyone.getByText('Budget: equal shares, by sharing out points')).toBeVisible()
	const result = await expectRecounted(anyone, vote, 'cumulative')
	expect(result.options).toMatchObject({ utility: 'points' })
})

test('money is shared by putting projects in order, with JavaScript off: set up, moved by buttons, on paper and counted again', async ({
	another,
}) => {
	test.setTimeout(240_000)
	const amina = await another({ js: false, name: 'Amina' })
	await setUp(amina, 'Which of these should we fund, most votes first?', async (page) => {
		await page.getByRole('radio', { name: 'They put them in order' }).check()
		await page.getByText('If they share out points or put them in order').click()
		await page.getByRole('textbox', { name: 'In order: how many may each person put in order?' }).fill('2')
	})
	await expect(
		amina.getByText('Up to 2 can be put in order: the first gets 2 points, the next gets 1.').first(),
	).toBeVisible()
	await expect(
		amina.getByText('The project with most points would be funded first', { exact: false }).first(),
	).toBeVisible()
	const vote = await openVoting(amina)
	const tomasz = await another({ name: 'Tomasz' })
	await tomasz.goto(vote)
	await expectAccessible(tomasz)

	const grace = await another({ js: false, name: 'Grace' })
	await grace.setViewportSize({ width: 320, height: 640 })
	await grace.goto(vote)
	await fillIn(grace, ['1', '2', '3'])
	await cast(grace)
	await expect(grace.getByRole('alert')).toContainText('You have put 3 in order, and you may put 2. Take 1 away')
	await fillIn(grace, ['1', '2', ''])
	await grace.getByRole('button', { name: /^Put first A kitchen/ }).click()
	await expect(grace.getByText('Your order: 1 A kitchen, 2 A van.')).toBeVisible()
	await expect(grace.getByText('You have put 2 in order, and 2 is the most.')).toBeVisible()
	await expectNoSidewaysScroll(grace)
	await cast(grace)
	await expectIn(grace)
	const anyone = await voteInEveryWay(another, vote, {
		chair: amina,
		byCard: ['2', '1', ''],
		supporter: 'Priya',
		helped: { numbers: ['', '', '2'], workOut: 'Show Ngozi’s order', says: 'Ngozi’s order: 1 Walks.' },
		onScreen: ['', '1', '2'],
		onPaper: ['1', '', '2'],
	})
	await expect(anyone.locator('.outcome__title')).toHaveText('People would fund “A kitchen” and “Walks”.')
	await expect(
		anyone.getByText('The project with most points would be funded first', { exact: false }).first(),
	).toBeVisible()
	await expectAccessible(anyone)
	await anyone.goto(`${vote}/files`)
	await expect(anyone.getByText(/Turn places into points/)).toBeVisible()
	await anyone.goto(`${vote}/minute`)
	await expect(anyone.getByText(/A kitchen: 6 points, from 3 people/)).toBeVisible()
	const result = await expectRecounted(anyone, vote, 'ordinal')
	expect(result).toMatchObject({ winners: ['B', 'C'], options: { places: 2, utility: 'borda' } })
})
