import type { Connection } from '../../../db/database.ts'
import { findSubjects } from '../../../db/queries/record-subjects.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import { winnersOf } from '../../domain/decisions/winners.ts'
import { standingOptions } from '../../domain/decisions/withdrawn.ts'
import type { Entry, EntryContent } from '../../domain/record/entry.ts'
import { idsIn, isHiddenInterest, isSecretBallot, type Subject, sightOf } from '../../domain/record/sight.ts'
import { isoDay } from '../../ui/dates.ts'
import { outcomeWords } from '../decisions/decision-words.ts'
import { endedWords } from '../decisions/ended-tag.ts'
import { capital } from '../decisions/option-names.ts'
import { outcomeTitle } from '../decisions/yes-or-no-words.ts'
import { type Named, naming } from './naming.ts'

/** An entry as one reader may see it. Without `said`, only that something happened in a circle. */
export interface PresentedEntry {
	number: number
	/** Of a secret ballot only the day: `2026-06-14`. */
	at: Date | string
	hash: string
	said:
		| null
		| (Pick<EntryContent, 'kind' | 'details'> & {
				subject: Named
				person: Named | null
				by: string | null
				/** "Agreed.", for an entry that says it was counted. */
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
		if (isSecretBallot({ kind }, subjects.get(subjectId))) {
			const told = { kind: 'ballot-cast', details: { orChanged: true } } as const
			return {
				number,
				at: isoDay(at),
				hash,
				said: { ...told, subject: name(subjectId), person: null, by: null, result: null },
			}
		}
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
				by: actorId && !isHiddenInterest(who, { kind, details }, subjects) ? name(actorId).words : null,
				result: sight === 'all' ? resultOf(kind, details, subjects.get(subjectId)) : null,
			},
		}
	})
}

function resultOf(
	kind: EntryContent['kind'],
	{ outcome }: EntryContent['details'],
	subject: Subject | undefined,
): string | null {
	if (subject?.is !== 'decision') return null
	if (kind === 'decision-closed') return closedAs(subject.vote)
	// A minute may have been corrected since, so its entries keep what it came to at the time.
	const then = kind.startsWith('board-decision-') && outcomes.find((one) => one === outcome)
	return then ? outcomeWords('board-decision', then) : null
}

/** What was chosen, as lists of votes say it: "Funded: 5 of 8 projects." */
function closedAs(vote: Extract<Subject, { is: 'decision' }>['vote']): string | null {
	const { kind, result } = vote
	if (!result) return null
	const winners = winnersOf(result)
	if (winners.length === 0 || (result.outcome !== 'chosen' && result.outcome !== 'level'))
		return outcomeTitle(kind, result)
	return `${capital(endedWords({ ...vote, options: standingOptions(vote), outcome: result.outcome, winners }))}.`
}

const outcomes = ['agreed', 'not-agreed', 'no-quorum', 'nobody-voted'] as const
