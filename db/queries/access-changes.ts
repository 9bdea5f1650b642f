import { randomUUID } from 'node:crypto'
import type { Connection } from '../database.ts'
import { findInstallation, saveInstallation } from './partnerships.ts'

const key = 'access-changed'

/**
 * Every query that may take a right from somebody, or give one, leaves a new mark here in the same write. Live servers
 * look for it several times a second, in every process that shares the database, and then ask everyone's rights again.
 * A mark, not a count: writing it needs no reading, so two writers never have to agree on a number.
 */
export async function noteAccessChange(db: Connection) {
	await saveInstallation(db, key, randomUUID())
}

/** The latest mark, null when there has been none. */
export async function findAccessChange(db: Connection): Promise<string | null> {
	return await findInstallation(db, key)
}
