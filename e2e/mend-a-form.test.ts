import type { Cookie, Page } from '@playwright/test'
import { test as base, expect, harbourside, signIn } from './fixtures.ts'
import { findId, OwnServer } from './own-server.ts'
import { findVersionId } from './own-things.ts'
import { addressOf } from './rights-address.ts'
import { type Kind, kinds, table, things, visitors } from './rights-table.ts'

/**
 * Every form there is, sent empty and sent with nonsense in every box: what must be mended is listed in the order of the
 * fields, each line leads to its field, and what was typed is still there. On a server of its own, without JavaScript.
 */
const server = new OwnServer('mend-a-form')
const ids = new Map<string, string>()
const cookies = new Map<Kind, Cookie[]>()

const test = base.extend({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from this pattern
	baseURL: async ({}, use) => use(server.origin),
})

test.use({ javaScriptEnabled: false })

test.beforeAll(async () => {
	test.setTimeout(180_000)
	await server.start()
})
test.afterAll(() => server.remove())

interface Form {
	name: string
	as: Kind
	address(page: Page): Promise<string>
}

/** Forms that the address alone does not lead to. */
const begun: Form[] = [
	...(['agree', 'live-with', 'several', 'good', 'matter', 'fund'] as const).map(
		(want): Form => ({
			name: `a vote: ${want}`,
			as: 'facilitator',
			address: async (page) => `${await voteAbout(page)}&want=${want}&kind=panel-vote&group=${await groupOf(page)}`,
		}),
	),
	{
		name: 'what a vote is about',
		as: 'facilitator',
		address: async (page) => `${await voteAbout(page)}&step=questions`,
	},
	{ name: 'a board decision', as: 'facilitator', address: boardEntry },
	{
		name: 'an action',
		as: 'facilitator',
		address: async (page) => {
			const decision = await findId(page.request, `${harbourside}/decisions`, 'Should this become a priority for 2027')
			return `${harbourside}/actions/new?decision=${decision}`
		},
	},
]

/** Where somebody may come and an empty form must be mended, as the table of rights has it. */
const ofTable = table
	.filter(({ verb, answers }) => verb === 'POST' && answers.includes('mend'))
	.filter(({ path }, at, rows) => rows.findIndex((row) => row.path === path) === at)
	.flatMap(({ path, thing, answers }): Form[] => {
		const shown = table.find((row) => row.verb === 'GET' && row.path === path && row.thing === thing)
		const as = kinds.find((_, at) => answers[at] === 'mend' && shown?.answers[at] === 'page')
		if (!as || path.includes('none') || path === '/p/:partnership/actions/new') return []
		const address = async (page: Page) => {
			if (thing && !ids.has(thing)) ids.set(thing, await lookUp(page, thing))
			return addressOf(path, thing, ids)
		}
		return [{ name: `${path}${thing ? ` (${thing})` : ''}`, as, address }]
	})

test('most forms of the product are here', () => {
	expect(ofTable.length).toBeGreaterThan(30)
})

for (const { name, as, address } of [...begun, ...ofTable])
	test(name, async ({ page }) => {
		await comeInOnce(page, as)
		const path = await address(page)
		let summaries = 0
		for (const typed of ['', nonsense]) {
			await page.goto(path)
			const sent = await fillAndSend(page, typed)
			if (!sent) continue
			const { linked, inOrder, lost } = await look(page, sent)
			summaries += await page.getByRole('heading', { name: 'There is a problem' }).count()
			expect(lost, 'what was typed and is gone').toEqual([])
			expect(linked, 'the lines in the order of their fields').toEqual(inOrder)
		}
		const isLong = begun.some((form) => form.name === name)
		if (isLong) expect(summaries, 'empty and with nonsense').toBe(2)
	})

const nonsense = 'x!'.repeat(60)

/** Fills every box, opens nothing, chooses nothing, and presses the form's main button. Null where there is no such form. */
async function fillAndSend(page: Page, typed: string) {
	const sent = await page.evaluate((words) => {
		const button = [...document.querySelectorAll<HTMLButtonElement>('main form button.govuk-button')].find(
			(one) => !one.classList.contains('govuk-button--secondary'),
		)
		const form = button?.form
		if (!form) return null
		form.noValidate = true
		const boxes = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
			(box) => box.name && !['hidden', 'radio', 'checkbox', 'file', 'submit'].includes(box.type),
		)
		for (const box of boxes) box.value = words
		return { names: boxes.map(({ name, value }) => [name, value] as const) }
	}, typed)
	if (!sent) return null
	const button = page.locator('main form button.govuk-button:not(.govuk-button--secondary)').first()
	// The page that stands now must not be looked at in place of the one that comes.
	await Promise.all([page.waitForEvent('load'), button.click()])
	return sent
}

async function look(page: Page, { names }: { names: (readonly [string, string])[] }) {
	return await page.evaluate((typed) => {
		const links = [...document.querySelectorAll<HTMLAnchorElement>('.govuk-error-summary__list a[href^="#"]')]
		const ids = links.map((link) => decodeURIComponent(link.getAttribute('href')!.slice(1)))
		const missing = ids.filter((id) => !document.getElementById(id))
		const all = [...document.querySelectorAll('[id]')].map(({ id }) => id)
		const inOrder = [...ids].sort((a, b) => all.indexOf(a) - all.indexOf(b))
		const isBack = links.length > 0
		const lost = typed.flatMap(([name, value]) => {
			const boxes = [...document.getElementsByName(name)] as HTMLInputElement[]
			const kept = boxes.some((box) => box.value === value)
			return isBack && !kept ? [name] : []
		})
		return { linked: [...missing.map((id) => `no field ${id}`), ...ids], inOrder, lost }
	}, names)
}

async function comeInOnce(page: Page, kind: Kind) {
	const known = cookies.get(kind)
	const name = visitors[kind]
	if (known) await page.context().addCookies(known)
	else if (name) await signIn(page, name)
	cookies.set(kind, await page.context().cookies())
}

async function lookUp(page: Page, thing: string): Promise<string> {
	const { list, title, shownOn } = things[thing] ?? {}
	if (!list || !title) return thing
	return await findId(page.request, list, title, shownOn)
}

async function voteAbout(page: Page) {
	const version = await findVersionId(page.request, 'Breaks for carers that fit real weeks')
	return `${harbourside}/decisions/new?version=${version}`
}

async function groupOf(page: Page) {
	return await findId(page.request, `${harbourside}/people/groups`, 'Carers’ panel', `${harbourside}/people`)
}

async function boardEntry(page: Page) {
	const version = await findVersionId(page.request, 'Living well by the harbour, 2026 to 2031')
	const board = await findId(
		page.request,
		`${harbourside}/people/groups`,
		'Health and Wellbeing Board',
		`${harbourside}/people`,
	)
	return `${harbourside}/decisions/board/new?version=${version}&group=${board}`
}
