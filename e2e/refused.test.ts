import { expect, expectAccessible, expectNoSidewaysScroll, harbourside, test } from './fixtures.ts'

test('somebody signed in who is refused keeps the header and the menu, and is told what next', async ({ another }) => {
	const farah = await another({ name: 'Farah' })
	await farah.goto(`${harbourside}/documents`)
	await farah.getByRole('link', { name: 'Breaks for carers that fit real weeks' }).click()
	const document = new URL(farah.url()).pathname

	const page = await another({ name: 'Doreen' })
	for (const [path, title, wayOn] of [
		[`${document}/stop`, 'You cannot do this here', { name: 'Go back to this document', href: document }],
		[`${harbourside}/settings`, 'You cannot do this here', { name: 'See what is happening now', href: harbourside }],
		[
			`${harbourside}/documents/0000000000000000`,
			'This page is not here',
			{ name: 'See the documents', href: `${harbourside}/documents` },
		],
	] as const) {
		await page.goto(path)
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
		await expect(page).toHaveTitle(`${title} – Harbourside Health and Wellbeing Partnership – Alongside`)
		await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Decisions' })).toBeVisible()
		await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
		await expect(page.getByText(/sign in/i)).toHaveCount(0)
		await expect(page.getByText('A facilitator can tell you more', { exact: false })).toBeVisible()
		await expect(page.getByRole('link', { name: wayOn.name })).toHaveAttribute('href', wayOn.href)
	}
	await expectAccessible(page)
	await expectNoSidewaysScroll(page)

	// A form that is refused is answered under the same header.
	const headers = { origin: new URL(page.url()).origin }
	const posted = await page.request.post(`${document}/stop`, {
		headers,
		form: { words: 'It is not what we said in October.' },
	})
	expect(posted.status()).toBe(403)
	const answer = await posted.text()
	expect(answer).toContain('Sign out')
	expect(answer).toContain('Copy it before you leave this page')

	// Outside a partnership as well.
	await page.goto('/nowhere')
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('This page is not here')
	await expect(page).toHaveTitle('This page is not here – Alongside')
	await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
	await expect(page.getByText(/sign in/i)).toHaveCount(0)
})

test('a visitor who asks for the people is told why they are asked to sign in, and how to go back', async ({
	page,
}) => {
	await page.goto(`${harbourside}/people`)
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Sign in')
	await expect(page.getByText('Only members can see who is here, so sign in first.', { exact: false })).toBeVisible()
	await page.getByRole('link', { name: /^go back to / }).click()
	await expect(page).toHaveURL(new RegExp(`${harbourside}$`))
	await page.goto(`/sign-in?next=${harbourside}/documents`)
	await expect(page.getByText('Only members can see who is here', { exact: false })).toHaveCount(0)
})

test('what a page is made from is at no address of its own', async ({ page }) => {
	for (const address of [`${harbourside}/decisions.data`, `${harbourside}/people?_data=root`]) {
		const answer = await page.request.get(address)
		expect(answer.status()).toBe(404)
		expect(await answer.text()).toContain('There is no page here')
	}
})
