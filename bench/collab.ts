import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { encodeUpdate } from '../collab-server/protocol.ts'
import { readHistory } from './collab/history.ts'
import { Replica, type Sent } from './collab/replica.ts'

/**
 * `npm run bench:collab`: the same load, with real replicas, against this server on its durable store and against a bare
 * relay that does no Yjs work. Rounds in turn; medians. `--rounds 3 --seconds 6 --only saturate`.
 */
const option = (name: string, otherwise: string) =>
	process.argv[process.argv.indexOf(`--${name}`) + 1 || Number.POSITIVE_INFINITY] ?? otherwise
const rounds = Number(option('rounds', '3'))
const seconds = Number(option('seconds', '6'))
const only = option('only', '')

interface Load {
	name: string
	documents: number
	people: number
	editsPerSecond: number
	cursors: boolean
}

const loads: Load[] = [
	{ name: 'team', documents: 10, people: 5, editsPerSecond: 2, cursors: true },
	{ name: 'workshop', documents: 1, people: 50, editsPerSecond: 1, cursors: true },
	{ name: 'many rooms', documents: 100, people: 2, editsPerSecond: 2, cursors: false },
	{ name: 'saturate', documents: 4, people: 20, editsPerSecond: 25, cursors: false },
]
const targets = ['relay', 'ours'] as const

interface Measured {
	connectMs: number
	p50: number
	p95: number
	p99: number
	deliveriesPerSecond: number
	cpuPerDelivery: number
	bytesPerDelivery: number
	missing: number
}

for (const load of loads.filter(({ name }) => name.startsWith(only))) {
	const measured = { relay: [] as Measured[], ours: [] as Measured[] }
	for (let round = 0; round < rounds; round++)
		for (const target of targets) measured[target].push(await run(target, load))
	const floor = median(measured.relay.map(({ cpuPerDelivery }) => cpuPerDelivery))
	for (const target of targets) report(load, target, measured[target], floor)
}

const trace = option('trace', '/work/shared/traces/automerge-paper.json.gz')
if ('history'.startsWith(only)) await history()

/** One writer pours in a whole paper, key by key, as fast as it is taken; two people in another room type on. */
async function history() {
	const { updates, end } = readHistory(trace)
	const { child, url, rooms, cookie } = await start('ours', 2)
	const sent: Sent = new Map()
	const pair = [1, 2].map(() => new Replica(`${url}/${rooms[1]}`, cookie, sent))
	while (pair.some(({ syncMs }) => syncMs === null)) await pause(5)
	const typing = setInterval(() => pair[0]!.type(), 100)
	const socket = new WebSocket(`${url}/${rooms[0]}?ack=1`, { headers: { cookie } })
	await once(socket, 'open')
	const begun = performance.now()
	for (const [at, update] of updates.entries()) {
		socket.send(encodeUpdate(update))
		// The harness shares the machine with the server: it, too, lets others speak.
		if (at % 200 === 0) await pause(0)
		while (socket.bufferedAmount > 200_000) await pause(1)
	}
	const reader = new Replica(`${url}/${rooms[0]}`, cookie, new Map())
	while (reader.doc.getText('good-life').length !== end.length) await pause(20)
	const ingestMs = performance.now() - begun
	clearInterval(typing)
	const late = new Replica(`${url}/${rooms[0]}`, cookie, new Map())
	while (late.syncMs === null) await pause(1)
	const latencies = pair[1]!.latencies.sort((a, b) => a - b)
	for (const replica of [...pair, reader, late]) replica.close()
	socket.terminate()
	const isSame = reader.doc.getText('good-life').toString() === end
	console.log(
		`history     ours   ${Math.round((updates.length / ingestMs) * 1_000)} edits/s taken in · others meanwhile p50 ${quantile(latencies, 0.5).toFixed(0)} p95 ${quantile(latencies, 0.95).toFixed(0)} max ${quantile(latencies, 1).toFixed(0)} ms · newcomer, warm ${late.syncMs?.toFixed(0)} ms · the same text ${isSame}`,
	)
	const exit = once(child, 'exit')
	child.send('stop')
	await exit
}

