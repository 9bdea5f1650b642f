import type { Details, RecordKind } from '../../app/domain/record/entry.ts'
import { d } from '../dialect/index.ts'
import { partnerships } from './partnerships.ts'

/** Append-only and hash-chained, one chain per partnership. Holds ids, never names or words, so erasing breaks nothing. */
export const record = d.table(
	'record',
	{
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		number: d.count().notNull(),
		kind: d.text().$type<RecordKind>().notNull(),
		subjectId: d.text().notNull(),
		/** The member who did it; null for the clock, and for who cast a secret ballot. */
		actorId: d.text(),
		details: d.json<Details>().notNull(),
		at: d.instant().notNull(),
		previousHash: d.text().notNull(),
		hash: d.text().notNull(),
	},
	(entry) => [
		d.primaryKey({ columns: [entry.partnershipId, entry.number] }),
		d.index('record_subject').on(entry.subjectId),
	],
)
