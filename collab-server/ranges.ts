/** A run of Yjs ids of one client: `clock` up to, not with, `end`. */
export interface Range {
	client: number
	clock: number
	end: number
}

/** What is left of `ranges` without `taken`, in order of client and clock. */
export function subtract(ranges: readonly Range[], taken: readonly Range[]): Range[] {
	const holes = byClient(taken)
	const left: Range[] = []
	for (const [client, runs] of byClient(ranges)) {
		const cut = holes.get(client) ?? []
		let next = 0
		for (const run of runs) {
			let clock = run.clock
			while (next < cut.length && cut[next]!.end <= clock) next++
			for (let hole = next; hole < cut.length && cut[hole]!.clock < run.end; hole++) {
				if (cut[hole]!.clock > clock) left.push({ client, clock, end: cut[hole]!.clock })
				clock = Math.max(clock, cut[hole]!.end)
			}
			if (clock < run.end) left.push({ client, clock, end: run.end })
		}
	}
	return left
}

/** By client, in order, overlapping and touching runs joined. */
export function byClient(ranges: readonly Range[]): Map<number, Range[]> {
	const sorted = [...ranges].sort((a, b) => a.client - b.client || a.clock - b.clock)
	const clients = new Map<number, Range[]>()
	for (const { client, clock, end } of sorted) {
		if (end <= clock) continue
		const runs = clients.get(client) ?? []
		const last = runs.at(-1)
		if (last && clock <= last.end) last.end = Math.max(last.end, end)
		else runs.push({ client, clock, end })
		clients.set(client, runs)
	}
	return clients
}
