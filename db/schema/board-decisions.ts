import type { Day } from '../../app/domain/actions/days.ts'
import type { BodyRules, Minute } from '../../app/domain/decisions/board/minute.ts'
import { d } from '../dialect/index.ts'
import { decisions } from './decisions.ts'
import { groups, members } from './people.ts'

/** What a body has laid down for its own meetings, and by which right each of its seats sits there. */
export const bodyRules = d.table('body_rules', {
	groupId: d
		.text()
		.primaryKey()
		.references(() => groups.id),
	rules: d.json<BodyRules>().notNull(),
	/** By member id. */
	rights: d.json<Record<string, string>>().notNull(),
	/** By member id: from which day they sat there in truth, where that was before their seat was given here. */
	since: d.json<Record<string, Day>>(),
	setBy: d
		.text()
		.notNull()
		.references(() => members.id),
	setAt: d.instant().notNull(),
})

/** The minute of a board decision as it stands. Locked once it is approved. */
export const boardMinutes = d.table('board_minutes', {
	decisionId: d
		.text()
		.primaryKey()
		.references(() => decisions.id),
	minute: d.json<Minute>().notNull(),
	/** How often it has been corrected. */
	corrections: d.count().notNull(),
	recordedBy: d
		.text()
		.notNull()
		.references(() => members.id),
	recordedAt: d.instant().notNull(),
	approvedBy: d.text().references(() => members.id),
	approvedAt: d.instant(),
	/** The day of the meeting that approved it. */
	approvedOn: d.day(),
})

/** Append-only: each correction with its reason, and the minute as it stood before. */
export const boardCorrections = d.table(
	'board_corrections',
	{
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		number: d.count().notNull(),
		id: d.text().notNull(),
		reason: d.text().notNull(),
		before: d.json<Minute>().notNull(),
		correctedBy: d
			.text()
			.notNull()
			.references(() => members.id),
		correctedAt: d.instant().notNull(),
	},
	(correction) => [d.primaryKey({ columns: [correction.decisionId, correction.number] })],
)

/** Names taken out of a minute for good, also after it was approved: when, by whom, why, at how many places. Never the names. */
export const nameRemovals = d.table(
	'name_removals',
	{
		id: d.text().primaryKey(),
		decisionId: d
			.text()
			.notNull()
			.references(() => decisions.id),
		reason: d.text().notNull(),
		places: d.count().notNull(),
		removedBy: d
			.text()
			.notNull()
			.references(() => members.id),
		removedAt: d.instant().notNull(),
		/** When the database's own files had let go of the names too. */
		forgottenAt: d.instant(),
	},
	(removal) => [d.index('name_removals_decision').on(removal.decisionId)],
)

/** The name under which somebody who was erased stays in the published minutes of a board. */
export const keptNames = d.table('kept_names', {
	memberId: d
		.text()
		.primaryKey()
		.references(() => members.id),
	name: d.text().notNull(),
	keptAt: d.instant().notNull(),
})
