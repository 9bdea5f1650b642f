import type { Connection } from '../../../db/database.ts'
import { listActionsOf } from '../../../db/queries/actions.ts'
import { nameMembers } from '../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import type { ItemWithPaper, MeetingOfBody } from '../../../db/queries/meetings.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import type { Interest } from '../../domain/meetings/meeting.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import type { NameOf } from '../decisions/board/minute-words.ts'
import { namingIn } from '../decisions/board/present-minute.ts'
import { readBoard } from '../decisions/board/read-board.server.ts'
import { listShownNotes } from '../decisions/read-own.server.ts'

export interface Reader {
	place: Place
	membership: Membership | null
}

/** What came of an item, as far as this reader may see it. */
export interface ItemOutcome {
	decision: {
		id: string
		reference: string
		outcomeSaid: string
		isAgreed: boolean
		wording: string
		/** How many see it differently. */
		differences: number
		actions: { id: string; reference: string; title: string; accountableBody: string; dueOn: string }[]
	} | null
	noted: string | null
	interests: ShownInterest[]
}

export interface ShownInterest {
	id: string
	memberId: string
	name: string
	interest: string
	dispensation: string
	isWithdrawn: boolean
	withdrawnReason: string | null
}

/** By item id. Items that the reader may not see are not in it. */
export async function readOutcomes(
	db: Connection,
	{ place, membership }: Reader,
	meeting: MeetingOfBody,
	{ items, interests, nameOf }: { items: readonly ItemWithPaper[]; interests: readonly Interest[]; nameOf: NameOf },
): Promise<Record<string, ItemOutcome>> {
	const seen = items.filter((item) => seeItem(membership, meeting.body, item) === 'all')
	const nameIn = await namingInterests(db, meeting, { items: seen, interests, nameOf })
	const outcomes = await Promise.all(
		seen.map(
			async (item): Promise<[string, ItemOutcome]> => [
				item.id,
				{
					decision: item.decisionId ? await readDecided(db, { place, membership }, item.decisionId) : null,
					noted: item.noted,
					interests: interests.filter(({ itemId }) => itemId === item.id).map((one) => shown(one, nameIn(item))),
				},
			],
		),
	)
	return Object.fromEntries(outcomes)
}

/**
 * Who was erased keeps their name beside an interest that everybody may read (docs/decisions/013), and beside no interest in
 * an item that is not public.
 */
async function namingInterests(
	db: Connection,
	{ body }: MeetingOfBody,
	{ items, interests, nameOf }: { items: readonly ItemWithPaper[]; interests: readonly Interest[]; nameOf: NameOf },
): Promise<(item: ItemWithPaper) => NameOf> {
	const closed = new Set(items.filter((item) => seeItem(null, body, item) !== 'all').map(({ id }) => id))
	const own = interests.filter(({ itemId }) => closed.has(itemId))
	const nameNow = namingIn(
		await nameMembers(
			db,
			own.map(({ memberId }) => memberId),
		),
	)
	return ({ id }) => (closed.has(id) ? nameNow : nameOf)
}

async function readDecided(
	db: Connection,
	{ place, membership }: Reader,
	decisionId: string,
): Promise<ItemOutcome['decision']> {
	const decision = await findDecision(db, place, decisionId)
	const group = decision && (await findGroup(db, place, decision.groupId))
	if (!group || !mayReadDocument(membership, decision.about)) return null
	const [board, notes, actions] = await Promise.all([
		readBoard(db, decision, { group, place, membership }),
		listShownNotes(db, decision, membership),
		listActionsOf(db, place, decisionId),
	])
	if (!board) return null
	return {
		id: decision.id,
		reference: decision.reference,
		outcomeSaid: board.outcomeSaid,
		isAgreed: board.outcome === 'agreed',
		wording: board.wording,
		differences: notes.filter(({ isWithdrawn }) => !isWithdrawn).length,
		actions: actions.map(({ id, reference, title, accountableBody, dueOn }) => ({
			id,
			reference,
			title,
			accountableBody,
			dueOn,
		})),
	}
}

/** The words of a withdrawn interest go to nobody: it was none. */
function shown(
	{ id, memberId, interest, dispensation, withdrawnAt, withdrawnReason }: Interest,
	nameOf: NameOf,
): ShownInterest {
	const isWithdrawn = withdrawnAt !== null
	return {
		id,
		memberId,
		name: nameOf(memberId),
		interest: isWithdrawn ? '' : interest,
		dispensation: isWithdrawn ? '' : dispensation,
		isWithdrawn,
		withdrawnReason,
	}
}
