import type { Connection, Database } from '../../../db/database.ts'
import { listDecisionsAboutDocument } from '../../../db/queries/decisions.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadDocument, mayRunDocument } from '../../domain/access/policies.ts'
import { namedAmong } from '../../domain/decisions/named-votes.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import { refuseVisibility, widens } from '../../domain/documents/start.ts'
import { listNamingItems } from '../meetings/list-naming-items.server.ts'

/**
 * Opens or narrows who can see a document. The caller rechecks live connections afterwards. A decision is as visible as its
 * document, and so is an item of a meeting about it: opening it opens named votes, and interests that were declared before
 * fewer eyes. Refused as `opens-names`, with which they are, until whoever does it has `readOfNames`.
 */
export function changeVisibility(
	db: Database,
	who: Membership,
	documentId: string,
	visibility: Visibility,
	{ readOfNames = false, now = new Date() }: { readOfNames?: boolean; now?: Date } = {},
) {
	return db.write(async (tx) => {
		const document = await findDocument(tx, who, documentId)
		if (!document || !mayReadDocument(who, document)) return { refused: 'not-found' as const }
		if (!mayRunDocument(who, document)) return { refused: 'not-allowed' as const }
		const refused = refuseVisibility(visibility, document.groupId ? await findGroup(tx, who, document.groupId) : null)
		if (refused) return { refused }
		if (visibility === document.visibility) return { document }

		const opens = widens(document.visibility, visibility)
		const named = opens ? await listNamedVotes(tx, who, documentId) : []
		const meetings = opens ? await listNamingItems(tx, who, documentId) : []
		if (named.length + meetings.length > 0 && !readOfNames) return { refused: 'opens-names' as const, named, meetings }

		const changed = { ...document, visibility }
		await saveDocument(tx, changed)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'document-visibility-changed',
			subjectId: documentId,
			actorId: who.memberId,
			at: now,
			details: { from: document.visibility, to: visibility },
		})
		return { document: changed }
	})
}

/** Votes about any version of it that say who voted how, or will once they close. */
async function listNamedVotes(db: Connection, here: Place, documentId: string) {
	return namedAmong(await listDecisionsAboutDocument(db, here, documentId))
}
