import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'

const giveUpMs = 20_000

/**
 * Writes tables anew, so that nothing of rows that were deleted or changed is left in their files. `statement` says how, and
 * tells (`verbose`) how many old rows it had to keep. Rejects when some transaction went on seeing them for too long.
 */
export async function writeAnew(line: Client, statements: readonly string[]): Promise<void> {
	const giveUpAt = Date.now() + giveUpMs
	await oldSnapshotsGone(line, giveUpAt)
	for (const statement of statements)
		while ((await oldRowsKept(line, statement)) > 0) await oldSnapshotsGone(line, giveUpAt)
}

/**
 * Old rows that a transaction under way may still see are written anew with the rest. Those of this database are waited for,
 * also where PostgreSQL by itself looks how a table is filled (ANALYZE), but not where it tidies up (VACUUM), which keeps
 * nothing; and whatever was writing, in any database of this server: while it goes on, each new transaction is taken to see
 * what was there when it began, the one that writes the table anew among them.
 */
async function oldSnapshotsGone(line: Client, giveUpAt: number) {
	const { rows: now } = await line.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
	for (;;) {
		const { rows } = await line.query(
			`select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
			 and (backend_type is distinct from 'autovacuum worker' or query like '%ANALYZE%')
			 and age(backend_xmin) >= age($1::text::xid8::xid)
			 union all select 1 where pg_snapshot_xmin(pg_current_snapshot()) <= $1::text::xid8`,
			[now[0]!.xid],
		)
		if (rows.length === 0) return
		if (Date.now() > giveUpAt) throw new Error('Old rows could not be overwritten: a transaction still sees them')
		await pause(50)
	}
}

/** As PostgreSQL tells it, whose words are in the server's language: the number on the first line of the details. */
export async function oldRowsKept(line: Client, statement: string): Promise<number> {
	let kept = 0
	const heed = ({ detail }: { detail?: string | undefined }) => {
		kept += Number(/\d+/.exec(detail?.split('\n')[0] ?? '')?.[0] ?? 0)
	}
	line.on('notice', heed)
	try {
		await line.query(statement)
	} finally {
		line.off('notice', heed)
	}
	return kept
}
