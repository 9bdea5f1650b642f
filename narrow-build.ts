import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

/** A route that an address can end at, with the routes around it. */
interface Leaf {
	ids: readonly [own: string, ...around: string[]]
	segments: readonly string[]
	/** Which only the framework can tell what they stand for: none of ours is. */
	isUnclear: boolean
}

/** Addresses of the framework itself, about any page; and paths with empty parts, which it reads in its own ways. */
const anyPage = /^\/__|\.data$|\/\/+[^/]/

/**
 * Which part of the build can answer a path. The framework makes the patterns of all its routes anew several times for each page and
 * tries one after the other: with more than a hundred of them, nearly half of what a page took. Among the few that are as long as the
 * path and have no other words in their fixed places, it finds the same page. The same part is the same object, so that what
 * is made of it can be kept; there are no more of them than routes and shapes of addresses.
 */
export function narrowBuild(build: ServerBuild): (pathname: string) => ServerBuild {
	const leaves = leavesOf(build.routes)
	const parts = new Map<string, ServerBuild>()
	return (pathname) => {
		const path = segmentsOf(pathname)
		if (!path || anyPage.test(pathname)) return build
		const near = leaves.filter((leaf) => fits(leaf, path))
		const key = near.map(({ ids }) => ids[0]).join('\n')
		const part = parts.get(key) ?? only(build, new Set(near.flatMap(({ ids }) => ids)))
		parts.set(key, part)
		return part
	}
}

function leavesOf(routes: Routes): Leaf[] {
	return Object.values(routes).flatMap((route) => {
		if (!route || (route.path === undefined && !route.index)) return []
		const around = aroundOf(routes, route.parentId)
		const path = [...around, route].map(({ path = '' }) => path).join('/')
		const segments = path.toLowerCase().split('/').filter(Boolean)
		return { ids: [route.id, ...around.map(({ id }) => id)], segments, isUnclear: path.includes('?') }
	})
}

/** Outermost first. */
function aroundOf(routes: Routes, id: string | undefined): NonNullable<Routes[string]>[] {
	const route = id === undefined ? undefined : routes[id]
	return route ? [...aroundOf(routes, route.parentId), route] : []
}

/** As the framework compares them: decoded, and capitals are the same. Null where that cannot be done. */
function segmentsOf(pathname: string): string[] | null {
	try {
		const path = pathname.split('/').map((segment) => decodeURIComponent(segment).toLowerCase())
		return path.filter(Boolean)
	} catch {
		return null
	}
}

function fits({ segments, isUnclear }: Leaf, path: readonly string[]): boolean {
	const isOpenEnded = segments.at(-1) === '*'
	const fixed = isOpenEnded ? segments.slice(0, -1) : segments
	if (isUnclear) return true
	if (isOpenEnded ? path.length < fixed.length : path.length !== fixed.length) return false
	return fixed.every((segment, at) => segment.startsWith(':') || segment === path[at])
}

function only(build: ServerBuild, ids: ReadonlySet<string>): ServerBuild {
	const among = <Route>(routes: Record<string, Route>) =>
		Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
	return { ...build, routes: among(build.routes), assets: { ...build.assets, routes: among(build.assets.routes) } }
}
