import { amountOf } from '../../domain/decisions/methods/exact.ts'
import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import type { IrvRound, StvRound } from '../../domain/decisions/methods/rounds.ts'
import { numberWords } from './amount-words.ts'
import { listWords, mostNamed, namesOf, quoted } from './option-names.ts'
import { settledBy } from './tie-words.ts'
import { type ChosenBy, chosenWord } from './told.ts'

export type IrvTold = ChosenBy<CountBy<'irv'>>
export type StvTold = ChosenBy<CountBy<'scottish-stv'>>
export type SchulzeTold = ChosenBy<CountBy<'schulze'>>

const nobodyRanked = 'Nobody put any of them in order.'

export function irvWhy(told: IrvTold): string[] {
	const { count, options } = told
	const [winner] = count.winners
	const [first, last] = [count.rounds[0], count.rounds.at(-1)]
	if (winner === undefined || !first || !last) return [nobodyRanked]
	if (first === last)
		return [
			`People put the options in order. ${quoted(options, winner)} was the first choice on ${last.votes[winner]} of the ${inPlay(last)} votes: more than half.`,
		]
	return [
		'People put the options in order. None had more than half of the first choices.',
		'So the one with fewest dropped out, and each of its votes moved to its next choice, and so on until one had more than half.',
		droppedWords(told),
		atTheEnd(told, winner),
	].filter((words) => words !== '')
}

function inPlay({ votes }: IrvRound): number {
	return Object.values(votes).reduce((sum, one) => sum + one, 0)
}

/** "“Night sitting” dropped out first, then “Lunch club”." */
function droppedWords({ count, options }: IrvTold): string {
	const [first, ...then] = count.rounds.flatMap(({ excluded }) =>
		excluded === null ? [] : [quoted(options, excluded)],
	)
	if (first === undefined || then.length >= mostNamed) return ''
	return then.length === 0 ? `${first} dropped out.` : `${first} dropped out first, then ${then.join(', then ')}.`
}

function atTheEnd(told: IrvTold, winner: string): string {
	const { count, options } = told
	const last = count.rounds.at(-1)!
	const two = levelTwo(told)
	if (two) {
		const fell = count.ties.find(({ round }) => round === count.rounds.length - 1)
		return `In round ${count.rounds.length - 1} only ${namesOf(options, [winner, two.other])} were left, level with ${two.votes} each. ${quoted(options, two.other)} dropped out${fell ? `, ${settledBy[fell.decidedBy](fell.kind)}` : ''}.`
	}
	const { exhausted } = last
	const lost =
		exhausted === 0
			? ''
			: ` ${exhausted === 1 ? 'One ballot' : `${exhausted} ballots`} had no choice left by then, and counted for nobody.`
	return `In round ${count.rounds.length} ${quoted(options, winner)} had ${last.votes[winner]} of the ${inPlay(last)} votes still counting: more than half.${lost}`
}

/** Who was level with the winner when no others were left; then the last round has the winner alone, and says nothing. */
function levelTwo({ count }: IrvTold): { other: string; votes: number } | null {
	const [before, last] = count.rounds.slice(-2)
	if (!before?.excluded || !last || Object.keys(last.votes).length > 1) return null
	return { other: before.excluded, votes: before.votes[before.excluded] ?? 0 }
}

export function irvMissed(told: IrvTold): string[] {
	const { count, options } = told
	const last = count.rounds.at(-1)
	const [winner] = count.winners
	if (!last || winner === undefined) return []
	const two = levelTwo(told)
	if (two)
		return [
			`${quoted(options, two.other)} was level with ${quoted(options, winner)} when only these two were left, with ${two.votes} votes each.`,
		]
	const others = Object.entries(last.votes).filter(([id]) => id !== winner)
	const most = Math.max(...others.map(([, votes]) => votes))
	const second = others.filter(([, votes]) => votes === most).map(([id]) => id)
	if (second.length === 0 || most === 0) return []
	const came = second.length === 1 ? 'came second' : 'came second together'
	const where = count.rounds.length === 1 ? '' : ' in the last round'
	return [`${namesOf(options, second)} ${came}${where}, with ${most} to ${last.votes[winner]}.`]
}

/** What the last row of the table of rounds is, where it is not empty. */
export function irvRestWords({ count }: IrvTold): string[] {
	return (count.rounds.at(-1)?.exhausted ?? 0) > 0
		? ['“No choice left” are ballots on which every choice had dropped out. From then on they count for nobody.']
		: []
}

