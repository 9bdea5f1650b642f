import type { Connection, Database } from '../../../../db/database.ts'
import { areNamesUnforgotten, noteNamesForgotten } from '../../../../db/queries/name-removals.ts'
import { recordEvent } from '../../../../db/queries/record.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { type ChangeTexts, type NamesRemoved, removeNames } from '../../../domain/decisions/board/remove-names.ts'
import { fingerprint } from '../../../domain/fingerprint.ts'

export interface NamesAsked {
	names: string[]
	reason: string
}

export interface NamesRemoving extends NamesAsked {
	/** Made by the form, so that sending it twice does it once. */
	id: string
	/** The digest of the preview that somebody looked at. What it does not show nobody has looked at. */
	seen: string
	/** Single words of what was voted on or concluded that go too, by their number in the preview. */
	picked: ReadonlySet<number>
}

export interface RemovalMade {
	id: string
	reason: string
	places: number
	removedBy: string
	removedAt: Date
	forgottenAt: null
}

/** What holds typed words: the minute of a decision, or a meeting with its agenda and minutes. */
export interface NamesHeld<Words> {
	typed: Words
	texts: ChangeTexts<Words>
	/** Who sat there and stays named. */
	members: string[]
	/** The removals made before, by the ids of their forms. */
	made: readonly { id: string; places: number }[]
	event: { kind: 'minute-names-removed' | 'meeting-names-removed'; subjectId: string }
	save(tx: Connection, removal: RemovalMade, words: Words): Promise<void>
}

/** What a removal would do, before it is done: every place with the words around it. Refuses what the removal does. */
export function previewNames<Words>({ typed, texts, members }: NamesHeld<Words>, asked: NamesAsked) {
	const preview = removeNames(typed, texts, { ...asked, members })
	return 'refused' in preview ? preview : { ...preview, seen: seenOf(preview) }
}

/** Changes with every place, its words and what stands around them: another preview has another. */
function seenOf({ places, toPick, near }: NamesRemoved<unknown>): string {
	return fingerprint({ places, toPick, near })
}

/**
 * Takes names for good out of what was typed. Refuses what `find` does, 'not-seen' when what it would change is not what
 * was looked at, and what `domain/decisions/board/remove-names` refuses.
 */
export async function takeNamesOut<Words, Refused extends string>(
	db: Database,
	who: Membership,
	find: (tx: Connection) => Promise<NamesHeld<Words> | { refused: Refused }>,
	{ id, seen, picked, names, reason }: NamesRemoving,
	now: Date,
) {
	const removing = await db.write(async (tx) => {
		const held = await find(tx)
		if ('refused' in held) return held
		const { typed, texts, members, event } = held
		const made = held.made.find((removal) => removal.id === id)
		if (made) return { places: made.places }

		const preview = previewNames(held, { names, reason })
		if ('refused' in preview) return preview
		if (preview.seen !== seen) return { refused: 'not-seen' as const }
		const removed = removeNames(typed, texts, { names, reason, members, picked })
		if ('refused' in removed) return removed
		const places = removed.places.length
		const removal = { id, reason: reason.trim(), places, removedBy: who.memberId, removedAt: now, forgottenAt: null }
		await held.save(tx, removal, removed.words)
		await recordEvent(tx, {
			...event,
			partnershipId: who.partnershipId,
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
