import { setTimeout as pause } from 'node:timers/promises'
import { attacker } from './attack-from-elsewhere.ts'
import { allSynced, closeAll, isEqual, reached } from './crowd.ts'
import { median, megabytes, quantile, sum } from './figures.ts'
import { HealthyRoom } from './healthy-room.ts'
import { isDurable, type Kind, keepsDocuments } from './kinds.ts'
import type { Options } from './options.ts'
import { printTable, printTarget, printTitle } from './print.ts'
import { Replica } from './replica.ts'
import { settled } from './settled.ts'
import { Target } from './targets.ts'

const rooms = 10
const tabs = 200
const offlineEdits = 5
const connects = 10_000
const herd = 50
const herdLetters = 100_000

interface Return {
	awayMs: number
	syncedMs: number
	equalMs: number
	attempts: number
	/** Of one tab, once its line was open. */
	joinMs: number
	/** Of the first process at rest, and the most of the second while all came back. */
	rssBefore: number
	peakRss: number
	missing: number
}

/** Everybody comes back at once with what they typed meanwhile; and ten thousand who come and go. */
export async function storm(options: Options) {
	const { against, rounds } = options
	printTitle(`storm: ${tabs} tabs in ${rooms} rooms, ${offlineEdits} offline edits each, server away about 2 s`)
	const asked = against.filter(keepsDocuments)
	const measured = new Map<Kind, Return[]>(asked.map((kind) => [kind, []]))
	for (let round = 0; round < rounds; round++) for (const kind of asked) measured.get(kind)!.push(await comeBack(kind))
	const of = (kind: Kind, pick: (one: Return) => number) => median(measured.get(kind)!.map(pick))
	printTable(
		[
			'target',
			'away ms',
			'all synced ms',
			'all equal ms',
			'slowest join ms',
			'attempts',
			'RSS before MB',
			'peak after MB',
			'edits missing',
		],
		asked.map((kind) => [
			kind,
			Math.round(of(kind, ({ awayMs }) => awayMs)),
			Math.round(of(kind, ({ syncedMs }) => syncedMs)),
			Math.round(of(kind, ({ equalMs }) => equalMs)),
			Math.round(of(kind, ({ joinMs }) => joinMs)),
			of(kind, ({ attempts }) => attempts),
			megabytes(of(kind, ({ rssBefore }) => rssBefore)),
			megabytes(of(kind, ({ peakRss }) => peakRss)),
			of(kind, ({ missing }) => missing),
		]),
	)
	console.log(
		'  Times are from the server’s readiness; most of it is the stock client’s wait of up to 2.5 s between attempts.',
	)
	if (asked.includes('ours')) {
		printTarget(
			'all equal',
			of('ours', ({ equalMs }) => equalMs),
			5_000,
			{ unit: ' ms' },
		)
		printTarget(
			'peak RSS over RSS before',
			of('ours', (one) => one.peakRss / one.rssBefore),
			2,
		)
	}
	await coldHerd(options)
	await manyConnects(options)
}

async function comeBack(kind: Kind): Promise<Return> {
	const target = await Target.start(kind, rooms)
	const inRooms = target.rooms.map((room) =>
		Array.from({ length: tabs / rooms }, (_, person) => new Replica(target.line(room, { person }), { returns: true })),
	)
	const replicas = inRooms.flat()
	await allSynced(replicas)
	const { rss: rssBefore } = await target.usage()
	await target.stop()
	await reached(() => replicas.every(({ isOpen }) => !isOpen))
	const leftAt = performance.now()
	for (const replica of replicas) for (let edit = 0; edit < offlineEdits; edit++) replica.type()
	for (const replica of replicas) replica.attempts = 0
	// Its own start takes a while, too.
	await pause(1_000)
	await target.again()
	const readyAt = performance.now()
	await reached(() => replicas.every(({ isOpen, syncMs }) => isOpen && syncMs !== null))
	const syncedMs = performance.now() - readyAt
	const all = (tabs / rooms) * offlineEdits
	const isWhole = () => inRooms.every((room) => isEqual(room) && room[0]!.text.length === all)
	const isDone = await reached(isWhole)
	const equalMs = isDone ? performance.now() - readyAt : Number.NaN
	const { peakRss } = await target.usage()
	const missing = sum(inRooms.map((room) => all - Math.min(...room.map(({ text }) => text.length))))
	closeAll(replicas)
	await target.remove()
	return {
		awayMs: readyAt - leftAt,
		syncedMs,
		equalMs,
		attempts: sum(replicas.map(({ attempts }) => attempts)),
		joinMs: Math.max(...replicas.map(({ syncMs }) => syncMs ?? Number.NaN)),
		rssBefore,
		peakRss,
		missing,
	}
}

