import { setTimeout as pause } from 'node:timers/promises'
import type { Client } from 'pg'

const giveUpMs = 20_000
/** Whoever reads a table waits behind who wants it alone: no longer than this, and then it is their turn. */
const lockMs = 2_000
const firstPauseMs = 50
const longestPauseMs = 1_000

const lockNotAvailable = '55P03'

/**
 * Writes tables anew, so that nothing of rows that were deleted or changed is left in their files. `statement` says how, and
 * tells (`verbose`) how many old rows it had to keep. Rejects when some transaction went on seeing them, or kept a table to itself,
 * for too long.
 */
export async function writeAnew(line: Client, statements: readonly string[], patienceMs = giveUpMs): Promise<void> {
	let giveUpAt = Date.now() + patienceMs
	await line.query(`set lock_timeout = ${lockMs}`)
	await oldSnapshotsGone(line, giveUpAt)
	for (const statement of statements) {
		let pauseMs = firstPauseMs
		for (;;) {
			const began = Date.now()
			const kept = await oldRowsKept(line, statement).catch(orLocked)
			if (kept === 0) {
				// What writing takes is not waiting.
				giveUpAt += Date.now() - began
				break
			}
			await pauseUnlessLate(pauseMs, giveUpAt)
			pauseMs = Math.min(2 * pauseMs, longestPauseMs)
			if (kept !== 'locked') await oldSnapshotsGone(line, giveUpAt)
		}
	}
}

function orLocked(error: unknown): 'locked' {
	if (error instanceof Error && 'code' in error && error.code === lockNotAvailable) return 'locked'
	throw error
}

async function pauseUnlessLate(pauseMs: number, giveUpAt: number) {
	if (Date.now() > giveUpAt) throw new Error('Old rows could not be overwritten: a transaction still uses their table')
	await pause(pauseMs)
}

/**
 * Old rows that a transaction under way may still see are written anew with the rest. Those of this database are waited for,
 * also where PostgreSQL by itself looks how a table is filled (ANALYZE), but not where it tidies up (VACUUM), which keeps
 * nothing; those on a standby that tells what it still sees, by its line (which is of no database) or by its slot; and whatever
 * was writing, in any database of this server, prepared transactions too: while it goes on, each new transaction is taken to see
 * what was there when it began, the one that writes the table anew among them.
 */
async function oldSnapshotsGone(line: Client, giveUpAt: number) {
	const { rows: now } = await line.query<{ xid: string }>('select pg_current_xact_id()::text as xid')
	for (;;) {
		const { rows } = await line.query(
			`select 1 from pg_stat_activity where (datname = current_database() or datname is null) and pid <> pg_backend_pid()
			 and (backend_type is distinct from 'autovacuum worker' or query like '%ANALYZE%')
			 and age(backend_xmin) >= age($1::text::xid8::xid)
			 union all select 1 from pg_replication_slots where age(xmin) >= age($1::text::xid8::xid)
			 union all select 1 where pg_snapshot_xmin(pg_current_snapshot()) <= $1::text::xid8`,
			[now[0]!.xid],
		)
		if (rows.length === 0) return
		await pauseUnlessLate(firstPauseMs, giveUpAt)
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
