import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts'
import { endVoting, openQuestion } from './own-questions.ts'

const motion = {
	method: 'motion',
	rules: { secrecy: 'secret', quorum: 0, showsStanding: false, threshold: 'majority' },
	options: [],
} as const

for (const js of [true, false])
	test(`a ballot that comes too late is not taken, and nothing typed in it is lost, with JavaScript ${js ? 'on' : 'off'}`, async ({
		another,
	}) => {
		const vote = await openQuestion({
			...motion,
			question: `Should the breaks team answer ${js ? 'at weekends' : 'on holidays'}?`,
		})
		const page = await another({ js, name: 'Bilal' })
		await page.setViewportSize({ width: 320, height: 640 })
		await page.goto(vote)
		await page.getByRole('radio', { name: 'Against' }).check()
		await page.getByRole('textbox', { name: /Your reason/ }).fill('Typed for an hour.')
		await endVoting(vote)
		await page.getByRole('button', { name: 'Cast my vote' }).click()
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your vote was not taken')
		await expect(page.getByRole('alert')).toContainText('voting had ended when it reached us')
		await expect(page.getByText('You had chosen: Against.')).toBeVisible()
		await expect(page.getByRole('textbox', { name: 'Your reason' })).toHaveValue('Typed for an hour.')
		if (js) await expectAccessible(page)
		await expectNoSidewaysScroll(page)
	})

test('a receipt page that is loaded again says why it shows no receipt, and how to get a new one', async ({
	another,
}) => {
	const vote = await openQuestion({ ...motion, question: 'Should the breaks team answer at night?' })
	const page = await another({ js: false, name: 'Bilal' })
	await page.goto(vote)
	await page.getByRole('radio', { name: 'For', exact: true }).check()
	await page.getByRole('button', { name: 'Cast my vote' }).click()
	await expect(page.getByText('It is shown once, here.')).toBeVisible()
	await page.reload()
	await expect(page.getByText('A receipt is shown once')).toBeVisible()
	await page.getByRole('link', { name: 'send your vote again' }).click()
	await expect(page.getByRole('button', { name: 'Change my vote' })).toBeVisible()

	const visitor = await another({ js: false })
	await visitor.goto(vote)
	await visitor.getByRole('link', { name: 'Check a receipt' }).click()
	await expect(visitor.getByLabel('The code on your receipt')).toBeVisible()
})

test('who may not vote is told why on the page of the ballot', async ({ another }) => {
	const vote = await openQuestion({ ...motion, question: 'Should the breaks team write letters?' })
	const page = await another({ js: false, name: 'Lena' })
	await page.goto(`${vote}/ballot`)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('You cannot vote here')
	await expect(page.getByText('not among the people asked here')).toBeVisible()
	await expect(page.getByText('You are voting on these words')).toHaveCount(0)
	await expect(page.getByText('You can change your mind')).toHaveCount(0)
})
