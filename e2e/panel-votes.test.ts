import { mkdirSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { recountFile } from '../recount/cli.ts'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures.ts'
import { endVoting, openQuestion } from './own-questions.ts'
import { cast, comeInByCard, expectIn, nameSupporter } from './voting.ts'

const secret = { secrecy: 'secret', quorum: 0, showsStanding: false } as const

/** How many e-mails of this subject were written. */
async function mailsAbout(subject: string) {
	const folder = `${process.env.E2E_DATA ?? `.tmp/e2e-${process.env.E2E_PORT ?? 3123}`}/outbox`
	const files = await readdir(folder).catch(() => [])
	const mails = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))
	return mails.filter((mail) => mail.includes(`Subject: ${subject}`)).length
}

test('J4: a shortlist by rule, the pot spent by code, with a supporter and on paper, one project withdrawn, a tie by lot, and all of it published', async ({
	another,
}) => {
	test.setTimeout(420_000)
	const vote = await openQuestion({
		method: 'equal-shares',
		question: 'What should the pot pay for?',
		rules: { ...secret, budget: 60_000_00, withinBudget: true },
		options: [
			{ id: 'a', name: 'A shared kitchen', cost: 30_000_00 },
			{ id: 'b', name: 'Weekend breaks', cost: 17_500_00 },
			{ id: 'c', name: 'Night sitting', cost: 20_000_00 },
			{ id: 'd', name: 'A minibus', cost: 10_000_00 },
			{ id: 'e', name: 'A garden room', cost: 20_000_00 },
			{ id: 'f', name: 'A choir with tea', cost: 20_000_00 },
		],
		shortlist: {
			rule: 'It fits in the pot, and somebody has said they will run it.',
			leftOut: [{ name: 'A pool', reason: 'It costs more than the whole pot.', cost: 250_000_00 }],
		},
	})
	const farah = await another({ name: 'Farah' })

	// Online by code, with JavaScript off, on a small phone. An over-spent ballot cannot be sent, and says by how much.
	const grace = await another({ js: false })
	await comeInByCard(farah, grace, 'Grace')
	await grace.setViewportSize({ width: 320, height: 640 })
	await grace.goto(vote)
	await expect(grace.getByText('No page shows how you voted.')).toBeVisible()
	await expect(grace.getByText(/You can change your mind until \d/).first()).toBeVisible()
	await expect(
		grace.getByText('The rule for being on it: It fits in the pot, and somebody has said they will run it.'),
	).toBeVisible()
	const leftOff = grace.getByRole('table', { name: 'Put forward, and not on the list' })
	await expect(leftOff.getByRole('row', { name: /A pool/ })).toContainText('It costs more than the whole pot.')
	await expect(grace.getByRole('checkbox', { name: /A pool/ })).toHaveCount(0)
	for (const project of [/^A shared kitchen/, /^Weekend breaks/, /^Night sitting/])
		await grace.getByRole('checkbox', { name: project }).check()
	await cast(grace)
	await expect(
		grace
			.getByRole('alert')
			.getByText('You have chosen £67,500, and there is £60,000 to give. That is £7,500 too much'),
	).toBeVisible()
	await expect(grace.getByRole('checkbox', { name: /^Night sitting/ })).toBeChecked()
	await grace.getByRole('checkbox', { name: /^Night sitting/ }).uncheck()
	await grace.getByRole('button', { name: 'Add up what I ticked' }).click()
	await expect(grace.getByText('You have £12,500 left to give.')).toBeVisible()
	await cast(grace)
	await expectIn(grace)

	// With a supporter: every word says whose vote it is.
	const tomasz = await another({ js: false, name: 'Tomasz' })
	await nameSupporter(tomasz, 'Tomasz', 'Marek, provider')
	const marek = await another({ name: 'Marek' })
	await marek.goto(vote)
	await marek.getByRole('link', { name: 'Help Tomasz to vote' }).click()
	const main = marek.getByRole('main')
	await expect(main.getByText('Tomasz is voting on these words and no others:')).toBeVisible()
	await expect(main.getByText(/Tomasz can change their mind until/)).toBeVisible()
	await expect(main.getByText(/You (can change|are voting|have (chosen|£))|how you voted|Leave my ballot/)).toHaveCount(
		0,
	)
	await marek.getByRole('checkbox', { name: /^A minibus/ }).check()
	await marek.getByRole('button', { name: 'Add up what Tomasz ticked' }).click()
	await expect(marek.getByText('Tomasz has £50,000 left to give.')).toBeVisible()
	await expectAccessible(marek)
	await expectNoSidewaysScroll(marek)
	await marek.getByRole('button', { name: 'Cast Tomasz’s vote' }).click()
	await expectIn(marek, 'Tomasz’s vote is in')
	await expect(marek.getByText(/You can change your mind/)).toHaveCount(0)
	await marek.goto(vote)
	await expect(marek.getByRole('button', { name: 'Cast my vote' })).toBeVisible()

	// Two tabs and the back button: what is sent twice is one vote.
	const bilal = await another({ name: 'Bilal' })
	await bilal.goto(vote)
	const second = await bilal.context().newPage()
	await second.goto(vote)
	for (const project of [/^A garden room/, /^A choir with tea/])
		await bilal.getByRole('checkbox', { name: project }).check()
	await cast(bilal)
	await expectIn(bilal)
	await second.getByRole('checkbox', { name: /^Night sitting/ }).check()
	await second.getByRole('button', { name: /^(Cast|Change) my vote$/ }).click()
	await expectIn(second)
	await bilal.goBack()
	await bilal.getByRole('button', { name: /^(Cast|Change) my vote$/ }).click()
	await expectIn(bilal)
	await bilal.goto(vote)
	await expect(bilal.getByText(/^3 of \d+ have voted/)).toBeVisible()

	// Paper at two halls: one hall's papers are taken in by the facilitator, the other's by the chair.
	const amina = await another({ js: false, name: 'Amina' })
	await farah.goto(`${vote}/paper`)
	await expect(farah.getByRole('row', { name: /^Grace/ })).toContainText('Has voted on a screen')
	await farah.getByRole('button', { name: /^Paper came back.*Helen$/ }).click()
	await expect(farah.getByText('1 paper has come back.', { exact: false })).toBeVisible()
	await amina.goto(`${vote}/paper`)
	await amina.getByRole('button', { name: /^Paper came back.*Sian$/ }).click()
	await expect(amina.getByText('2 papers have come back.', { exact: false })).toBeVisible()

	// Twice: a paper of somebody who has voted meanwhile, and a screen of somebody whose paper came.
	const doreen = await another({ name: 'Doreen' })
	await doreen.goto(vote)
	await amina.goto(`${vote}/paper`)
	await doreen.getByRole('checkbox', { name: /^Weekend breaks/ }).check()
	await cast(doreen)
	await expectIn(doreen)
	await amina.getByRole('button', { name: /^Paper came back.*Doreen$/ }).click()
	await expect(amina.getByRole('alert')).toContainText('this person has voted on a screen already')
	const helen = await another({ name: 'Helen' })
	await helen.goto(vote)
	await expect(helen.getByText('Your paper vote has come in, and it is the one that counts.')).toBeVisible()
	await expect(helen.getByRole('button', { name: /^(Cast|Change) my vote$/ })).toHaveCount(0)

	// Those who proposed the kitchen take it back. Whoever runs the vote records it, once, with the reason.
	const stale = await grace.context().newPage()
	await stale.goto(vote)
	await stale.getByRole('checkbox', { name: /^A shared kitchen/ }).check()
	await stale.getByRole('checkbox', { name: /^A garden room/ }).check()
	await farah.goto(vote)
	await farah.getByRole('link', { name: 'Withdraw something' }).click()
	await expect(farah.getByText('This cannot be undone', { exact: false })).toBeVisible()
	await expect(farah.getByText('What was sent cannot be called back', { exact: false })).toBeVisible()
	await farah.getByRole('radio', { name: 'A shared kitchen' }).check()
	await farah.getByRole('button', { name: 'Record that it was withdrawn' }).click()
	await expect(farah.getByRole('link', { name: /^Enter the reason/ })).toBeVisible()
	await expectAccessible(farah)
	await expectNoSidewaysScroll(farah)
	await farah.getByRole('textbox', { name: 'Why was it withdrawn?' }).fill('The hall it was for has been let.')
	await farah.getByRole('button', { name: 'Record that it was withdrawn' }).click()
	await expect(farah.getByText('It is withdrawn. Everyone who can see this vote can read why.')).toBeVisible()
	await expect.poll(async () => await mailsAbout('Something was withdrawn from a vote')).toBeGreaterThan(0)

	// A form that was open before is refused in words and keeps the rest; who has voted is told, and changes their mind.
	await stale.getByRole('button', { name: 'Change my vote' }).click()
	await expect(
		stale.getByRole('alert').getByText('“A shared kitchen” was withdrawn, so it can no longer be chosen.', {
			exact: false,
		}),
	).toBeVisible()
	await expect(stale.getByRole('checkbox', { name: /^A shared kitchen/ })).toHaveCount(0)
	await expect(stale.getByRole('checkbox', { name: /^A garden room/ })).toBeChecked()
	await grace.goto(vote)
	await expect(grace.getByText(/^“A shared kitchen” was withdrawn at .*, while people were voting\.$/)).toBeVisible()
	await expect(grace.getByText('The reason: The hall it was for has been let.')).toBeVisible()
	await expect(
		grace.getByText(/this page cannot show you what you chose.* Or fill in the whole ballot again/),
	).toBeVisible()
	await helen.reload()
	await expect(helen.getByText('Your vote came on paper and cannot be changed.', { exact: false })).toBeVisible()

	// Whoever has no vote sees what there is to choose from, what it costs, and what was withdrawn and why.
	const passerBy = await another()
	await passerBy.goto(vote)
	for (const page of [passerBy, helen]) {
		const list = page.getByRole('table', { name: 'What people choose from' })
		await expect(list.getByRole('row', { name: /^A minibus/ })).toContainText('£10,000')
		await expect(list.getByRole('row', { name: /^A shared kitchen \(withdrawn\)/ })).toBeVisible()
		await expect(page.getByText('People are voting on these words and no others:')).toBeVisible()
		await expect(page.getByText(/You can change your mind|No page shows how you voted/)).toHaveCount(0)
	}
	await expect(passerBy.getByText('The reason: The hall it was for has been let.')).toBeVisible()
	await expectAccessible(passerBy)
	await expectNoSidewaysScroll(passerBy)
	await expectNoSidewaysScroll(grace)
	await bilal.goto(vote)
	await expect(bilal.getByText('The reason: The hall it was for has been let.')).toBeVisible()
	await expectAccessible(bilal)
	for (const project of [/^A garden room/, /^A choir with tea/])
		await grace.getByRole('checkbox', { name: project }).check()
	await grace.getByRole('button', { name: 'Change my vote' }).click()
	await expectIn(grace)
	await amina.goto(`${vote}/paper/print`)
	await expect(
		amina.getByText(/^“A shared kitchen” was withdrawn .* It can no longer be chosen\.$/).first(),
	).toBeVisible()
	await expect(amina.getByRole('listitem').filter({ hasText: 'A shared kitchen' })).toHaveCount(0)

	// The first paper was filled in before: its cross for the kitchen is entered as it stands, and lapses.
	for (const page of [farah, amina])
		for (const number of [1, 2]) {
			await page.goto(`${vote}/paper/reading?number=${number}`)
			const voice = number === 1 ? 'Commissioner' : 'Provider'
			const radio = page.getByRole('radio', { name: new RegExp(`^${voice}`) })
			if (await radio.count()) await radio.check()
			await page.getByRole('checkbox', { name: number === 1 ? /^A minibus/ : /^Weekend breaks/ }).check()
			if (number === 1) await page.getByRole('checkbox', { name: /^A shared kitchen \(withdrawn\)/ }).check()
			await page.getByRole('button', { name: 'This is what the paper says' }).click()
			await expect(page.getByText(`Paper ${number} is read.`)).toBeVisible()
		}

	await endVoting(vote)
	const anyone = await another()
	await anyone.goto(vote)
	await expect(anyone.getByRole('main')).toContainText('A minibus')
	await expect(
		anyone.getByText('What one person chooses may cost that together at most.', { exact: false }).first(),
	).toBeVisible()
	await expectAccessible(anyone)
	await expectNoSidewaysScroll(anyone)
	const file = await anyone.request.get(`${vote}/files/ballots.csv`)
	expect(file.status()).toBe(200)
	const ballots = await file.text()
	expect(ballots).not.toMatch(/Grace|Tomasz|Helen|Sian|Doreen|Bilal/)
	expect(ballots).toContain(',withdrawn:a,')

	// Two projects that cost the same and were chosen by as many: the lot drawn at opening decides, and the page says so.
	const published = await (await anyone.request.get(`${vote}/files/result.json`)).text()
	const result = JSON.parse(published) as {
		winners: string[]
		tieOrder: string[]
		withdrawn: string[]
		outcome: string
	}
	const favoured = result.tieOrder.find((id) => id === 'e' || id === 'f')!
	expect(result).toMatchObject({ outcome: 'chosen', winners: ['d', 'b', favoured], withdrawn: ['a'] })
	const drawn = favoured === 'e' ? 'A garden room' : 'A choir with tea'
	const passed = favoured === 'e' ? 'A choir with tea' : 'A garden room'
	await expect(
		anyone.getByText(
			new RegExp(
				`^Step 3: “(${drawn}|${passed})” and “(${drawn}|${passed})” were level\\. “${drawn}” came first, by the lot drawn before voting opened\\.$`,
			),
		),
	).toBeVisible()
	await expect(
		anyone.getByText(`People would fund “A minibus”, “Weekend breaks” and “${drawn}”.`, { exact: true }),
	).toBeVisible()
	await expect(anyone.getByText('The reason: The hall it was for has been let.')).toBeVisible()
	await expect(anyone.getByText(/“A shared kitchen” would not be funded/)).toHaveCount(0)
	await expect(anyone.getByText('It costs more than the whole pot.')).toBeVisible()
	await anyone.goto(`${vote}/steps`)
	await expect(anyone.getByText(/^“A shared kitchen” was withdrawn/)).toBeVisible()
	await expectAccessible(anyone)
	await anyone.goto(`${vote}/minute`)
	await expect(anyone.getByText('Reason: The hall it was for has been let.', { exact: false })).toBeVisible()
	await expect(anyone.getByText('A pool, £250,000. Reason: It costs more than the whole pot.')).toBeVisible()

	// Anybody counts it again from what is handed out.
	const folder = test.info().outputPath('taken-away')
	mkdirSync(folder, { recursive: true })
	writeFileSync(join(folder, 'result.json'), published)
	for (const name of ['ballots.json', 'ballots.pb']) {
		writeFileSync(join(folder, name), await (await anyone.request.get(`${vote}/files/${name}`)).text())
		const said: string[] = []
		const again = recountFile([join(folder, name), '--against', join(folder, 'result.json')], (text) => said.push(text))
		expect({ name, again, said: said.join('') }).toMatchObject({ again: 0, said: expect.stringMatching(/^The same/) })
		expect(said.join('')).toContain('withdrawn')
	}

	// Nobody alone takes a paper off any more.
	await farah.goto(`${vote}/paper`)
	await expect(farah.getByRole('button', { name: /Noted by mistake/ })).toHaveCount(0)
})

