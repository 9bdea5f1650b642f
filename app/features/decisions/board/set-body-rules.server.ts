import type { Database } from '../../../../db/database.ts'
import { findBodyRules, listBody, saveBodyRules } from '../../../../db/queries/board-decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayMinute } from '../../../domain/access/policies.ts'
import type { Day } from '../../../domain/actions/days.ts'
import { judgeRules } from '../../../domain/decisions/board/judge-rules.ts'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import { fingerprint } from '../../../domain/fingerprint.ts'

export interface BodysOwn {
	groupId: string
	rules: BodyRules
	/** By member id: by which right they sit there. */
	rights: Record<string, string>
	/** By member id: from which day they sat there in truth, where that was before their seat was given here. */
	since?: Record<string, Day | null>
}

/**
 * Writes down how a body meets. Decisions entered before keep the rules of their day. Refuses 'not-found', 'not-allowed',
 * 'group-closed', and 'not-so' with every problem (`domain/decisions/board/judge-rules`).
 */
export function setBodyRules(
	db: Database,
	who: Membership,
	{ groupId, rules, rights, since = {} }: BodysOwn,
	now = new Date(),
) {
	return db.write(async (tx) => {
		const group = await findGroup(tx, who, groupId)
		if (!group) return { refused: 'not-found' as const }
		if (!mayMinute(who, group)) return { refused: 'not-allowed' as const }
		if (group.closedAt) return { refused: 'group-closed' as const }
		const seats = (await listBody(tx, who, groupId)).map((seat) => ({ ...seat, right: rights[seat.memberId] ?? '' }))
		const problems = judgeRules(rules, seats)
		if (problems.length > 0) return { refused: 'not-so' as const, problems }

		const before = await findBodyRules(tx, groupId)
		// Whoever sat there once may still be spoken of in a minute to come.
		const own = {
			rules,
			rights: { ...before?.rights, ...Object.fromEntries(seats.map(({ memberId, right }) => [memberId, right])) },
			since: daysOf({ ...before?.since, ...since }),
		}
		const standing = before && { rules: before.rules, rights: before.rights, since: before.since ?? {} }
		if (standing && fingerprint(standing) === fingerprint(own)) return { group }
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

function daysOf(since: Record<string, Day | null>): Record<string, Day> {
	return Object.fromEntries(Object.entries(since).filter((entry): entry is [string, Day] => entry[1] !== null))
}
