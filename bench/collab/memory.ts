import { setTimeout as pause } from 'node:timers/promises'
import { allSynced, closeAll } from './crowd.ts'
import { median, megabytes } from './figures.ts'
import { isDurable, isPeer, type Kind } from './kinds.ts'
import type { Options } from './options.ts'
import { printTable, printTarget, printTitle } from './print.ts'
import { Replica } from './replica.ts'
import { Target } from './targets.ts'

const open = 1_000
const atRest = 10_000
const atOnce = 100
const words = 'A bench at every stop, and a bus that waits. '

interface Held {
	atStart: number
	open: number
	left: number
	roomsLeft: number
}

/** What a thousand open small documents cost, and ten thousand that nobody has open. Always after garbage collection. */
export async function memory({ against, rounds }: Options) {
	printTitle(`memory: ${open.toLocaleString('en-GB')} open documents of ${words.length} characters, one person in each`)
	const measured = new Map<Kind, Held[]>(against.map((kind) => [kind, []]))
	for (let round = 0; round < rounds; round++)
		for (const kind of against) measured.get(kind)!.push(await holdOpen(kind))
	const of = (kind: Kind, pick: (one: Held) => number) => median(measured.get(kind)!.map(pick))
	printTable(
		['target', 'RSS at start MB', 'open MB', 'kB for each', '10 s after all left MB', 'documents still loaded'],
		against.map((kind) => [
			kind,
			megabytes(of(kind, ({ atStart }) => atStart)),
			megabytes(of(kind, (one) => one.open)),
			of(kind, (one) => (one.open - one.atStart) / open / 1_024),
			megabytes(of(kind, ({ left }) => left)),
			of(kind, ({ roomsLeft }) => roomsLeft),
		]),
	)
	if (!against.includes('ours')) return
	const peers = against.filter(isPeer)
	for (const [some, because] of [
		[peers, 'the best peer’s'],
		[peers.filter(isDurable), 'the best peer’s that keeps documents on disk'],
	] as const) {
		if (some.length === 0) continue
		const best = Math.min(...some.map((kind) => of(kind, (one) => one.open))) / 1_048_576
		printTarget('RSS with all open', of('ours', (one) => one.open) / 1_048_576, best, { unit: ' MB', because })
	}
	await holdAtRest()
}

async function holdOpen(kind: Kind): Promise<Held> {
	const target = await Target.start(kind, open)
	// Ours has made its documents by now; the others make them when somebody comes. All start without that behind them.
	await target.stop()
	await target.again()
	const { rss: atStart } = await target.held()
	const replicas: Replica[] = []
	while (replicas.length < open) {
		const next = target.rooms
			.slice(replicas.length, replicas.length + atOnce)
			.map((room, at) => new Replica(target.line(room, { person: at })))
		await allSynced(next)
		for (const replica of next) replica.type(words)
		replicas.push(...next)
	}
	await pause(5_000)
	const { rss } = await target.held()
	closeAll(replicas)
	await pause(10_000)
	const { rss: left, rooms: roomsLeft } = await target.held()
	await target.remove()
	return { atStart, open: rss, left, roomsLeft }
}

async function holdAtRest() {
	const empty = await Target.start('ours', 0)
	const { rss: without } = await empty.held()
	await empty.remove()
	const target = await Target.start('ours', atRest)
	await target.fill()
	await pause(5_000)
	const filled = await target.held()
	await target.stop()
	await target.again()
	const { rss: withAll, rooms } = await target.held()
	const onDisk = target.bytesOnDisk()
	await target.remove()
	console.log(
		`  ours, ${atRest.toLocaleString('en-GB')} documents at rest (${megabytes(onDisk)} MB on disk), none open: RSS ${megabytes(withAll)} MB after a restart, ` +
			`${rooms} loaded; an empty store: ${megabytes(without)} MB. Right after all were written: ${megabytes(filled.rss)} MB, ${filled.rooms} loaded.`,
	)
}
