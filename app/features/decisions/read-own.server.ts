import type { Connection } from '../../../db/database.ts'
import { findBallot } from '../../../db/queries/ballots.ts'
import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import { listNotes } from '../../../db/queries/disagreement-notes.ts'
import type { findElector } from '../../../db/queries/electors.ts'
import type { Membership } from '../../domain/access/membership.ts'

type Elector = Awaited<ReturnType<typeof findElector>>

/** A named ballot as its owner left it. A secret one is read out to no page. */
export async function findOwnBallot(db: Connection, { rules }: DecisionAbout, elector: Elector) {
	if (rules.secrecy === 'secret' || !elector?.ballotId) return null
	const ballot = await findBallot(db, elector.ballotId)
	return ballot && { answer: ballot.answer, reason: ballot.reason }
}

export async function listShownNotes(db: Connection, { id }: DecisionAbout, who: Membership | null) {
	const notes = await listNotes(db, id)
	return notes.map(({ memberId, withdrawnAt, ...note }) => ({
		...note,
		isWithdrawn: withdrawnAt !== null,
		isMine: memberId === who?.memberId,
	}))
}
