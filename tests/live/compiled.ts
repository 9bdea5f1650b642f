import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = new URL('../..', import.meta.url).pathname

export interface Compiled {
	/** To be run with plain `node`. */
	file: string
	remove(): Promise<void>
}

/**
 * One of our programs as one file of JavaScript: a process that runs it is ready in a quarter of the time. For tests that
 * start dozens and kill them.
 */
export async function compiled(program: string): Promise<Compiled> {
	const folder = await mkdtemp(join(tmpdir(), 'alongside-compiled-'))
	// Packages are looked for from where the file lies.
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
	await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: 'error',
		resolve: { alias: { '~': join(root, 'app') } },
		plugins: [
			{
				name: 'sources-know-where-they-stand',
				transform: (code, id) => code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href)),
			},
		],
		build: {
			ssr: program,
			outDir: folder,
			emptyOutDir: false,
			target: 'node20',
			rollupOptions: { output: { entryFileNames: 'program.mjs' } },
		},
	})
	return { file: join(folder, 'program.mjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}
