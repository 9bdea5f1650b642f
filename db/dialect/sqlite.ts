import { blob, foreignKey, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The column builders every schema file is written in. `postgres.ts` offers the same names. */
export const sqlite = {
	table: sqliteTable,
	text: () => text(),
	choice: <const Values extends readonly [string, ...string[]]>(values: Values) => text({ enum: values }),
	count: () => integer(),
	/** Whole numbers up to 2^53: pence, Yjs client ids. */
	large: () => integer(),
	flag: () => integer({ mode: 'boolean' }),
	/** A moment, to the millisecond. */
	instant: () => integer({ mode: 'timestamp_ms' }),
	/** A calendar day, `2026-11-21`. */
	day: () => text(),
	json: <Shape>() => text({ mode: 'json' }).$type<Shape>(),
	bytes: () => blob({ mode: 'buffer' }).$type<Uint8Array>(),
	primaryKey,
	foreignKey,
	index,
	uniqueIndex,
}

export type Builders = typeof sqlite