export function stvWhy(told: StvTold): string[] {
	const { count, options, rules } = told
	const seats = rules.seats ?? 1
	if (count.rounds.length === 0) return [nobodyRanked]
	const last = count.rounds.flatMap(({ byLastVacancies, votes }) =>
		byLastVacancies.map((id) => ({ id, votes: votes[id]! })),
	)
	const empty = seats - count.winners.length
	return [
		`People put the options in order, and ${seats} could be chosen. ${count.quota} votes are enough to be sure of a place: no more than ${seats} can have that many.`,
		'Votes that a winner did not need, and votes for those who could not win, moved to the next choice on each ballot. So nearly every vote helps somebody.',
		whenWords(told),
		last.length > 0
			? `${namesOf(
					options,
					last.map(({ id }) => id),
				)} took ${last.length === count.winners.length ? 'the places' : last.length === 1 ? 'the last place' : 'the last places'}, with ${manyVotes(last.map(({ votes }) => votes))}, because nobody else was left.`
			: '',
		empty > 0 ? `${empty} of the places ${empty === 1 ? 'stays' : 'stay'} empty: there was nobody else to choose.` : '',
	].filter((words) => words !== '')
}

/** "“Weekend breaks” had enough in round 1, with 5 votes; “Night sitting” in round 3, with 4.20 votes." */
function whenWords({ count, options }: StvTold): string {
	const came = count.rounds.flatMap(({ elected, byLastVacancies, votes }, at) => {
		const enough = elected.filter((id) => !byLastVacancies.includes(id))
		if (enough.length === 0) return []
		return [{ names: namesOf(options, enough), round: at + 1, votes: manyVotes(enough.map((id) => votes[id]!)) }]
	})
	return came.length === 0
		? ''
		: `${came.map(({ names, round, votes }, at) => `${names}${at === 0 ? ' had enough' : ''} in round ${round}, with ${votes}`).join('; ')}.`
}

/** Those still in when the places were filled, or else the last to drop out, were nearest. */
export function stvMissed({ count, options }: StvTold): string[] {
	const out = count.rounds.flatMap(({ action, candidate }) => (action === 'exclude' ? [candidate] : []))
	const votes = count.rounds.at(-1)?.votes ?? {}
	const still = options.map(({ id }) => id).filter((id) => !count.winners.includes(id) && !out.includes(id))
	const most = still.reduce<string>((best, id) => (isMore(votes[id] ?? '0', best) ? votes[id]! : best), '0')
	if (isMore(most, '0')) {
		const nearest = still.filter((id) => votes[id] === most)
		return [
			`${namesOf(options, nearest)} came nearest of the others, with ${votesWords(most)}${nearest.length > 1 ? ' each' : ''} at the end.`,
		]
	}
	const at = count.rounds.findLastIndex(({ action }) => action === 'exclude')
	const candidate = count.rounds[at]?.candidate
	if (!candidate) return []
	const had = count.rounds[at - 1]?.votes[candidate] ?? '0'
	const tie = count.ties.find(({ kind, round }) => kind === 'exclude' && round === at + 1)
	const others = tie?.among.filter((id) => id !== candidate) ?? []
	const level =
		tie && others.length > 0
			? ` It was level with ${namesOf(options, others)}, and went ${settledBy[tie.decidedBy](tie.kind)}.`
			: ''
	return [`${quoted(options, candidate)} was the last to drop out, with ${votesWords(had)}.${level}`]
}

function isMore(a: string, b: string): boolean {
	const [x, y] = [amountOf(a), amountOf(b)]
	return x.n * y.d > y.n * x.d
}

/** "1.60 and 0 votes" */
function manyVotes(votes: readonly string[]): string {
	const [last = '0', ...others] = [...votes].reverse()
	if (others.length > 0 && others.every((one) => one === last)) return `${votesWords(last)} each`
	return listWords([...others.reverse().map(numberWords), votesWords(last)])
}

/** Where votes come in parts, and where some moved to nobody: what that is. */
export function stvRestWords({ count: { rounds } }: StvTold): string[] {
	const isParted = rounds.some(({ action }) => action === 'surplus')
	const isLost = isMore(rounds.at(-1)?.nonTransferable ?? '0', '0')
	return [
		...(isParted
			? ['Parts of a vote come from winners: what they did not need moved on, shared among all their ballots.']
			: []),
		...(isLost
			? ['“Moved to nobody” are votes with no further choice on their ballot, and what was cut off in rounding.']
			: []),
	]
}

function votesWords(text: string): string {
	const number = numberWords(text)
	return `${number} ${number === '1' ? 'vote' : 'votes'}`
}

