import { type APIRequestContext, type APIResponse, expect, test } from '@playwright/test'
import { findId, OwnServer } from './own-server.ts'
import { addressOf } from './rights-address.ts'
import { kinds, table, things, visitors } from './rights-table.ts'

/**
 * Asks every address of the product, with every verb it knows, as every kind of visitor, on a server of its own (posting
 * empty forms changes things), and compares with the one table that says what each may do.
 */
const server = new OwnServer('rights')
const doors = new Map<string, APIRequestContext>()
const ids = new Map<string, string>()

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
	test.setTimeout(180_000)
	await server.start()
	for (const [kind, name] of Object.entries(visitors)) doors.set(kind, await server.comeIn(name))
	for (const [key, { list, title, as, shownOn }] of Object.entries(things))
		ids.set(key, await findId(doors.get(as)!, list, title, shownOn))
})

test.afterAll(async () => {
	await Promise.all([...doors.values()].map((door) => door.dispose()))
	await server.remove()
})

test('every address and verb is in the table, and nothing else is', async () => {
	const real = await listRealRoutes()
	const said = new Set(table.map(({ verb, path }) => `${verb} ${path}`))
	expect([...said].filter((row) => !real.has(row)).sort(), 'rows without a route').toEqual([])
	expect([...real].filter((route) => !said.has(route)).sort(), 'routes without a row').toEqual([])
})

for (const { verb, path, thing, answers } of table) {
	test(`${verb} ${path}${thing ? ` (${thing})` : ''}`, async () => {
		const got: Record<string, string> = {}
		for (const kind of kinds) got[kind] = await ask(kind, verb, addressOf(path, thing, ids))
		expect(got).toEqual(Object.fromEntries(kinds.map((kind, i) => [kind, answers[i]])))
	})
}

async function ask(kind: string, verb: string, path: string): Promise<string> {
	const door = doors.get(kind)!
	const options = { maxRedirects: 0 }
	const response = verb === 'GET' ? await door.get(path, options) : await door.post(path, { ...options, form: {} })
	return nameOf(response)
}

/** page, done (went through and moved on), mend (allowed, but the form must be mended), sign-in, no, none, state. */
function nameOf(response: APIResponse): string {
	const to = response.headers().location ?? ''
	const status = response.status()
	if (status === 302 && to.startsWith('/sign-in?')) return 'sign-in'
	if (status === 401) return 'sign-in'
	if (status === 302 || status === 303) return 'done'
	return (
		({ 200: 'page', 403: 'no', 404: 'none', 409: 'state', 422: 'mend', 429: 'limit' } as Record<number, string>)[
			status
		] ?? String(status)
	)
}

/** Straight from the built app: a route answers GET if it has a page or a loader, POST if it has an action. */
async function listRealRoutes(): Promise<Set<string>> {
	const { routes } = (await import(new URL('../build/server/index.js', import.meta.url).href)) as {
		routes: Record<string, { parentId?: string; path?: string; index?: boolean; module: Record<string, unknown> }>
	}
	const real = new Set<string>()
	for (const route of Object.values(routes)) {
		if (!route.path && !route.index) continue
		const parents: string[] = []
		for (let one: typeof route | undefined = route; one; one = one.parentId ? routes[one.parentId] : undefined) {
			if (one.path) parents.unshift(one.path)
		}
		const path = `/${parents.join('/')}`.replace('//', '/')
		if (route.module.default || route.module.loader) real.add(`GET ${path}`)
		if (route.module.action) real.add(`POST ${path}`)
	}
	return real
}
