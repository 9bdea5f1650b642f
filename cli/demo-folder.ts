import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Env } from '../env.ts'
import { CannotStart } from './cannot-start.ts'

const marker = 'demo'
/** Everything we put into a data folder; the marker last, so that emptying it can be broken off and begun again. */
const ours = ['alongside.db', 'alongside.db-wal', 'alongside.db-shm', 'outbox', 'demo.log', 'secret', marker]

/** Marks the data folder as the demo's. Refuses one that holds real work. */
export function claimDemoFolder({ DATABASE_URL, DATA_DIR }: Env) {
	const isMarked = existsSync(join(DATA_DIR, marker))
	if (!DATABASE_URL && !isMarked && existsSync(join(DATA_DIR, 'alongside.db')))
		throw new CannotStart(
			`${resolve(DATA_DIR)} holds real work, made with npm start. Choose another folder for the demo: DATA_DIR=./demo npm run demo`,
		)
	if (isMarked) return
	const words = 'This folder holds the example partnership. npm run demo -- --reset empties it.\n'
	writeFileSync(join(DATA_DIR, marker), words)
}

/** Removes what the demo made, and nothing else: DATA_DIR may be a folder that holds other things too. */
export function emptyDemoFolder({ DATA_DIR }: Env) {
	if (!existsSync(join(DATA_DIR, marker))) return
	for (const name of ours) rmSync(join(DATA_DIR, name), { recursive: true, force: true })
}
