import type { Connection } from '../../../../db/database.ts'
import type { Args } from '../../../http/visit.ts'
import { presentDecision } from '../present-decision.server.ts'
import { listShownNotes } from '../read-own.server.ts'
import type { DecisionVisit } from '../visit-decision.server.ts'
import type { MinuteFacts } from './minute-text.ts'
import { readBoard } from './read-board.server.ts'
import { visitMinute } from './visit-board-decision.server.ts'

/** All that a minute says, for whoever may read its decision. */
export async function findMinuteFacts(args: Args) {
	const here = await visitMinute(args)
	const facts = await readMinuteFacts(args.context.db.read, here)
	return { facts, shown: facts.decision, address: here.address }
}

/** The same of a decision that the caller found the reader may read. */
export async function readMinuteFacts(
	db: Connection,
	{ decision, group, place, partnership, membership }: DecisionRead,
) {
	const [board, notes] = await Promise.all([
		readBoard(db, decision, { group, place, membership }),
		listShownNotes(db, decision, membership),
	])
	if (!board) throw new Error('a minute was found without its decision')
	const shown = presentDecision(decision, new Date())
	const { documentReference, fingerprint } = decision.about
	return {
		decision: { ...shown, about: { ...shown.about, documentReference, fullFingerprint: fingerprint } },
		partnership: partnership.name,
		board,
		notes,
	} satisfies MinuteFacts
}

type DecisionRead = Pick<DecisionVisit, 'decision' | 'group' | 'place' | 'membership'> & {
	partnership: Pick<DecisionVisit['partnership'], 'name'>
}
