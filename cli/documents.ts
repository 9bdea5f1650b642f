import { checkLiveDocuments, type Fault } from '../collab-server/check.ts'
import { readEnv } from '../env.ts'
import { openExistingDatabase } from './existing-database.ts'

const words: Record<Fault, string> = {
	'state-unreadable':
		'its stored words cannot be read: put them back from a backup (docs/operate.md, “A document that cannot be read”)',
	'rows-unreadable': 'some rows of its log cannot be read and were set aside; everything else opens',
	gaps: 'something stored stands on something that is missing: compare with a backup',
}

/** `npx alongside documents check`: exit code 0 when every document can be read, 1 when one cannot. Changes nothing. */
export async function documents([verb]: string[]): Promise<number> {
	if (verb !== 'check') {
		console.error('Use: npx alongside documents check')
		return 2
	}
	const env = readEnv(process.env)
	const db = await openExistingDatabase(env, 'documents check')
	let checked = 0
	let faulty = 0
	try {
		for await (const { id, reference, faults } of checkLiveDocuments(db)) {
			checked++
			if (faults.length > 0) faulty++
			for (const fault of faults) console.error(`${reference} (${id}): ${words[fault]}.`)
		}
	} finally {
		await db.close()
	}
	console.log(`${checked} documents checked, ${faulty} with faults.`)
	return faulty > 0 ? 1 : 0
}
