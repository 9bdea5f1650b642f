import type { Connection } from '../../../../db/database.ts'
import { findMinute, listCorrections, nameMembers } from '../../../../db/queries/board-decisions.ts'
import type { DecisionAbout } from '../../../../db/queries/decisions.ts'
import { changes } from '../../../domain/decisions/board/changes.ts'
import { changeWords } from './minute-words.ts'
import { idsOf, namingIn, presentMinute } from './present-minute.ts'

/** What a board decision shows beside what every decision shows. Null for the other kinds. */
export async function readBoard(db: Connection, { id, kind }: Pick<DecisionAbout, 'id' | 'kind'>) {
	const standing = kind === 'board-decision' ? await findMinute(db, id) : null
	if (!standing) return null
	const made = await listCorrections(db, id)
	const { minute, recordedBy, recordedAt, approvedBy, approvedOn } = standing
	const minutes = [minute, ...made.map(({ before }) => before)]
	const people = [recordedBy, approvedBy, ...made.map(({ correctedBy }) => correctedBy)].filter((by) => by !== null)
	const names = await nameMembers(db, [...new Set([...minutes.flatMap(idsOf), ...people])])
	const nameOf = namingIn(names)
	return {
		...presentMinute(minute, names),
		recorded: { by: nameOf(recordedBy), at: recordedAt },
		approved: approvedOn ? { by: nameOf(approvedBy), on: approvedOn } : null,
		corrections: made.map(({ number, reason, before, correctedBy, correctedAt }, index) => ({
			number,
			reason,
			by: nameOf(correctedBy),
			at: correctedAt,
			changes: changes(before, made[index + 1]?.before ?? minute).map((change) => changeWords(change, nameOf)),
		})),
	}
}

export type ShownBoard = NonNullable<Awaited<ReturnType<typeof readBoard>>>
