import {
	bigint,
	boolean,
	customType,
	foreignKey,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	timestamp,
	uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Builders } from './sqlite.ts'

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
	dataType: () => 'bytea',
	toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
})

const builders = {
	table: pgTable,
	text: () => text(),
	choice: <const Values extends readonly [string, ...string[]]>(values: Values) => text({ enum: values }),
	count: () => integer(),
	large: () => bigint({ mode: 'number' }),
	flag: () => boolean(),
	instant: () => timestamp({ mode: 'date', precision: 3, withTimezone: true }),
	day: () => text(),
	json: <Shape>() => jsonb().$type<Shape>(),
	bytes: () => bytea(),
	primaryKey,
	foreignKey,
	index,
	uniqueIndex,
}

/** The one cast that lets schema and queries be written once: Postgres builders speak under SQLite's types. */
export const postgres = builders as unknown as Builders
