import type { Connection } from '../../../db/database.ts'
import { findJoinCodeByHash } from '../../../db/queries/join-codes.ts'
import { type JoinCode, type JoinRefusal, judgeJoinCode } from '../../domain/people/join-code.ts'
import { normaliseCode, type Secrets } from '../../http/secrets.ts'

/** The card or invitation behind what somebody typed, if it can be used now. */
export async function findUsableJoinCode(
	db: Connection,
	secrets: Secrets,
	typed: string,
	now: Date,
): Promise<{ joinCode: JoinCode } | { refused: JoinRefusal; found: JoinCode | null }> {
	const joinCode = await findJoinCodeByHash(db, secrets.hash('join', normaliseCode(typed)))
	const judged = judgeJoinCode(joinCode, now)
	if (!joinCode || judged !== 'ok') return { refused: judged === 'ok' ? 'unknown' : judged, found: joinCode }
	return { joinCode }
}
