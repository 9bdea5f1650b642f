import type { Connection } from '../../../db/database.ts'
import type { MeetingOfBody } from '../../../db/queries/meetings.ts'
import { hasSeat } from '../../domain/access/policies.ts'
import { stageOf } from '../../domain/meetings/meeting.ts'
import { findRoom, nameRoom } from './find-room.server.ts'
import { readElsewhere } from './read-elsewhere.server.ts'
import type { MinutesReader } from './read-minutes.server.ts'
import { readOutcomes } from './read-outcomes.server.ts'

/** What is known so far beside the agenda: who is away, who comes instead, what came of each item, and the reader’s own part. */
export async function readSoFar(
	db: Connection,
	{ place, membership, partnership, meeting }: MinutesReader & { meeting: MeetingOfBody },
	now = new Date(),
) {
	const found = await findRoom(db, place, meeting)
	const { items, attended, interests } = found
	const nameOf = await nameRoom(db, meeting, found, partnership)
	const outcomes = await readOutcomes(db, { place, membership }, meeting, { items, interests, nameOf })
	const elsewhere = await readElsewhere(db, { place, membership }, meeting, items)
	const stage = stageOf(meeting, now)
	return {
		outcomes,
		/** About the same papers, by item id. */
		elsewhere,
		away: attended.filter(({ here }) => here === 'absent').map(({ memberId }) => nameOf(memberId)),
		substitutes: attended
			.filter(({ substitute }) => substitute !== '')
			.map(({ memberId, substitute }) => `${substitute}, substitute for ${nameOf(memberId)}`),
		declared: Object.values(outcomes).some((outcome) => outcome.interests.some(({ isWithdrawn }) => !isWithdrawn)),
		/** Whoever sits there may still declare an interest. */
		mayDeclare: membership !== null && hasSeat(membership, meeting.groupId) && isOpenStage(stage),
		me: membership?.memberId ?? null,
		hasMinutes: stage === 'begun' || stage === 'approved' || attended.length > 0,
	}
}

export type SoFar = Awaited<ReturnType<typeof readSoFar>>

function isOpenStage(stage: ReturnType<typeof stageOf>) {
	return stage === 'published' || stage === 'begun'
}
