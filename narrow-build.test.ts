import type { ServerBuild } from '@remix-run/node'
import { matchRoutes } from '@remix-run/react'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import routeConfig from './app/routes.ts'
import { narrowBuild } from './narrow-build.ts'

type Routes = ServerBuild['routes']
type Config = (typeof routeConfig)[number] & { children?: Config[] }

/** Every route of ours by its id, as the build holds them. */
function routesOf(configs: readonly Config[], parentId: string): [string, unknown][] {
	return configs.flatMap(({ file, path, index, children = [] }) => {
		const id = file.replace(/\.tsx?$/, '')
		return [[id, { id, parentId, path, index, module: {} }], ...routesOf(children, id)]
	})
}

const root = { id: 'root', path: '', module: {} }
const ours = buildOf(Object.fromEntries([['root', root], ...routesOf(routeConfig as Config[], 'root')]))

function buildOf(routes: Record<string, unknown>) {
	return { routes, assets: { routes } } as unknown as ServerBuild
}

/** The ids of all that a path matches, from the outside in. */
function matched({ routes }: ServerBuild, path: string) {
	const under = (parentId: string | undefined): Parameters<typeof matchRoutes>[0] =>
		Object.values(routes as Routes).flatMap((route) => {
			if (!route || route.parentId !== parentId) return []
			const { id, path, index } = route
			return [index ? { id, path, index } : { id, path, children: under(id) }]
		})
	return (matchRoutes(under(undefined), path) ?? []).map(({ route, params }) => ({ id: route.id, params }))
}

const ends = Object.values(ours.routes).flatMap((route) => (route?.path || route?.index ? [route] : []))

/** With all that stands around it: `p/:partnership/decisions/:decision/steps`. */
function patternOf(id: string): string {
	const { parentId, path = '' } = ours.routes[id]!
	return [parentId === undefined ? '' : patternOf(parentId), path].filter(Boolean).join('/')
}

const words = [...new Set(ends.flatMap(({ path = '' }) => path.split('/')))].filter((word) => /^[^:*]/.test(word))
const segment = fc.oneof(
	fc.constantFrom(...words),
	fc.constantFrom(...words).map((word) => word.toUpperCase()),
	fc.constantFrom(...words).map((word) => `%${word.charCodeAt(0).toString(16)}${word.slice(1)}`),
	fc.constantFrom(
		'',
		'p',
		'P',
		'%',
		'%zz',
		'%2F',
		'%E2%84%AA',
		'K',
		'.data',
		'p.data',
		'*',
		':decision',
		'..',
		'é',
		'%C3',
	),
	fc.string({ maxLength: 4 }).map(encodeURIComponent),
)
const anyPath = fc.tuple(fc.array(segment, { maxLength: 7 }), fc.constantFrom('', '/', '//', '.data'))
const alongARoute = fc
	.tuple(fc.constantFrom(...ends), fc.infiniteStream(segment), fc.constantFrom('', '/'))
	.map(([{ id }, fill, end]) => {
		const parts = patternOf(id).split('/')
		return `/${parts.map((part) => (/^[:*]/.test(part) ? fill.next().value || 'x' : part)).join('/')}${end}`
	})

test('whatever the path, the part that is kept answers as the whole would', { timeout: 60_000 }, () => {
	const partOf = narrowBuild(ours)
	fc.assert(
		fc.property(
			fc.oneof(
				alongARoute,
				anyPath.map(([path, end]) => `/${path.join('/')}${end}`),
			),
			(path) => {
				expect(matched(partOf(path), path)).toEqual(matched(ours, path))
			},
		),
		{ numRuns: 300 },
	)
})

test('each of our pages is found, among few', () => {
	const partOf = narrowBuild(ours)
	for (const { id } of ends) {
		const path = `/${patternOf(id).replace(/:\w+|\*/g, 'anything')}`
		const part = partOf(path)
		expect(matched(part, path).at(-1)?.id).toBe(id)
		expect(Object.keys(part.routes).length).toBeLessThan(20)
		expect(Object.keys(part.assets.routes)).toEqual(Object.keys(part.routes))
	}
})

test('the same part serves every address of the same shape, however many are asked for', () => {
	const partOf = narrowBuild(ours)
	const part = partOf('/p/harbour/decisions/HB-D1/steps')
	expect(partOf('/p/another/decisions/HB-D2/steps')).toBe(part)
	const parts = new Set(Array.from({ length: 500 }, (_, at) => partOf(`/p/${at}/decisions/${at}/${'x/'.repeat(at)}`)))
	expect(parts.size).toBeLessThan(5)
})

test('what the framework asks about any page is answered by all of it, and so is what only it can tell', () => {
	const partOf = narrowBuild(ours)
	for (const path of ['/__manifest', '/p/harbour/decisions.data', '/p//harbour', '/%zz'])
		expect(partOf(path)).toBe(ours)
	const optional = { ...root, id: 'maybe', parentId: 'root', path: 'en?/pages' }
	const unclear = buildOf({ root, maybe: optional })
	for (const path of ['/en/pages', '/pages']) expect(matched(narrowBuild(unclear)(path), path).at(-1)?.id).toBe('maybe')
})
