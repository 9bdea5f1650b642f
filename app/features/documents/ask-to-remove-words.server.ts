import type { Database } from '../../../db/database.ts'
import { askForErasure, listDocumentsWrittenBy } from '../../../db/queries/erasures.ts'
import { listMembershipsOf } from '../../../db/queries/persons.ts'

/** Every document in which words of this person are kept, whether or not they can still read it. */
export async function listWrittenIn(db: Database, personId: string) {
	const memberships = await listMembershipsOf(db.read, personId)
	return await listDocumentsWrittenBy(
		db.read,
		memberships.map(({ id }) => id),
	)
}

/** Asks those who run a document to remove this person's words from it. Asking again changes nothing. */
export async function askToRemoveWords(db: Database, personId: string, documentId: string, now = new Date()) {
	const written = (await listWrittenIn(db, personId)).find(({ id }) => id === documentId)
	if (!written) return { refused: 'nothing-of-yours' as const }
	const { memberId } = written
	await db.write((tx) => askForErasure(tx, { documentId, memberId, askedAt: now }))
	return { asked: true as const }
}
