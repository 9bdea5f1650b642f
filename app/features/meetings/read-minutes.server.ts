import type { Connection } from '../../../db/database.ts'
import { nameMembers } from '../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import type { MeetingOfBody } from '../../../db/queries/meetings.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { mayReadDocument } from '../../domain/access/policies.ts'
import { fingerprint } from '../../domain/fingerprint.ts'
import { numbered } from '../../domain/meetings/agenda.ts'
import { comingAndGoing } from '../../domain/meetings/same-attendance.ts'
import { seatsNow } from '../../domain/meetings/seats-now.ts'
import { seeItem } from '../../domain/meetings/see-item.ts'
import { readMinuteFacts } from '../decisions/board/find-minute-facts.server.ts'
import { presentSeats } from '../decisions/board/present-minute.ts'
import { findRoom, nameRoom } from './find-room.server.ts'
import { differencesIn, listItemsAttended } from './list-items-attended.server.ts'
import { retitledWords, withheldWords } from './meeting-words.ts'
import { type MinutedItem, type MinutesFacts, minutesParts } from './minutes-text.ts'
import { quorumOfMeeting } from './quorum-of-meeting.ts'
import { readOutcomes } from './read-outcomes.server.ts'
import { readNameRemovals } from './remove-names.server.ts'
import { cameToMeeting } from './room-words.ts'

export interface MinutesReader {
	place: Place
	membership: Membership | null
	partnership: { name: string; open: boolean }
}

/** The minutes of a meeting as far as this reader may read them. */
export async function readMinutes(
	db: Connection,
	reader: MinutesReader,
	meeting: MeetingOfBody,
): Promise<MinutesFacts> {
	const { place, membership, partnership } = reader
	const room = await findRoom(db, place, meeting)
	const nameOf = await nameRoom(db, meeting, room, partnership)
	const { body, items, attended, interests } = room
	const outcomes = await readOutcomes(db, reader, meeting, { items, interests, nameOf })
	const decidedItems = await listItemsAttended(db, items, outcomes)
	const isSaid = (memberId: string) => attended.some((one) => one.memberId === memberId)
	const spoken = seatsNow(body.seats, attended).filter(({ memberId }) => isSaid(memberId))
	const names = await nameMembers(
		db,
		body.seats.map(({ memberId }) => memberId),
		{ keepsNames: meeting.body.kind === 'board' && meeting.publishedAt !== null && partnership.open },
	)
	const movedOf = (memberId: string) => {
		const said = attended.find((one) => one.memberId === memberId)
		return said ? comingAndGoing(said, decidedItems) : null
	}
	const { rules } = body
	const withRules = rules ?? noRules
	return {
		meeting,
		body: meeting.body.name,
		partnership: partnership.name,
		presider: meeting.presiderId && nameOf(meeting.presiderId),
		clerk: meeting.clerkId && nameOf(meeting.clerkId),
		members: presentSeats({ seats: spoken, rules: withRules, vote: { how: 'assent' } }, names).map((member, index) => ({
			...member,
			joined: cameToMeeting(spoken[index]!, rules, movedOf(member.memberId)),
		})),
		unsaid: body.seats.filter(({ memberId }) => !isSaid(memberId)).map(({ memberId }) => nameOf(memberId)),
		quorumSaid: rules && spoken.length > 0 ? quorumOfMeeting(body.seats, attended, rules) : [],
		differences: differencesIn(decidedItems, attended, nameOf),
		items: await Promise.all(
			numbered(items)
				.filter(({ item }) => outcomes[item.id])
				.map(async ({ item, number }): Promise<MinutedItem> => {
					const { title, purpose, presenter, paper, takenOffReason, decisionId } = item
					const outcome = outcomes[item.id]!
					return {
						number,
						title,
						retitled: retitledWords(item),
						purpose,
						presenter,
						paper: paper && `version ${paper.number} of “${paper.title}” (${paper.reference})`,
						takenOffReason,
						outcome,
						decided: outcome.decision && decisionId ? await readDecided(db, reader, decisionId) : null,
					}
				}),
		),
		withheld: numbered(items).flatMap(({ item, number }) => {
			const sight = seeItem(membership, meeting.body, item)
			return sight === 'all' ? [] : [withheldWords({ ...sight, number })]
		}),
		removals: await readNameRemovals(db, meeting),
		approved: meeting.approvedOn ? { on: meeting.approvedOn, by: nameOf(meeting.approvedBy) } : null,
	}
}

/** So that what is approved is what its approver read. */
export function minutesDigest(facts: MinutesFacts): string {
	return fingerprint(minutesParts(facts)).slice(0, 16)
}

/** Of what was approved, as its approver read it: whoever kept a copy can show by it what the record holds. */
export function minutesSeal(facts: MinutesFacts): string {
	return fingerprint(minutesParts({ ...facts, approved: null }))
}

/** A body without rules yet counts nobody: these only let its seats be shown. */
const noRules = {
	quorum: { least: 0 },
	castingVote: false,
	threshold: 'majority',
	remoteCounts: false,
	lateVotes: false,
} as const

async function readDecided(db: Connection, { place, membership, partnership }: MinutesReader, decisionId: string) {
	const decision = await findDecision(db, place, decisionId)
	const group = decision && (await findGroup(db, place, decision.groupId))
	if (!group || !mayReadDocument(membership, decision.about)) return null
	return await readMinuteFacts(db, { decision, group, place, membership, partnership })
}
