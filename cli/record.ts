import { place } from '../app/domain/access/membership.ts'
import { verify } from '../app/domain/record/verify.ts'
import { listPartnerships } from '../db/queries/partnerships.ts'
import { walkEntries } from '../db/queries/record.ts'
import { readEnv } from '../env.ts'
import { openExistingDatabase } from './existing-database.ts'

/** `npx alongside record verify [PARTNERSHIP]`: exit code 0 when every chain is unbroken, 1 when one is not. */
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
		}
		return code
	} finally {
		await db.close()
	}
}
