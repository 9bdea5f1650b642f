import type { Connection, Database } from '../../../../db/database.ts'
import {
	areNamesUnforgotten,
	findMinute,
	findNameRemoval,
	listCorrections,
	listNameRemovals,
	nameMembers,
	noteNamesForgotten,
	saveWithoutNames,
} from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayMinute, mayReadDocument } from '../../../domain/access/policies.ts'
import { type NamesRemoved, removeNames, type TypedWords } from '../../../domain/decisions/board/remove-names.ts'
import { fingerprint } from '../../../domain/fingerprint.ts'
import { idsOf } from './present-minute.ts'

export interface NamesAsked {
	names: string[]
	reason: string
}

export interface NamesRemoving extends NamesAsked {
	/** Made by the form, so that sending it twice does it once. */
	id: string
	/** The digest of the preview that somebody looked at. What it does not show nobody has looked at. */
	seen: string
	/** Single words of what was voted on that go too, by their number in the preview. */
	picked: ReadonlySet<number>
}

/** What a removal would do, before it is done: every place with the words around it. Refuses what the removal does. */
export async function previewNamesRemoved(db: Connection, who: Membership, decisionId: string, asked: NamesAsked) {
	const standing = await findStandingWords(db, who, decisionId)
	if ('refused' in standing) return standing
	const preview = removeNames(standing.typed, { ...asked, members: standing.members })
	return 'refused' in preview ? preview : { ...preview, seen: seenOf(preview) }
}

/** Changes with every place, its words and what stands around them: another preview has another. */
function seenOf({ places, toPick, near }: NamesRemoved<TypedWords>): string {
	return fingerprint({ places, toPick, near })
}

/**
 * Takes names that were typed for somebody else out of a minute for good, also after it was approved. Votes and the seal stay
 * as they were. Refuses 'not-found', 'not-yours-to-remove', 'not-seen' when what it would change is not what was looked at,
 * and what `domain/decisions/board/remove-names` refuses.
 */
export async function removeNamesFromMinute(
	db: Database,
	who: Membership,
	decisionId: string,
	{ id, seen, picked, names, reason }: NamesRemoving,
	now = new Date(),
) {
	const removing = await db.write(async (tx) => {
		const standing = await findStandingWords(tx, who, decisionId)
		if ('refused' in standing) return standing
		const made = await findNameRemoval(tx, decisionId, id)
		if (made) return { places: made.places }

		const asked = { names, reason, members: standing.members }
		const preview = removeNames(standing.typed, asked)
		if ('refused' in preview) return preview
		if (seenOf(preview) !== seen) return { refused: 'not-seen' as const }
		const removed = removeNames(standing.typed, { ...asked, picked })
		if ('refused' in removed) return removed
		const places = removed.places.length
		const removal = { id, decisionId, reason: reason.trim(), places, removedBy: who.memberId, removedAt: now }
		const { words } = removed
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

/** Everything typed in a minute, for those who may take a name out of it, and the members who stay named. */
async function findStandingWords(
	db: Connection,
	who: Membership,
	decisionId: string,
): Promise<{ refused: 'not-found' | 'not-yours-to-remove' } | { typed: TypedWords; members: string[] }> {
	const decision = await findDecision(db, who, decisionId)
	const standing = decision && (await findMinute(db, decisionId))
	const group = decision && (await findGroup(db, who, decision.groupId))
	if (!standing || !group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
	if (!mayMinute(who, group)) return { refused: 'not-yours-to-remove' }
	const corrections = await listCorrections(db, decisionId)
	const sat = await nameMembers(db, [standing.minute, ...corrections.map(({ before }) => before)].flatMap(idsOf), {
		keepsNames: true,
	})
	const removals = await listNameRemovals(db, decisionId)
	return {
		typed: { minute: standing.minute, corrections, outcome: decision.outcome, removals },
		members: [...sat.values()].map(({ name }) => name),
	}
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
