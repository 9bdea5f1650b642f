import { expect, type Page } from '@playwright/test'
import { harbourside } from './fixtures.ts'
import { findVersionId } from './own-things.ts'

interface ToAsk {
	want: string
	kind?: 'A show of views' | 'A panel vote'
	document?: string
}

/** The first page of setting up: what they want to know, what it is worth, and whom they ask. */
export async function startSettingUp(
	page: Page,
	{ want, kind = 'A show of views', document = 'Breaks for carers that fit real weeks' }: ToAsk,
) {
	await page.goto(`${harbourside}/decisions/new?version=${await findVersionId(page.request, document)}`)
	const asked = page.getByRole('radio', { name: want, exact: true, includeHidden: true })
	if (!(await asked.isVisible())) await page.locator('details', { has: asked }).locator('summary').click()
	await asked.check()
	await page.getByRole('radio', { name: kind }).check()
	await page.getByRole('radio', { name: 'Carers’ panel' }).check()
	await page.getByRole('button', { name: 'Continue' }).click()
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(want)
}

/** What every question is asked for besides its own rules. */
export async function fillInCommon(page: Page, question: string) {
	await page.getByRole('textbox', { name: 'What is the question?' }).fill(question)
	const closes = new Date(Date.now() + 9 * 24 * 60 * 60_000)
	await page.getByRole('textbox', { name: 'Day' }).fill(String(closes.getUTCDate()))
	await page.getByRole('textbox', { name: 'Month' }).fill(String(closes.getUTCMonth() + 1))
	await page.getByRole('textbox', { name: 'Year' }).fill(String(closes.getUTCFullYear()))
}

/** One row of what can be chosen. */
export async function fillInRow(page: Page, row: string, answers: Record<string, string>) {
	const group = page.getByRole('group', { name: row, exact: true })
	for (const [label, answer] of Object.entries(answers)) await group.getByRole('textbox', { name: label }).fill(answer)
}
