import type { Membership } from '../app/domain/access/membership.ts'
import type { Answer, Choice, MotionRules } from '../app/domain/decisions/decision.ts'
import { castBallot } from '../app/features/decisions/cast-ballot.server.ts'
import { type NewDecision, openDecision } from '../app/features/decisions/open-decision.server.ts'
import { Workings } from '../app/features/decisions/workings.ts'
import { newId } from '../app/http/new-id.ts'
import { openSecrets } from '../app/http/secrets.ts'
import { listEntriesAbout } from '../db/queries/record.ts'
import { scratchDatabase } from './contracts/scratch.ts'
import { givenPartnership } from './factories.ts'
import { givenVersion } from './given-version.ts'

export const opens = new Date('2026-06-01T09:00:00Z')
export const closes = new Date('2026-06-14T16:00:00Z')
export const during = new Date('2026-06-02T10:00:00Z')
export const justBefore = new Date(closes.getTime() - 1)
export const secret: MotionRules = { secrecy: 'secret', quorum: 2, threshold: 'majority', showsStanding: false }
export const named: MotionRules = { ...secret, secrecy: 'named' }

/** A partnership on a database of its own, and the two things votes are made of: opened questions and cast ballots. */
export async function givenVotes() {
	const scratch = await scratchDatabase()
	const { db } = scratch
	const given = await givenPartnership(db)
	const secrets = openSecrets('a key for tests')
	const where = scratch.url ? { url: scratch.url, dataDir: '' } : { dataDir: scratch.dataDir! }

	async function asked(change: Partial<NewDecision> = {}): Promise<NewDecision> {
		const versionId = change.versionId ?? (await givenVersion(db, given)).version.id
		const question = 'Should this become a priority for 2027?'
		const usual = {
			id: newId(),
			groupId: given.group.id,
			kind: 'panel-vote' as const,
			question,
			method: 'motion' as const,
			options: [],
			rules: secret,
			closesAt: closes,
		}
		return { ...usual, ...change, versionId } as NewDecision
	}

	return {
		scratch,
		db,
		given,
		secrets,
		/** What the database was opened with. */
		where,
		workings: new Workings(where),
		asked,
		async opened(change: Partial<NewDecision> = {}) {
			const opening = await openDecision(db, given.facilitator, await asked(change), opens)
			if ('refused' in opening) throw new Error(opening.refused)
			return opening.decision
		},
		cast(
			who: Membership,
			decisionId: string,
			answer: Choice | Answer,
			{ now = during, ...vote }: { now?: Date; reason?: string; id?: string; helpedBy?: string } = {},
		) {
			const said = typeof answer === 'string' ? { choice: answer } : answer
			return castBallot({ db, secrets }, who, decisionId, { answer: said, reason: '', ...vote }, now)
		},
		async kindsOf(subjectId: string) {
			return (await listEntriesAbout(db.read, given.place, subjectId)).map(({ kind }) => kind)
		},
	}
}
