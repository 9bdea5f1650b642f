import type { Connection } from '../../../db/database.ts'
import { walkEntries } from '../../../db/queries/record.ts'
import { findSubjects } from '../../../db/queries/record-subjects.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { Entry } from '../../domain/record/entry.ts'
import { idsIn, isHiddenInterest, isSecretBallot, sightOf } from '../../domain/record/sight.ts'

const slice = 500

/**
 * The chain as JSON text, a piece at a time. Each entry holds exactly what its hash covers, and its hash; of a circle's
 * entries a reader without a seat there gets the number and the two hashes, which is enough to check the chain; of the ballots
 * of a secret vote everybody does, and of an interest in an item whoever may not read the item.
 */
export async function* exportEntries(db: Connection, here: Place, who: Membership | null): AsyncGenerator<string> {
	yield '[\n'
	let isFirst = true
	for await (const entries of inSlices(walkEntries(db, here))) {
		const subjects = await findSubjects(db, here, [...new Set(entries.flatMap(idsIn))])
		const lines = entries.map((entry) => {
			const sight = sightOf(
				who,
				idsIn(entry).map((id) => subjects.get(id)),
			)
			const isWithheld =
				sight === 'nothing' ||
				isSecretBallot(entry, subjects.get(entry.subjectId)) ||
				isHiddenInterest(who, entry, subjects)
			return canonicalJson(isWithheld ? withhold(entry) : { ...entry, at: entry.at.toISOString() })
		})
		yield (isFirst ? '' : ',\n') + lines.join(',\n')
		isFirst = false
	}
	yield '\n]\n'
}

const withhold = ({ number, previousHash, hash }: Entry) => ({ number, previousHash, hash, withheld: true })

/** Up to the first entry that cannot be read any more: the chain breaks there for whoever checks the file. */
async function* inSlices(entries: AsyncIterable<Entry | null>): AsyncGenerator<Entry[]> {
	let held: Entry[] = []
	for await (const entry of entries) {
		if (!entry) break
		held.push(entry)
		if (held.length < slice) continue
		yield held
		held = []
	}
	if (held.length > 0) yield held
}
