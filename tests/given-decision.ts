import type { Decision, Motion, Outcome } from '../app/domain/decisions/decision.ts'
import type { Document } from '../app/domain/documents/document.ts'
import type { Version } from '../app/domain/documents/version.ts'
import { newId } from '../app/http/new-id.ts'
import type { Database } from '../db/database.ts'
import { addDecision } from '../db/queries/decisions.ts'
import { nextReference } from '../db/queries/partnerships.ts'
import type { GivenPartnership } from './factories.ts'
import { givenVersion } from './given-version.ts'

const opensAt = new Date('2026-02-01T09:00:00Z')
const closesAt = new Date('2026-02-15T17:00:00Z')

type Change = Partial<Pick<Decision, 'kind' | 'state' | 'stoppedReason'>> &
	Partial<Pick<Document, 'visibility' | 'groupId'>> & { outcome?: Outcome; rules?: Motion['rules'] }

/** A version put to the panel on 1 February 2026, with the result it had on 15 February: agreed, unless told otherwise. */
export async function givenDecision(
	db: Database,
	given: GivenPartnership,
	{
		outcome = 'agreed',
		visibility,
		groupId,
		kind = 'panel-vote',
		state = 'closed',
		stoppedReason = null,
		rules = { secrecy: 'secret', quorum: 0, threshold: 'majority', showsStanding: false },
	}: Change = {},
): Promise<{ document: Document; version: Version; decision: Decision }> {
	const { document, version } = await givenVersion(db, given, { visibility, groupId })
	const tally = { for: 3, against: 0, abstain: 0 }
	const result = { engine: 'motion/1', outcome, tally, electors: 3, byVoice: [], ballotsHash: '' }
	const decision: Omit<Motion, 'reference'> = {
		id: newId(),
		partnershipId: given.place.partnershipId,
		groupId: given.group.id,
		versionId: version.id,
		kind,
		method: 'motion',
		question: 'Should this become a priority for 2027?',
		options: [],
		shortlist: null,
		withdrawn: [],
		tieOrder: [],
		tieSeed: '',
		rules,
		seal: '0'.repeat(64),
		state,
		opensAt,
		closesAt,
		closedAt: state === 'open' ? null : closesAt,
		stoppedReason,
		result: state === 'closed' ? result : null,
		outcome: null,
		openedBy: given.facilitator.memberId,
	}
	return await db.write(async (tx) => {
		const referenced = { ...decision, reference: await nextReference(tx, given.place, 'DEC', 2026) }
		await addDecision(tx, referenced)
		return { document, version, decision: referenced }
	})
}
