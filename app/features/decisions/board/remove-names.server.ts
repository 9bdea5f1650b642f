import type { Database } from '../../../../db/database.ts'
import {
	areNamesUnforgotten,
	findMinute,
	findNameRemoval,
	listCorrections,
	nameMembers,
	noteNamesForgotten,
	saveWithoutNames,
} from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayMinute, mayReadDocument } from '../../../domain/access/policies.ts'
import { removeNames } from '../../../domain/decisions/board/remove-names.ts'
import { idsOf } from './present-minute.ts'

export interface NamesRemoving {
	/** Made by the form, so that sending it twice does it once. */
	id: string
	names: string[]
	reason: string
}

/**
 * Takes names that were typed for somebody else out of a minute for good, also after it was approved. Votes and the seal stay
 * as they were. Refuses 'not-found', 'not-yours-to-remove', and what `domain/decisions/board/remove-names` refuses.
 */
export async function removeNamesFromMinute(
	db: Database,
	who: Membership,
	decisionId: string,
	{ id, names, reason }: NamesRemoving,
	now = new Date(),
) {
	const removing = await db.write(async (tx) => {
		const decision = await findDecision(tx, who, decisionId)
		const standing = decision && (await findMinute(tx, decisionId))
		const group = decision && (await findGroup(tx, who, decision.groupId))
		if (!standing || !group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		if (!mayMinute(who, group)) return { refused: 'not-yours-to-remove' as const }
		const made = await findNameRemoval(tx, decisionId, id)
		if (made) return { places: made.places }

		const corrections = await listCorrections(tx, decisionId)
		const sat = await nameMembers(tx, [standing.minute, ...corrections.map(({ before }) => before)].flatMap(idsOf), {
			keepsNames: true,
		})
		const members = [...sat.values()].map(({ name }) => name)
		const typed = { minute: standing.minute, corrections, outcome: decision.outcome }
		const removed = removeNames(typed, { names, reason, members })
		if ('refused' in removed) return removed
		const { words, places } = removed
		const removal = { id, decisionId, reason: reason.trim(), places, removedBy: who.memberId, removedAt: now }
		await saveWithoutNames(tx, { ...removal, forgottenAt: null }, { ...words, question: words.minute.question })
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'minute-names-removed',
			subjectId: decisionId,
			actorId: who.memberId,
			at: now,
			details: { removal: id, places },
		})
		return { places }
	})
	if ('places' in removing) await finishNameRemovals(db)
	return removing
}

/** Lets the database's own files go of the names too. A backup under way may hold them: the clock comes back to it. */
export async function finishNameRemovals(db: Database) {
	if (!(await areNamesUnforgotten(db.read))) return
	const began = new Date()
	try {
		await db.forget('words')
	} catch {
		return
	}
	await db.write((tx) => noteNamesForgotten(tx, began))
}
