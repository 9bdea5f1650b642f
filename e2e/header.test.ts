import { expect, expectAccessible, harbourside, test } from './fixtures.ts'

for (const js of [true, false])
	test(`on a small screen with big text the page begins on the first screen, and every place is a key away${js ? '' : ', without scripts'}`, async ({
		another,
	}) => {
		const page = await another({ js, name: 'Farah' })
		await page.setViewportSize({ width: 320, height: 640 })
		await page.goto(`${harbourside}/meetings`)
		const places = ['Now', 'Documents', 'Decisions', 'Meetings', 'Actions', 'People']
		const nav = page.getByRole('navigation', { name: 'Main' })
		for (const name of places) await expect(nav.getByRole('link', { name, exact: true })).toBeVisible()

		await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'))
		await expect(nav).toBeHidden()
		expect((await page.getByRole('banner').boundingBox())!.height).toBeLessThan(320)
		await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 })

		const focused = page.locator(':focus')
		await page.keyboard.press('Tab')
		await expect(focused).toHaveText('Skip to main content')
		await page.keyboard.press('Tab')
		await page.keyboard.press('Tab')
		await expect(focused).toHaveText('Menu')
		await page.keyboard.press('Enter')
		for (const name of places) {
			await page.keyboard.press('Tab')
			await expect(focused).toHaveText(name)
		}
		await page.keyboard.press('Tab')
		await expect(focused).toHaveText('Farah, commissioner')
		await page.keyboard.press('Tab')
		await expect(focused).toHaveText('Sign out')
		if (js) await expectAccessible(page)
		await nav.getByRole('link', { name: 'Decisions' }).press('Enter')
		await expect(page).toHaveURL(`${harbourside}/decisions`)
	})
