import type { Connection } from '../../../db/database.ts'
import { listInvitations } from '../../../db/queries/join-codes.ts'
import { listMembers } from '../../../db/queries/members.ts'
import { listContacts } from '../../../db/queries/persons.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { readInvitationRows } from '../../domain/people/invitation-rows.ts'
import { listInvitationChoices } from './list-invitation-choices.server.ts'
import { readInvitationsFile } from './read-invitations-file.server.ts'

/** Which rows of a file can be invited, and by line why the others cannot. */
export async function checkInvitationsFile(db: Connection, who: Membership, bytes: Uint8Array) {
	const file = readInvitationsFile(bytes)
	if ('refused' in file) return file
	const [choices, members, invitations] = await Promise.all([
		listInvitationChoices(db, who),
		listMembers(db, who),
		listInvitations(db, who, ['waiting', 'live']),
	])
	const contacts = await listContacts(
		db,
		members.map(({ id }) => id),
	)
	const emails = new Set([...contacts, ...invitations].flatMap(({ email }) => email ?? []))
	const { rows, bad } = readInvitationRows(file.lines, { ...choices, emails })
	return { rows, bad: [...bad, ...file.bad].sort((a, b) => a.line - b.line) }
}
