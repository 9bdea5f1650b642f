import { mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '../../cli/compile.ts'

const root = new URL('../..', import.meta.url).pathname

export interface Compiled {
	/** To be run with plain `node`. */
	file: string
	remove(): Promise<void>
}

/**
 * One of our programs as `npm run build` would compile it: a process that runs it is ready in a quarter of the time. For tests
 * that start dozens and kill them, and to measure what is shipped.
 */
export async function compiled(program: string): Promise<Compiled> {
	const folder = await mkdtemp(join(tmpdir(), 'alongside-compiled-'))
	// Packages are looked for from where the file lies.
	await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
	await compile({ program }, folder)
	return { file: join(folder, 'program.mjs'), remove: () => rm(folder, { recursive: true, force: true }) }
}
