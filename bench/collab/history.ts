import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { allSynced, closeAll, reached, typing } from './crowd.ts'
import { median, megabytes, quantile } from './figures.ts'
import { isDurable, type Kind, keepsDocuments } from './kinds.ts'
import type { Options } from './options.ts'
import { pour } from './pour.ts'
import { printTable, printTarget, printTitle } from './print.ts'
import { Replica, type Sent } from './replica.ts'
import { settled } from './settled.ts'
import { Target } from './targets.ts'
import { readHistory } from './trace.ts'

interface Poured {
	editsPerSecond: number
	others: number[]
	warmMs: number
	tenMs: number
	rejoinBytes: number
	rss: number
	restMs: number
	cold: Cold[]
	plainMs: number
}

interface Cold {
	answerMs: number
	syncMs: number
	/** Letters that were there at "synced". */
	atSync: number
	completeMs: number
}

const coldOpens = 12

/** One writer pours in a whole paper, key by key; two people in another room type on. Then others come, warm and cold. */
export async function history({ against, rounds, trace }: Options) {
	const { updates, end } = readHistory(trace)
	printTitle(
		`history: ${updates.length.toLocaleString('en-GB')} keystrokes, ${end.length.toLocaleString('en-GB')} characters left`,
	)
	const asked = against.filter(keepsDocuments)
	const measured = new Map<Kind, Poured[]>(asked.map((kind) => [kind, []]))
	for (let round = 0; round < rounds; round++)
		for (const kind of asked) measured.get(kind)!.push(await runOnce(kind, updates, end))

	const of = (kind: Kind, pick: (one: Poured) => number) => median(measured.get(kind)!.map(pick))
	const cold = (kind: Kind, pick: (one: Cold) => number) => of(kind, (one) => median(one.cold.map(pick)))
	const others = (kind: Kind, share: number) => of(kind, (one) => quantile(one.others, share))
	printTable(
		[
			'target',
			'edits/s taken in',
			'others p50 ms',
			'p95',
			'max',
			'newcomer, warm ms',
			'slowest of ten',
			'bytes to rejoin',
			'RSS MB',
		],
		asked.map((kind) => [
			kind,
			Math.round(of(kind, (one) => one.editsPerSecond)),
			others(kind, 0.5),
			others(kind, 0.95),
			others(kind, 1),
			of(kind, (one) => one.warmMs),
			of(kind, (one) => one.tenMs),
			of(kind, (one) => one.rejoinBytes),
			megabytes(of(kind, (one) => one.rss)),
		]),
	)
	const kept = asked.filter(isDurable)
	console.log('  Cold, after a rest and a restart; plain Yjs applies the same state in a fresh process.')
	printTable(
		[
			'target',
			'rest s',
			'answered ms',
			'synced ms',
			'letters at synced',
			'complete ms',
			'plain Yjs ms',
			'answered × Yjs',
			'(cold − warm) × Yjs',
		],
		kept.map((kind) => {
			const plain = of(kind, (one) => one.plainMs)
			return [
				kind,
				of(kind, (one) => one.restMs) / 1_000,
				cold(kind, (one) => one.answerMs),
				cold(kind, (one) => one.syncMs),
				cold(kind, (one) => one.atSync),
				cold(kind, (one) => one.completeMs),
				plain,
				cold(kind, (one) => one.answerMs) / plain,
				(cold(kind, (one) => one.completeMs) - of(kind, (one) => one.warmMs)) / plain,
			]
		}),
	)
	if (!asked.includes('ours')) return
	printTarget('other rooms’ p95 meanwhile', others('ours', 0.95), 100, { unit: ' ms' })
	printTarget(
		'opening cold (until answered) over plain Yjs',
		cold('ours', (one) => one.answerMs) / of('ours', (one) => one.plainMs),
		1.2,
	)
}

