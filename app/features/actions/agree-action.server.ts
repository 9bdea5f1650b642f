import type { Connection, Database } from '../../../db/database.ts'
import { findAction, findHand, saveAction } from '../../../db/queries/actions.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { nextReference } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayAgreeAction, mayReadDocument } from '../../domain/access/policies.ts'
import type { Action } from '../../domain/actions/action.ts'
import { type Agreement, agree } from '../../domain/actions/agree.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { mayLead, mayPartner } from '../../domain/actions/hands.ts'
import { listReaders, type Readers } from './list-readers.server.ts'

/**
 * Writes down what will be done because a decision was agreed. `dueOn` is an ISO day, today in London or later.
 * Sent twice with the same id, it is agreed once; changed in between, it refuses 'agreed-already'. Refuses 'not-found',
 * 'not-allowed', what the decision does not allow (`domain/actions/agree`), 'lead-not-member' and 'partner-not-citizen',
 * and 'lead-cannot-read' and 'partner-cannot-read' where the words are one group's only.
 */
export function agreeAction(db: Database, who: Membership, agreement: Agreement, now = new Date()) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, agreement.decisionId)
		if (!decision || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		const group = await findGroup(tx, who, decision.groupId)
		if (!group || !mayAgreeAction(who, group)) return { refused: 'not-allowed' as const }
		const earlier = await findAction(tx, who, agreement.id)
		if (earlier)
			return isSame(earlier.action, agreement) ? { action: earlier.action } : { refused: 'agreed-already' as const }

		const agreeing = agree(decision, agreement, who, now)
		if ('refused' in agreeing) return agreeing
		const refused = await refuseHands(tx, who, agreement, await listReaders(tx, who, decision.about))
		if (refused) return { refused }

		const reference = await nextReference(tx, who, 'ACT', Number(londonDay(now).slice(0, 4)))
		const action = { ...agreeing.action, reference }
		await saveAction(tx, action)
		await recordEvent(tx, {
			partnershipId: who.partnershipId,
			kind: 'action-agreed',
			subjectId: action.id,
			actorId: who.memberId,
			details: { decisionId: decision.id, dueOn: action.dueOn },
			at: now,
		})
		return { action }
	})
}

function isSame(action: Action, agreement: Agreement) {
	const { dueOn, ...said } = agreement
	return (
		action.firstDueOn === dueOn && Object.entries(said).every(([name, value]) => action[name as keyof Action] === value)
	)
}

async function refuseHands(
	db: Connection,
	who: Membership,
	{ leadMemberId, citizenPartnerId }: Agreement,
	readers: Readers,
) {
	const lead = leadMemberId ? await findHand(db, who, leadMemberId) : null
	if (leadMemberId && !(lead && mayLead(lead))) return 'lead-not-member' as const
	if (lead && !readers(lead)) return 'lead-cannot-read' as const
	const partner = citizenPartnerId ? await findHand(db, who, citizenPartnerId) : null
	if (citizenPartnerId && !(partner && mayPartner(partner))) return 'partner-not-citizen' as const
	return partner && !readers(partner) ? ('partner-cannot-read' as const) : null
}
