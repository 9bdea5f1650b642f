import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export interface KnownElection {
	file: string
	path: string
	text: string
	// biome-ignore lint/suspicious/noExplicitAny: each kind of election has its own shape, see the README of the elections folder.
	expected: any
}

const own = new URL('./files', import.meta.url).pathname
export const realFolder = resolve(process.env.ELECTIONS ?? '../shared/elections')
export const hasRealElections = existsSync(join(realFolder, 'expected'))

/** Hand-made elections always; real ones where the folder is there. The licence of the real files does not let us keep them. */
export function knownElections(kind: 'pb' | 'ranked'): KnownElection[] {
	const ending = kind === 'pb' ? '.pb' : '.blt'
	const found = inFolder(own, join(own, 'expected'), ending)
	if (!hasRealElections) return found
	const names = new Set(found.map(({ file }) => file))
	const real = inFolder(join(realFolder, kind), join(realFolder, 'expected'), ending)
	return [...found, ...real.filter(({ file }) => !names.has(file))]
}

function inFolder(folder: string, expected: string, ending: string): KnownElection[] {
	return readdirSync(folder)
		.filter((file) => file.endsWith(ending))
		.map((file) => ({
			file,
			path: join(folder, file),
			text: readFileSync(join(folder, file), 'utf8'),
			expected: JSON.parse(readFileSync(join(expected, file.replace(ending, '.expected.json')), 'utf8')),
		}))
}