test('J1: a show of views on a draft, by keyboard, by card, with a supporter; then one sees it differently', async ({
	page,
	another,
}) => {
	test.setTimeout(240_000)
	const vote = await openQuestion({
		method: 'motion',
		question: 'Is this draft ready to be shown to others?',
		rules: { ...secret, threshold: 'majority' },
		options: [],
	})
	const farah = await another({ name: 'Farah' })
	const grace = await another({ js: false })
	await comeInByCard(farah, grace, 'Grace')
	await grace.goto(vote)
	await expect(grace.getByText('This is a show of views. It is not a board decision.')).toBeVisible()
	await grace.getByRole('radio', { name: 'For', exact: true }).check()
	await cast(grace)
	await expectIn(grace)

	// What a screen reader is told: the question names the group of choices, and a mistake is said first.
	await signIn(page, 'Bilal')
	await page.goto(vote)
	const choices = page.getByRole('group', { name: 'Is this draft ready to be shown to others?' })
	await expect(choices.getByRole('radio')).toHaveCount(3)
	await page.getByRole('button', { name: 'Cast my vote' }).press('Enter')
	await expect(page).toHaveTitle(/^Error: /)
	await choices.getByRole('radio', { name: 'Against' }).press('Space')
	await page.getByRole('button', { name: 'Cast my vote' }).press('Enter')
	await expectIn(page)
	const receipt = (await page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/).textContent())!
	await page.emulateMedia({ media: 'print' })
	await expect(page.getByText(receipt)).toBeVisible()
	await expect(page.getByText(/^Check it here: http/)).toBeVisible()
	await page.emulateMedia({ media: 'screen' })

	// A session that ends in the middle: the reason is handed back, nothing is cast, and the vote is still theirs.
	const doreen = await another({ js: false, name: 'Doreen' })
	await doreen.goto(vote)
	await doreen.getByRole('radio', { name: 'For', exact: true }).check()
	await doreen.getByRole('textbox', { name: /Your reason/ }).fill('It says what we said.')
	await doreen.context().clearCookies()
	await cast(doreen)
	await expect(doreen.getByRole('heading', { name: 'You are signed out' })).toBeVisible()
	await expect(doreen.getByRole('textbox', { name: 'Your words' })).toHaveValue('It says what we said.')
	await expect(doreen.getByText('You had chosen: For')).toBeVisible()
	await signIn(doreen, 'Doreen')
	await doreen.goto(vote)
	await expect(doreen.getByText(/^2 of \d+ have voted/)).toBeVisible()
	await doreen.getByRole('radio', { name: 'For', exact: true }).check()
	await cast(doreen)
	await expectIn(doreen)

	await endVoting(vote)
	await doreen.goto(`${vote}/receipt`)
	await doreen.getByRole('textbox', { name: 'The code on your receipt' }).fill(receipt)
	await doreen.getByRole('button', { name: 'Check my receipt' }).click()
	await expect(doreen.getByText('Your vote is in the count.')).toBeVisible()
	await page.goto(vote)
	await page.getByRole('textbox', { name: 'How do you see it differently?' }).fill('The night hours are missing.')
	await page.getByRole('button', { name: 'Add my note' }).click()
	await grace.goto(vote)
	await expect(grace.getByText('The night hours are missing.')).toBeVisible()
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)
})
