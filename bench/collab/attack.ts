import { setTimeout as pause } from 'node:timers/promises'
import { type Attack, attacker } from './attack-from-elsewhere.ts'
import { corpus } from './corpus.ts'
import { megabytes, quantile } from './figures.ts'
import { HealthyRoom } from './healthy-room.ts'
import type { Kind } from './kinds.ts'
import type { Options } from './options.ts'
import { printTable, printTarget, printTitle } from './print.ts'
import { Target } from './targets.ts'

interface Flood {
	name: string
	how: Attack['how']
	times: number
	inTheRoom?: boolean
}

const floods: Flood[] = [
	{ name: 'edits as fast as they go', how: 'edits', times: 1_000_000 },
	{ name: 'the same, in their room', how: 'edits', times: 1_000_000, inTheRoom: true },
	{ name: 'presence as fast as it goes', how: 'awareness', times: 1_000_000 },
	{ name: '400 × 300 kB asked for, unread', how: 'queries', times: 400 },
]
const hostileMs = 1_000
/** Longer than a server may be busy with one message and still count as alive. */
const silentMs = 5_000

interface Outcome {
	kind: Kind
	before: number
	meanwhile: number
	rss: number
	outcome: string
}

/** A healthy room beside somebody who floods the server, or sends it what no editor would. */
export async function attack({ against, seconds }: Options) {
	printTitle(`attack: p95 of a healthy room of three, 10 edits/s each, for ${seconds} s of each flood`)
	for (const flood of floods) await tell(against, flood.name, (kind) => underFlood(kind, flood, seconds))
	await tell(against, 'the hostile corpus', (kind) => underCorpus(kind, seconds))
}

async function tell(against: readonly Kind[], name: string, suffer: (kind: Kind) => Promise<Outcome>) {
	const outcomes: Outcome[] = []
	for (const kind of against) outcomes.push(await suffer(kind))
	console.log(`  ${name}`)
	printTable(
		['target', 'p95 ms before', 'meanwhile', '× before', 'RSS after MB', 'outcome'],
		outcomes.map(({ kind, before, meanwhile, rss, outcome }) => [
			kind,
			before,
			meanwhile,
			meanwhile / before,
			megabytes(rss),
			outcome,
		]),
	)
	const ours = outcomes.find(({ kind }) => kind === 'ours')
	if (ours) printTarget('the healthy room’s p95 over its own', ours.meanwhile / ours.before, 2)
}

async function underFlood(kind: Kind, { how, times, inTheRoom }: Flood, seconds: number): Promise<Outcome> {
	const target = await Target.start(kind, 2)
	const [healthy, attacked] = target.rooms as [string, string]
	const room = await HealthyRoom.open(target, healthy)
	await pause(seconds * 1_000)
	const before = quantile(room.take(), 0.95)
	const line = target.line(inTheRoom ? healthy : attacked, { person: 3 })
	const { sent } = await attacker({ lines: [line], how, times, seconds }, () => room.take())
	const meanwhile = quantile(room.take(), 0.95)
	const { rss } = await target.usage()
	const outcome = target.isAlive ? (room.isWhole ? `${sent} sent` : `${sent} sent; healthy people thrown out`) : 'dead'
	room.close()
	await target.remove()
	return { kind, before, meanwhile, rss, outcome }
}

/** Entry by entry. Who dies is started again, for the rest. */
async function underCorpus(kind: Kind, seconds: number): Promise<Outcome> {
	let target = await Target.start(kind, 2)
	let room = await HealthyRoom.open(target, target.rooms[0]!)
	await pause(seconds * 1_000)
	const before = quantile(room.take(), 0.95)
	const meanwhile: number[] = []
	const harm: string[] = []
	for (const [entry, { name }] of corpus().entries()) {
		const lines = [target.line(target.rooms[1]!, { person: 3 })]
		await attacker({ lines, how: 'corpus', times: 1_000, seconds: hostileMs / 1_000, entry }, () => room.take())
		const latencies = room.take()
		const isBad = !target.isAlive || !room.isWhole || quantile(latencies, 1) > silentMs
		if (!isBad) {
			meanwhile.push(...latencies)
			continue
		}
		harm.push(`${target.isAlive ? (room.isWhole ? 'silent' : 'thrown out') : 'dead'} after ${name}`)
		room.close()
		await target.remove()
		target = await Target.start(kind, 2)
		room = await HealthyRoom.open(target, target.rooms[0]!)
	}
	const { rss } = await target.usage()
	room.close()
	await target.remove()
	const outcome = harm.length === 0 ? `${corpus().length} kinds survived` : harm.join('; ')
	return { kind, before, meanwhile: quantile(meanwhile, 0.95), rss, outcome }
}
