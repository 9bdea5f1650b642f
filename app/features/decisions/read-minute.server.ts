import type { Args } from '../../http/visit.ts'
import { kindWords } from './decision-words.ts'
import { minuteOf } from './minute.ts'
import { presentDecision } from './present-decision.server.ts'
import { visitClosedDecision } from './read-files.server.ts'
import { listShownNotes } from './read-own.server.ts'
import { readResult } from './read-result.server.ts'

/** The minute of a closed decision: the same parts for the page and for the text. */
export async function readMinute(args: Args) {
	const { decision, partnership, place, membership, address } = await visitClosedDecision(args)
	const db = args.context.db.read
	const [result, notes] = await Promise.all([
		readResult(db, place, decision, args.context.workings),
		listShownNotes(db, decision, membership),
	])
	const shown = presentDecision(decision, new Date())
	const parts = minuteOf({
		...result,
		notes,
		decision: shown,
		fingerprint: decision.about.fingerprint,
		partnership: partnership.name,
		webAddress: args.context.origin + address,
	})
	const { name, means } = kindWords[decision.kind]
	return {
		address,
		name: partnership.name,
		decision: shown,
		parts,
		title: `Minute of a vote: ${name} ${decision.reference}. ${means}`,
	}
}
