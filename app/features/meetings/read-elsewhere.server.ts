import type { Connection } from '../../../db/database.ts'
import { findMinute, nameMembers } from '../../../db/queries/board-decisions.ts'
import { type DecisionInList, listDecisionsAboutDocument } from '../../../db/queries/decisions.ts'
import { type ItemWithPaper, listInterests, listItemsAbout, type MeetingOfBody } from '../../../db/queries/meetings.ts'
import type { Place } from '../../domain/access/membership.ts'
import { mayReadMeeting, type Who } from '../../domain/access/policies.ts'
import type { Day } from '../../domain/actions/days.ts'
import { decide } from '../../domain/decisions/board/decide.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import { boardOutcomeWords } from '../decisions/board/minute-words.ts'
import { namingIn } from '../decisions/board/present-minute.ts'

/** What there is about the same paper besides this item: interests at other meetings, and decisions that are not its own. */
export interface Elsewhere {
	interests: {
		id: string
		memberId: string
		name: string
		interest: string
		dispensation: string
		/** Declared in part B: fewer people may read it than the item it is told beside. */
		isPrivate: boolean
		meetingId: string
		itemId: string
		body: string
		startsAt: Date
	}[]
	decisions: { id: string; reference: string; body: string; heldOn: Day; place: string; outcomeSaid: string }[]
}

/** By item id, of items with a paper that the reader may see, as far as they may read the other meetings. */
export async function readElsewhere(
	db: Connection,
	{ place, membership }: { place: Place; membership: Who },
	meeting: MeetingOfBody,
	items: readonly ItemWithPaper[],
): Promise<Record<string, Elsewhere>> {
	const seen = items.filter((item) => item.paper && seeItem(membership, meeting.body, item) === 'all')
	const found = await Promise.all(
		seen.map(async (item): Promise<[string, Elsewhere]> => {
			const { documentId } = item.paper!
			const [others, decisions] = await Promise.all([
				listItemsAbout(db, place, documentId),
				listDecisionsAboutDocument(db, place, documentId),
			])
			const open = others.filter(
				(other) =>
					other.item.id !== item.id &&
					other.item.takenOffAt === null &&
					mayReadMeeting(membership, other.meeting) &&
					seeItem(membership, other.meeting.body, other.item) === 'all',
			)
			const taken = decisions.filter(({ id, kind }) => kind === 'board-decision' && id !== item.decisionId)
			return [
				item.id,
				{ interests: await interestsAt(db, open), decisions: (await Promise.all(taken.map(decidedIn(db)))).flat() },
			]
		}),
	)
	return Object.fromEntries(found)
}

async function interestsAt(
	db: Connection,
	others: Awaited<ReturnType<typeof listItemsAbout>>,
): Promise<Elsewhere['interests']> {
	const declared = await Promise.all(
		others.map(async ({ meeting, item }) => {
			const interests = await listInterests(db, meeting.id)
			return interests
				.filter(({ itemId, withdrawnAt }) => itemId === item.id && withdrawnAt === null)
				.map((one) => ({ ...one, meeting, isPrivate: item.privateReason !== null }))
		}),
	)
	const all = declared.flat()
	const nameOf = namingIn(
		await nameMembers(
			db,
			all.map(({ memberId }) => memberId),
		),
	)
	return all.map(({ id, memberId, interest, dispensation, isPrivate, itemId, meeting }) => ({
		id,
		memberId,
		name: nameOf(memberId),
		interest,
		dispensation,
		isPrivate,
		meetingId: meeting.id,
		itemId,
		body: meeting.body.name,
		startsAt: meeting.startsAt,
	}))
}

function decidedIn(db: Connection) {
	return async ({ id, reference, groupName }: DecisionInList): Promise<Elsewhere['decisions']> => {
		const standing = await findMinute(db, id)
		if (!standing) return []
		const { heldOn, place } = standing.minute
		return [{ id, reference, body: groupName, heldOn, place, outcomeSaid: boardOutcomeWords(decide(standing.minute)) }]
	}
}
