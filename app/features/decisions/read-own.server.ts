import type { Connection } from '../../../db/database.ts'
import { findBallot } from '../../../db/queries/ballots.ts'
import type { DecisionAbout } from '../../../db/queries/decisions.ts'
import { listNotes } from '../../../db/queries/disagreement-notes.ts'
import { findElector } from '../../../db/queries/electors.ts'
import { findMember } from '../../../db/queries/members.ts'
import { listSupportedElectors, listSupportersOf } from '../../../db/queries/supporters.ts'
import type { Membership } from '../../domain/access/membership.ts'

type Elector = Awaited<ReturnType<typeof findElector>>

/** A named ballot as its owner left it. A secret one is read out to no page. */
export async function findOwnBallot(db: Connection, { rules }: Pick<DecisionAbout, 'rules'>, elector: Elector) {
	if (rules.secrecy === 'secret' || !elector?.ballotId) return null
	const ballot = await findBallot(db, elector.ballotId)
	return ballot && { answer: ballot.answer, reason: ballot.reason }
}

/** This reader's part in the vote: their own ballot, who helps them with it, and whom they help. */
export async function readOwnPart(db: Connection, decision: DecisionAbout, who: Membership | null, now: Date) {
	if (!who)
		return {
			isElector: false,
			isObserver: false,
			hasVoted: false,
			onPaper: false,
			mine: null,
			castWith: null,
			supporters: [],
			helps: [],
		}
	const elector = await findElector(db, decision.id, who.memberId)
	const [mine, supporters, helps, helper] = await Promise.all([
		findOwnBallot(db, decision, elector),
		elector ? listSupportersOf(db, who.memberId, now) : [],
		listSupportedElectors(db, decision.id, who.memberId, now),
		elector?.help === 'supporter' && elector.helpedBy ? findMember(db, who, elector.helpedBy) : null,
	])
	return {
		isElector: elector !== null,
		isObserver: who.role === 'observer',
		hasVoted: elector?.hasVoted ?? false,
		/** Their paper came back, so no screen takes their vote. */
		onPaper: elector?.cameBy === 'paper',
		mine,
		castWith: helper?.name ?? null,
		supporters: supporters.map(({ supporterId, name }) => ({ id: supporterId, name })),
		helps,
	}
}

export async function listShownNotes(db: Connection, { id }: DecisionAbout, who: Membership | null) {
	const notes = await listNotes(db, id)
	return notes.map(({ memberId, withdrawnAt, ...note }) => ({
		...note,
		isWithdrawn: withdrawnAt !== null,
		isMine: memberId === who?.memberId,
	}))
}
