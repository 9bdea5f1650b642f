import AxeBuilder from '@axe-core/playwright'
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { comeIn } from './come-in.ts'

export { expect } from '@playwright/test'

/** The example partnership's address. */
export const harbourside = '/p/harbourside'

/** Comes in as one of the example's people. No page is opened for it: whoever comes in opens their own next. */
export async function signIn(page: Page, name: string) {
	await comeIn(page.request, name)
}

const rulesOf = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No rule of WCAG 2.2 A and AA that axe knows is broken on this page. */
export async function expectAccessible(page: Page) {
	// Sizes and colours are judged, so the style sheet must be there.
	await page.waitForLoadState()
	// In the page itself ("legacy") and asked for nothing but what is broken, axe takes a fifth of the time; it sees into no frame.
	expect(page.frames(), `frames on ${page.url()}`).toHaveLength(1)
	const { violations } = await new AxeBuilder({ page })
		.setLegacyMode()
		.options({ resultTypes: ['violations'] })
		.withTags(rulesOf)
		.analyze()
	const said = violations.map(
		({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.map(({ html }) => html.slice(0, 160)).join('\n    ')}`,
	)
	expect(said, `axe on ${page.url()}`).toEqual([])
}

/** Nothing sticks out sideways: at 320 px wide, and with the text twice as big. */
export async function expectNoSidewaysScroll(page: Page) {
	await page.setViewportSize({ width: 320, height: 640 })
	expect(await overflow(page), `320 px on ${page.url()}`).toBeLessThanOrEqual(0)
	await page.setViewportSize({ width: 640, height: 640 })
	// Our Content-Security-Policy refuses a style sheet put in from outside; a style on the element itself it does not.
	await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'))
	expect(await overflow(page), `200% text on ${page.url()}`).toBeLessThanOrEqual(0)
	await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
}

async function overflow(page: Page) {
	return await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

interface Fixtures {
	/**
	 * Another person's browser, closed after the test. `js: false` for a library PC without JavaScript. `at`: where a test's own
	 * server is.
	 */
	another(options?: { js?: boolean; name?: string; at?: string }): Promise<Page>
}

export const test = base.extend<Fixtures>({
	another: async ({ browser, baseURL }, use) => {
		const contexts: BrowserContext[] = []
		await use(async ({ js = true, name, at = baseURL } = {}) => {
			const context = await openContext(browser, { baseURL: at, js })
			contexts.push(context)
			const page = await context.newPage()
			if (name) await signIn(page, name)
			return page
		})
		await Promise.all(contexts.map((context) => context.close()))
	},
})

async function openContext(browser: Browser, { baseURL, js }: { baseURL: string | undefined; js: boolean }) {
	return await browser.newContext({
		...(baseURL ? { baseURL } : {}),
		javaScriptEnabled: js,
		locale: 'en-GB',
		timezoneId: 'Europe/London',
	})
}
