import type { Ballot, Elector, VoiceResult } from './decision.ts'
import { fewestShown } from './small-numbers.ts'

/** An earlier secret vote about the same words, with what it showed. */
export interface EarlierVote {
	electors: readonly Elector[]
	byVoice: readonly VoiceResult[]
	/** How many its published totals are of; null where only its outcome was published. */
	voted: number | null
}

/** More are not added up: every three of this many are tried, and the latest tell most. */
const mostCompared = 20
const mostTogether = 3

/** A number of ballots, and who could cast them: who did is not known here. */
interface Group {
	people: ReadonlySet<string>
	voted: number
}

/** A published count. Of a total it is known how many of which voices it is of, as far as these were shown. */
interface Count extends Group {
	groups: readonly Group[]
}

/**
 * Voices to hide because of what earlier votes showed of almost the same people: where a count of this voice, less or plus
 * up to three earlier counts (of a voice that was shown, or of everybody asked, which is published), could be the
 * answers of one to four people (product.md, rule 10). It takes people to answer alike each time. Only what was published
 * can be taken away: not a vote that nobody answered, nor one that kept its outcome alone. A voice whose count follows from
 * earlier ones by itself, because the same people all answered each time, gives nobody away: what it would tell was told.
 */
export function overlapping(
	electors: readonly Elector[],
	ballots: readonly Pick<Ballot, 'voiceId'>[],
	earlier: readonly EarlierVote[],
): ReadonlySet<string> {
	const known = earlier.flatMap(shownBy)
	const latest = unlike(known).slice(-mostCompared)
	const voices = [...new Set(electors.map(({ voiceId }) => voiceId))]
	return new Set(
		voices.filter((voiceId) => {
			const voted = ballots.filter((ballot) => ballot.voiceId === voiceId).length
			const voice = { people: peopleOf([voiceId], electors), voted }
			return tells(voice, latest) ?? known.some((count) => mayDifferByFew(voice, count))
		}),
	)
}

function shownBy({ electors, byVoice, voted }: EarlierVote): Count[] {
	if (!voted) return []
	const shown = byVoice.flatMap(({ voiceId, voted, tally }) =>
		tally ? [{ people: peopleOf([voiceId], electors), voted: voted ?? sumOf(Object.values(tally)) }] : [],
	)
	const hidden = byVoice.filter(({ tally }) => tally === null).map(({ voiceId }) => voiceId)
	const rest = { people: peopleOf(hidden, electors), voted: voted - sumOf(shown.map(({ voted }) => voted)) }
	const groups = [...shown, rest].filter(({ people, voted }) => people.size > 0 && voted > 0)
	const all = { people: new Set(electors.map(({ memberId }) => memberId)), voted, groups }
	return [...groups.map((group) => ({ ...group, groups: [group] })), all]
}

function unlike(counts: readonly Count[]): Count[] {
	return [...new Map(counts.map((count) => [`${count.voted} of ${[...count.people].sort().join()}`, count])).values()]
}

function peopleOf(voiceIds: readonly string[], electors: readonly Elector[]): ReadonlySet<string> {
	return new Set(electors.filter(({ voiceId }) => voiceIds.includes(voiceId)).map(({ memberId }) => memberId))
}

/** Whether sums of earlier counts tell; null where they leave it open. */
function tells(voice: Group, known: readonly Count[]): boolean | null {
	const cells = cellsOf(voice, known)
	const sums = [...combinations(known.length)].map((together) => {
		const counts = together.map(([at]) => known[at]!)
		return {
			people: leftOver(cells, together),
			voted: Math.abs(together.reduce((sum, [at, sign]) => sum + sign * known[at]!.voted, voice.voted)),
			allVoted: [voice, ...counts].every(({ people, voted }) => people.size === voted),
		}
	})
	if (sums.some(({ people, allVoted }) => people === 0 && allVoted)) return false
	return sums.some(({ people, voted }) => (people === 0 ? voted : people) < fewestShown) || null
}

/**
 * Could the two counts be the same but for the answers of one to four people? Who took part is not known, so every way is
 * thought of that fits who was asked and how many took part.
 */
function mayDifferByFew(voice: Group, { voted, groups }: Count): boolean {
	const inBoth = groups.map(({ people, voted }) => {
		const askedAgain = [...people].filter((person) => voice.people.has(person)).length
		return { most: Math.min(voted, askedAgain), fewest: Math.max(0, voted - people.size + askedAgain) }
	})
	const most = Math.min(voice.voted, sumOf(inBoth.map(({ most }) => most)))
	const fewest = Math.max(0, sumOf(inBoth.map(({ fewest }) => fewest)) + voice.voted - voice.people.size)
	const apart = voice.voted + voted - 2 * most
	return apart === 0 ? most > fewest : apart < fewestShown
}

function sumOf(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0)
}

interface Cell {
	size: number
	/** Whether these people are in the voice now, and in each of the earlier counts. */
	isNow: boolean
	wasIn: readonly boolean[]
}

/** People who were in exactly the same counts cannot be told apart by any sum of them. */
function cellsOf(voice: Group, known: readonly Group[]): Cell[] {
	const cells = new Map<string, Cell>()
	for (const person of new Set([voice, ...known].flatMap(({ people }) => [...people]))) {
		const wasIn = known.map(({ people }) => people.has(person))
		const isNow = voice.people.has(person)
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
