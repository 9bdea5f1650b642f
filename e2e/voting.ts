import { expect, type Page } from '@playwright/test'
import { harbourside } from './fixtures.ts'

export const people = `${harbourside}/people`

export const cast = (page: Page) => page.getByRole('button', { name: 'Cast my vote' }).click()
export const expectIn = async (page: Page, heading = 'Your vote is in') =>
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading)

/** Somebody without e-mail: the facilitator prints their card, and they come in by its code, without JavaScript. */
export async function comeInByCard(facilitator: Page, page: Page, name: string) {
	await facilitator.goto(people)
	await facilitator.getByRole('link', { name, exact: true }).click()
	await facilitator.getByRole('link', { name: new RegExp(`card for ${name}`) }).click()
	await facilitator.getByRole('button', { name: /^Make a/ }).click()
	const code = (await facilitator.locator('.return-card__code').textContent())!.trim()
	await page.goto('/join')
	await page.getByLabel('The code on your card or invitation').fill(code)
	await page.getByRole('button', { name: 'Come in' }).click()
	await expect(page.getByText('You are in.')).toBeVisible()
}

/** The member names their supporter, as only they can. */
export async function nameSupporter(page: Page, name: string, supporter: string) {
	await page.goto(people)
	await page
		.getByRole('main')
		.getByRole('link', { name: new RegExp(`^${name}`) })
		.click()
	await page.getByRole('link', { name: 'Who helps you to vote' }).click()
	await page.getByLabel('Who helps you?').selectOption({ label: supporter })
	await page.getByRole('radio', { name: /^One month/ }).check()
	await page.getByRole('button', { name: 'Name my supporter' }).click()
	await expect(page.getByText('Saved. You can end it at any time.')).toBeVisible()
}
