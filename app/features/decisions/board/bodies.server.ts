import type { Connection } from '../../../../db/database.ts'
import { listGroups } from '../../../../db/queries/groups.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayMinute } from '../../../domain/access/policies.ts'
import type { Document } from '../../../domain/documents/document.ts'
import type { Group } from '../../../domain/people/group.ts'

/** The bodies whose decisions this member enters; with a document, those that may decide about it. */
export async function listBodies(db: Connection, who: Membership, document?: Document): Promise<Group[]> {
	const groups = await listGroups(db, who)
	return groups.filter((group) => mayMinute(who, group) && (!document || mayDecideAbout(group, document)))
}

/** Words that one group alone may read are decided by that group. */
export function mayDecideAbout(group: Pick<Group, 'id'>, { visibility, groupId }: Document): boolean {
	return (visibility !== 'group' && visibility !== 'circle') || group.id === groupId
}
