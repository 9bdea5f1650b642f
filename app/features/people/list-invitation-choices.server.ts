import type { Connection } from '../../../db/database.ts'
import { listGroups } from '../../../db/queries/groups.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayRunGroup } from '../../domain/access/policies.ts'

/** The voices and groups somebody can be invited to by this member. */
export async function listInvitationChoices(db: Connection, who: Membership) {
	const [voices, groups] = await Promise.all([listVoices(db, who), listGroups(db, who)])
	return {
		voices: voices.map(({ id, name }) => ({ id, name })),
		groups: groups.filter((group) => mayRunGroup(who, group)).map(({ id, name }) => ({ id, name })),
	}
}
