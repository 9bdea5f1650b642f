import { setTimeout as pause } from 'node:timers/promises'
import { allSynced, closeAll, isEqual, reached, typing } from './crowd.ts'
import { median, quantile, sum } from './figures.ts'
import { isPeer, type Kind } from './kinds.ts'
import type { Options } from './options.ts'
import { printTable, printTarget, printTitle } from './print.ts'
import { Replica, type Sent } from './replica.ts'
import { Target } from './targets.ts'

export interface Load {
	name: string
	documents: number
	people: number
	editsPerSecond: number
	cursors: boolean
	/** Server processor time per delivery, ours over the relay's. */
	atMost: number
}

export const loads: Load[] = [
	{ name: 'team', documents: 10, people: 5, editsPerSecond: 2, cursors: true, atMost: 2 },
	{ name: 'workshop', documents: 1, people: 50, editsPerSecond: 1, cursors: true, atMost: 1.2 },
	{ name: 'many rooms', documents: 100, people: 2, editsPerSecond: 2, cursors: false, atMost: 2.5 },
	{ name: 'saturate', documents: 4, people: 20, editsPerSecond: 25, cursors: false, atMost: 1 },
]

/** Busy rooms gather edits for so long before they commit. */
const gatheringMs = 20

interface Measured {
	connectMs: number
	latencies: number[]
	deliveriesPerSecond: number
	cpuPerDelivery: number
	bytesPerDelivery: number
	differing: number
}

/** People who type in rooms: what arrives, how late, and what it costs the server. */
export async function runLoad(load: Load, { against, rounds, seconds, acknowledged }: Options) {
	const { name, documents, people, editsPerSecond, cursors } = load
	printTitle(
		`${name}: ${documents} × ${people} people, ${editsPerSecond} edits/s each${cursors ? ', cursors' : ''} (${rounds} rounds of ${seconds} s)`,
	)
	const measured = new Map<Kind, Measured[]>(against.map((kind) => [kind, []]))
	for (let round = 0; round < rounds; round++)
		for (const kind of against) measured.get(kind)!.push(await runOnce(kind, load, seconds, acknowledged))

	const of = (kind: Kind, pick: (one: Measured) => number) => median((measured.get(kind) ?? []).map(pick))
	const cpu = (kind: Kind) => of(kind, ({ cpuPerDelivery }) => cpuPerDelivery)
	const late = (kind: Kind, share: number) => of(kind, ({ latencies }) => quantile(latencies, share))
	printTable(
		[
			'target',
			'connect p95 ms',
			'p50 ms',
			'p95 ms',
			'p99 ms',
			'deliveries/s',
			'CPU µs',
			'× relay',
			'bytes',
			'rooms that differ',
		],
		against.map((kind) => [
			kind,
			of(kind, ({ connectMs }) => connectMs),
			late(kind, 0.5),
			late(kind, 0.95),
			late(kind, 0.99),
			Math.round(of(kind, ({ deliveriesPerSecond }) => deliveriesPerSecond)),
			cpu(kind),
			cpu(kind) / cpu('relay'),
			Math.round(of(kind, ({ bytesPerDelivery }) => bytesPerDelivery)),
			sum(measured.get(kind)!.map(({ differing }) => differing)),
		]),
	)
	if (!against.includes('ours')) return
	if (against.includes('relay')) printTarget('CPU per delivery over the relay', cpu('ours') / cpu('relay'), load.atMost)
	const peers = against.filter(isPeer).map((kind) => late(kind, 0.95))
	if (peers.length === 0) return
	const atMost = Math.min(...peers) + gatheringMs
	printTarget('propagation p95', late('ours', 0.95), atMost, { unit: ' ms', because: 'the best peer’s and 20 ms' })
}

async function runOnce(
	kind: Kind,
	{ documents, people, editsPerSecond, cursors }: Load,
	seconds: number,
	ack: boolean,
): Promise<Measured> {
	const target = await Target.start(kind, documents)
	const inRooms = target.rooms.map((room) => {
		const sent: Sent = new Map()
		return Array.from({ length: people }, (_, person) => new Replica(target.line(room, { person, ack }), { sent }))
	})
	const replicas = inRooms.flat()
	const allBytes = () => sum(replicas.map(({ bytes }) => bytes))
	await allSynced(replicas)
	const connectMs = quantile(
		replicas.map(({ syncMs }) => syncMs!),
		0.95,
	)
	await pause(500)
	const [{ cpu: cpuBefore }, bytesBefore] = [await target.usage(), allBytes()]
	const stop = typing(replicas, editsPerSecond, (replica) => {
		replica.type()
		if (cursors) replica.point()
	})
	await pause(seconds * 1_000)
	stop()
	await pause(800)
	await reached(() => inRooms.every(isEqual), 10_000, 50)
	const { cpu } = await target.usage()
	const latencies = replicas.flatMap((replica) => replica.latencies)
	closeAll(replicas)
	await target.remove()
	return {
		connectMs,
		latencies,
		deliveriesPerSecond: latencies.length / seconds,
		cpuPerDelivery: (cpu - cpuBefore) / latencies.length,
		bytesPerDelivery: (allBytes() - bytesBefore) / latencies.length,
		differing: inRooms.filter((room) => !isEqual(room)).length,
	}
}
