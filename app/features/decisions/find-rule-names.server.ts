import type { Connection } from '../../../db/database.ts'
import { findMember } from '../../../db/queries/members.ts'
import { listVoices } from '../../../db/queries/partnerships.ts'
import type { Place } from '../../domain/access/membership.ts'
import type { ChoosingRules, MotionRules, Rules } from '../../domain/decisions/decision.ts'
import type { RuleNames } from './motion-words.ts'

/** What the voices and the person are called that the rules name by id. Nothing is asked where they name none. */
export async function findRuleNames(db: Connection, here: Place, rules: Rules): Promise<RuleNames> {
	const { voiceLock = [], voiceQuorum = [], castingVote, byVoice } = rules as Partial<MotionRules & ChoosingRules>
	const [voices, chair] = await Promise.all([
		voiceLock.length + voiceQuorum.length > 0 || byVoice ? listVoices(db, here) : [],
		castingVote ? findMember(db, here, castingVote.memberId) : null,
	])
	return {
		...(voices.length > 0 && { voiceNames: Object.fromEntries(voices.map(({ id, plural }) => [id, plural])) }),
		...(chair && { castingVoter: chair.name }),
	}
}
