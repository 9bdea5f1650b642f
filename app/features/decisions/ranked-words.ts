import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import type { StvRound } from '../../domain/decisions/methods/rounds.ts'
import { numberWords } from './amount-words.ts'
import { namesOf, quoted } from './option-names.ts'
import { type ChosenBy, chosenWord } from './told.ts'

export type IrvTold = ChosenBy<CountBy<'irv'>>
export type StvTold = ChosenBy<CountBy<'scottish-stv'>>
export type SchulzeTold = ChosenBy<CountBy<'schulze'>>

const nobodyRanked = 'Nobody put any of them in order.'

export function irvWhy({ count, options }: IrvTold): string[] {
	const [winner] = count.winners
	const last = count.rounds.at(-1)
	if (winner === undefined || !last) return [nobodyRanked]
	const inPlay = Object.values(last.votes).reduce((sum, votes) => sum + votes, 0)
	const has = `${last.votes[winner]} of the ${inPlay} votes`
	if (count.rounds.length === 1)
		return [
			`People put the options in order. ${quoted(options, winner)} was the first choice on ${has}: more than half.`,
		]
	return [
		'People put the options in order. None had more than half of the first choices.',
		'So the one with fewest dropped out, and each of those votes moved to its next choice. This was done again until one had more than half.',
		`In round ${count.rounds.length} ${quoted(options, winner)} had ${has} still counting: more than half.`,
	]
}

export function irvMissed({ count, options }: IrvTold): string[] {
	const last = count.rounds.at(-1)
	const [winner] = count.winners
	if (!last || winner === undefined) return []
	const others = Object.entries(last.votes).filter(([id]) => id !== winner)
	const most = Math.max(...others.map(([, votes]) => votes))
	const second = others.filter(([, votes]) => votes === most).map(([id]) => id)
	if (second.length === 0 || most === 0) return []
	const came = second.length === 1 ? 'came second' : 'came second together'
	return [`${namesOf(options, second)} ${came} in the last round, with ${most} to ${last.votes[winner]}.`]
}

export function stvWhy(told: StvTold): string[] {
	const { count, options, rules } = told
	const seats = rules.seats ?? 1
	if (count.rounds.length === 0) return [nobodyRanked]
	const last = count.rounds.flatMap(({ byLastVacancies }) => byLastVacancies)
	const empty = seats - count.winners.length
	return [
		`People put the options in order, and ${seats} could be chosen. ${count.quota} votes are enough to be sure of a place: no more than ${seats} can have that many.`,
		'Votes that a winner did not need, and votes for those who could not win, moved to the next choice on each ballot. So nearly every vote helps somebody.',
		whenWords(told),
		last.length > 0
			? `${namesOf(options, last)} took the last ${last.length === 1 ? 'place' : 'places'}, because nobody else was left.`
			: '',
		empty > 0 ? `${empty} of the places ${empty === 1 ? 'stays' : 'stay'} empty: there was nobody else to choose.` : '',
	].filter((words) => words !== '')
}

/** "“Weekend breaks” had enough in round 1, “Night sitting” in round 3." */
function whenWords({ count, options }: StvTold): string {
	const came = count.rounds.flatMap(({ elected, byLastVacancies }, at) => {
		const enough = elected.filter((id) => !byLastVacancies.includes(id))
		return enough.length > 0 ? [{ names: namesOf(options, enough), round: at + 1 }] : []
	})
	return came.length === 0
		? ''
		: `${came.map(({ names, round }, at) => `${names}${at === 0 ? ' had enough' : ''} in round ${round}`).join(', ')}.`
}

export function stvMissed({ count, options }: StvTold): string[] {
	const at = count.rounds.findLastIndex(({ action }) => action === 'exclude')
	const candidate = count.rounds[at]?.candidate
	if (!candidate) return []
	const had = count.rounds[at - 1]?.votes[candidate] ?? '0'
	return [`${quoted(options, candidate)} was the last to drop out, with ${votesWords(had)}.`]
}

function votesWords(text: string): string {
	const number = numberWords(text)
	return `${number} ${number === '1' ? 'vote' : 'votes'}`
}