/** A room that nobody had open, first for one, then for many at once. */
async function coldHerd({ against }: Options) {
	printTitle(`storm: ${herd} at once in a cold room of ${herdLetters.toLocaleString('en-GB')} letters`)
	const rows: (string | number)[][] = []
	let ours: number | null = null
	for (const kind of against.filter(isDurable)) {
		const target = await Target.start(kind, 1)
		const [room] = target.rooms as [string]
		const writer = new Replica(target.line(room))
		await allSynced([writer])
		writer.type('A good life is near the sea. '.repeat(herdLetters / 29))
		await settled(target)
		const whole = writer.text.length
		closeAll([writer])
		const alone = await joinCold(target, room, 1, whole)
		const together = await joinCold(target, room, herd, whole)
		await target.remove()
		rows.push([kind, alone, together, together / alone])
		if (kind === 'ours') ours = together / alone
	}
	printTable(['target', 'one alone ms', 'slowest ms', '× one'], rows)
	if (ours !== null) printTarget('the slowest over one alone', ours, 3)
}

/** The slowest one's milliseconds until all the words are there. */
async function joinCold(target: Target, room: string, people: number, whole: number): Promise<number> {
	await target.stop()
	await target.again()
	const begun = performance.now()
	const replicas = Array.from({ length: people }, (_, person) => new Replica(target.line(room, { person })))
	const isDone = await reached(() => replicas.every(({ text }) => text.length === whole), 60_000, 1)
	const tookMs = performance.now() - begun
	closeAll(replicas)
	return isDone ? tookMs : Number.NaN
}

async function manyConnects({ against, seconds }: Options) {
	printTitle(`storm: ${connects.toLocaleString('en-GB')} rapid connects, and a healthy room beside them`)
	const rows: (string | number)[][] = []
	let ours: number | null = null
	for (const kind of against) {
		const target = await Target.start(kind, 2)
		const [stormy, healthy] = target.rooms as [string, string]
		const room = await HealthyRoom.open(target, healthy)
		await pause(seconds * 1_000)
		const baseline = quantile(room.take(), 0.95)
		let begun = 0
		const lines = [0, 1, 2, 3].map((person) => target.line(stormy, { person }))
		const { sent, answered } = await attacker({ lines, how: 'connects', times: connects, seconds: 120 }, () => {
			begun = performance.now()
			room.take()
		})
		const tookMs = performance.now() - begun
		const p95 = quantile(room.take(), 0.95)
		const { rss } = await target.usage()
		rows.push([
			kind,
			`${answered} of ${sent}`,
			Math.round((answered / tookMs) * 1_000),
			baseline,
			p95,
			p95 / baseline,
			megabytes(rss),
			target.isAlive ? 'lives' : 'dead',
		])
		if (kind === 'ours') ours = p95 / baseline
		room.close()
		await target.remove()
	}
	printTable(
		['target', 'answered', 'a second', 'healthy p95 ms before', 'meanwhile', '× before', 'RSS after MB', 'process'],
		rows,
	)
	if (ours !== null) printTarget('the healthy room’s p95 over its own', ours, 2)
}
