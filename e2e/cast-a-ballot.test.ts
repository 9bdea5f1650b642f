import type { Page } from '@playwright/test'
import type { Question } from '../app/domain/decisions/open.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures.ts'
import { openQuestion } from './own-questions.ts'
import { cast, comeInByCard, expectIn, people } from './voting.ts'

const secret = { secrecy: 'secret', quorum: 0, showsStanding: false } as const
const named = { ...secret, secrecy: 'named' } as const
const things = [
	{ id: 'a', name: 'Weekend breaks', about: 'Two nights, twice a year.', cost: 6_000_00 },
	{ id: 'b', name: 'Night sitting', cost: 5_000_00 },
	{ id: 'c', name: 'A minibus', cost: 4_000_00 },
]
const unpriced = things.map(({ cost: _cost, ...thing }) => thing)

type Asked = Pick<Question, 'method' | 'rules' | 'options' | 'question'>

const workOut = (page: Page) => page.getByRole('button', { name: /^(Add up|Count|Show) (what I|my) / }).click()
const problem = (page: Page, words: string) => page.getByRole('alert').getByRole('link', { name: words })

/** Each form: what is wrong first, how it is mended, and what the next page says of it. */
const forms: Record<string, { asked: Asked; fill: (page: Page) => Promise<void> }> = {
	'a consent': {
		asked: {
			method: 'consent',
			question: 'Can we all live with the new rota?',
			rules: { ...named, silenceIsConsent: false },
			options: [],
		},
		async fill(page) {
			await page.getByRole('radio', { name: 'I object' }).check()
			await cast(page)
			await expect(problem(page, 'Say what would have to change for you to live with it')).toBeVisible()
			await page.getByRole('textbox', { name: 'Your reason' }).fill('Nights are too long.')
			await page.getByRole('textbox', { name: /What would have to change/ }).fill('Ten hours at most.')
		},
	},
	'an approval': {
		asked: {
			method: 'approval',
			question: 'Which of these do you support?',
			rules: { ...secret, seats: 1, most: 2 },
			options: unpriced,
		},
		async fill(page) {
			for (const { name } of things) await page.getByRole('checkbox', { name }).check()
			await cast(page)
			await expect(problem(page, 'You have chosen 3, and you may choose 2. Take 1 away')).toBeVisible()
			await expect(page.getByRole('checkbox', { name: 'A minibus' })).toBeChecked()
			await page.getByRole('checkbox', { name: 'A minibus' }).uncheck()
		},
	},
	'a budget': {
		asked: {
			method: 'equal-shares',
			question: 'What should we pay for?',
			rules: { ...secret, budget: 10_000_00 },
			options: things,
		},
		async fill(page) {
			await expect(page.getByText('There is £10,000 to share.').first()).toBeVisible()
			await page.getByRole('checkbox', { name: 'Weekend breaks, £6,000' }).check()
			await page.getByRole('checkbox', { name: 'Night sitting, £5,000' }).check()
			await workOut(page)
			await expect(page.getByText('What they cost together: £11,000.')).toBeVisible()
			await expect(page.getByText('Your vote is not cast yet.')).toBeVisible()
			await expect(page.getByRole('checkbox', { name: 'Night sitting, £5,000' })).toBeChecked()
		},
	},
	'a score': {
		asked: {
			method: 'score',
			question: 'How good is each of these?',
			rules: { ...secret, highest: 10, missing: 'no-opinion' },
			options: unpriced,
		},
		async fill(page) {
			await page.getByRole('textbox', { name: 'Weekend breaks' }).fill('11')
			await page.getByRole('textbox', { name: 'Night sitting' }).fill('0')
			await cast(page)
			await expect(
				problem(page, 'Weekend breaks: you entered 11, which is 1 over the highest score. Enter 10 or less'),
			).toBeVisible()
			await expect(page.getByRole('textbox', { name: 'Night sitting' })).toHaveValue('0')
			await page.getByRole('textbox', { name: 'Weekend breaks' }).fill('9')
		},
	},
	points: {
		asked: {
			method: 'points',
			question: 'How would you share ten points?',
			rules: { ...secret, points: 10 },
			options: unpriced,
		},
		async fill(page) {
			await page.getByRole('textbox', { name: 'Weekend breaks' }).fill('8')
			await page.getByRole('textbox', { name: 'Night sitting' }).fill('4')
			await cast(page)
			await problem(page, 'You have given 12 of 10 points. That is 2 too many: take 2 away').click()
			await page.getByRole('textbox', { name: 'Weekend breaks' }).fill('3')
			await workOut(page)
			await expect(page.getByText('You have given 7 of 10 points; 3 left.')).toBeVisible()
		},
	},
	'an order': {
		asked: { method: 'irv', question: 'Which comes first?', rules: { ...secret, seats: 1 }, options: unpriced },
		async fill(page) {
			await page.getByRole('textbox', { name: 'Weekend breaks' }).fill('1')
			await page.getByRole('textbox', { name: 'Night sitting' }).fill('1')
			await cast(page)
			await expect(
				problem(page, 'Night sitting has the same number as Weekend breaks. Give each its own'),
			).toBeVisible()
			await page.getByRole('textbox', { name: 'Night sitting' }).fill('3')
			await workOut(page)
			await expect(page.getByText('Your order: 1 Weekend breaks, 2 Night sitting.')).toBeVisible()
			await expect(page.getByText('You left out 2.', { exact: false })).toBeVisible()
		},
	},
}

