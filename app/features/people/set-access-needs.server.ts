import type { Database } from '../../../db/database.ts'
import { changeMember, findMember } from '../../../db/queries/members.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayReadAccessNeeds } from '../../domain/access/policies.ts'

/** What a member needs in order to take part, in their own words. Not in the record: it is nobody else's business. */
export function setAccessNeeds(db: Database, who: Membership, memberId: string, words: string) {
	return db.write(async (tx) => {
		const member = await findMember(tx, who, memberId)
		if (!member || member.leftAt) return { refused: 'member-unknown' as const }
		if (!mayReadAccessNeeds(who, member)) return { refused: 'not-allowed' as const }
		await changeMember(tx, who, memberId, { accessNeeds: words.trim() || null })
		return { member }
	})
}
