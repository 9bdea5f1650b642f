import type { Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts'
import { openQuestion } from './own-questions.ts'

const read = (page: Page) => page.getByRole('button', { name: 'This is what the paper says' }).click()

test('papers are printed, taken in unread, read by two people, and a difference is settled', async ({ another }) => {
	const vote = await openQuestion({
		method: 'equal-shares',
		question: 'What should the paper money pay for?',
		rules: { secrecy: 'secret', quorum: 0, showsStanding: false, budget: 10_000_00 },
		options: [
			{ id: 'a', name: 'Weekend breaks', cost: 6_000_00 },
			{ id: 'b', name: 'Night sitting', cost: 5_000_00 },
		],
	})
	const farah = await another({ name: 'Farah' })
	await farah.goto(vote)
	await farah.getByRole('link', { name: 'Paper votes' }).click()
	await farah.getByRole('link', { name: 'Print the ballot paper' }).click()
	await expect(farah.getByText('Weekend breaks, £6,000').first()).toBeVisible()
	await expectAccessible(farah)
	await expectNoSidewaysScroll(farah)
	await farah.getByRole('link', { name: 'Back to paper votes' }).click()
	await farah.getByRole('button', { name: /^Paper came back.*Helen$/ }).click()
	await expect(farah.getByText('1 paper has come back.', { exact: false })).toBeVisible()
	await expectAccessible(farah)
	await expectNoSidewaysScroll(farah)

	// A phone shows the button without moving the table sideways.
	await farah.setViewportSize({ width: 320, height: 640 })
	const button = (await farah.getByRole('button', { name: /^Paper came back.*Sian$/ }).boundingBox())!
	expect(button.x + button.width).toBeLessThanOrEqual(320)

	await farah.getByRole('link', { name: 'Read paper 1' }).click()
	await farah.getByRole('checkbox', { name: /^Weekend breaks/ }).check()
	await expectNoSidewaysScroll(farah)
	await read(farah)
	await expect(farah.getByText('You have read all you can.', { exact: false })).toBeVisible()

	// What is read may be anybody's, so none is taken off until it is unread again.
	await farah.getByRole('button', { name: /^Noted by mistake.*Helen$/ }).click()
	await expect(
		farah.getByText('This paper stays on the list, because papers have been read.', { exact: false }),
	).toBeVisible()
	await farah.getByText('A paper was noted by mistake, and papers have been read').click()
	await expectAccessible(farah)
	await expectNoSidewaysScroll(farah)
	await farah.getByRole('button', { name: 'Take back all I read' }).click()
	await expect(farah.getByText('What you read is taken back.', { exact: false })).toBeVisible()
	for (const [name, said] of [
		[/^Noted by mistake.*Helen$/, 'Taken off again.'],
		[/^Paper came back.*Helen$/, 'Taken in.'],
	] as const) {
		await farah.getByRole('button', { name }).click()
		await expect(farah.getByText(said, { exact: false })).toBeVisible()
	}
	await farah.getByRole('link', { name: 'Read paper 1' }).click()
	await farah.getByRole('checkbox', { name: /^Weekend breaks/ }).check()
	await read(farah)
	await expect(farah.getByText('You have read all you can.', { exact: false })).toBeVisible()

	const amina = await another({ js: false, name: 'Amina' })
	await amina.goto(`${vote}/paper`)
	await amina.getByRole('link', { name: 'Read paper 1' }).click()
	await amina.getByRole('checkbox', { name: /^Night sitting/ }).check()
	await read(amina)
	await expect(amina.getByRole('heading', { name: 'Read differently' })).toBeVisible()
	await expect(amina.getByText('You have read all you can.', { exact: false })).toHaveCount(0)
	await amina.getByRole('link', { name: 'Correct my reading of paper 1' }).click()
	await amina.getByRole('checkbox', { name: /^Night sitting/ }).uncheck()
	await amina.getByRole('checkbox', { name: /^Weekend breaks/ }).check()
	await read(amina)
	await expect(amina.getByText('Every paper is read alike. They are counted when voting ends.')).toBeVisible()
	await expect(amina.getByRole('heading', { name: 'Read differently' })).toHaveCount(0)

	const helen = await another({ name: 'Helen' })
	await helen.goto(vote)
	await expect(helen.getByRole('button', { name: 'Cast my vote' })).toHaveCount(0)
})
