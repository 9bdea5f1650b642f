import type { Connection } from '../../../db/database.ts'
import { findBodyRules } from '../../../db/queries/board-decisions.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { listSeated } from '../../../db/queries/electors.ts'
import { listGroups } from '../../../db/queries/groups.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import { findLatestVersion, findVersion } from '../../../db/queries/versions.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { mayOpenDecision, mayReadDocument } from '../../domain/access/policies.ts'
import { castingVoterOf } from '../../domain/decisions/casting-vote.ts'
import type { DecisionKind } from '../../domain/decisions/decision.ts'
import { electorateOf, usualSecrecy } from '../../domain/decisions/open.ts'
import type { Document } from '../../domain/documents/document.ts'
import type { Group } from '../../domain/people/group.ts'

/** The version to ask about and the groups this member may ask, with everyone who sits in each. */
export async function findSetUp(db: Connection, who: Membership, versionId: string) {
	const version = await findVersion(db, who, versionId)
	const document = version && (await findDocument(db, who, version.documentId))
	if (!document || !mayReadDocument(who, document)) return null

	const [all, voices] = await Promise.all([listGroups(db, who), listVoices(db, who)])
	const citizen = voices.find(({ kind }) => kind === 'citizen')?.id
	const groups = await Promise.all(
		all
			.filter((group) => mayOpenDecision(who, group) && mayAnswer(group, document))
			.map(async (group) => {
				const [seated, bodyRules] = await Promise.all([listSeated(db, who, group.id), findBodyRules(db, group.id)])
				const asked = (kind: DecisionKind) => {
					const electorate = electorateOf(kind, seated)
					const castingVoter = castingVoterOf(kind, seated, bodyRules?.rules ?? null)
					return {
						electors: electorate.length,
						castingVoter: castingVoter && { memberId: castingVoter.memberId, name: castingVoter.name },
						usualSecrecy: usualSecrecy(electorate, citizen, kind === 'panel-vote' && group.kind === 'board'),
						/** Every voice here, also one that nobody on the list speaks for. */
						voices: voices.map(({ id, plural }) => ({
							id,
							name: plural,
							electors: electorate.filter(({ voiceId }) => voiceId === id).length,
						})),
					}
				}
				return { group, seated, asked: { 'show-of-views': asked('show-of-views'), 'panel-vote': asked('panel-vote') } }
			}),
	)
	const latest = (await findLatestVersion(db, who, document.id))!
	return { version, latestVersionId: latest.id, document, groups }
}

/** Whether there is any group this member puts questions to. */
export async function mayAskSomeone(db: Connection, who: Membership): Promise<boolean> {
	return (await listGroups(db, who)).some((group) => mayOpenDecision(who, group))
}

/** Words that one group alone may read are put to that group; a circle is asked about its own words only. */
function mayAnswer(group: Group, { visibility, groupId }: Document) {
	return visibility === 'group' || visibility === 'circle' ? group.id === groupId : group.kind !== 'circle'
}