for (const js of [true, false])
	for (const [name, { asked, fill }] of Object.entries(forms))
		test(`${name}, refused and mended, with JavaScript ${js ? 'on' : 'off'}`, async ({ another }) => {
			const vote = await openQuestion({ ...asked, question: `${asked.question} ${js ? 'Say on.' : 'Say now.'}` })
			const page = await another({ js, name: js ? 'Bilal' : 'Doreen' })
			await page.goto(vote)
			await page.getByRole('textbox', { name: /Your reason/ }).fill('We talked about it.')
			await fill(page)
			await expect(page.getByRole('textbox', { name: /Your reason/ })).not.toHaveValue('')
			if (js) {
				await page.setViewportSize({ width: 320, height: 640 })
				await expectAccessible(page)
				await expectNoSidewaysScroll(page)
			}
			await cast(page)
			await expectIn(page)
			await page.goto(vote)
			await expect(page.getByText('You have voted')).toBeVisible()
			const isNamed = asked.rules.secrecy === 'named'
			if (isNamed) await expect(page.getByRole('radio', { name: 'I object' })).toBeChecked()
			else await expect(page.getByRole('textbox', { name: /Your reason/ })).toHaveValue('')
		})

test('an order by keyboard alone: every press keeps its place, nothing is dragged', async ({ page, another }) => {
	const vote = await openQuestion({
		method: 'schulze',
		question: 'In which order should we do them?',
		rules: { ...named, seats: 1 },
		options: unpriced,
	})
	const bilal = await another({ name: 'Bilal' })
	await bilal.goto(vote)
	await bilal.getByRole('textbox', { name: 'Weekend breaks' }).focus()
	await bilal.keyboard.press('Tab')
	await expect(bilal.getByRole('button', { name: 'Put first Weekend breaks' })).toBeFocused()
	await bilal.keyboard.press('Enter')
	await expect(bilal.getByRole('button', { name: 'Put first Weekend breaks, now 1' })).toBeFocused()
	await bilal.getByRole('button', { name: 'Move up A minibus' }).focus()
	await bilal.keyboard.press('Enter')
	await expect(bilal.getByRole('button', { name: 'Move up A minibus, now 2' })).toBeFocused()
	await bilal.keyboard.press('Enter')
	await expect(bilal.getByRole('button', { name: 'Move up A minibus, now 1' })).toBeFocused()
	await expect(bilal.getByRole('textbox', { name: 'Weekend breaks' })).toHaveValue('2')
	await expect(bilal.getByRole('textbox', { name: 'Night sitting' })).toHaveValue('')

	// Enter in a number field works out and casts nothing.
	await bilal.getByRole('textbox', { name: 'Night sitting' }).focus()
	await bilal.keyboard.type('2')
	await bilal.keyboard.press('Enter')
	await expect(bilal.getByText('Your order: 1 A minibus, 2 Weekend breaks and Night sitting.')).toBeVisible()
	await bilal.getByRole('button', { name: 'Cast my vote' }).focus()
	await bilal.keyboard.press('Enter')
	await expectIn(bilal)
	await bilal.goto(vote)
	await expect(bilal.getByRole('textbox', { name: 'A minibus' })).toHaveValue('1')
	await expect(bilal.getByRole('textbox', { name: 'Night sitting' })).toHaveValue('2')
	await page.goto(vote)
	await expect(page.getByRole('textbox', { name: 'A minibus' })).toHaveCount(0)
})

test('a ballot is left blank on purpose, and never by mistake', async ({ another }) => {
	const vote = await openQuestion({
		method: 'approval',
		question: 'Which would you use yourself?',
		rules: secret,
		options: unpriced,
	})
	const page = await another({ js: false, name: 'Doreen' })
	await page.goto(vote)
	await cast(page)
	await expect(
		problem(page, 'You have chosen nothing. Choose something, or tick “Leave my ballot blank”'),
	).toBeVisible()
	await page.getByRole('checkbox', { name: 'Leave my ballot blank' }).check()
	await cast(page)
	await expectIn(page)
})

