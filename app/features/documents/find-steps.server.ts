import type { Database } from '../../../db/database.ts'
import { findLatestVersion } from '../../../db/queries/versions.ts'
import { mayWriteDocument } from '../../domain/access/policies.ts'
import type { Section } from '../../domain/documents/content.ts'
import { nextStep, stepsToDecision } from '../../domain/documents/steps.ts'
import type { Thread } from '../../domain/thread/stops.ts'
import { findSetUp } from '../decisions/find-set-up.server.ts'
import type { WayToDecision } from './step-words.ts'
import type { DocumentVisit } from './visit-document.server.ts'

/** How far words are on their way to a decision, for a member who can take them further; null for everyone else. */
export async function findSteps(
	{ db }: { db: Database },
	{ membership, place, document, base, address }: DocumentVisit,
	{ sections, thread }: { sections: readonly Section[]; thread: Thread },
): Promise<WayToDecision | null> {
	if (!membership || document.phase === 'stopped') return null
	const latest = await findLatestVersion(db.read, place, document.id)
	const decision = thread.find(({ stop }) => stop === 'decision')?.target
	const asked = decision?.to === 'decision' ? decision.id : null
	const mayWrite = mayWriteDocument(membership, document)
	const mayAsk = latest ? Boolean((await findSetUp(db.read, membership, latest.id))?.groups.length) : false
	if (!mayWrite && !mayAsk) return null
	const steps = stepsToDecision(document, { sections, latest, asked: asked !== null })
	const next = nextStep(steps)
	// Of final words, only asking is left: what was not filled in is not in anybody's hand any more.
	if (document.phase === 'final' && next?.step !== 'ask') return null
	return {
		steps,
		next,
		mayWrite,
		ask: mayAsk && latest ? `${base}/decisions/new?version=${latest.id}` : null,
		decision: asked ? `${base}/decisions/${asked}` : null,
		people: `${base}/people`,
		address,
	}
}
