import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import { expect, test } from 'vitest'
import * as entry from './entry.server.tsx'
import * as root from './root.tsx'

/** The app's own root and server entry, with one page that refuses. */
async function refusedWith(refusal: Response) {
	const routes = {
		root: {
			id: 'root',
			path: '',
			module: { ...root, loader: () => ({ said: null, visitor: { name: 'Priya' }, demo: false }) },
		},
		page: {
			id: 'page',
			parentId: 'root',
			path: 'a-page',
			module: {
				default: () => null,
				loader: () => {
					throw refusal
				},
			},
		},
	}
	const manifestRoute = { module: '', hasAction: false, hasLoader: true, hasErrorBoundary: false }
	const manifest = {
		version: '',
		url: '',
		entry: { module: '', imports: [] },
		routes: {
			root: { ...manifestRoute, id: 'root', path: '', hasErrorBoundary: true },
			page: { ...manifestRoute, id: 'page', parentId: 'root', path: 'a-page' },
		},
	}
	const build = {
		entry: { module: entry },
		routes,
		assets: manifest,
		publicPath: '/',
		assetsBuildDirectory: '',
		future: {},
		isSpaMode: false,
	} as unknown as ServerBuild
	const response = await createRequestHandler(build, 'production')(new Request('http://localhost/a-page?as=1'))
	return { status: response.status, headers: response.headers, page: await response.text() }
}

test('whoever must wait gets the same address again and when, and is not told to sign in', async () => {
	const notYet = new Response(null, { status: 503, headers: { 'retry-after': '60' } })
	const { status, headers, page } = await refusedWith(notYet)
	expect(status).toBe(503)
	expect(headers.get('retry-after')).toBe('60')
	expect(page).toContain('<title>This is still being worked out – Alongside</title>')
	expect(page).toContain('href="/a-page?as=1">Load this page again</a>')
	expect(page).not.toContain('/sign-in')
})

test('of what is not there a page is told where else to go', async () => {
	const { status, headers, page } = await refusedWith(new Response(null, { status: 404 }))
	expect(status).toBe(404)
	expect(headers.has('retry-after')).toBe(false)
	expect(page).toContain('<title>This page is not here – Alongside</title>')
	expect(page).toContain('Go to the first page')
	expect(page).not.toContain('/sign-in')
	expect(page).not.toContain('Load this page again')
})
