import type { Connection, Database } from '../../../db/database.ts'
import { findInstallation, saveInstallation } from '../../../db/queries/partnerships.ts'

const due = 'forget-votes'

/** In the write that ends a secret vote: from then on its ballots are due to be forgotten, also after a restart. */
export async function noteVotesDue(tx: Connection, decisionId: string) {
	await saveInstallation(tx, due, decisionId)
}

/**
 * Rewrites the database's own tables when a secret vote has ended since they last were, so that they keep nothing that joins its
 * ballots to people. Throws while something, such as a backup under way, keeps what was there: the clock comes back to it.
 */
export async function forgetVotes(db: Database) {
	const decisionId = await findInstallation(db.read, due)
	if (!decisionId) return
	await db.forget('votes')
	await db.write(async (tx) => {
		// Another may have ended meanwhile.
		if ((await findInstallation(tx, due)) === decisionId) await saveInstallation(tx, due, '')
	})
}
