import { place } from '../app/domain/access/membership.ts'
import type { Difference } from '../app/domain/decisions/verify-result.ts'
import { verify } from '../app/domain/record/verify.ts'
import { verifyResults } from '../app/features/decisions/verify-results.server.ts'
import { listPartnerships } from '../db/queries/partnerships.ts'
import { walkEntries } from '../db/queries/record.ts'
import { readEnv } from '../env.ts'
import { openExistingDatabase } from './existing-database.ts'

const differenceWords: Record<Difference, string> = {
	'not-recorded': 'it is closed, but the record does not say so',
	'seal-changed': 'the question, rules, options, roll or times are not those that were sealed when voting opened',
	'seed-changed': 'the seed of the lot for ties is not the one the sealed words give',
	'lot-changed':
		'the lot for ties, drawn again from the sealed words and the moment of opening, falls in another order',
	'result-changed': 'the stored result is not the one that was recorded when voting closed',
	'ballots-changed': 'the stored ballots are not those that were counted',
	'names-changed': 'who voted how, or why, is not what they cast',
	'stored-changed':
		'what is kept of a ballot, its reason or a mark that lapsed among it, is not what was kept when voting closed',
	'withdrawals-changed': 'what was withdrawn while people voted, when or why, is not what was recorded',
}

/**
 * `npx alongside record verify [PARTNERSHIP]`: exit code 0 when every chain is unbroken and every closed
 * decision's lot, result and ballots are as recorded, 1 when one is not.
 */
export async function record([verb, slug]: string[]): Promise<number> {
	if (verb !== 'verify') {
		console.error('Use: npx alongside record verify [PARTNERSHIP]')
		return 2
	}
	const env = readEnv(process.env)
	const db = await openExistingDatabase(env, 'record verify')
	try {
		const partnerships = (await listPartnerships(db.read)).filter((one) => !slug || one.slug === slug)
		if (partnerships.length === 0) {
			console.error(
				slug ? `There is no partnership at /p/${slug}.` : 'There is no partnership yet, so there is nothing to check.',
			)
			return slug ? 1 : 0
		}
		let code = 0
		for (const partnership of partnerships) {
			const result = await verify(walkEntries(db.read, place(partnership.id)))
			if (result.unbroken) {
				console.log(
					`${partnership.slug}: ${result.entries} entries, unbroken. The last one ends ${result.head.slice(0, 16)}.`,
				)
			} else {
				code = 1
				console.error(
					`${partnership.slug}: entry ${result.firstBroken} is broken (${result.why}). The ${result.entries} before it are unbroken.`,
				)
			}
			const { checked, different } = await verifyResults(db.read, place(partnership.id))
			if (different.length > 0) code = 1
			else if (checked > 0)
				console.log(
					`${partnership.slug}: ${checked === 1 ? 'the one closed decision is' : `all ${checked} closed decisions are`} as recorded: seal, lot, result and ballots.`,
				)
			for (const { reference, differences } of different)
				console.error(
					`${partnership.slug}: ${reference}: ${differences.map((one) => differenceWords[one]).join('; ')}.`,
				)
		}
		return code
	} finally {
		await db.close()
	}
}
