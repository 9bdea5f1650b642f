import type { Cookie, Page } from '@playwright/test'
import { expect, expectAccessible, expectNoSidewaysScroll, signIn, test } from './fixtures.ts'
import { findId } from './own-server.ts'
import { addressOf } from './rights-address.ts'
import { type Kind, kinds, table, things, visitors } from './rights-table.ts'

/**
 * Every page there is, opened by somebody who may see it: no rule of axe is broken, nothing sticks out sideways at 320 px
 * or with the text twice as big, there is one title and one main heading, and every page can be left by keyboard.
 */
const readers: Kind[] = ['chair', 'facilitator', 'circle', 'seat', 'nobody']
const notPages = /[.](json|txt)$|[/]files[/]:file$/
const ids = new Map<string, string>()
const cookies = new Map<Kind, Cookie[]>()

interface Walk {
	path: string
	thing: string | null
}

const walks = new Map<Kind, Walk[]>()
for (const { verb, path, thing, answers } of table) {
	const reader = readers.find((kind) => answers[kinds.indexOf(kind)] === 'page')
	if (verb !== 'GET' || !reader || notPages.test(path)) continue
	walks.set(reader, [...(walks.get(reader) ?? []), { path, thing }])
}

for (const [kind, pages] of walks) {
	test.describe(`as ${kind}`, () => {
		for (const { path, thing } of pages) {
			test(`${path}${thing ? ` (${thing})` : ''}`, async ({ page }) => {
				await comeInOnce(page, kind)
				if (thing && !ids.has(thing)) ids.set(thing, await lookUp(page, thing))
				await page.goto(addressOf(path, thing, ids))
				await expect(page.locator('h1')).toHaveCount(1)
				expect(await page.title()).not.toBe('Alongside')
				await expectAccessible(page)
				await page.keyboard.press('Tab')
				await expect(page.getByRole('link', { name: 'Skip to main content' })).toBeFocused()
				await expectNoSidewaysScroll(page)
			})
		}
	})
}

async function comeInOnce(page: Page, kind: Kind) {
	const name = visitors[kind]
	const known = cookies.get(kind)
	if (known) await page.context().addCookies(known)
	else if (name) await signIn(page, name)
	cookies.set(kind, await page.context().cookies())
}

async function lookUp(page: Page, thing: string): Promise<string> {
	const { list, title, shownOn } = things[thing] ?? {}
	if (!list || !title) return thing
	return await findId(page.request, list, title, shownOn)
}
