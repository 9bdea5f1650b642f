import type { Connection } from '../../../../db/database.ts'
import { listActionsOf } from '../../../../db/queries/actions.ts'
import { findMinute, listCorrections, nameMembers } from '../../../../db/queries/board-decisions.ts'
import type { DecisionAbout } from '../../../../db/queries/decisions.ts'
import { findItemOfDecision } from '../../../../db/queries/meetings.ts'
import { listNameRemovals } from '../../../../db/queries/name-removals.ts'
import type { Membership, Place } from '../../../domain/access/membership.ts'
import { mayReadMeeting } from '../../../domain/access/policies.ts'
import { changes } from '../../../domain/decisions/board/changes.ts'
import { settles } from '../../../domain/decisions/decision.ts'
import type { Group } from '../../../domain/people/group.ts'
import { changeWords } from './change-words.ts'
import { idsOf, namingIn, presentMinute } from './present-minute.ts'

/** What a board decision shows beside what every decision shows. Null for the other kinds. */
export async function readBoard(
	db: Connection,
	{ id, kind, about, result }: Pick<DecisionAbout, 'id' | 'kind' | 'about' | 'result'>,
	{ group, place, membership }: { group: Pick<Group, 'kind'>; place: Place; membership: Membership | null },
) {
	const standing = kind === 'board-decision' ? await findMinute(db, id) : null
	if (!standing) return null
	const [made, removed, agreed, under] = await Promise.all([
		listCorrections(db, id),
		listNameRemovals(db, id),
		listActionsOf(db, place, id),
		findItemOfDecision(db, place, id),
	])
	const { minute, recordedBy, recordedAt, approvedBy, approvedOn } = standing
	const minutes = [minute, ...made.map(({ before }) => before)]
	const signed = [...made.map(({ correctedBy }) => correctedBy), ...removed.map(({ removedBy }) => removedBy)]
	const people = [recordedBy, approvedBy, ...signed].filter((by) => by !== null)
	const names = await nameMembers(db, [...minutes.flatMap(idsOf), ...people], {
		keepsNames: group.kind === 'board' && about.visibility === 'public' && about.open,
	})
	const nameOf = namingIn(names)
	const shown = presentMinute(minute, names)
	const sealedAt = made.at(-1)?.correctedAt ?? recordedAt
	return {
		...shown,
		/** The meeting under whose item it was entered, where the reader may see it. */
		meeting:
			under && mayReadMeeting(membership, under.meeting)
				? { id: under.meeting.id, reference: under.meeting.reference }
				: null,
		/** What the minute says of the reader, while it can still be put right. */
		own: shown.members.find(({ memberId }) => memberId === membership?.memberId) ?? null,
		/** What was agreed to be done because of it. */
		actions: agreed.map(({ reference, title, accountableBody, dueOn }) => ({
			reference,
			title,
			accountableBody,
			dueOn,
		})),
		/** Agreed on the ground of a decision whose outcome was corrected since. */
		groundless: result && settles(result.outcome) ? 0 : agreed.length,
		removals: removed.map(({ reason, places, removedBy, removedAt }) => ({
			reason,
			places,
			by: nameOf(removedBy),
			at: removedAt,
			/** The seal was taken while the names still stood there. */
			isAfterSeal: removedAt >= sealedAt,
		})),
		recorded: { by: nameOf(recordedBy), at: recordedAt },
		approved: approvedOn ? { by: nameOf(approvedBy), on: approvedOn } : null,
		corrections: made.map(({ number, reason, before, correctedBy, correctedAt }, index) => ({
			number,
			reason,
			by: nameOf(correctedBy),
			at: correctedAt,
			changes: changes(before, made[index + 1]?.before ?? minute).map((change) => changeWords(change, nameOf)),
		})),
	}
}

export type ShownBoard = NonNullable<Awaited<ReturnType<typeof readBoard>>>
