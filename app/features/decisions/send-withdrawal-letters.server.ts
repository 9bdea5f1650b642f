import type { Connection, Database } from '../../../db/database.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findPartnership } from '../../../db/queries/partnerships.ts'
import {
	claimWithdrawalLetter,
	deleteWithdrawalLetter,
	findReachable,
	mostTries,
	type WithdrawalLetter,
} from '../../../db/queries/withdrawal-letters.ts'
import { place } from '../../domain/access/membership.ts'
import type { Mail } from '../../http/mailer.ts'
import { withdrawalLetter } from './withdrawal-letter.ts'

interface Post {
	db: Database
	/** `https://alongside.example`, for the links. */
	origin: string
	/** Whether it went; never throws (`sendNow`). */
	send(letter: Mail): Promise<boolean>
}

/**
 * Writes to all who may vote what was withdrawn, one after the other: hundreds at once would be refused by many mail servers.
 * Not to those who have voted alone, and never to those who chose it: who is written to must tell nothing. Each letter is
 * claimed first and gone once sent, so that after a stop the others go, whoever asks, and at most one goes twice.
 */
export async function sendWithdrawalLetters(
	{ db, origin, send }: Post,
	{ now = () => new Date(), isStopped = () => false }: { now?(): Date; isStopped?(): boolean } = {},
) {
	while (!isStopped()) {
		const claimed = await db.write((tx) => claimWithdrawalLetter(tx, now()))
		if (!claimed) return
		const letter = claimed.tries <= mostTries ? await write(db.read, claimed, origin, now()) : null
		if (!letter || (await send(letter))) await db.write((tx) => deleteWithdrawalLetter(tx, claimed))
	}
}

/** Null where there is nothing left to say, or nobody to say it to. */
async function write(
	db: Connection,
	{ partnershipId, decisionId, option, memberId }: WithdrawalLetter & { partnershipId: string },
	origin: string,
	now: Date,
): Promise<Mail | null> {
	const decision = await findDecision(db, place(partnershipId), decisionId)
	const withdrawal = decision?.withdrawn.find((one) => one.option === option)
	const [partnership, reader] = await Promise.all([findPartnership(db, partnershipId), findReachable(db, memberId)])
	if (!decision || !withdrawal || !partnership || !reader) return null
	if (decision.state !== 'open' || now >= decision.closesAt) return null
	return withdrawalLetter(reader, {
		partnership: partnership.name,
		decision,
		withdrawal,
		link: `${origin}/p/${partnership.slug}/decisions/${decisionId}`,
		account: `${origin}/account/name`,
	})
}