test('on a phone the ballot comes before what is sealed', async ({ another }) => {
	const vote = await openQuestion({
		method: 'motion',
		question: 'Should the minibus run on Sundays?',
		rules: { ...secret, threshold: 'majority' },
		options: [],
	})
	const page = await another({ name: 'Doreen' })
	await page.setViewportSize({ width: 360, height: 720 })
	await page.goto(vote)
	const top = async (words: string) => (await page.getByText(words).first().boundingBox())!.y
	expect(await top('Cast my vote')).toBeLessThan(await top('You are voting on these words and no others:'))
	const choice = await page.getByRole('radio', { name: 'For', exact: true }).boundingBox()
	expect(choice!.y).toBeLessThan(2 * 720)
})

test('somebody with a return card votes like anybody else', async ({ page, another }) => {
	const vote = await openQuestion({
		method: 'points',
		question: 'How would you share four points?',
		rules: { ...secret, points: 4 },
		options: unpriced,
	})
	await signIn(page, 'Farah')
	const grace = await another({ js: false })
	await comeInByCard(page, grace, 'Grace')
	await grace.goto(vote)
	await grace.getByRole('textbox', { name: 'A minibus' }).fill('4')
	await grace.getByRole('checkbox', { name: 'Somebody helped me to fill this in' }).check()
	await cast(grace)
	await expectIn(grace)
})

test('a supporter helps with one vote, which is not theirs, and casts their own apart from it', async ({ another }) => {
	const vote = await openQuestion({
		method: 'motion',
		question: 'Should breaks be bookable by telephone?',
		rules: { ...secret, threshold: 'majority' },
		options: [],
	})
	const tomasz = await another({ js: false, name: 'Tomasz' })
	await tomasz.goto(people)
	await tomasz
		.getByRole('main')
		.getByRole('link', { name: /^Tomasz/ })
		.click()
	await tomasz.getByRole('link', { name: 'Who helps you to vote' }).click()
	await expect(tomasz.getByText('Nobody helps you to vote.')).toBeVisible()
	await tomasz.getByRole('button', { name: 'Name my supporter' }).click()
	for (const words of ['Choose who helps you', 'Choose for how long'])
		await expect(problem(tomasz, words)).toBeVisible()
	await tomasz.getByLabel('Who helps you?').selectOption({ label: 'Marek, provider' })
	await tomasz.getByRole('radio', { name: /^One month/ }).check()
	await tomasz.getByRole('button', { name: 'Name my supporter' }).click()
	await expect(tomasz.getByText('Saved. You can end it at any time.')).toBeVisible()

	const marek = await another({ name: 'Marek' })
	await marek.goto(vote)
	await marek.getByRole('link', { name: 'Help Tomasz to vote' }).click()
	await expect(marek.getByText('You are helping Tomasz. This is Tomasz’s vote, not yours.')).toBeVisible()
	await expectAccessible(marek)
	await expectNoSidewaysScroll(marek)
	const helped = marek.url()
	await marek.getByRole('button', { name: 'Cast Tomasz’s vote' }).click()
	await problem(marek, 'Choose for, against or abstain').click()
	await marek.getByRole('radio', { name: 'For', exact: true }).check()
	await marek.getByRole('button', { name: 'Cast Tomasz’s vote' }).click()
	await expect(marek.getByRole('heading', { level: 1 })).toHaveText('Tomasz’s vote is in')
	await expect(marek.getByText('This receipt is Tomasz’s.')).toBeVisible()

	await marek.goto(vote)
	await expect(marek.getByText('You have voted')).toHaveCount(0)
	await expect(marek.getByText(/^1 of \d+ have voted/)).toBeVisible()
	await marek.getByRole('radio', { name: 'Against' }).check()
	await cast(marek)
	await expectIn(marek)

	await tomasz.goto(vote)
	await expect(tomasz.getByText(/^2 of \d+ have voted/)).toBeVisible()
	await expect(tomasz.getByText('Marek cast your vote, as your supporter.')).toBeVisible()
	await tomasz.getByRole('radio', { name: 'Against' }).check()
	await tomasz.getByRole('button', { name: 'Change my vote' }).click()
	await expectIn(tomasz)

	await marek.goto(helped)
	await marek.getByRole('radio', { name: 'For', exact: true }).check()
	await marek.getByRole('button', { name: 'Cast Tomasz’s vote' }).click()
	await expect(marek.getByRole('alert')).toContainText('this person has voted without you')

	await tomasz.goto(people)
	await tomasz
		.getByRole('main')
		.getByRole('link', { name: /^Tomasz/ })
		.click()
	await tomasz.getByRole('link', { name: 'Who helps you to vote' }).click()
	await tomasz.getByRole('button', { name: 'End Marek’s help' }).click()
	await expect(tomasz.getByText('Nobody helps you to vote.')).toBeVisible()
	await marek.goto(helped)
	await expect(marek.getByText('Tomasz’s vote')).toHaveCount(0)
	await marek.goto(vote)
	await expect(marek.getByRole('link', { name: 'Help Tomasz to vote' })).toHaveCount(0)
})
