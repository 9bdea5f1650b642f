import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Manifest {
	entry: { module: string }
	routes: Record<string, { id: string; parentId?: string; module: string }>
}

/** Vite's own list of what it built, by name: only here are the parts that a page asks for later. */
export type Chunks = Record<string, { file: string; imports?: string[]; dynamicImports?: string[] }>

const client = 'build/client'

/** Always, or by a rule over what it has loaded (`http/page-handle`). */
const asksForScripts = /\bscripts:\s*(!0|true|\(?\w+\)?\s*=>)/

/** The compressed JavaScript each page sends, in the build log: one without `handle.scripts` none, one with a rule when it holds. */
export function printPageWeights() {
	const { entry, routes } = readManifest()
	const chunks: Chunks = JSON.parse(readFileSync('build/.vite/client-manifest.json', 'utf8'))
	const scripted = Object.values(routes).filter(({ module }) => asksForScripts.test(read(module)))
	const still = Object.keys(routes).length - scripted.length
	console.log(`JavaScript a page sends, compressed: 0 KB on ${still} of ${Object.keys(routes).length} pages.`)
	for (const { id } of scripted) {
		const { atOnce, inAll } = filesOf([entry.module, ...chain(routes, id)], chunks)
		console.log(`  ${weigh(atOnce)} at once, ${weigh(inAll)} in all  ${id.replace('features/', '')}`)
	}
}

/** What the modules of a page need before it comes alive, and what it needs once everything has been asked for. */
export function filesOf(modules: readonly string[], chunks: Chunks): { atOnce: Set<string>; inAll: Set<string> } {
	const names = Object.keys(chunks).filter((name) => modules.includes(`/${chunks[name]!.file}`))
	const reach = (name: string, isLate: boolean, found: Set<string>) => {
		const { file, imports = [], dynamicImports = [] } = chunks[name]!
		if (found.has(file)) return found
		found.add(file)
		for (const next of [...imports, ...(isLate ? dynamicImports : [])]) reach(next, isLate, found)
		return found
	}
	const from = (isLate: boolean) => {
		const found = new Set<string>()
		for (const name of names) reach(name, isLate, found)
		return found
	}
	return { atOnce: from(false), inAll: from(true) }
}

function weigh(files: Set<string>): string {
	const bytes = [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
	return `${Math.round(bytes / 1024)} KB`
}

function chain(routes: Manifest['routes'], id: string | undefined): string[] {
	const route = id ? routes[id] : undefined
	return route ? [route.module, ...chain(routes, route.parentId)] : []
}

function readManifest(): Manifest {
	const name = readdirSync(join(client, 'assets')).find((file) => /^manifest-.*[.]js$/.test(file))
	if (!name) throw new Error('the build left no manifest')
	return JSON.parse(
		readFileSync(join(client, 'assets', name), 'utf8')
			.replace(/^window[.]__remixManifest=/, '')
			.replace(/;\s*$/, ''),
	)
}

function read(file: string) {
	return readFileSync(join(client, file), 'utf8')
}
