import { setTimeout as pause } from 'node:timers/promises'
import type { Replica } from './replica.ts'

/** False when they did not all get there in time. */
export async function reached(condition: () => boolean, withinMs = 60_000, everyMs = 5): Promise<boolean> {
	const giveUpAt = performance.now() + withinMs
	while (!condition()) {
		if (performance.now() > giveUpAt) return false
		await pause(everyMs)
	}
	return true
}

export async function allSynced(replicas: readonly Replica[], withinMs = 60_000) {
	const isDone = await reached(() => replicas.every(({ syncMs }) => syncMs !== null), withinMs)
	if (isDone) return
	const outside = replicas.filter(({ syncMs }) => syncMs === null)
	throw new Error(
		`${outside.length} of ${replicas.length} replicas never came in: ${outside[0]?.trouble || 'no answer'}`,
	)
}

/** Each types at its own moment within the beat, for ever. Answers with how to stop. */
export function typing(
	replicas: readonly Replica[],
	editsPerSecond: number,
	type = (replica: Replica) => replica.type(),
) {
	const everyMs = 1_000 / editsPerSecond
	const stops = replicas.map((replica) => {
		let timer: NodeJS.Timeout
		const start = setTimeout(() => {
			timer = setInterval(() => type(replica), everyMs)
		}, Math.random() * everyMs)
		return () => {
			clearTimeout(start)
			clearInterval(timer)
		}
	})
	return () => {
		for (const stop of stops) stop()
	}
}

export function isEqual(room: readonly Replica[]): boolean {
	return new Set(room.map(({ text }) => text.toString())).size === 1
}

export function closeAll(replicas: readonly Replica[]) {
	for (const replica of replicas) replica.close()
}
