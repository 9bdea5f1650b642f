import type { Database } from '../../../db/database.ts'
import { findBodyRules } from '../../../db/queries/board-decisions.ts'
import { addDecision, findDecision } from '../../../db/queries/decisions.ts'
import { findDocument, saveDocument } from '../../../db/queries/documents.ts'
import { addElectors, listSeated } from '../../../db/queries/electors.ts'
import { findGroup } from '../../../db/queries/groups.ts'
import { nextReference } from '../../../db/queries/partnerships.ts'
import { recordEvent } from '../../../db/queries/record.ts'
import { findLatestVersion, findVersion } from '../../../db/queries/versions.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayOpenDecision, mayReadDocument } from '../../domain/access/policies.ts'
import { castingVoterOf } from '../../domain/decisions/casting-vote.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import { drawTieOrder } from '../../domain/decisions/methods/tie-order.ts'
import { electorateOf, type OpenRefusal, open, type Question } from '../../domain/decisions/open.ts'
import { lotSeed, rollHash, sealOf } from '../../domain/decisions/seal.ts'
import { placeDetails } from '../../domain/decisions/verify-standing.ts'
import type { Terms } from '../../domain/documents/document.ts'
import { fingerprint } from '../../domain/fingerprint.ts'

export type NewDecision = Question & {
	/** Made by the form, so that sending it twice opens one decision. */
	id: string
	versionId: string
	groupId: string
	/** `rollHash` of the list that was checked before opening. If it is another by now, nothing opens. */
	roll?: string | undefined
}

export type OpenedDecision =
	| { decision: Decision }
	| {
			refused: OpenRefusal | 'not-found' | 'not-yours-to-open' | 'opened-already' | 'roll-changed'
			missing?: (keyof Terms)[]
			which?: string
	  }

/**
 * Puts a version to a group and fixes everything: question, rules, words, roll. A panel vote takes its document out of
 * draft, so ask the live documents again afterwards (`live.recheck`).
 */
export function openDecision(db: Database, who: Membership, asked: NewDecision, now = new Date()) {
	return db.write(async (tx): Promise<OpenedDecision> => {
		const opened = await findDecision(tx, who, asked.id)
		if (opened) return isSame(opened, asked) ? { decision: opened } : { refused: 'opened-already' }

		const version = await findVersion(tx, who, asked.versionId)
		const document = version && (await findDocument(tx, who, version.documentId))
		const group = await findGroup(tx, who, asked.groupId)
		if (!document || !group || !mayReadDocument(who, document)) return { refused: 'not-found' }
		if (!mayOpenDecision(who, group)) return { refused: 'not-yours-to-open' }

		const seated = await listSeated(tx, who, group.id)
		const latest = (await findLatestVersion(tx, who, document.id))!
		const castingVoter = castingVoterOf(asked.kind, seated, (await findBodyRules(tx, group.id))?.rules ?? null)
		const setting = { document, version, latestVersionId: latest.id, group, seated, castingVoter }
		const opening = open(asked, setting, now)
		const roll = asked.roll === undefined ? asked.roll : rollHash(electorateOf(asked.kind, seated))
		if (roll !== asked.roll) return { refused: 'roll-changed' }
		if ('refused' in opening) return opening

		const electorate = opening.electorate.map(({ memberId, voiceId }) => ({ memberId, voiceId }))
		const fixed = {
			question: asked.question.trim(),
			kind: asked.kind,
			method: asked.method,
			rules: asked.rules,
			options: asked.options,
			shortlist: asked.shortlist ?? null,
			opensAt: now,
			closesAt: asked.closesAt,
		}
		const sealed = { ...fixed, versionFingerprint: version.fingerprint, electorate }
		const tieSeed = lotSeed(sealed)
		const tieOrder = drawTieOrder(
			tieSeed,
			asked.options.map(({ id }) => id),
		)
		const decision = {
			...fixed,
			tieSeed,
			tieOrder,
			id: asked.id,
			partnershipId: who.partnershipId,
			groupId: group.id,
			versionId: version.id,
			reference: await nextReference(tx, who, 'DEC', now.getUTCFullYear()),
			seal: sealOf({ ...sealed, tieOrder }),
			state: 'open',
			closedAt: null,
			stoppedReason: null,
			withdrawn: [],
			result: null,
			outcome: null,
			openedBy: who.memberId,
		} as Decision
		await addDecision(tx, decision)
		await addElectors(tx, decision.id, electorate)
		const event = { partnershipId: who.partnershipId, actorId: who.memberId, at: now }
		if (opening.document.phase !== document.phase) {
			await saveDocument(tx, opening.document)
			await recordEvent(tx, {
				...event,
				kind: 'document-proposed',
				subjectId: document.id,
				details: { version: version.number },
			})
		}
		await recordEvent(tx, {
			...event,
			kind: 'decision-opened',
			subjectId: decision.id,
			details: {
				seal: decision.seal,
				kind: decision.kind,
				method: decision.method,
				versionId: version.id,
				electors: electorate.length,
				...placeDetails(decision),
				closesAt: decision.closesAt.toISOString(),
			},
		})
		return { decision }
	})
}

/** Sent twice unchanged is one vote; changed in between, nobody may believe that the change took. */
function isSame(opened: Decision, asked: NewDecision) {
	const { kind, method, groupId, versionId, closesAt, rules, options, shortlist } = opened
	return (
		opened.question === asked.question.trim() &&
		fingerprint({ kind, method, groupId, versionId, rules, options, shortlist, closesAt: closesAt.toISOString() }) ===
			fingerprint({
				kind: asked.kind,
				method: asked.method,
				groupId: asked.groupId,
				versionId: asked.versionId,
				rules: asked.rules,
				options: asked.options,
				shortlist: asked.shortlist ?? null,
				closesAt: asked.closesAt.toISOString(),
			})
	)
}
