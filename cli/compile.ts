import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { build, type Plugin } from 'vite'

const root = new URL('..', import.meta.url).pathname

/** How a process of its own is begun: from source by a `.mjs` that reads TypeScript, compiled by the program itself. */
const workers = /new URL\('[.]\/([\w-]+)[.]mjs', import[.]meta[.]url\)/g

/**
 * Our own programs as JavaScript: each of `programs`, named without its ending, and each worker they begin as
 * `folder`/NAME.mjs. Packages stay where they are. Files that the sources name by where they stand, such as migrations, are
 * found from where `folder` is below the sources; so both move together. An error names our files and lines.
 */
export async function compile(programs: Record<string, string>, folder: string): Promise<void> {
	const outDir = resolve(folder)
	await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		resolve: { alias: { '~': join(root, 'app') } },
		plugins: [standing(outDir)],
		define: { __COMPILED__: 'true' },
		build: {
			ssr: true,
			outDir,
			emptyOutDir: false,
			target: 'node20',
			sourcemap: true,
			rollupOptions: {
				input: programs,
				output: {
					entryFileNames: '[name].mjs',
					chunkFileNames: '[name]-[hash].mjs',
					sourcemapExcludeSources: true,
				},
			},
		},
	})
}

/** Sources go on knowing where they stand, though all that is compiled lies in one folder. */
function standing(folder: string): Plugin {
	return {
		name: 'alongside:standing',
		enforce: 'pre',
		transform(code, id) {
			if (!code.includes('import.meta.url')) return null
			const begun = code.replaceAll(workers, (whole, name: string) => {
				const source = join(dirname(id), `${name}.ts`)
				if (!existsSync(source)) return whole
				this.emitFile({ type: 'chunk', id: source, fileName: `${name}.mjs` })
				return whole.replace('import.meta.url', 'import.meta.here')
			})
			const here = JSON.stringify(relative(folder, id).replaceAll('\\', '/'))
			return begun
				.replaceAll('import.meta.url', `new URL(${here}, import.meta.url).href`)
				.replaceAll('import.meta.here', 'import.meta.url')
		},
	}
}
