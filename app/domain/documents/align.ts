import { type Block, plainText } from './content.ts'

/**
 * One step from some blocks to others: `from` and `to` say a block is kept, perhaps with other words in it; without
 * `to` it is removed; without `from` it is new and comes after block `after` (-1: at the beginning).
 */
export type Step = { from: number; to: number } | { from: number; to: null } | { from: null; to: number; after: number }

const mostCompared = 250_000

/**
 * Which block became which. Equal blocks belong together, then blocks of one type by how many words they share, so
 * that a paragraph that was corrected is known as the same paragraph.
 */
export function alignBlocks(before: readonly Block[], after: readonly Block[]): Step[] {
	const keys = { before: before.map(key), after: after.map(key) }
	let start = 0
	while (start < before.length && start < after.length && keys.before[start] === keys.after[start]) start++
	let end = 0
	while (
		end < before.length - start &&
		end < after.length - start &&
		keys.before[before.length - 1 - end] === keys.after[after.length - 1 - end]
	) {
		end++
	}
	const middle = pair(before.slice(start, before.length - end), after.slice(start, after.length - end))
	const pairs = [
		...range(start).map((at) => [at, at] as const),
		...middle.map(([from, to]) => [from + start, to + start] as const),
		...range(end).map((at) => [before.length - end + at, after.length - end + at] as const),
	]
	return toSteps(pairs, before.length, after.length)
}

function toSteps(pairs: readonly (readonly [number, number])[], before: number, after: number): Step[] {
	const steps: Step[] = []
	let from = 0
	let to = 0
	for (const [nextFrom, nextTo] of [...pairs, [before, after] as const]) {
		while (from < nextFrom) steps.push({ from: from++, to: null })
		while (to < nextTo) steps.push({ from: null, to: to++, after: from - 1 })
		if (nextFrom < before && nextTo < after) steps.push({ from: from++, to: to++ })
	}
	return steps
}

/** The pairing with the greatest likeness in all, in order (Needleman and Wunsch 1970). */
function pair(before: readonly Block[], after: readonly Block[]): [number, number][] {
	const columns = after.length + 1
	if (before.length * after.length > mostCompared)
		return before
			.slice(0, after.length)
			.flatMap((block, at) => (block.type === after[at]!.type ? [[at, at] as [number, number]] : []))
	const words = { before: before.map(wordsOf), after: after.map(wordsOf) }
	const likeness = (from: number, to: number) =>
		before[from]!.type === after[to]!.type
			? 0.01 + shared(words.before[from]!, words.after[to]!)
			: Number.NEGATIVE_INFINITY
	const best = new Float64Array((before.length + 1) * columns)
	for (let from = before.length - 1; from >= 0; from--) {
		for (let to = after.length - 1; to >= 0; to--) {
			best[from * columns + to] = Math.max(
				best[(from + 1) * columns + to]!,
				best[from * columns + to + 1]!,
				likeness(from, to) + best[(from + 1) * columns + to + 1]!,
			)
		}
	}
	const pairs: [number, number][] = []
	for (let from = 0, to = 0; from < before.length && to < after.length; ) {
		const here = best[from * columns + to]!
		if (here === likeness(from, to) + best[(from + 1) * columns + to + 1]!) pairs.push([from++, to++])
		else if (here === best[(from + 1) * columns + to]!) from++
		else to++
	}
	return pairs
}

/** From 0 to 1: the share of words that both have. */
function shared(one: readonly string[], other: readonly string[]): number {
	const left = new Set(other)
	const both = one.filter((word) => left.delete(word)).length
	return (2 * both) / Math.max(1, one.length + other.length)
}

function wordsOf(block: Block): string[] {
	return plainText([block]).toLowerCase().split(/\s+/)
}

function key(block: Block) {
	return JSON.stringify(block)
}

function range(length: number): number[] {
	return Array.from({ length }, (_, at) => at)
}
