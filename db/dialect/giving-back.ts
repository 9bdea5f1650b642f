import type BetterSqlite3 from 'better-sqlite3'

/** A quarter of a megabyte, a millisecond or two. Those who write wait for no more than one of them. */
const stepPages = 64
const pauseMs = 50
/** How long nobody has written when it is quiet. */
const quietMs = 1_000
/** While people write, their words soon take up again what their folded log left. More than this part lies idle. */
const idlePart = 8
/** A tenth of a second at most, when the file is closed. */
const stepsAtEnd = 40

export interface GivingBack {
	/** Something was written. */
	wrote(): void
	/** A last time, without waiting for it to be quiet. Nothing may be under way. */
	end(): void
}

/** `kept`: from doing anything just now. */
type Next = 'more' | 'done' | 'kept'

type InTurn = (work: () => Next) => Promise<Next>

/**
 * What is deleted or folded leaves pages in a SQLite file that are free, and the write-ahead log stays as long as it ever
 * was. Both are given back to the disk when nobody has written for a moment, in steps that hold nobody up; of a file with
 * much that is free, also while people write. In a file that was made without `auto_vacuum` free pages stay, for
 * new rows, until it is written anew as a whole.
 */
export function openGivingBack(writer: BetterSqlite3.Database, inTurn: InTurn): GivingBack {
	let wroteAt = 0
	let timer: NodeJS.Timeout | null = null
	let isEnded = false

	function lookIn(ms: number) {
		if (isEnded) return
		timer ??= setTimeout(() => void look(), ms).unref()
	}

	async function look() {
		const isQuiet = Date.now() - wroteAt >= quietMs
		const next = await inTurn(() => (isEnded ? 'done' : unlessKept(() => step(writer, isQuiet))))
		timer = null
		if (next === 'more') lookIn(pauseMs)
		else if (next === 'kept' || !isQuiet) lookIn(quietMs)
	}

	return {
		wrote() {
			wroteAt = Date.now()
			lookIn(quietMs)
		},
		end() {
			isEnded = true
			if (timer) clearTimeout(timer)
			for (
				let steps = 0;
				steps < stepsAtEnd && unlessKept(() => (giveBack(writer) ? 'more' : 'done')) === 'more';
				steps++
			);
		},
	}
}

function step(writer: BetterSqlite3.Database, isQuiet: boolean): Next {
	if (isQuiet) return giveBack(writer) ? 'more' : cutLog(writer)
	const { free, all } = pagesOf(writer)
	return free > all / idlePart && giveBack(writer) ? 'more' : 'done'
}

/** True when there is more to give back. */
function giveBack(writer: BetterSqlite3.Database): boolean {
	const before = pagesOf(writer).free
	if (before === 0) return false
	writer.pragma(`incremental_vacuum(${stepPages})`)
	const { free } = pagesOf(writer)
	return free > 0 && free < before
}

/** Somebody who reads old pages keeps the log. */
function cutLog(writer: BetterSqlite3.Database): Next {
	const [log] = writer.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
	return log?.busy === 0 ? 'done' : 'kept'
}

function pagesOf(writer: BetterSqlite3.Database) {
	const of = (what: string) => writer.pragma(what, { simple: true }) as number
	return { free: of('freelist_count'), all: of('page_count') }
}

/** Another process may be writing, or the disk be full: whoever writes is told, and this is tried again. */
function unlessKept(work: () => Next): Next {
	try {
		return work()
	} catch (error) {
		if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')) return 'kept'
		throw error
	}
}
