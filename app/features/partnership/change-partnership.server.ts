import type { Database } from '../../../db/database.ts'
import { changePartnership as saveChange } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayManagePeople } from '../../domain/access/policies.ts'
import type { Partnership } from '../../domain/people/partnership.ts'

/** Renames a partnership, or opens or closes it to the public. The address stays, so that links go on working. */
export function changePartnership(
	db: Database,
	who: Membership,
	change: Pick<Partnership, 'name' | 'purpose' | 'runBy' | 'open'>,
	now = new Date(),
) {
	return db.write(async (tx) => {
		if (!mayManagePeople(who, who)) return { refused: 'not-allowed' as const }
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
