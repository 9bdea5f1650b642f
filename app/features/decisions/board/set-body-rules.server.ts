import type { Database } from '../../../../db/database.ts'
import { findBodyRules, listBody, saveBodyRules } from '../../../../db/queries/board-decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayMinute } from '../../../domain/access/policies.ts'
import { judgeRules } from '../../../domain/decisions/board/judge-rules.ts'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import { fingerprint } from '../../../domain/fingerprint.ts'

export interface BodysOwn {
	groupId: string
	rules: BodyRules
	/** By member id: by which right they sit there. */
	rights: Record<string, string>
}

/**
 * Writes down how a body meets. Decisions entered before keep the rules of their day. Refuses 'not-found', 'not-allowed',
 * 'group-closed', and 'not-so' with every problem (`domain/decisions/board/judge-rules`).
 */
export function setBodyRules(db: Database, who: Membership, { groupId, rules, rights }: BodysOwn, now = new Date()) {
	return db.write(async (tx) => {
		const group = await findGroup(tx, who, groupId)
		if (!group) return { refused: 'not-found' as const }
		if (!mayMinute(who, group)) return { refused: 'not-allowed' as const }
		if (group.closedAt) return { refused: 'group-closed' as const }
		const seats = (await listBody(tx, who, groupId)).map((seat) => ({ ...seat, right: rights[seat.memberId] ?? '' }))
		const problems = judgeRules(rules, seats)
		if (problems.length > 0) return { refused: 'not-so' as const, problems }

		const own = { rules, rights: Object.fromEntries(seats.map(({ memberId, right }) => [memberId, right])) }
		const before = await findBodyRules(tx, groupId)
		if (before && fingerprint({ rules: before.rules, rights: before.rights }) === fingerprint(own)) return { group }
		await saveBodyRules(tx, { groupId, ...own, setBy: who.memberId, setAt: now })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'body-rules-set',
			subjectId: groupId,
			actorId: who.memberId,
			at: now,
			details: { rules: fingerprint(own) },
		})
		return { group }
	})
}
