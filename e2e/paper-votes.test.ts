import { expect, expectAccessible, expectNoSidewaysScroll, test } from './fixtures.ts'
import { openQuestion } from './own-questions.ts'

test('a paper is printed, taken in unread, read by two people, and no screen takes a second vote', async ({
	another,
}) => {
	const address = await openQuestion({
		method: 'irv',
		question: 'Which of these should come first, on paper?',
		options: [
			{ id: 'A', name: 'Weekend breaks' },
			{ id: 'B', name: 'Night sitting' },
		],
		rules: { secrecy: 'secret', quorum: 0, showsStanding: false, seats: 1 },
	})
	// A library PC: everything on these pages is a plain form.
	const farah = await another({ js: false, name: 'Farah' })
	await farah.goto(address)
	await farah.getByRole('link', { name: 'Paper votes' }).click()
	await expect(farah.getByText('No paper has come back yet.')).toBeVisible()
	await farah.getByRole('link', { name: 'Print the ballot paper' }).click()
	await expect(farah.getByText('Write 1 beside your first choice').first()).toBeVisible()
	await expect(farah.getByText('Do not write your name.').first()).toBeVisible()
	await farah.goBack()
	await farah.getByRole('button', { name: /^Paper came back.*Doreen$/ }).click()
	await expect(farah.getByText('Taken in. This person has voted now')).toBeVisible()

	const doreen = await another({ name: 'Doreen' })
	await doreen.goto(`${address}/ballot`)
	await doreen.getByLabel('Weekend breaks').fill('1')
	await doreen.getByRole('button', { name: /my vote/ }).click()
	await expect(doreen.getByText('your paper vote came first')).toBeVisible()

	await farah.getByRole('link', { name: 'Read paper 1' }).click()
	await farah.getByLabel('Weekend breaks').fill('one')
	await farah.getByRole('button', { name: 'This is what the paper says' }).click()
	await expect(farah.getByRole('link', { name: /Weekend breaks: enter a whole number/ })).toBeVisible()
	await farah.getByLabel('Weekend breaks').fill('1')
	await farah.getByLabel('Night sitting').fill('2')
	await farah.getByRole('button', { name: 'This is what the paper says' }).click()
	await expect(farah.getByText('Read once so far: 1.')).toBeVisible()
	await expect(farah.getByText('Somebody else reads them now.')).toBeVisible()

	const amina = await another({ name: 'Amina' })
	await amina.goto(`${address}/paper/reading`)
	await expectAccessible(amina)
	await expect(amina.getByLabel('Weekend breaks')).toHaveValue('')
	await amina.getByLabel('Weekend breaks').fill('1')
	await amina.getByRole('button', { name: 'This is what the paper says' }).click()
	await expect(amina.getByRole('table', { name: 'Paper 1' })).toContainText('1 Weekend breaks, 2 Night sitting')
	await expectAccessible(amina)
	await amina.getByRole('link', { name: 'Correct my reading of paper 1' }).click()
	await expect(amina.getByLabel('Weekend breaks')).toHaveValue('1')
	await amina.getByLabel('Night sitting').fill('2')
	await amina.getByRole('button', { name: 'This is what the paper says' }).click()
	await expect(amina.getByText('1 of 1 read alike by two people.')).toBeVisible()
	await expectNoSidewaysScroll(amina)
})
