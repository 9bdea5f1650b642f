import type { Connection, Database } from '../../../../db/database.ts'
import { findMinute, listCorrections, nameMembers, saveWithoutNames } from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findGroup } from '../../../../db/queries/groups.ts'
import { listNameRemovals } from '../../../../db/queries/name-removals.ts'
import type { Membership } from '../../../domain/access/membership.ts'
import { mayMinute, mayReadDocument } from '../../../domain/access/policies.ts'
import { minuteTexts, type TypedWords } from '../../../domain/decisions/board/minute-texts.ts'
import { idsOf } from './present-minute.ts'
import {
	type NamesAsked,
	type NamesHeld,
	type NamesRemoving,
	previewNames,
	takeNamesOut,
} from './take-names-out.server.ts'

/** What a removal would do, before it is done: every place with the words around it. Refuses what the removal does. */
export async function previewNamesRemoved(db: Connection, who: Membership, decisionId: string, asked: NamesAsked) {
	const held = await findMinuteHeld(db, who, decisionId)
	return 'refused' in held ? held : previewNames(held, asked)
}

/**
 * Takes names that were typed for somebody else out of a minute for good, also after it was approved. Votes and the seal stay
 * as they were. Refuses 'not-found', 'not-yours-to-remove', and what `takeNamesOut` does.
 */
export function removeNamesFromMinute(
	db: Database,
	who: Membership,
	decisionId: string,
	removing: NamesRemoving,
	now = new Date(),
) {
	return takeNamesOut(db, who, (tx) => findMinuteHeld(tx, who, decisionId), removing, now)
}

/** Everything typed in a minute, for those who may take a name out of it, and the members who stay named. */
export async function findMinuteHeld(
	db: Connection,
	who: Membership,
	decisionId: string,
): Promise<NamesHeld<TypedWords> | { refused: 'not-found' | 'not-yours-to-remove' }> {
	const decision = await findDecision(db, who, decisionId)
	const standing = decision && (await findMinute(db, decisionId))
	const group = decision && (await findGroup(db, who, decision.groupId))
	if (!standing || !group || !mayReadDocument(who, decision.about)) return { refused: 'not-found' }
	if (!mayMinute(who, group)) return { refused: 'not-yours-to-remove' }
	const corrections = await listCorrections(db, decisionId)
	const sat = await nameMembers(db, [standing.minute, ...corrections.map(({ before }) => before)].flatMap(idsOf), {
		keepsNames: true,
	})
	const removals = await listNameRemovals(db, decisionId)
	return {
		typed: { minute: standing.minute, corrections, outcome: decision.outcome, removals },
		texts: minuteTexts,
		members: [...sat.values()].map(({ name }) => name),
		made: removals,
		event: { kind: 'minute-names-removed', subjectId: decisionId },
		save: (tx, removal, words) =>
			saveWithoutNames(tx, { ...removal, decisionId }, { ...words, question: words.minute.question }),
	}
}
