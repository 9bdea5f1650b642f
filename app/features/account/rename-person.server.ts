import type { Database } from '../../../db/database.ts'
import { changePerson } from '../../../db/queries/persons.ts'

interface Wanted {
	name: string
	contact: string
	noVoteLetters: boolean
}

/** What somebody is called and how they want to be reached. Facilitators of their partnerships can read `contact`. */
export function renamePerson(db: Database, personId: string, { name, contact, noVoteLetters }: Wanted) {
	return db.write((tx) => changePerson(tx, personId, { name, contact: contact.trim() || null, noVoteLetters }))
}
