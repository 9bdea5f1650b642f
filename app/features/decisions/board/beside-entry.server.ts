import type { Connection } from '../../../../db/database.ts'
import { nameMembers } from '../../../../db/queries/board-decisions.ts'
import { listDecisionsAboutDocument } from '../../../../db/queries/decisions.ts'
import { findMember } from '../../../../db/queries/members.ts'
import type { Place } from '../../../domain/access/membership.ts'
import { type Day, londonDay } from '../../../domain/actions/days.ts'
import type { FormState } from '../../../http/forms.ts'
import { spokenOf } from './check-entry.ts'

export interface Twin {
	id: string
	reference: string
	question: string
}

/** What the same body decided about the same document on the same day: another clerk may have entered this already. */
export async function listTwins(
	db: Connection,
	here: Place,
	{ documentId, groupId, heldOn }: { documentId: string; groupId: string; heldOn: Day },
): Promise<Twin[]> {
	const decisions = await listDecisionsAboutDocument(db, here, documentId)
	return decisions
		.filter((one) => one.kind === 'board-decision' && one.groupId === groupId && londonDay(one.opensAt) === heldOn)
		.map(({ id, reference, question }) => ({ id, reference, question }))
}

/** What the members are called of whom a form speaks. Ids that a form made up have no name. */
export async function nameSpokenOf(db: Connection, here: Place, form: FormState): Promise<Map<string, string>> {
	const ids = spokenOf(form)
	const found = await Promise.all(ids.map((id) => findMember(db, here, id)))
	const own = found.flatMap((member) => (member ? [member.id] : []))
	return new Map([...(await nameMembers(db, own))].map(([id, { name }]) => [id, name]))
}