/** What happened in one round, in a sentence or two. */
export function stvRoundWords(told: StvTold, { action, candidate, surplus, elected }: StvRound): string {
	const name = candidate === null ? '' : quoted(told.options, candidate)
	const did = {
		first: 'First choices were counted.',
		surplus: `${name} had ${votesWords(surplus ?? '0')} more than needed. Each of its ballots moved on, worth that much less.`,
		exclude: `${name} had fewest and dropped out. Its votes moved to their next choices.`,
	}[action]
	return elected.length > 0 ? `${did} Now ${chosenWord(told)}: ${namesOf(told.options, elected)}.` : did
}

export function schulzeWhy({ count: { winners, condorcetWinner }, options }: SchulzeTold): string[] {
	const begin =
		'People put the options in order, and every two were compared: which of them did more people put higher?'
	if (winners.length === 0) return [begin, nobodyRanked]
	if (condorcetWinner)
		return [begin, `Against each of the others, more people put ${quoted(options, condorcetWinner)} higher.`]
	const circle = 'No one option beats every other: the comparisons go round in a circle, or are level.'
	const path =
		'So wins are followed from one option to the next, like the links of a chain. A chain is as strong as its weakest link, and the option with the stronger chain comes first.'
	const end =
		winners.length === 1
			? `By that ${quoted(options, winners[0]!)} comes first.`
			: `Even so, ${namesOf(options, winners)} stay level. The rule does not choose between them.`
	return [begin, `${circle} ${path} ${end}`]
}

/** Who lost to the winner by least, one against the other. */
export function schulzeMissed({ count: { winners, rounds }, options }: SchulzeTold): string[] {
	const [winner, ...level] = winners
	const pairwise = rounds[0]?.pairwise
	if (winner === undefined || level.length > 0 || !pairwise) return []
	const lost = options.flatMap(({ id }) => {
		const [own, theirs] = [pairwise[id]?.[winner], pairwise[winner]?.[id]]
		return own === undefined || theirs === undefined || own >= theirs ? [] : [{ id, own, theirs }]
	})
	const least = Math.min(...lost.map(({ own, theirs }) => theirs - own))
	return lost
		.filter(({ own, theirs }) => theirs - own === least)
		.slice(0, 1)
		.map(
			({ id, own, theirs }) =>
				`${quoted(options, id)} came nearest to ${quoted(options, winner)}: ${own} put it higher, ${theirs} lower.`,
		)
}

/** For a minute: "Round 1: Weekend breaks 2, Night sitting 1; no choice left 0". Those that are out are not named again. */
export function irvLines({ count, options }: IrvTold): string[] {
	return count.rounds.map(({ votes, exhausted }, at) => {
		const has = options.flatMap(({ id, name }) => (votes[id] === undefined ? [] : [`${name} ${votes[id]}`]))
		return `Round ${at + 1}: ${has.join(', ')}; no choice left ${exhausted}`
	})
}

export function stvLines(told: StvTold): string[] {
	const { count, options } = told
	const out = new Set<string>()
	return count.rounds.map((round, at) => {
		if (round.action === 'exclude' && round.candidate !== null) out.add(round.candidate)
		const still = options.filter(({ id }) => !out.has(id))
		const has = still.map(({ id, name }) => `${name} ${numberWords(round.votes[id] ?? '0')}`)
		const rest = `moved to nobody ${numberWords(round.nonTransferable)}`
		return `Round ${at + 1}: ${has.join(', ')}; ${rest}. ${stvRoundWords(told, round)}`
	})
}

/** "Weekend breaks above Night sitting: 4; the other way round: 1" */
export function schulzeLines({ count, options }: SchulzeTold): string[] {
	const pairwise = count.rounds[0]?.pairwise ?? {}
	return options.flatMap((a, at) =>
		options
			.slice(at + 1)
			.map(
				(b) =>
					`${a.name} above ${b.name}: ${pairwise[a.id]?.[b.id] ?? 0}; the other way round: ${pairwise[b.id]?.[a.id] ?? 0}`,
			),
	)
}
