import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { allSynced, closeAll, reached, typing } from './crowd.ts'
import { sum } from './figures.ts'
import { isDurable, type Kind } from './kinds.ts'
import type { Options } from './options.ts'
import { printTable, printTarget, printTitle } from './print.ts'
import { Replica, type Sent } from './replica.ts'
import { Target } from './targets.ts'

const rooms = 3
const editsPerSecond = 10
/** A newcomer may be told "synced" before the words come; they are not lost yet. */
const patienceMs = 3_000

interface Losses {
	kills: number
	relayed: number
	acknowledged: number
	lost: number
	/** From the oldest lost letter until the kill. */
	windowMs: number
	empty: number
	tooEarly: number
}

/** SIGKILL at random moments while people type; what somebody else had, or was promised, and a newcomer does not get. */
export async function crash({ against, kills, peerKills, within }: Options) {
	printTitle(`crash: SIGKILL within ${within} s while ${rooms} rooms take ${editsPerSecond} edits/s each`)
	const measured = new Map<Kind, Losses>()
	for (const kind of against.filter(isDurable))
		measured.set(kind, await killOften(kind, kind === 'ours' ? kills : peerKills, within))
	printTable(
		['target', 'kills', 'relayed', 'acknowledged', 'lost', 'worst window ms', 'empty rooms', '“synced” too early'],
		[...measured].map(([kind, { kills, relayed, acknowledged, lost, windowMs, empty, tooEarly }]) => [
			kind,
			kills,
			relayed,
			acknowledged,
			lost,
			Math.round(windowMs),
			empty,
			`${tooEarly} of ${kills * rooms}`,
		]),
	)
	const ours = measured.get('ours')
	if (ours) printTarget('edits relayed or acknowledged, and lost', ours.lost, 0)
}

async function killOften(kind: Kind, kills: number, within: number): Promise<Losses> {
	const target = await Target.start(kind, rooms)
	const losses: Losses = { kills: 0, relayed: 0, acknowledged: 0, lost: 0, windowMs: 0, empty: 0, tooEarly: 0 }
	for (; losses.kills < kills; losses.kills++) {
		const pairs = target.rooms.map((room) => {
			const sent: Sent = new Map()
			return [0, 1].map((person) => ({
				sent,
				replica: new Replica(target.line(room, { person, ack: true }), { sent }),
			}))
		})
		const replicas = pairs.flat().map(({ replica }) => replica)
		await allSynced(replicas)
		const stop = typing(replicas, editsPerSecond / 2)
		await pause(500 + Math.random() * within * 1_000)
		await target.kill()
		const killedAt = performance.now()
		// What was already on its way still arrives, and counts.
		await reached(() => replicas.every(({ isClosed }) => isClosed))
		stop()
		await target.again()
		await Promise.all(pairs.map((pair, at) => count(losses, target.line(target.rooms[at]!), pair, killedAt)))
		closeAll(replicas)
	}
	await target.remove()
	return losses
}

/** What one room's newcomer lacks. */
async function count(
	losses: Losses,
	line: ReturnType<Target['line']>,
	pair: readonly { sent: Sent; replica: Replica }[],
	killedAt: number,
) {
	const promised = pair.map(({ sent, replica }, at) => {
		const client = replica.doc.clientID
		const relayed = Y.getState(pair[1 - at]!.replica.doc.store, client)
		losses.relayed += relayed
		losses.acknowledged += replica.acknowledged
		return { client, clock: Math.max(relayed, replica.acknowledged), times: sent.get(client)! }
	})
	const lacking = (doc: Y.Doc) =>
		sum(promised.map(({ client, clock }) => Math.max(0, clock - Y.getState(doc.store, client))))
	let isEarly = false
	const newcomer = new Replica(line, {
		onSynced: (doc) => {
			isEarly = lacking(doc) > 0
		},
	})
	await allSynced([newcomer])
	await reached(() => lacking(newcomer.doc) === 0, patienceMs)
	const lost = lacking(newcomer.doc)
	losses.lost += lost
	if (isEarly && lost === 0) losses.tooEarly++
	if (lost > 0 && newcomer.text.length === 0) losses.empty++
	for (const { client, clock, times } of promised) {
		const stored = Y.getState(newcomer.doc.store, client)
		if (stored < clock) losses.windowMs = Math.max(losses.windowMs, killedAt - times[stored]!)
	}
	newcomer.close()
}
