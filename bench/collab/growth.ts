import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import * as Y from 'yjs'
import { allSynced, closeAll, reached } from './crowd.ts'
import { megabytes } from './figures.ts'
import { isDurable, type Kind } from './kinds.ts'
import type { Options } from './options.ts'
import { pour } from './pour.ts'
import { figure, printTable, printTarget, printTitle } from './print.ts'
import { Replica } from './replica.ts'
import { settled } from './settled.ts'
import { Target } from './targets.ts'
import { readHistory } from './trace.ts'

const smallEdits = 5_000
const patienceMs = 30_000

interface Grown {
	kind: Kind
	document: string
	state: number
	/** With somebody still in it, and after all have left and the server was stopped. */
	running: OnDisk
	stopped: OnDisk
	largest: string
}

interface OnDisk {
	bytes: number
	/** Updates kept beside the state since it was last made. Known of ours only. */
	log: number
}

/** What a document weighs on disk against what it is. */
export async function growth({ against, trace }: Options) {
	printTitle(
		`growth: on disk, less what was there before; a real paper, and ${smallEdits} edits that each waited for the last`,
	)
	const { updates, end } = readHistory(trace)
	const rows: Grown[] = []
	for (const kind of against.filter(isDurable)) {
		rows.push(await grow(kind, 'paper', (target, room) => writePaper(target, room, updates, end.length)))
		rows.push(await grow(kind, 'small edits', writeSlowly))
	}
	printTable(
		['document', 'target', 'state kB', ...['running', 'stopped'].flatMap((when) => [`${when} MB`, 'log kB', '× both'])],
		rows.map(({ document, kind, state, running, stopped }) => [
			document,
			kind,
			state / 1_024,
			...[running, stopped].flatMap((one) => [
				megabytes(one.bytes),
				kind === 'ours' ? one.log / 1_024 : '–',
				one.bytes / (state + one.log),
			]),
		]),
	)
	for (const { kind, document, state, running, stopped, largest } of rows) {
		if (kind !== 'ours') continue
		for (const [when, { bytes, log }] of Object.entries({ running, stopped }))
			printTarget(`${document}, ${when}: on disk over state and log`, bytes / (state + log), 1.3)
		console.log(`    its largest tables: ${largest}`)
	}
}

async function grow(
	kind: Kind,
	document: string,
	write: (target: Target, room: string) => Promise<Replica[]>,
): Promise<Grown> {
	const target = await Target.start(kind, 1)
	// What the schema and the people weigh, and what a server keeps beside them while it runs.
	await target.stop()
	const stoppedBefore = target.bytesOnDisk()
	await target.again()
	await settled(target)
	const runningBefore = target.bytesOnDisk()
	const replicas = await write(target, target.rooms[0]!)
	await settled(target)
	const state = Y.encodeStateAsUpdate(replicas[0]!.doc).length
	const onDisk = (before: number) => ({
		bytes: target.bytesOnDisk() - before,
		log: kind === 'ours' ? readLog(target.dataDir) : 0,
	})
	const running = onDisk(runningBefore)
	closeAll(replicas)
	await settled(target)
	await target.stop()
	const stopped = onDisk(stoppedBefore)
	const largest = kind === 'ours' ? readLargest(target.dataDir) : ''
	await target.remove()
	return { kind, document, state, running, stopped, largest }
}

async function writePaper(target: Target, room: string, updates: readonly Uint8Array[], letters: number) {
	const writer = await pour(target.line(room), updates)
	const reader = new Replica(target.line(room))
	await reached(() => reader.text.length === letters, 300_000, 20)
	writer.terminate()
	return [reader]
}

/** Here and there, one letter or one deletion at a time, each sent when the last has arrived. */
async function writeSlowly(target: Target, room: string) {
	const replicas = [0, 1].map((person) => new Replica(target.line(room, { person })))
	await allSynced(replicas)
	const [writer, reader] = replicas as [Replica, Replica]
	for (let edit = 0; edit < smallEdits; edit++) {
		const arrived = new Promise<void>((resolve, reject) => {
			const tooLate = setTimeout(() => reject(new Error(`edit ${edit} never arrived`)), patienceMs)
			reader.doc.once('update', () => {
				clearTimeout(tooLate)
				resolve()
			})
		})
		const { text } = writer
		const at = Math.floor(Math.random() * text.length)
		if (edit % 5 === 4) text.delete(at, 1)
		else text.insert(at, 'x')
		await arrived
	}
	return replicas
}

function readLog(dataDir: string): number {
	return inStore(dataDir, (db) =>
		db.prepare<[], number>('select coalesce(sum(length("update")), 0) from document_updates').pluck().get(),
	)!
}

function readLargest(dataDir: string): string {
	return inStore(dataDir, (db) => {
		const tables = db
			.prepare('select name, sum(pgsize) as bytes from dbstat group by name order by bytes desc limit 4')
			.all() as { name: string; bytes: number }[]
		const free = db.pragma('freelist_count', { simple: true }) as number
		return [...tables.map(({ name, bytes }) => `${name} ${figure(bytes / 1_024)} kB`), `free pages ${free * 4} kB`]
	}).join(', ')
}

function inStore<Result>(dataDir: string, read: (db: BetterSqlite3.Database) => Result): Result {
	const db = new BetterSqlite3(join(dataDir, 'alongside.db'), { readonly: true })
	try {
		return read(db)
	} finally {
		db.close()
	}
}
