import type { Database } from '../../../db/database.ts'
import { changePerson } from '../../../db/queries/persons.ts'

/** What somebody is called and how they want to be reached. Facilitators of their partnerships can read the second. */
export function renamePerson(db: Database, personId: string, { name, contact }: { name: string; contact: string }) {
	return db.write((tx) => changePerson(tx, personId, { name, contact: contact.trim() || null }))
}
