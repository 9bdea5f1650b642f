import type { Connection, Database } from '../../../db/database.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { endSupport as endSupportRow, findSupporter, listSupportWith } from '../../../db/queries/supporters.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayEndSupport } from '../../domain/access/policies.ts'

/** Ends at once; what was cast with help before stays cast. Ending it twice is the same as once. */
export function endSupport(db: Database, who: Membership, id: string, now = new Date()) {
	return db.write(async (tx) => {
		const support = await findSupporter(tx, who, id)
		if (!support || !mayEndSupport(who, support)) return { refused: 'not-allowed' as const }
		if (!support.endedAt) await end(tx, who, id, now)
		return { ended: true as const }
	})
}

/** Inside a write that is under way: everything somebody who leaves was part of, on either side. */
export async function endAllSupport(tx: Connection, here: Place, memberId: string, now: Date) {
	for (const { id } of await listSupportWith(tx, memberId)) await end(tx, here, id, now)
}

async function end(tx: Connection, { partnershipId }: Place, id: string, at: Date) {
	await endSupportRow(tx, id, at)
	await recordEvent(tx, { partnershipId, kind: 'supporter-ended', subjectId: id, actorId: null, at })
}
