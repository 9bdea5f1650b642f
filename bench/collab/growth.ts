import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import * as Y from 'yjs'
import { allSynced, closeAll, reached } from './crowd.ts'
import { megabytes } from './figures.ts'
import type { Options } from './options.ts'
import { pour } from './pour.ts'
import { figure, printTable, printTarget, printTitle } from './print.ts'
import { Replica } from './replica.ts'
import { settled } from './settled.ts'
import { isDurable, type Kind, Target } from './targets.ts'
import { readHistory } from './trace.ts'

const smallEdits = 5_000
const patienceMs = 30_000

interface Grown {
	kind: Kind
	document: string
	state: number
	/** Updates kept beside the state since it was last made. Known of ours only. */
	log: number
	running: number
	stopped: number
	largest: string
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
		['document', 'target', 'state kB', 'log kB', 'running MB', '× state + log', 'stopped MB', '× state + log'],
		rows.map(({ document, kind, state, log, running, stopped }) => [
			document,
			kind,
			state / 1_024,
			kind === 'ours' ? log / 1_024 : '–',
			megabytes(running),
			running / (state + log),
			megabytes(stopped),
			stopped / (state + log),
		]),
	)
	for (const { kind, document, state, log, stopped, largest } of rows) {
		if (kind !== 'ours') continue
		printTarget(`${document}, on disk over state and log`, stopped / (state + log), 1.3)
		console.log(`    its largest tables: ${largest}`)
	}
}

async function grow(
	kind: Kind,
	document: string,
	write: (target: Target, room: string) => Promise<Replica[]>,
): Promise<Grown> {
	const target = await Target.start(kind, 1)
	// What the schema and the people weigh.
	await target.stop()
	const before = target.bytesOnDisk()
	await target.again()
	const replicas = await write(target, target.rooms[0]!)
	await settled(target)
	const state = Y.encodeStateAsUpdate(replicas[0]!.doc).length
	const running = target.bytesOnDisk() - before
	closeAll(replicas)
	await settled(target)
	await target.stop()
	const stopped = target.bytesOnDisk() - before
	const { log, largest } = kind === 'ours' ? readStore(target.dataDir) : { log: 0, largest: '' }
	await target.remove()
	return { kind, document, state, log, running, stopped, largest }
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

function readStore(dataDir: string) {
	const db = new BetterSqlite3(join(dataDir, 'alongside.db'), { readonly: true })
	const { log } = db.prepare('select coalesce(sum(length("update")), 0) as log from document_updates').get() as {
		log: number
	}
	const tables = db
		.prepare('select name, sum(pgsize) as bytes from dbstat group by name order by bytes desc limit 4')
		.all() as { name: string; bytes: number }[]
	const { freelist_count: free } = db.prepare('pragma freelist_count').get() as { freelist_count: number }
	db.close()
	const largest = [
		...tables.map(({ name, bytes }) => `${name} ${figure(bytes / 1_024)} kB`),
		`free pages ${free * 4} kB`,
	]
	return { log, largest: largest.join(', ') }
}
