import { eq } from 'drizzle-orm'
import { place } from '../app/domain/access/membership.ts'
import type { Question } from '../app/domain/decisions/open.ts'
import { closeDecision } from '../app/features/decisions/close-due-decisions.server.ts'
import { openDecision } from '../app/features/decisions/open-decision.server.ts'
import { newId } from '../app/http/new-id.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { findDecision } from '../db/queries/decisions.ts'
import { listDocuments } from '../db/queries/documents.ts'
import { listGroups } from '../db/queries/groups.ts'
import { findMembership } from '../db/queries/members.ts'
import { findPartnershipBySlug } from '../db/queries/partnerships.ts'
import { listVersions } from '../db/queries/versions.ts'
import { persons } from '../db/schema/index.ts'
import { harbourside } from './fixtures.ts'

const dataDir = process.env.E2E_DATA ?? `.tmp/e2e-${process.env.E2E_PORT ?? 3123}`
/** As if its closing time had come, straight through the command: no form may close a vote early, and no test waits a week. */
export async function endVoting(address: string) {
	const db = await openDatabase({ dataDir })
	try {
		const partnership = (await findPartnershipBySlug(db.read, 'harbourside'))!
		const here = place(partnership.id)
		const decision = (await findDecision(db.read, here, address.split('/').at(-1)!))!
		const closing = await closeDecision(db, here, decision.id, decision.closesAt)
		if ('refused' in closing) throw new Error(closing.refused)
		await db.forget('votes')
	} finally {
		await db.close()
	}
}

const weekMs = 7 * 24 * 60 * 60_000

/** Opens a question of any method in the running example, as Farah and for the carers’ panel; answers with its address. */
export async function openQuestion(
	asked: Pick<Question, 'method' | 'rules' | 'options' | 'question' | 'shortlist'>,
): Promise<string> {
	const db = await openDatabase({ dataDir })
	try {
		return await openIn(db, asked)
	} finally {
		await db.close()
	}
}

async function openIn(db: Database, asked: Pick<Question, 'method' | 'rules' | 'options' | 'question' | 'shortlist'>) {
	const partnership = (await findPartnershipBySlug(db.read, 'harbourside'))!
	const here = place(partnership.id)
	const [farah] = await db.read.select({ id: persons.id }).from(persons).where(eq(persons.name, 'Farah'))
	const who = (await findMembership(db.read, here, farah!.id))!
	const group = (await listGroups(db.read, here)).find(({ name }) => name === 'Carers’ panel')!
	const document = (await listDocuments(db.read, here)).find(({ title }) => title.startsWith('Breaks for carers'))!
	const [version] = await listVersions(db.read, here, document.id)
	const opened = await openDecision(db, who, {
		...asked,
		id: newId(),
		kind: 'show-of-views',
		groupId: group.id,
		versionId: version!.id,
		closesAt: new Date(Date.now() + weekMs),
	} as Parameters<typeof openDecision>[2])
	if ('refused' in opened) throw new Error(opened.refused)
	return `${harbourside}/decisions/${opened.decision.id}`
}
