import { type Column, type Placeholder, sql } from 'drizzle-orm'
import type { Connection } from './database.ts'

/**
 * A query that runs for every page and every line that comes in: built once for each connection, and not again for each asking
 * (of what it costs to let somebody into a document, building took half).
 *
 * @example
 * const byId = prepared((db) => db.select().from(documents).where(eq(documents.id, given('id'))).prepare())
 * const [row] = await byId(db).execute({ id })
 */
export function prepared<Prepared>(build: (db: Connection) => Prepared): (db: Connection) => Prepared {
	const built = new WeakMap<Connection, Prepared>()
	return (db) => {
		const known = built.get(db) ?? build(db)
		built.set(db, known)
		return known
	}
}

/** What is put in at each asking, as it is: text and numbers. */
export function given(name: string): Placeholder {
	return sql.placeholder(name)
}

/** What is put in as `column` keeps it: moments, flags. */
export function givenAs(name: string, column: Column) {
	return sql.param(sql.placeholder(name), column)
}
