import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'

/** A connection that queries run on: alone (`db.read`) or inside a write. Always await; never `.get() .all() .run()`. */
export type Connection = BaseSQLiteDatabase<'async', unknown, Record<string, never>>

/**
 * The two doors. `read` never sees a half-done write. `write` is all or nothing and isolated from every other write.
 * The work given to `write` may run twice, touches only `tx`, and is short: no mail, no fetch, no Yjs inside.
 */
export interface Database {
	readonly read: Connection
	write<Result>(work: (tx: Connection) => Promise<Result>): Promise<Result>
	migrate(folder: string): Promise<void>
	/** Throws when the database cannot be reached. */
	check(): Promise<void>
	/** A consistent copy of a SQLite database while it is in use. */
	backup(to: string): Promise<void>
	/**
	 * After secrets were deleted: empties what the database's own files may still keep of them, so that no later backup has
	 * them. Never inside a write. On SQLite a thread of its own rewrites the whole file for `words`, about 2 s for each 100 MB,
	 * and the tables of votes for `votes`, about 0.15 s for each 10,000 ballots there ever were; writes wait meanwhile.
	 */
	forget(what: 'votes' | 'words'): Promise<void>
	/** A write begun now would wait for `forget`. Who has people to tell may rather come again. */
	readonly isRewriting: boolean
	close(): Promise<void>
}

/** Where the link from a person to a secret ballot was, and what of papers and ballots was replaced at closing. */
export const voteTables = ['electors', 'ballots', 'paper_readings'] as const
