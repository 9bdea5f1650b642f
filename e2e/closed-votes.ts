import { place } from '../app/domain/access/membership.ts'
import type { Answer, Decision } from '../app/domain/decisions/decision.ts'
import { castBallot } from '../app/features/decisions/cast-ballot.server.ts'
import { closeDecision } from '../app/features/decisions/close-due-decisions.server.ts'
import { type NewDecision, openDecision } from '../app/features/decisions/open-decision.server.ts'
import { newId } from '../app/http/new-id.ts'
import { openSecrets } from '../app/http/secrets.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { listDocuments } from '../db/queries/documents.ts'
import { listSeated } from '../db/queries/electors.ts'
import { listGroups } from '../db/queries/groups.ts'
import { findMember, findMembership, listMembers } from '../db/queries/members.ts'
import { findPartnershipBySlug } from '../db/queries/partnerships.ts'
import { findLatestVersion } from '../db/queries/versions.ts'
import { harbourside } from './fixtures.ts'

const dayMs = 24 * 60 * 60_000

export type Asked = Pick<NewDecision, 'question' | 'method' | 'rules' | 'options'>

/** Opens the database of the server that the journeys run against. */
export async function openServersDatabase(): Promise<Database> {
	const dataDir = `.tmp/e2e-${process.env.E2E_PORT ?? 3123}`
	return await openDatabase({ url: process.env.DATABASE_URL, dataDir })
}

/** One of the example's people, as the rules of a vote name them. */
export async function findMemberId(db: Database, name: string): Promise<string> {
	const partnership = (await findPartnershipBySlug(db.read, 'harbourside'))!
	return (await listMembers(db.read, place(partnership.id))).find((member) => member.name === name)!.id
}

/**
 * A show of views or a panel vote of the Carers’ panel, answered by as many of its people as there are answers and closed at once, without
 * waiting for its time: straight through the commands, because no form may close a vote early.
 */
export async function closedVote(
	db: Database,
	asked: Asked,
	answers: { answer: Answer; reason?: string }[],
	kind: 'show-of-views' | 'panel-vote' = 'show-of-views',
) {
	const partnership = (await findPartnershipBySlug(db.read, 'harbourside'))!
	const here = place(partnership.id)
	const group = (await listGroups(db.read, here)).find(({ name }) => name === 'Carers’ panel')!
	const document = (await listDocuments(db.read, here)).find(({ title }) => title.startsWith('Breaks for carers'))!
	const version = (await findLatestVersion(db.read, here, document.id))!
	const facilitator = (await listMembers(db.read, here)).find(({ role }) => role === 'facilitator')!
	const who = (await findMembership(db.read, here, facilitator.personId))!
	const now = new Date()
	const closesAt = new Date(now.getTime() + 7 * dayMs)
	const opening = await openDecision(
		db,
		who,
		{ ...asked, id: newId(), kind, groupId: group.id, versionId: version.id, closesAt } as NewDecision,
		now,
	)
	if ('refused' in opening) throw new Error(opening.refused)
	const { id } = opening.decision
	const seated = (await listSeated(db.read, here, group.id)).filter(({ role }) => role !== 'observer')
	if (seated.length < answers.length) throw new Error(`only ${seated.length} can vote`)
	for (const [at, { answer, reason = '' }] of answers.entries()) {
		const member = (await findMember(db.read, here, seated[at]!.memberId))!
		const voter = (await findMembership(db.read, here, member.personId))!
		const casting = await castBallot({ db, secrets: openSecrets('for a test') }, voter, id, { answer, reason })
		if (casting.refused) throw new Error(`${casting.refused} ${casting.option ?? ''}`)
	}
	const closing = await closeDecision(db, here, id, closesAt)
	if ('refused' in closing) throw new Error(closing.refused)
	return { address: `${harbourside}/decisions/${id}`, decision: closing.decision as Decision }
}
