import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

interface Manifest {
	entry: { module: string; imports: string[] }
	routes: Record<string, { id: string; parentId?: string; path?: string; module: string; imports: string[] }>
}

const client = 'build/client'

/** The compressed JavaScript each page sends, in the build log: a page without `handle.scripts` sends none. */
export function printPageWeights() {
	const manifest = readManifest()
	const scripted = new Set(
		Object.values(manifest.routes).filter(({ module }) => /\bscripts:\s*(!0|true)/.test(read(module))),
	)
	const still = Object.keys(manifest.routes).length - scripted.size
	console.log(`JavaScript a page sends, compressed: 0 KB on ${still} of ${Object.keys(manifest.routes).length} pages.`)
	for (const route of scripted) {
		const files = new Set([manifest.entry.module, ...manifest.entry.imports, ...chain(manifest, route.id)])
		const bytes = [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
		console.log(`  ${Math.round(bytes / 1024)} KB  ${route.id.replace('features/', '')}`)
	}
}

function chain(manifest: Manifest, id: string | undefined): string[] {
	const route = id ? manifest.routes[id] : undefined
	return route ? [route.module, ...route.imports, ...chain(manifest, route.parentId)] : []
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
