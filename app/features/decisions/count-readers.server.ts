import type { Connection } from '../../../db/database.ts'
import { listOfficers } from '../../../db/queries/groups.ts'
import { findMembershipOf } from '../../../db/queries/members.ts'
import type { Place } from '../../domain/access/membership.ts'
import { mayRunGroup } from '../../domain/access/policies.ts'
import type { Group } from '../../domain/people/group.ts'

/** How many people could read this group's papers now: those who run it. */
export async function countReaders(db: Connection, here: Place, group: Group): Promise<number> {
	let readers = 0
	for (const memberId of await listOfficers(db, here, group.id))
		if (mayRunGroup(await findMembershipOf(db, here, memberId), group)) readers++
	return readers
}
