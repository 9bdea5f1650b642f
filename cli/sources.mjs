// Which sources a build was made from. Plain JavaScript: the door of the command line asks before anything can read TypeScript.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What says from which sources a build was made, and where its sources are. */
export const builds = {
	pages: {
		mark: 'build/.sources',
		folders: ['app', 'db', 'public'],
		files: ['remix.config.js', 'vite.config.ts', 'package-lock.json'],
	},
	program: {
		mark: 'build/program/.sources',
		folders: ['app', 'cli', 'collab-server', 'db', 'recount'],
		files: [...readdirSync('.').filter((name) => name.endsWith('.ts')), 'package-lock.json'],
	},
}

/** The exit code of a start from source that made what was missing: the program that was built begins afresh. */
export const builtCode = 75

/** @param {keyof typeof builds} name */
export function isFresh(name) {
	const { mark } = builds[name]
	return existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint(name)
}

/** @param {keyof typeof builds} name */
export function fingerprint(name) {
	const { folders, files } = builds[name]
	const sources = [...folders.flatMap(walk), ...files].filter((file) => !/[.]test[.]tsx?$/.test(file)).sort()
	const hash = createHash('sha256')
	for (const file of sources) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
	return hash.digest('hex')
}

/** @param {string} folder */
function walk(folder) {
	return readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
}