/** What happened in one round, in a sentence or two. */
export function stvRoundWords(told: StvTold, round: StvRound): string {
	const { action, candidate, surplus = '0', elected } = round
	const name = candidate === null ? '' : quoted(told.options, candidate)
	const did = {
		first: () => 'First choices were counted.',
		surplus: () =>
			`${name} had ${votesWords(surplus)} more than needed, so that much moved on: each of its ballots went to its next choice, worth ${worthWords(told, round)} of what it was before.`,
		exclude: () => `${name} had fewest and dropped out. Its votes moved to their next choices.`,
	}[action]()
	return elected.length > 0 ? `${did} Now ${chosenWord(told)}: ${namesOf(told.options, elected)}.` : did
}

/** "0.20": the part of each ballot that its winner did not need. */
function worthWords({ count: { rounds } }: StvTold, round: StvRound): string {
	const { candidate, surplus = '0' } = round
	const had = amountOf((candidate && rounds[rounds.indexOf(round) - 1]?.votes[candidate]) || '1')
	const over = amountOf(surplus)
	const [n, d] = [over.n * had.d, over.d * had.n]
	return `${(n * 100n) % d === 0n ? '' : 'about '}${numberWords(`${n}/${d}`)}`
}

export function schulzeWhy(told: SchulzeTold): string[] {
	const {
		count: { winners, condorcetWinner },
		options,
	} = told
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
	return [begin, `${circle} ${path} ${end}`, ...(winners.length === 1 ? chainsWords(told, winners[0]!) : [])]
}

/** The chain from the winner to each that more people, or as many, put above it. */
function chainsWords({ count: { rounds }, options }: SchulzeTold, winner: string): string[] {
	const { pairwise = {}, strongestPaths = {} } = rounds[0] ?? {}
	const over = (a: string, b: string) => pairwise[a]?.[b] ?? 0
	const name = (id: string) => quoted(options, id)
	return options.flatMap(({ id }) => {
		const [own, theirs] = [over(id, winner), over(winner, id)]
		if (id === winner || own < theirs) return []
		const [there, back] = [strongestPaths[winner]?.[id] ?? 0, strongestPaths[id]?.[winner] ?? 0]
		const chain = chainFrom(
			winner,
			id,
			(a, b) => over(a, b) > over(b, a) && over(a, b) >= there,
			options.map(({ id }) => id),
		)
		const links = chain
			.slice(1)
			.map((to, at) => `${name(chain[at]!)} above ${name(to)} (${over(chain[at]!, to)} to ${over(to, chain[at]!)})`)
		const direct =
			own === theirs
				? `Between ${name(winner)} and ${name(id)} alone it was level, ${own} each.`
				: `Of these two alone, more people put ${name(id)} above ${name(winner)}: ${own} to ${theirs}.`
		const weakest = `The weakest link of that chain is ${there}.`
		return [
			`${direct} But a chain leads the other way: ${listWords(links)}. ${weakest} ${back === 0 ? 'No chain leads back.' : `Every chain back has a weaker link: ${back} at most.`}`,
		]
	})
}

/** The shortest way from one to the other, by links that are strong enough. */
function chainFrom(
	from: string,
	to: string,
	isLink: (a: string, b: string) => boolean,
	ids: readonly string[],
): string[] {
	const ways = [[from]]
	for (const way of ways) {
		const end = way.at(-1)!
		if (end === to) return way
		for (const id of ids) if (isLink(end, id) && !ways.some((other) => other.includes(id))) ways.push([...way, id])
	}
	return []
}

/** Who was nearest to the winner, one against the other. */
export function schulzeMissed({ count: { winners, rounds }, options }: SchulzeTold): string[] {
	const [winner, ...level] = winners
	const pairwise = rounds[0]?.pairwise
	if (winner === undefined || level.length > 0 || !pairwise) return []
	const others = options.flatMap(({ id }) => {
		const [own, theirs] = [pairwise[id]?.[winner], pairwise[winner]?.[id]]
		return id === winner || own === undefined || theirs === undefined ? [] : [{ id, own, theirs }]
	})
	const least = Math.min(...others.map(({ own, theirs }) => theirs - own))
	return others
		.filter(({ own, theirs }) => own > 0 && theirs - own === least)
		.slice(0, mostNamed)
		.map(
			({ id, own, theirs }) =>
				`${quoted(options, id)} came nearest to ${quoted(options, winner)}: ${own} put it higher, ${theirs} lower.${own < theirs ? '' : ' The chains put it behind all the same.'}`,
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
