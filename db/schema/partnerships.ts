import { d } from '../dialect/index.ts'

export const partnerships = d.table(
	'partnerships',
	{
		id: d.text().primaryKey(),
		/** In every address: `/p/harbourside`. */
		slug: d.text().notNull(),
		name: d.text().notNull(),
		purpose: d.text().notNull(),
		/** "Run by …" in the footer. */
		runBy: d.text().notNull(),
		open: d.flag().notNull(),
		createdAt: d.instant().notNull(),
	},
	(partnership) => [d.uniqueIndex('partnerships_slug').on(partnership.slug)],
)

/** The side a member speaks from. A partnership may rename all and add more. */
export const voices = d.table(
	'voices',
	{
		id: d.text().primaryKey(),
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		/** `citizen`, `commissioner`, `provider`, or what the partnership added. Stays when the name changes. */
		kind: d.text().notNull(),
		name: d.text().notNull(),
		plural: d.text().notNull(),
		/** Shape, then word, then colour: which of the shapes of `ui/Voice`. */
		shape: d.count().notNull(),
		position: d.count().notNull(),
	},
	(voice) => [d.uniqueIndex('voices_kind').on(voice.partnershipId, voice.kind)],
)

/** What this installation keeps about itself: the one-time set-up link. */
export const installation = d.table('installation', {
	key: d.text().primaryKey(),
	value: d.text().notNull(),
})

/** The last number given to each kind of reference in a year: `PRI` 2026 → 4. */
export const references = d.table(
	'reference_numbers',
	{
		partnershipId: d
			.text()
			.notNull()
			.references(() => partnerships.id),
		series: d.text().notNull(),
		last: d.count().notNull(),
	},
	(reference) => [d.primaryKey({ columns: [reference.partnershipId, reference.series] })],
)
