import type { Connection, Database } from '../../../db/database.ts'
import { findAction, findHand, saveAction } from '../../../db/queries/actions.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { nextReference } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayAgreeAction, mayReadDocument } from '../../domain/access/policies.ts'
import { type Agreement, agree } from '../../domain/actions/agree.ts'
import { londonDay } from '../../domain/actions/days.ts'
import { mayLead, mayPartner } from '../../domain/actions/hands.ts'

/**
 * Writes down what will be done because a decision was agreed. `dueOn` is an ISO day, today in London or later.
 * Sent twice with the same id, it is agreed once. Refuses 'not-found', 'not-allowed', what the decision does not allow
 * (`domain/actions/agree`), 'lead-not-member' and 'partner-not-citizen'.
 */
export function agreeAction(db: Database, who: Membership, agreement: Agreement, now = new Date()) {
	return db.write(async (tx) => {
		const decision = await findDecision(tx, who, agreement.decisionId)
		if (!decision || !mayReadDocument(who, decision.about)) return { refused: 'not-found' as const }
		const group = await findGroup(tx, who, decision.groupId)
		if (!group || !mayAgreeAction(who, group)) return { refused: 'not-allowed' as const }
		const earlier = await findAction(tx, who, agreement.id)
		if (earlier) return { action: earlier.action }

		const agreeing = agree(decision, agreement, who, now)
		if ('refused' in agreeing) return agreeing
		const refused = await refuseHands(tx, who, agreement)
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

async function refuseHands(db: Connection, who: Membership, { leadMemberId, citizenPartnerId }: Agreement) {
	const lead = leadMemberId ? await findHand(db, who, leadMemberId) : null
	if (leadMemberId && !(lead && mayLead(lead))) return 'lead-not-member' as const
	const partner = citizenPartnerId ? await findHand(db, who, citizenPartnerId) : null
	if (citizenPartnerId && !(partner && mayPartner(partner))) return 'partner-not-citizen' as const
	return null
}