async function start(target: string, documents: number) {
	const execArgv = ['--import', 'tsx']
	const child = fork(new URL('./collab/target.ts', import.meta.url), [target, String(documents)], { execArgv })
	const [answer] = (await once(child, 'message')) as [{ url: string; rooms: string[]; cookie: string }]
	return { child, ...answer }
}

async function run(
	target: (typeof targets)[number],
	{ documents, people, editsPerSecond, cursors }: Load,
): Promise<Measured> {
	const { child, url, rooms, cookie } = await start(target, documents)
	const inRooms = rooms.map((room) => {
		const sent: Sent = new Map()
		return Array.from({ length: people }, () => new Replica(`${url}/${room}`, cookie, sent))
	})
	const replicas = inRooms.flat()
	while (replicas.some(({ syncMs }) => syncMs === null)) await pause(5)

	await pause(500)
	const before = await cpu(child)
	const bytesBefore = replicas.reduce((sum, { bytes }) => sum + bytes, 0)
	const everyMs = 1_000 / editsPerSecond
	const typing = replicas.map((replica) => {
		const type = () => {
			replica.type()
			if (cursors) replica.point()
		}
		let timer: NodeJS.Timeout
		const start = setTimeout(() => {
			timer = setInterval(type, everyMs)
		}, Math.random() * everyMs)
		return () => {
			clearTimeout(start)
			clearInterval(timer)
		}
	})
	await pause(seconds * 1_000)
	for (const stop of typing) stop()
	await pause(800)
	const after = await cpu(child)
	const latencies = replicas.flatMap((replica) => replica.latencies).sort((a, b) => a - b)
	const bytes = replicas.reduce((sum, replica) => sum + replica.bytes, 0) - bytesBefore
	const missing = inRooms.filter(
		(room) => new Set(room.map(({ doc }) => doc.getText('good-life').toString())).size > 1,
	).length
	for (const replica of replicas) replica.close()
	const exit = once(child, 'exit')
	child.send('stop')
	await exit
	return {
		connectMs: quantile(
			replicas.map(({ syncMs }) => syncMs!).sort((a, b) => a - b),
			0.95,
		),
		p50: quantile(latencies, 0.5),
		p95: quantile(latencies, 0.95),
		p99: quantile(latencies, 0.99),
		deliveriesPerSecond: latencies.length / seconds,
		cpuPerDelivery: (after - before) / latencies.length,
		bytesPerDelivery: bytes / latencies.length,
		missing,
	}
}

/** Microseconds of processor time so far. */
async function cpu(child: ChildProcess): Promise<number> {
	const answer = once(child, 'message') as Promise<[{ cpu: NodeJS.CpuUsage }]>
	child.send('cpu')
	const [{ cpu }] = await answer
	return cpu.user + cpu.system
}

function report({ name }: Load, target: string, all: readonly Measured[], floor: number) {
	const of = (pick: (one: Measured) => number) => median(all.map(pick))
	const figure = (value: number, digits = 1) => value.toFixed(digits).padStart(8)
	console.log(
		`${name.padEnd(11)} ${target.padEnd(6)} connect p95 ${figure(
			of((one) => one.connectMs),
			0,
		)} ms · propagation p50 ${figure(of((one) => one.p50))} p95 ${figure(of((one) => one.p95))} p99 ${figure(of((one) => one.p99))} ms` +
			` · ${figure(
				of((one) => one.deliveriesPerSecond),
				0,
			)} deliveries/s · CPU ${figure(of((one) => one.cpuPerDelivery))} µs (${(of((one) => one.cpuPerDelivery) / floor).toFixed(2)} × relay) · ${figure(
				of((one) => one.bytesPerDelivery),
				0,
			)} bytes · rooms that differ ${all.reduce((sum, one) => sum + one.missing, 0)}`,
	)
}

function quantile(sorted: readonly number[], share: number) {
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function median(values: readonly number[]) {
	return quantile(
		[...values].sort((a, b) => a - b),
		0.5,
	)
}
