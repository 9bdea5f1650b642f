import type { Connection } from '../../../db/database.ts'
import { type ActionRow, listUpdates } from '../../../db/queries/actions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { findMember } from '../../../db/queries/members.ts'
import { findThread } from '../../../db/queries/thread.ts'
import { hasGivenVerdict, listVerdictWords, tallyVerdictsOfAction } from '../../../db/queries/verdicts.ts'
import { mayGiveVerdict, mayReportOnAction, maySeePeople } from '../../domain/access/policies.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { feltBy, isAskable } from '../../domain/actions/verdict.ts'
import type { Visit } from '../../http/visit.ts'
import { presentAction } from './present-action.ts'
import { seenBy } from './seen-by.ts'

/** Everything the page of one action says. Members are named to members only; everyone else sees their voice. */
export async function followAction(
	db: Connection,
	{ place, partnership, membership }: Visit,
	row: ActionRow,
	now = new Date(),
) {
	const { action, decision, version, document } = row
	const [updates, tally, words, thread, partner, group, hasAnswered] = await Promise.all([
		listUpdates(db, action.id),
		tallyVerdictsOfAction(db, action.id),
		listVerdictWords(db, action.id),
		findThread(db, place, document.id, { through: { actionId: action.id }, now }),
		action.citizenPartnerId ? findMember(db, place, action.citizenPartnerId) : null,
		document.groupId ? findGroup(db, place, document.groupId) : null,
		membership ? hasGivenVerdict(db, action.id, membership.memberId) : false,
	])
	const felt = feltBy(tally)
	const mayName = maySeePeople(membership, action)
	const isAsked = isAskable(action, londonDay(now))
	return {
		action: presentAction(action, tally, now),
		lead: action.lead,
		expectedDifference: action.expectedDifference,
		partner: partner && (mayName ? `${partner.name}, ${partner.voice.toLowerCase()}` : 'A member of this partnership'),
		decision: {
			id: decision.id,
			kind: decision.kind,
			reference: decision.reference,
			question: decision.question,
			at: decision.closedAt,
		},
		document: { id: document.id, title: document.title, version: version.number },
		seenBy: seenBy(document.visibility, partnership, group?.name),
		thread,
		updates: updates.map(({ memberId, by, ...update }) => ({
			...update,
			by: { ...by, name: mayName ? by.name : null },
		})),
		felt,
		words: felt.shown ? words : [],
		isAsked,
		hasAnswered,
		mayReport: mayReportOnAction(membership, action),
		mayAnswer: mayGiveVerdict(membership, action) && isAsked && !hasAnswered,
	}
}

export type FollowedAction = Awaited<ReturnType<typeof followAction>>
