import type { Connection, Database } from '../../../db/database.ts'
import { listDecisions } from '../../../db/queries/decisions.ts'
import { findPartnership, changePartnership as saveChange } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import { namedAmong } from '../../domain/decisions/named-votes.ts'
import type { Partnership } from '../../domain/people/partnership.ts'
import { listNamingMeetings } from '../meetings/list-naming-meetings.server.ts'

/**
 * Renames a partnership, or opens or closes it to the public. The address stays, so that links go on working. Opening it opens
 * every named vote about a public document in it, and who was at its meetings with what interests, all said before fewer eyes:
 * refused as `opens-names`, with which they are, until whoever does it has `readOfNames`.
 */
export function changePartnership(
	db: Database,
	who: Membership,
	change: Pick<Partnership, 'name' | 'purpose' | 'runBy' | 'open'>,
	{ readOfNames = false, now = new Date() }: { readOfNames?: boolean; now?: Date } = {},
) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
		const opens = change.open && !(await findPartnership(tx, who.partnershipId))?.open
		const named = opens ? await listNamedVotes(tx, who) : []
		const meetings = opens ? await listNamingMeetings(tx, who) : []
		if (named.length + meetings.length > 0 && !readOfNames) return { refused: 'opens-names' as const, named, meetings }
		await saveChange(tx, who, change)
		await recordEvent(tx, {
			kind: 'partnership-changed',
			partnershipId: who.partnershipId,
			subjectId: who.partnershipId,
			actorId: who.memberId,
			at: now,
			details: { open: change.open },
		})
		return { changed: true as const }
	})
}

async function listNamedVotes(db: Connection, here: Place) {
	const decisions = await listDecisions(db, here)
	return namedAmong(decisions.filter(({ about }) => about.visibility === 'public'))
}