async function runOnce(kind: Kind, updates: readonly Uint8Array[], end: string): Promise<Poured> {
	const target = await Target.start(kind, 2)
	const [paper, elsewhere] = target.rooms as [string, string]
	const sent: Sent = new Map()
	const pair = [1, 2].map((person) => new Replica(target.line(elsewhere, { person }), { sent }))
	await allSynced(pair)
	const stop = typing([pair[0]!], 10)
	const begun = performance.now()
	const writer = await pour(target.line(paper, { ack: true }), updates)
	const reader = new Replica(target.line(paper))
	const isWhole = (replica: Replica) => replica.text.length === end.length
	if (!(await reached(() => isWhole(reader), 300_000, 20))) console.log(`  ${kind}: the paper never became whole`)
	const ingestMs = performance.now() - begun
	stop()
	const others = [...pair[1]!.latencies, ...pair[1]!.waiting()]

	const [warmMs] = await comeIn(target, paper, 1, isWhole)
	const tenMs = Math.max(...(await comeIn(target, paper, 10, isWhole)))
	const state = Y.encodeStateAsUpdate(reader.doc)
	const rejoinBytes = await rejoin(target, paper, state)
	const { rss } = await target.usage()
	if (reader.text.toString() !== end) console.log(`  ${kind}: the text is another one`)
	closeAll([...pair, reader])
	writer.terminate()

	const restMs = await settled(target)
	const cold: Cold[] = []
	for (let open = 0; open < coldOpens && isDurable(kind); open++) {
		await target.stop()
		await target.again()
		cold.push(await openCold(target, paper, isWhole))
	}
	const plainMs = plain(target.dataDir, state)
	await target.remove()
	return {
		editsPerSecond: (updates.length / ingestMs) * 1_000,
		others,
		warmMs: warmMs!,
		tenMs,
		rejoinBytes,
		rss,
		restMs,
		cold,
		plainMs,
	}
}

/** Each one's milliseconds until the whole text is there. */
async function comeIn(target: Target, room: string, people: number, isWhole: (replica: Replica) => boolean) {
	const begun = performance.now()
	const done: number[] = []
	const replicas = Array.from({ length: people }, (_, person) => {
		const replica = new Replica(target.line(room, { person }))
		replica.doc.on('update', () => isWhole(replica) && done.push(performance.now() - begun))
		return replica
	})
	await reached(() => done.length >= people, 60_000, 1)
	closeAll(replicas)
	return done.length >= people ? done : [Number.NaN]
}

/** What somebody is sent who has everything already. */
async function rejoin(target: Target, room: string, state: Uint8Array): Promise<number> {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, state)
	const replica = new Replica(target.line(room), { doc })
	await allSynced([replica])
	await pause(300)
	replica.close()
	return replica.bytes
}

async function openCold(target: Target, room: string, isWhole: (replica: Replica) => boolean): Promise<Cold> {
	const begun = performance.now()
	let completeMs = Number.NaN
	let atSync = Number.NaN
	const replica = new Replica(target.line(room), {
		onSynced: (doc) => {
			atSync = doc.getText('good-life').length
		},
	})
	replica.doc.on('update', () => {
		if (Number.isNaN(completeMs) && isWhole(replica)) completeMs = performance.now() - begun
	})
	await reached(() => !Number.isNaN(completeMs), 60_000, 2)
	const { answerMs, syncMs } = replica
	replica.close()
	return { answerMs: answerMs ?? Number.NaN, syncMs: syncMs ?? Number.NaN, atSync, completeMs }
}

/** What Yjs alone needs, in a process that has just started, as the server's has. */
function plain(folder: string, state: Uint8Array): number {
	const file = join(folder, 'state.bin')
	writeFileSync(file, state)
	const script = `
		import { readFileSync } from 'node:fs'
		import * as Y from 'yjs'
		const state = readFileSync(process.argv[1])
		const begun = performance.now()
		Y.applyUpdate(new Y.Doc(), state)
		console.log(performance.now() - begun)`
	const times = Array.from({ length: 5 }, () => {
		const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script, file], {
			cwd: new URL('../..', import.meta.url),
		})
		return Number(stdout.toString())
	})
	return median(times)
}
