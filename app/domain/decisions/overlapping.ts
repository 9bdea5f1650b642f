import type { Elector, VoiceResult } from './decision.ts'
import { fewestShown } from './small-numbers.ts'

/** An earlier secret vote about the same words, with what it showed. */
export interface EarlierVote {
	electors: readonly Elector[]
	byVoice: readonly VoiceResult[]
}

/** More are not added up: every three of this many are tried, and the latest tell most. */
const mostCompared = 20
const mostTogether = 3

/**
 * Voices to hide because of what earlier votes showed of almost the same people: where a count of this voice, less or plus
 * up to three earlier counts (of a voice that was shown, or of everybody asked, which is always published), would be the
 * answers of one to four people (product.md, rule 10). It takes people to answer alike each time. A voice whose
 * count follows from earlier ones by itself gives nobody away: what it would tell was told.
 */
export function overlapping(electors: readonly Elector[], earlier: readonly EarlierVote[]): ReadonlySet<string> {
	const known = unlike(earlier.flatMap(shownBy)).slice(-mostCompared)
	const voices = [...new Set(electors.map(({ voiceId }) => voiceId))]
	return new Set(voices.filter((voiceId) => tells(peopleOf(voiceId, electors), known)))
}

function shownBy({ electors, byVoice }: EarlierVote): ReadonlySet<string>[] {
	const voices = byVoice.filter(({ tally }) => tally !== null)
	return [
		...voices.map(({ voiceId }) => peopleOf(voiceId, electors)),
		new Set(electors.map(({ memberId }) => memberId)),
	]
}

function unlike(counts: readonly ReadonlySet<string>[]): ReadonlySet<string>[] {
	return [...new Map(counts.map((people) => [[...people].sort().join(), people])).values()]
}

function peopleOf(voiceId: string, electors: readonly Elector[]): ReadonlySet<string> {
	return new Set(electors.filter((elector) => elector.voiceId === voiceId).map(({ memberId }) => memberId))
}

function tells(voice: ReadonlySet<string>, known: readonly ReadonlySet<string>[]): boolean {
	const cells = cellsOf(voice, known)
	const left = [...combinations(known.length)].map((together) => leftOver(cells, together))
	return !left.includes(0) && left.some((people) => people < fewestShown)
}

interface Cell {
	size: number
	/** Whether these people are in the voice now, and in each of the earlier counts. */
	isNow: boolean
	wasIn: readonly boolean[]
}

/** People who were in exactly the same counts cannot be told apart by any sum of them. */
function cellsOf(voice: ReadonlySet<string>, known: readonly ReadonlySet<string>[]): Cell[] {
	const cells = new Map<string, Cell>()
	for (const person of new Set([voice, ...known].flatMap((people) => [...people]))) {
		const wasIn = known.map((people) => people.has(person))
		const isNow = voice.has(person)
		const key = [isNow, ...wasIn].map(Number).join('')
		cells.set(key, { size: (cells.get(key)?.size ?? 0) + 1, isNow, wasIn })
	}
	return [...cells.values()]
}

/** How many people's answers are left over when these counts are taken away (-1) or added (1). */
function leftOver(cells: readonly Cell[], together: readonly (readonly [at: number, sign: 1 | -1])[]): number {
	let people = 0
	for (const { size, isNow, wasIn } of cells) {
		const times = together.reduce((sum, [at, sign]) => sum + (wasIn[at] ? sign : 0), Number(isNow))
		if (times !== 0) people += size
	}
	return people
}

/** Every one, two or three of them, each taken away or added. */
function* combinations(
	count: number,
	from = 0,
	begun: readonly (readonly [number, 1 | -1])[] = [],
): Generator<readonly (readonly [number, 1 | -1])[]> {
	for (let at = from; at < count; at++)
		for (const sign of [-1, 1] as const) {
			const together = [...begun, [at, sign] as const]
			yield together
			if (together.length < mostTogether) yield* combinations(count, at + 1, together)
		}
}
