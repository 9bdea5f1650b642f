import type { Connection } from '../../../db/database.ts'
import { findSubjects } from '../../../db/queries/record-subjects.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import type { Entry, EntryContent } from '../../domain/record/entry.ts'
import { idsIn, type Subject, sightOf } from '../../domain/record/sight.ts'
import { outcomeWords } from '../decisions/decision-words.ts'
import { type Named, naming } from './naming.ts'

/** An entry as one reader may see it. Without `said`, only that something happened in a circle. */
export interface PresentedEntry {
	number: number
	at: Date
	hash: string
	said:
		| null
		| (Pick<EntryContent, 'kind' | 'details'> & {
				subject: Named
				person: Named | null
				by: string | null
				/** "Agreed.": read from the decision as it is, for an entry that says it was counted. */
				result: string | null
		  })
}

/** Looks up what the ids stand for, for this reader, in a few reads for all the entries together. */
export async function presentEntries(
	db: Connection,
	here: Place,
	who: Membership | null,
	entries: readonly Entry[],
): Promise<PresentedEntry[]> {
	const ids = entries.flatMap((entry) => [...idsIn(entry), ...(entry.actorId ? [entry.actorId] : [])])
	const subjects = await findSubjects(db, here, [...new Set(ids)])
	const name = naming(who, subjects)
	return entries.map(({ number, at, hash, kind, details, subjectId, actorId }) => {
		const sight = sightOf(
			who,
			idsIn({ subjectId, details }).map((id) => subjects.get(id)),
		)
		if (sight === 'nothing') return { number, at, hash, said: null }
		const person = typeof details.memberId === 'string' ? name(details.memberId) : null
		return {
			number,
			at,
			hash,
			said: {
				kind,
				details,
				subject: name(subjectId),
				person,
				by: actorId && name(actorId).words,
				result: kind === 'decision-closed' && sight === 'all' ? resultOf(subjects.get(subjectId)) : null,
			},
		}
	})
}

function resultOf(subject: Subject | undefined): string | null {
	return subject?.is === 'decision' && subject.outcome ? outcomeWords(subject.kind, subject.outcome) : null
}
