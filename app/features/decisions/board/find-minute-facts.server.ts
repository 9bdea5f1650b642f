import type { Args } from '../../../http/visit.ts'
import { presentDecision } from '../present-decision.server.ts'
import { listShownNotes } from '../read-own.server.ts'
import type { MinuteFacts } from './minute-text.ts'
import { readBoard } from './read-board.server.ts'
import { visitMinute } from './visit-board-decision.server.ts'

/** All that a minute says, for whoever may read its decision. */
export async function findMinuteFacts(args: Args) {
	const { decision, group, place, partnership, membership, address } = await visitMinute(args)
	const db = args.context.db.read
	const [board, notes] = await Promise.all([
		readBoard(db, decision, { group, place, membership }),
		listShownNotes(db, decision, membership),
	])
	if (!board) throw new Error('a minute was found without its decision')
	const shown = presentDecision(decision, new Date())
	const { documentReference, fingerprint } = decision.about
	const facts: MinuteFacts = {
		decision: { ...shown, about: { ...shown.about, documentReference, fullFingerprint: fingerprint } },
		partnership: partnership.name,
		board,
		notes,
	}
	return { facts, shown, address }
}
