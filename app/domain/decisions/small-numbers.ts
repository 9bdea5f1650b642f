import type { Tally } from './decision.ts'

/** A voice with fewer answers than this is not shown by itself (product.md, rule 10). */
export const fewestShown = 5

export interface VoiceCount {
	voiceId: string
	electors: number
	tally: Tally
}

export type ShownVoiceCount = Omit<VoiceCount, 'tally'> & { tally: Tally | null }

const choices = ['for', 'against', 'abstain'] as const

/**
 * Hides whole voices (`tally: null`) so that nobody's secret answer can be read off or worked out. Hidden are: a voice
 * with fewer than five answers; a voice that all answered alike, because then everyone's answer is known; and as many
 * more, smallest first, as it takes until no number of a hidden voice follows by subtraction from the totals and the
 * voices shown, even for somebody who knows how many in each voice voted. What the totals alone give away cannot be
 * hidden here: a vote all of one mind is known to be that.
 */
export function hideSmallNumbers(counts: readonly VoiceCount[]): ShownVoiceCount[] {
	const hidden = new Set(counts.filter(({ tally }) => sizeOf(tally) > 0 && isTelling(tally)))
	const bySize = [...counts].sort((a, b) => sizeOf(a.tally) - sizeOf(b.tally) || (a.voiceId < b.voiceId ? -1 : 1))
	while (someFollows(hidden, counts)) {
		const next = bySize.find((count) => !hidden.has(count) && sizeOf(count.tally) > 0)
		if (!next) break
		hidden.add(next)
	}
	return counts.map((count) =>
		hidden.has(count) || (hidden.size > 0 && sizeOf(count.tally) === 0) ? { ...count, tally: null } : { ...count },
	)
}

function isTelling(tally: Tally) {
	const size = sizeOf(tally)
	return size < fewestShown || choices.some((choice) => tally[choice] === size)
}

/** Is some number of a hidden voice certain, that would not be certain from the totals alone? */
function someFollows(hidden: ReadonlySet<VoiceCount>, all: readonly VoiceCount[]): boolean {
	return [...hidden].some(({ tally }) =>
		choices.some((choice) => isCertain(tally, choice, [...hidden]) && !isCertain(tally, choice, all)),
	)
}

/**
 * In a table of which only the sums are known, a cell lies between max(0, row + column - all) and min(row, column), and
 * every whole number between is possible (Fréchet bounds; they are exact for two-way tables).
 */
function isCertain(row: Tally, choice: keyof Tally, table: readonly VoiceCount[]): boolean {
	const inRow = sizeOf(row)
	const inColumn = table.reduce((sum, { tally }) => sum + tally[choice], 0)
	const inAll = table.reduce((sum, { tally }) => sum + sizeOf(tally), 0)
	return Math.max(0, inRow + inColumn - inAll) === Math.min(inRow, inColumn)
}

function sizeOf(tally: Tally): number {
	return choices.reduce((sum, choice) => sum + tally[choice], 0)
}
