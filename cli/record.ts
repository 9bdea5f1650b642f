import { place } from '../app/domain/access/membership.ts'
import type { Difference } from '../app/domain/decisions/verify-result.ts'
import { verify } from '../app/domain/record/verify.ts'
import { type Unchecked, type VerifiedResults, verifyResults } from '../app/features/decisions/verify-results.server.ts'
import { listPartnerships } from '../db/queries/partnerships.ts'
import { walkEntries } from '../db/queries/record.ts'
import { readEnv } from '../env.ts'
import { openExistingDatabase } from './existing-database.ts'

const differenceWords: Record<Difference, string> = {
	'not-recorded': 'that it was opened, closed or stopped stands in the database, but not on the record',
	gone: 'the record says that it was opened or entered, but it is not in the database any more',
	unreadable: 'what the database holds of it cannot be read any more',
	'closing-undone': 'the record says that it is closed, but the database says that it is not',
	'stopping-undone': 'the record says that it was stopped, but the database says that it was not',
	'ending-moved': 'the moment when it ended is not the one on the record',
	'opening-changed':
		'its reference, kind, method, group, version, opener or moment of opening is not what was recorded when it began',
	'turnout-changed': 'how many have voted by the roll, by the record and by the stored ballots is not the same number',
	'count-differs': 'counted again from its stored ballots, it does not come out as the stored result says',
	'minute-gone': 'its minute is not in the database any more',
	'minute-differs': 'its question or day is not what its minute says',
	'corrections-changed': 'its corrections are not those on the record',
	'approval-changed': 'who approved its minute, or when, is not what is on the record',
	'outcome-words-changed': 'the words on what it led to are not those on the record',
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

const uncheckedWords: Record<Unchecked, string> = {
	voices: 'what each voice answered, because their ballots keep no voice: only whether it fits into the total',
	'locked-voices':
		'whether a voice stopped what the total agreed, because of so few ballots nothing about voices is kept',
	everything: 'the count itself, because the rule asks each voice and their ballots keep none',
	'ballots-while-open': 'what their ballots say, because people may still change them: only how many there are',
	'why-stopped': 'the reason for stopping',
	place: 'their reference and group, which were not recorded yet when they began',
	'whole-ballots': 'reasons on their ballots, which were not recorded yet when they closed',
	'minute-without-names': 'what their minutes say besides votes and result, because names were taken out of them',
	'outcome-words': 'the words on what they led to, because words around their documents were removed since',
}

/**
 * `npx alongside record verify [PARTNERSHIP]`: exit code 0 when every chain is unbroken, every decision on the record stands as
 * recorded, and every closed one comes out the same when it is counted again; 1 when one does not.
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
			const found = await verifyResults(db.read, place(partnership.id), (reference, ballots) =>
				console.log(`${partnership.slug}: ${reference}: counting ${ballots} ballots again …`),
			)
			if (found.different.length > 0) code = 1
			for (const said of saidOf(found)) console.log(`${partnership.slug}: ${said}.`)
			for (const { reference, differences } of found.different)
				console.error(
					`${partnership.slug}: ${reference}: ${differences.map((one) => differenceWords[one]).join('; ')}.`,
				)
		}
		return code
	} finally {
		await db.close()
	}
}

function* saidOf({ checked, others, different, unchecked }: VerifiedResults): Generator<string> {
	if (different.length === 0 && checked > 0)
		yield `${checked === 1 ? 'the one closed decision is' : `all ${checked} closed decisions are`} as recorded, with seal, lot, result and ballots, and votes come out the same counted again`
	if (different.length === 0 && others > 0)
		yield `${others === 1 ? 'the one open or stopped vote is' : `all ${others} open or stopped votes are`} as recorded`
	for (const [kind, words] of Object.entries(uncheckedWords)) {
		const of = unchecked.filter((one) => one.unchecked.some((what) => what === kind)).map(({ reference }) => reference)
		if (of.length > 0) yield `cannot be checked: ${words} (${of.join(', ')})`
	}
}
