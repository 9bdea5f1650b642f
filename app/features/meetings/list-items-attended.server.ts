import type { Connection } from '../../../db/database.ts'
import { findMinute } from '../../../db/queries/board-decisions.ts'
import type { ItemWithPaper } from '../../../db/queries/meetings.ts'
import type { Attendance } from '../../domain/decisions/board/minute.ts'
import { numbered } from '../../domain/meetings/agenda.ts'
import { attendanceDifferences } from '../../domain/meetings/same-attendance.ts'
import type { SaidOfAttended } from '../../domain/meetings/seats-now.ts'
import { differenceWords } from './attendance-words.ts'
import type { ItemOutcome } from './read-outcomes.server.ts'

export interface DecidedItem {
	number: number
	seats: readonly Attendance[]
}

/** Who was there for each decided item, in the order of the agenda. Only decisions that the reader may see: those in `outcomes`. */
export async function listItemsAttended(
	db: Connection,
	items: readonly ItemWithPaper[],
	outcomes: Record<string, ItemOutcome>,
): Promise<DecidedItem[]> {
	const found = await Promise.all(
		numbered(items).map(async ({ item, number }): Promise<DecidedItem[]> => {
			const decision = outcomes[item.id]?.decision
			const standing = decision && number !== null ? await findMinute(db, decision.id) : null
			return standing && number !== null ? [{ number, seats: standing.minute.seats }] : []
		}),
	)
	return found.flat()
}

/** Where decisions and the meeting say things of who was there that cannot both be so. */
export function differencesIn(
	decided: readonly DecidedItem[],
	attended: readonly SaidOfAttended[],
	nameOf: (memberId: string) => string,
): string[] {
	return decided.flatMap(({ number, seats }) =>
		attendanceDifferences(attended, seats).map((one) => differenceWords(one, { number, nameOf })),
	)
}
