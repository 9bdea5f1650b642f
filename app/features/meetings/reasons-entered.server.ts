import type { Connection } from '../../../db/database.ts'
import { nameMembers } from '../../../db/queries/board-decisions.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import type { Place } from '../../domain/access/membership.ts'
import type { Item, Meeting } from '../../domain/meetings/meeting.ts'
import { namingIn } from '../decisions/board/present-minute.ts'
import { type ChairReason, chairReasonWords } from './meeting-words.ts'

/** The reasons of the chair that stand on an agenda, each with whoever typed it, as the record says. */
export async function sayChairReasons(
	db: Connection,
	here: Place,
	{ id, shortNoticeReason, moves }: Pick<Meeting, 'id' | 'shortNoticeReason' | 'moves'>,
	items: readonly Pick<Item, 'id' | 'lateReason'>[],
) {
	const hasReason =
		shortNoticeReason !== null || items.some((item) => item.lateReason) || moves?.some((move) => move.shortNoticeReason)
	const entries = hasReason ? await listEntriesAbout(db, here, id) : []
	const names = await nameMembers(
		db,
		entries.flatMap(({ actorId }) => actorId ?? []),
	)
	const nameOf = namingIn(names)
	const say = (reason: string | null, entry: (typeof entries)[number] | undefined) => {
		const entered: ChairReason = { by: entry ? nameOf(entry.actorId) : null, isChair: entry?.details.asChair === true }
		return reason && chairReasonWords(reason, entered)
	}
	const moved = entries.filter(({ kind }) => kind === 'meeting-moved')
	return {
		shortNotice: say(
			shortNoticeReason,
			entries.find(({ kind }) => kind === 'meeting-published'),
		),
		lateOf: (item: Pick<Item, 'id' | 'lateReason'>) =>
			say(
				item.lateReason,
				entries.find(({ kind, details }) => kind === 'meeting-item-added' && details.item === item.id),
			),
		/** Oldest first, as they are kept. */
		moves: (moves ?? []).map((move, at) => say(move.shortNoticeReason, moved[at])),
	}
}
