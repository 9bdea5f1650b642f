/** Option ids at each rank, best first; several at one rank are level. */
export type Ranks = readonly (readonly string[])[]

export type Move = 'first' | 'up' | 'down'

/** The order that typed numbers stand for. Numbers that nobody typed are closed up: 1, 4, 7 say the same as 1, 2, 3. */
export function ranksFrom(numbers: readonly (readonly [option: string, number: number])[]): {
	ranks: string[][]
	/** Numbers left out on the way to the largest. */
	gaps: number[]
} {
	const places = [...new Set(numbers.map(([, number]) => number))].sort((a, b) => a - b)
	const largest = places.at(-1) ?? 0
	return {
		ranks: places.map((place) => numbers.filter(([, number]) => number === place).map(([option]) => option)),
		gaps: Array.from({ length: largest }, (_, at) => at + 1).filter((place) => !places.includes(place)),
	}
}

/**
 * One option, one step. Up leaves whoever was level behind, or passes the one before; what had no place takes the last.
 * Down is the same the other way round, and from the last place leads out of the order.
 */
export function move(ranks: Ranks, option: string, how: Move): string[][] {
	const from = ranks.findIndex((rank) => rank.includes(option))
	const isAlone = from >= 0 && ranks[from]!.length === 1
	const others = ranks.map((rank) => rank.filter((id) => id !== option)).filter((rank) => rank.length > 0)
	const to = placeAfter(how, { from, isAlone, last: others.length })
	if (to === null) return others
	return [...others.slice(0, to), [option], ...others.slice(to)]
}

/** Before which of the others; null for nowhere. */
function placeAfter(how: Move, { from, isAlone, last }: { from: number; isAlone: boolean; last: number }) {
	if (how === 'first') return 0
	if (from < 0) return how === 'up' ? last : null
	if (how === 'up') return isAlone ? Math.max(0, from - 1) : from
	if (!isAlone) return from + 1
	return from === last ? null : from + 1
}
