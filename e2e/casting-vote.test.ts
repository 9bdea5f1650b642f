import { closedVote, findMemberId, openServersDatabase } from './closed-votes.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures.ts'

test('a level panel vote is settled by the chair: a mistake keeps what was typed, and it is given once', async ({
	page,
	another,
}) => {
	test.setTimeout(120_000)
	const db = await openServersDatabase()
	const question = `Should the panel meet in the evening? ${Date.now()}`
	const rules = {
		secrecy: 'named' as const,
		quorum: 0,
		showsStanding: false,
		threshold: 'majority' as const,
		castingVote: { memberId: await findMemberId(db, 'Amina') },
	}
	const answers = [{ answer: { choice: 'for' as const } }, { answer: { choice: 'against' as const } }]
	const { address } = await closedVote(db, { question, method: 'motion', rules, options: [] }, answers, 'panel-vote')
	await db.close()

	await signIn(page, 'Amina')
	await page.goto(`${address}/casting-vote`)
	await expect(page.getByText('1 for, 1 against, 0 abstained. For and against are level')).toBeVisible()
	await expectAccessible(page)
	await page.getByLabel('Why?').fill('Most carers work by day.')
	await page.getByRole('button', { name: 'Give the casting vote' }).click()
	await expect(page.getByRole('alert').getByRole('link')).toHaveCount(1)
	await expect(page.getByLabel('Why?')).toHaveValue('Most carers work by day.')
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
	await page.setViewportSize({ width: 1000, height: 800 })

	// Nobody else has it.
	const joe = await another({ name: 'Joe' })
	expect((await joe.goto(`${address}/casting-vote`))?.status()).toBe(403)

	await page.getByRole('radio', { name: 'For: then it is agreed' }).check()
	await page.getByRole('button', { name: 'Give the casting vote' }).click()
	await expect(page.getByText('Your casting vote stands with the result, and so does your reason.')).toBeVisible()
	await expect(page.getByText('Most carers work by day.').first()).toBeVisible()
	await expectAccessible(page)
	await page.goto(`${address}/casting-vote`)
	await expect(page.getByRole('button', { name: 'Give the casting vote' })).toHaveCount(0)
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})
