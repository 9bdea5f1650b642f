import type { Counts, VoiceResult } from './decision.ts'

/** A voice with fewer answers than this is not shown by itself (product.md, rule 10). */
export const fewestShown = 5

/**
 * Where a ballot names several things, or puts them in order, and is published without its voice, the numbers of a voice and the
 * ballots together tell which ballots are likely to be that voice's: with one to nine ballots often for sure. From ten on a voice
 * may stand beside each (decisions.md, C).
 */
export const fewestNaming = 10

export interface VoiceCount {
	voiceId: string
	electors: number
	/** How many took part. */
	voted: number
	tally: Counts
}

/** How the answers of each voice fall apart: every answer of a voice is in exactly one cell of its row. */
type Table = readonly { voiceId: string; cells: readonly number[] }[]

/**
 * Hides whole voices (`tally: null`) so that nobody's secret answer can be read off or worked out, where every ballot gives
 * exactly one answer. Hidden are: a voice with fewer than five answers; a voice that all answered alike, because then
 * everyone's answer is known; and as many more, smallest first, as it takes until the hidden ones together have five answers and
 * no number of them follows by subtraction from the totals and the voices shown, even for somebody who knows how many in each voice voted. What the
 * totals alone give away cannot be hidden here: a vote all of one mind is known to be that. `also` are voices to hide
 * whatever their size.
 */
export function hideSmallNumbers(counts: readonly VoiceCount[], also: ReadonlySet<string> = none): VoiceResult[] {
	return shownOf(counts, hiddenVoices([tableOf(counts)], also, fewestShown))
}

/** The same from ten ballots on, where a ballot puts options in order: of each only its first preference is counted here. */
export function hideSmallRankings(counts: readonly VoiceCount[], also: ReadonlySet<string> = none): VoiceResult[] {
	return shownOf(counts, hiddenVoices([tableOf(counts)], also, fewestNaming))
}

/** The same from ten ballots on, where a ballot may name many options: each divides a voice into those who named it and those who did not. */
export function hideSmallNamings(counts: readonly VoiceCount[], also: ReadonlySet<string> = none): VoiceResult[] {
	const options = [...new Set(counts.flatMap(({ tally }) => Object.keys(tally)))]
	const tables = options.map((option) =>
		counts.map(({ voiceId, voted, tally }) => ({
			voiceId,
			cells: [tally[option] ?? 0, voted - (tally[option] ?? 0)],
		})),
	)
	return shownOf(counts, hiddenVoices(tables, also, fewestNaming))
}

const none: ReadonlySet<string> = new Set()

function tableOf(counts: readonly VoiceCount[]): Table {
	return counts.map(({ voiceId, tally }) => ({ voiceId, cells: Object.values(tally) }))
}

function shownOf(counts: readonly VoiceCount[], hidden: ReadonlySet<string>): VoiceResult[] {
	return counts.map((count) =>
		hidden.has(count.voiceId) || (hidden.size > 0 && count.voted === 0)
			? { voiceId: count.voiceId, electors: count.electors, voted: null, tally: null }
			: { ...count },
	)
}

function hiddenVoices(tables: readonly Table[], also: ReadonlySet<string>, fewest: number): ReadonlySet<string> {
	const sizes = new Map(tables[0]?.map(({ voiceId, cells }) => [voiceId, sum(cells)]))
	const hidden = new Set([...also].filter((voiceId) => (sizes.get(voiceId) ?? 0) > 0))
	for (const table of tables)
		for (const { voiceId, cells } of table) if (sum(cells) > 0 && isTelling(cells, fewest)) hidden.add(voiceId)
	const bySize = [...sizes].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
	const isSmall = () => hidden.size > 0 && sum([...hidden].map((voiceId) => sizes.get(voiceId)!)) < fewest
	while (isSmall() || tables.some((table) => someFollows(hidden, table))) {
		const next = bySize.find(([voiceId, size]) => size > 0 && !hidden.has(voiceId))
		if (!next) break
		hidden.add(next[0])
	}
	return hidden
}

function isTelling(cells: readonly number[], fewest: number) {
	const size = sum(cells)
	return size < fewest || cells.some((cell) => cell === size)
}

/** Is some number of a hidden voice certain, that would not be certain from the totals alone? */
function someFollows(hidden: ReadonlySet<string>, all: Table): boolean {
	const rows = all.filter(({ voiceId }) => hidden.has(voiceId))
	return rows.some(({ cells }) =>
		cells.some((_, column) => isCertain(cells, column, rows) && !isCertain(cells, column, all)),
	)
}

/**
 * In a table of which only the sums are known, a cell lies between max(0, row + column - all) and min(row, column), and
 * every whole number between is possible (Fréchet bounds; they are exact for two-way tables).
 */
function isCertain(row: readonly number[], column: number, table: Table): boolean {
	const inRow = sum(row)
	const inColumn = table.reduce((total, { cells }) => total + (cells[column] ?? 0), 0)
	const inAll = table.reduce((total, { cells }) => total + sum(cells), 0)
	return Math.max(0, inRow + inColumn - inAll) === Math.min(inRow, inColumn)
}

function sum(cells: readonly number[]): number {
	return cells.reduce((total, cell) => total + cell, 0)
}
