import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Env } from '../env.ts'
import { CannotStart } from './cannot-start.ts'

/**
 * One process to a data folder: two would each keep their own copy of an open document. A process that was killed leaves
 * its number behind; the next one sees that nobody of that number runs Alongside any more.
 */
export function lockDataDir({ DATA_DIR }: Env): void {
	const file = join(DATA_DIR, 'running')
	const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
	if (holder && holder !== process.pid && isAlongside(holder))
		throw new CannotStart(
			`Alongside is already running on ${resolve(DATA_DIR)} (process ${holder}). Stop it first, or choose another folder with DATA_DIR.`,
		)
	writeFileSync(file, String(process.pid))
	process.on('exit', () => rmSync(file, { force: true }))
}

function isAlongside(pid: number): boolean {
	try {
		process.kill(pid, 0)
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM'
	}
	const commandLine = `/proc/${pid}/cmdline`
	return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('alongside')
}
