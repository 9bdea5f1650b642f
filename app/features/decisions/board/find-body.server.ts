import type { Connection } from '../../../../db/database.ts'
import { findBodyRules, listBody } from '../../../../db/queries/board-decisions.ts'
import type { Place } from '../../../domain/access/membership.ts'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'

/** Who sits in a body, by which right, and its rules if they have been written down. */
export async function findBody(db: Connection, here: Place, groupId: string) {
	const [own, seats] = await Promise.all([findBodyRules(db, groupId), listBody(db, here, groupId)])
	const sitting = seats.map(({ memberId, name, voiceId, voice, shape, votes, office }) => ({
		memberId,
		name,
		voiceId,
		voice,
		shape,
		votes,
		office,
		right: own?.rights[memberId] ?? '',
	}))
	const rules: BodyRules | null = own?.rules ?? null
	return { rules, seats: sitting }
}

export type BodyMember = Awaited<ReturnType<typeof findBody>>['seats'][number]
