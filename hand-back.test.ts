import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import pino from 'pino'
import { expect, test } from 'vitest'
import * as entry from './app/entry.server.tsx'
import * as root from './app/root.tsx'
import { Unanswered } from './collab-server/in-time.ts'
import { handingBack } from './hand-back.ts'

const busy = Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
const silent = new Error('Failed query: select 1', { cause: new Error('the database does not answer') })
const typed = 'Two hours of\ncareful words.'

/** The app's own root and server entry, with one page that breaks. Where the database is silent, so does what is around it. */
async function broken(error: Error, how: 'page' | 'form' | 'no page', isSilent = false) {
	const fail = () => {
		throw error
	}
	const around = () => ({ said: null, visitor: { name: 'Priya' }, demo: false })
	const routes = {
		root: { id: 'root', path: '', module: { ...root, loader: isSilent ? fail : around } },
		page: {
			id: 'page',
			parentId: 'root',
			path: 'a-page',
			module: {
				...(how !== 'no page' && { default: () => null }),
				...(how === 'page' ? { loader: fail } : { loader: () => null }),
				action: async ({ request }: { request: Request }) => {
					await request.formData()
					fail()
				},
			},
		},
	}
	const manifestRoute = { module: '', hasAction: true, hasLoader: true, hasErrorBoundary: false }
	const build = {
		entry: { module: entry },
		routes,
		assets: {
			version: '',
			url: '',
			entry: { module: '', imports: [] },
			routes: {
				root: { ...manifestRoute, id: 'root', path: '', hasErrorBoundary: true },
				page: { ...manifestRoute, id: 'page', parentId: 'root', path: 'a-page' },
			},
		},
		publicPath: '/',
		assetsBuildDirectory: '',
		future: {},
		isSpaMode: false,
	} as unknown as ServerBuild
	const request = new Request(
		'http://localhost/a-page',
		how === 'page' ? {} : { method: 'POST', body: new URLSearchParams({ text: typed }) },
	)
	const context = { log: pino({ level: 'silent' }) } as never
	const response = await createRequestHandler(handingBack(build), 'production')(request, context)
	return { status: response.status, retryAfter: response.headers.get('retry-after'), page: await response.text() }
}

test.each([
	['another process has the file locked', busy, false],
	['it is silent, also for the page around it', silent, true],
	['it was not heard in time', new Unanswered('no answer within 3 ms'), false],
])('a form while the database does not answer: %s', async (_case, error, isSilent) => {
	const { status, retryAfter, page } = await broken(error, 'form', isSilent)
	expect([status, retryAfter]).toEqual([503, '10'])
	expect(page).toContain('<title>The database does not answer – Alongside</title>')
	expect(page).toContain('It may be saved all the same')
	expect(page).toContain(`${typed}</textarea>`)
	expect(page).not.toContain('/sign-in')
})

test('a page while the database does not answer is to be loaded again', async () => {
	const { status, retryAfter, page } = await broken(silent, 'page', true)
	expect([status, retryAfter]).toEqual([503, '10'])
	expect(page).toContain('Wait a minute and load it again')
	expect(page).not.toContain('/sign-in')
})

test('whatever else breaks a form, its words come back', async () => {
	const { status, page } = await broken(new Error('a mistake of ours'), 'form')
	expect(status).toBe(500)
	expect(page).toContain('Something broke on our side')
	expect(page).toContain(`${typed}</textarea>`)
	expect(page).not.toContain('a mistake of ours')
})

test('a form that has no page of its own says so too', async () => {
	const { status, page } = await broken(busy, 'no page')
	expect(status).toBe(503)
	expect(page).toContain('<h1>The database does not answer</h1>')
})
