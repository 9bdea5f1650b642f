import { createHash } from 'node:crypto'
import { byCodeUnit } from './count.ts'

/**
 * A lot anyone can draw again: choices sorted by the SHA-256 of `seed`, a line feed and the id. The first one is favoured in
 * every tie. The seed is fixed and published when voting opens, so that nobody can choose it knowing the ballots.
 */
export function drawTieOrder(seed: string, ids: readonly string[]): string[] {
	const lots = new Map(ids.map((id) => [id, createHash('sha256').update(`${seed}\n${id}`, 'utf8').digest('hex')]))
	return [...ids].sort((a, b) => byCodeUnit(lots.get(a) ?? '', lots.get(b) ?? '') || byCodeUnit(a, b))
}

/** A given order made whole: those it leaves out follow in the order of `ids`; names it has besides are dropped. */
export function completeTieOrder(given: readonly string[], ids: readonly string[]): string[] {
	const known = new Set(ids)
	return [...new Set([...given.filter((id) => known.has(id)), ...ids])]
}
