import type { Database } from '../../../db/database.ts'
import { findMember } from '../../../db/queries/members.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { addSupporter, findSupporter, listSupportersOf } from '../../../db/queries/supporters.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayNameSupporter } from '../../domain/access/policies.ts'
import { refuseNaming, type Supporter, type SupportMonths, supportUntil } from '../../domain/people/supporter.ts'

interface Naming {
	/** Made by the form, so that sending it twice names one supporter. */
	id: string
	memberId: string
	supporterId: string
	months: SupportMonths
}

/**
 * A member agrees to be helped with their votes. The record says that somebody did, and not who: that a person has help is
 * theirs to tell.
 */
export function nameSupporter(db: Database, who: Membership, asked: Naming, now = new Date()) {
	return db.write(async (tx) => {
		const { id, memberId, supporterId } = asked
		if (!mayNameSupporter(who, { partnershipId: who.partnershipId, id: memberId }))
			return { refused: 'not-allowed' as const }
		if (await findSupporter(tx, who, id)) return { named: true as const }
		const supporter = await findMember(tx, who, supporterId)
		const refused = refuseNaming(memberId, supporter, await listSupportersOf(tx, memberId, now), now)
		if (refused) return { refused }
		const support: Supporter = {
			id,
			partnershipId: who.partnershipId,
			memberId,
			supporterId,
			scope: 'votes',
			agreedAt: now,
			until: supportUntil(now, asked.months),
			endedAt: null,
		}
		await addSupporter(tx, support)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'supporter-named',
			subjectId: id,
			actorId: null,
			at: now,
			details: { scope: support.scope, until: support.until.toISOString() },
		})
		return { named: true as const }
	})
}
