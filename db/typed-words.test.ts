import { getTableColumns, is } from 'drizzle-orm'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, test } from 'vitest'
import * as schema from './schema/index.ts'
import { typedWords } from './typed-words.ts'

/** Text, JSON and bytes that are neither a row's key, nor another's, nor one of a few fixed words. */
function columnsForWords(table: SQLiteTable): string[] {
	const references = new Set(
		getTableConfig(table).foreignKeys.flatMap((key) => key.reference().columns.map(({ name }) => name)),
	)
	return Object.entries(getTableColumns(table))
		.filter(([, { dataType }]) => dataType === 'string' || dataType === 'json' || dataType === 'buffer')
		.filter(([, { name, enumValues, primary }]) => !primary && !enumValues?.length && !references.has(name))
		.map(([key]) => key)
		.sort()
}

const tables = Object.entries<unknown>(schema).flatMap(([name, table]): [string, SQLiteTable][] =>
	is(table, SQLiteTable) ? [[name, table]] : [],
)

test.each(tables)('how words typed into %s are removed is said for every column', (name, table) => {
	expect(Object.keys(typedWords[name] ?? {}).sort()).toEqual(columnsForWords(table))
})

test('no way is said for a table that is not there', () => {
	const here = new Set(tables.map(([name]) => name))
	expect(Object.keys(typedWords).filter((name) => !here.has(name))).toEqual([])
})
