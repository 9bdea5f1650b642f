import { isBudget } from '../../domain/decisions/askable.ts'
import {
	type ConsentResult,
	type ConsentRules,
	type DecisionKind,
	type DecisionPart,
	isChoosing,
	isConsent,
	isMotion,
	type MotionResult,
	type MotionRules,
	type Outcome,
} from '../../domain/decisions/decision.ts'
import { motionOutcome } from '../../domain/decisions/methods/motion.ts'
import {
	amountWords,
	type Chosen,
	type IrvRound,
	type MarksRound,
	moneyLeft,
	nameOf,
	namesOf,
	numberWords,
	type Pairs,
	roundsOf,
	type StvRound,
	sharesOf,
} from './count-facts.ts'
import { outcomeWords } from './decision-words.ts'
import { poundsText } from './money-words.ts'
import { type RuleNames, whyWords } from './motion-words.ts'

type Told = DecisionPart<'kind' | 'method' | 'rules' | 'options' | 'tieOrder' | 'tieSeed' | 'result'>

/** More than these are counted in the headline and listed below it. */
const mostNamed = 4

/** The outcome in one sentence, to be read aloud first. A show of views never sounds as if something had been decided. */
export function resultTitle(told: Told): string {
	const { kind, result } = told
	if (!result) throw new Error('an open vote has no result to tell')
	if (isConsent(told)) return consentTitle(kind, told.result!)
	if (result.outcome !== 'chosen' || !('count' in result)) return outcomeWords(kind, result.outcome)
	const { winners } = result.count
	const many =
		winners.length > mostNamed ? `${winners.length} of the ${told.options.length}` : namesOf(told.options, winners)
	const isViews = kind === 'show-of-views'
	if (told.method === 'schulze' && winners.length > 1) return levelTitle(many, isViews)
	if (isBudget(told.method))
		return isViews ? `People would fund ${many}.` : `${many} ${winners.length === 1 ? 'is' : 'are'} funded.`
	return isViews ? `People prefer ${many}.` : `${many} ${winners.length === 1 ? 'is' : 'are'} chosen.`
}

/** Nothing is chosen of several that the rule cannot tell apart: only the others are out. */
function levelTitle(many: string, isViews: boolean): string {
	return isViews ? `People put ${many} level at the top.` : `${many} come first, level. No one of them is chosen.`
}

function consentTitle(kind: DecisionKind, { outcome, counts, lock }: ConsentResult): string {
	const isViews = kind === 'show-of-views'
	if (outcome === 'agreed') return isViews ? 'Nobody objects.' : 'Agreed: nobody objects.'
	if (outcome !== 'not-agreed') return outcomeWords(kind, outcome)
	if (counts.object === 0 && lock) return outcomeWords(kind, outcome)
	const who = counts.object === 1 ? 'One person objects' : `${counts.object} people object`
	return isViews ? `${who}.` : `Not agreed: ${who.toLowerCase()}.`
}

/** Why the rule gives that, in sentences for somebody who has never heard the rule's name. */
export function resultWhy(told: Told & RuleNames): string[] {
	const { result } = told
	if (!result) return []
	const why = isMotion(told)
		? [whyWords(told.rules, told.result!, told)]
		: isConsent(told)
			? consentWhy(told.rules, told.result!)
			: choosingWhy(told as unknown as Chosen)
	return [...why, ...lockWhy(told.kind, result.lock)]
}

function consentWhy(rules: ConsentRules, { counts }: ConsentResult): string[] {
	const answered = counts.agree + counts.concern + counts.object
	const said = `${counts.agree} agreed, ${counts.concern} can live with it but ${counts.concern === 1 ? 'has' : 'have'} a concern, ${counts.object} objected.`
	const rule = 'One objection is enough to stop it. A concern is written down and stops nothing.'
	const silence = rules.silenceIsConsent
		? `${counts.silent} said nothing, and here silence counts as agreeing.`
		: counts.silent > 0
			? `${counts.silent} said nothing. Silence is not agreement.`
			: ''
	const quorum =
		rules.quorum > 0 && answered < rules.quorum && !rules.silenceIsConsent
			? `At least ${rules.quorum} had to answer and ${answered} did, so nothing was settled either way.`
			: ''
	return [`${said} ${rule}`, ...[silence, quorum].filter((words) => words !== '')]
}

function lockWhy(kind: DecisionKind, lock: readonly { outcome: Outcome }[] | undefined): string[] {
	if (!lock?.length) return []
	const all = lock.every(({ outcome }) => outcome === 'agreed')
	const [inFavour, isSo] = kind === 'show-of-views' ? ['in favour', 'They are'] : ['agree', 'They do']
	const asked =
		kind === 'show-of-views'
			? 'Some voices were also asked by themselves, and each has to be in favour.'
			: 'Some voices were also asked by themselves, and each had to agree.'
	return [
		`${asked} ${all ? `${isSo}.` : `Not all of them ${kind === 'show-of-views' ? `are ${inFavour}` : inFavour}.`}`,
	]
}

function choosingWhy(told: Chosen): string[] {
	const { result, rules } = told
	const took = votedOf(told)
	if (took === 0) return ['Nobody handed in an answer, so there is nothing to count.']
	const why = whyOf[told.method](told)
	if (result.outcome === 'no-quorum')
		return [
			`At least ${rules.quorum} had to take part and ${took} did, so nothing is settled, whatever the count below says.`,
		]
	return why
}

const whyOf: Record<Chosen['method'], (told: Chosen) => string[]> = {
	approval: (told) => marksWhy(told, 'Each person ticked all they support.', ticksOf),
	points: (told) =>
		marksWhy(
			told,
			`Each person had ${told.rules.points ?? 0} points to share out.`,
			(id, round) => `${pointsWords(round.points?.[id] ?? 0)}`,
		),
	score: (told) =>
		marksWhy(
			told,
			told.rules.missing === 'zero'
				? `Each was scored from 0 to ${told.rules.highest ?? 10}; no score counts as 0. The highest total wins.`
				: `Each was scored from 0 to ${told.rules.highest ?? 10}. The highest average of the scores given wins.`,
			scoreOf(told),
		),
	irv: irvWhy,
	'scottish-stv': stvWhy,
	schulze: schulzeWhy,
	greedy: greedyWhy,
	'greedy-no-skip': greedyWhy,
	'equal-shares': sharesWhy,
}

function pointsWords(points: number) {
	return points === 1 ? '1 point' : `${points} points`
}

const ticksOf = (id: string, round: MarksRound) => {
	const ticks = round.votes?.[id] ?? 0
	return ticks === 1 ? '1 tick' : `${ticks} ticks`
}

function scoreOf({ rules }: Chosen) {
	return (id: string, round: MarksRound) =>
		rules.missing === 'zero'
			? `a total of ${round.sum?.[id] ?? 0}`
			: round.mean?.[id]
				? `${numberWords(round.mean[id]!)} on average`
				: 'no score at all'
}

/** Who won with what, and who came next with what. */
function marksWhy(told: Chosen, begin: string, has: (id: string, round: MarksRound) => string): string[] {
	const { result, options } = told
	const [round] = roundsOf<MarksRound>(result.count)
	const { winners } = result.count
	if (winners.length === 0) return [begin, 'Nobody chose any of them.']
	const next = runnersUp(told)[0]
	const last = winners.at(-1)!
	const won =
		winners.length === 1
			? `“${nameOf(options, last)}” had ${has(last, round!)}, the most.`
			: `The ${winners.length} with most are taken. The last of them, “${nameOf(options, last)}”, had ${has(last, round!)}.`
	return [begin, won, ...(next ? [`The next, “${nameOf(options, next)}”, had ${has(next, round!)}.`] : [])]
}

/** Those not chosen that had something, best first, as the method orders them. */
export function runnersUp({ result, rules, tieOrder }: Chosen): string[] {
	const [round] = roundsOf<MarksRound>(result.count)
	if (!round) return []
	const isMean = rules.missing !== 'zero' && round.mean
	const value = (id: string) =>
		isMean ? Number(numberWords(round.mean?.[id] ?? '0')) : ((round.sum ?? round.points ?? round.votes)?.[id] ?? 0)
	const ids = Object.keys(round.given ?? round.votes ?? {})
	return ids
		.filter((id) => !result.count.winners.includes(id) && ((round.given ?? round.votes)![id] ?? 0) > 0)
		.sort((a, b) => value(b) - value(a) || tieOrder.indexOf(a) - tieOrder.indexOf(b))
}

function irvWhy({ result, options }: Chosen): string[] {
	const rounds = roundsOf<IrvRound>(result.count)
	const [winner] = result.count.winners
	const last = rounds.at(-1)
	if (winner === undefined || !last) return ['Nobody put any of them in order.']
	const inPlay = Object.values(last.votes).reduce((sum, votes) => sum + votes, 0)
	const has = `${last.votes[winner]} of the ${inPlay} votes`
	if (rounds.length === 1)
		return [
			`People put the options in order. “${nameOf(options, winner)}” was the first choice on ${has}: more than half.`,
		]
	return [
		'People put the options in order. None had more than half of the first choices.',
		'So the one with fewest dropped out, and each of those votes moved to its next choice. This was done again until one had more than half.',
		`In round ${rounds.length} “${nameOf(options, winner)}” had ${has} still counting: more than half.`,
	]
}

function stvWhy({ result, options, rules }: Chosen): string[] {
	const { winners } = result.count
	const { quota } = result.count as unknown as { quota: number }
	const seats = rules.seats ?? 1
	const rounds = roundsOf<StvRound>(result.count)
	const last = rounds.flatMap(({ byLastVacancies }) => byLastVacancies)
	return [
		`People put the options in order, and ${seats} could be chosen. ${quota} votes are enough to be sure of a place: no more than ${seats} can have that many.`,
		'Votes that a winner did not need, and votes for those who could not win, moved to the next choice on each ballot. So nearly every vote helps somebody.',
		...(last.length > 0
			? [
					`${namesOf(options, last)} took the last ${last.length === 1 ? 'place' : 'places'}, because nobody else was left.`,
				]
			: []),
		...(winners.length < seats
			? [`${seats - winners.length} of the places stayed empty: there was nobody else to choose.`]
			: []),
	]
}

function schulzeWhy({ result, options }: Chosen): string[] {
	const { winners } = result.count
	const { condorcetWinner } = result.count as unknown as Pairs
	const begin =
		'People put the options in order, and every two were compared: which of them did more people put higher?'
	if (winners.length === 0) return [begin, 'Nobody put any of them in order.']
	if (condorcetWinner) return [begin, `“${nameOf(options, condorcetWinner)}” beats every other one by itself.`]
	const circle = 'No one option beats every other: the comparisons go round in a circle, or are level.'
	const path = 'Then a chain of wins counts as strong as its weakest win, and the strongest chain decides.'
	return winners.length === 1
		? [begin, `${circle} ${path} By that “${nameOf(options, winners[0]!)}” comes first.`]
		: [
				begin,
				`${circle} ${path} Even so, ${namesOf(options, winners)} stay level. The rule does not choose between them.`,
			]
}

function greedyWhy(told: Chosen): string[] {
	const { rules, result, method } = told
	const bar = rules.support ? ` A project needed at least ${rules.support} votes to be looked at.` : ''
	const isFunded = fundedWords(told)
	const rule =
		method === 'greedy'
			? `The project with most votes ${isFunded} first, then each next one that still fits in the money left.`
			: `The project with most votes ${isFunded} first, then the next, until one does not fit. There it stops.`
	return [
		`There was ${poundsText(rules.budget ?? 0)} to share. ${rule}${bar}`,
		spentWords(told, result.count.winners.length),
	]
}

function sharesWhy(told: Chosen): string[] {
	const { rules, result } = told
	const { endowment, comparison } = sharesOf(result.count)
	const { counted, blank } = result.count.ballots
	const voters = counted + blank
	const first = rules.byVoice
		? `There was ${poundsText(rules.budget ?? 0)} to share. Each voice got an equal part of it, shared equally among its people who voted.`
		: `There was ${poundsText(rules.budget ?? 0)} to share. Each of the ${voters} who voted had the same part of it to give.`
	return [
		first,
		`A project ${fundedWords(told)} when the people who chose it can pay for it together, each from their own part. So the money follows what different people want, and not only what the largest number want.`,
		...(comparison ? [comparisonWords(comparison)] : []),
		...(endowment && endowment.increments > 0 && comparison?.kept !== 'greedy'
			? [
					'Some money could not be spent that way at first. So everyone’s part was raised a little and the count begun again, until there was a reason to stop.',
				]
			: []),
		spentWords(told, result.count.winners.length),
	]
}

/** Nothing is funded by asking for views. */
function fundedWords({ kind }: Pick<Chosen, 'kind'>): string {
	return kind === 'show-of-views' ? 'would be funded' : 'is funded'
}

export function comparisonWords({
	preferEqualShares,
	preferGreedy,
	kept,
}: NonNullable<ReturnType<typeof sharesOf>['comparison']>): string {
	const said = `The rule also asks whether simply funding the projects with most votes would give more people more of what they chose. ${preferGreedy} people would have more funded that way and ${preferEqualShares} by equal shares.`
	return kept === 'greedy' ? `${said} So the projects with most votes are taken.` : `${said} So equal shares stands.`
}

function spentWords(told: Chosen, funded: number): string {
	const left = moneyLeft(told)
	const spent = amountWords(told.result.count.totalCost ?? '0')
	return `${funded === 1 ? 'One project costs' : `${funded} projects cost`} ${spent} in all. ${left === null ? '' : `${amountWords(left)} is left.`}`.trim()
}

/** How many took part, of how many. */
export function turnoutResultWords(told: Told): string {
	const { result } = told
	if (!result) return ''
	const voted = votedOf(told)
	const blank = 'count' in result ? result.count.ballots.blank : 0
	const left =
		blank === 0 ? '' : blank === 1 ? ' One of them left the ballot blank.' : ` ${blank} of them left the ballot blank.`
	return `${voted} of ${result.electors} who could vote took part.${left}${spoiltWords(result.spoilt ?? 0)}`
}

function spoiltWords(spoilt: number): string {
	if (spoilt === 0) return ''
	return spoilt === 1
		? ' One paper more came that nobody could read; it counts for nothing.'
		: ` ${spoilt} papers more came that nobody could read; they count for nothing.`
}

/** As for the quorum: a paper nobody could read takes no part. */
export function votedOf({ result }: Pick<Told, 'result'>): number {
	if (!result) return 0
	if ('tally' in result) return result.tally.for + result.tally.against + result.tally.abstain
	if ('counts' in result) return result.counts.agree + result.counts.concern + result.counts.object
	const { counted, blank } = result.count.ballots
	return counted + blank
}

/** What came close and did not make it, in a sentence each; none where nothing did. */
export function narrowlyMissed(told: Told, votes: Readonly<Record<string, number>> = {}): string[] {
	const { result } = told
	if (!result || result.outcome === 'nobody-voted') return []
	if (result.outcome === 'no-quorum') {
		const short = told.rules.quorum - votedOf(told)
		return short > 0 ? [`${short} more taking part would have been enough.`] : []
	}
	if (isMotion(told)) return motionMissed(told.rules, told.result!)
	if (!isChoosing(told)) return []
	return missedOf(told as unknown as Chosen, votes)
}

function motionMissed(
	{ threshold, of = 'voting' }: MotionRules,
	{ tally, electors, outcome, lock = [] }: MotionResult,
): string[] {
	// Where a voice did not agree, no number of votes in all would do; how close that voice was may show how one person voted.
	if (outcome !== 'not-agreed' || lock.some((voice) => voice.outcome !== 'agreed')) return []
	const reached = (more: number) => {
		const asIf = { tally: { ...tally, for: tally.for + more }, electors }
		return motionOutcome({ threshold, of, quorum: 0 }, asIf) === 'agreed'
	}
	const more = [1, 2, 3].find(reached)
	return more ? [`${more} more for would have been enough.`] : []
}

function missedOf(told: Chosen, votes: Readonly<Record<string, number>>): string[] {
	const { method, options, result } = told
	const named = (id: string) => `“${nameOf(options, id)}”`
	if (isBudget(method)) return budgetMissed(told, votes)
	if (method === 'irv') {
		const last = roundsOf<IrvRound>(result.count).at(-1)
		const [winner] = result.count.winners
		if (!last || winner === undefined) return []
		const [second] = Object.entries(last.votes)
			.filter(([id]) => id !== winner)
			.sort(([, a], [, b]) => b - a)
		return second
			? [`${named(second[0])} came second in the last round, with ${second[1]} to ${last.votes[winner]}.`]
			: []
	}
	if (method === 'scottish-stv') {
		const last = roundsOf<StvRound>(result.count)
			.filter(({ action }) => action === 'exclude')
			.at(-1)
		if (!last?.candidate) return []
		const before = roundsOf<StvRound>(result.count)
		const had = before[before.indexOf(last) - 1]?.votes[last.candidate] ?? '0'
		return [`${named(last.candidate)} was the last to drop out, with ${numberWords(had)} votes.`]
	}
	if (method === 'schulze') return []
	const [next] = runnersUp(told)
	return next ? [`${named(next)} was next.`] : []
}

function budgetMissed(told: Chosen, votes: Readonly<Record<string, number>>): string[] {
	const { options, result } = told
	const left = moneyLeft(told) ?? '0'
	const leftPence = Number(left.replace('.', ''))
	const isNot = told.kind === 'show-of-views' ? 'would not be funded' : 'is not funded'
	return options
		.filter(({ id }) => !result.count.winners.includes(id) && (votes[id] ?? 0) > 0)
		.sort((a, b) => (votes[b.id] ?? 0) - (votes[a.id] ?? 0))
		.slice(0, 3)
		.map(({ id, name, cost = 0 }) => {
			const chose = votes[id] === 1 ? '1 person chose it' : `${votes[id]} people chose it`
			const why =
				cost > leftPence
					? `it costs ${poundsText(cost)} and ${amountWords(left)} was left`
					: told.method === 'equal-shares'
						? 'those who chose it could not pay for it together'
						: 'it came after the count had stopped, or had too few votes'
			return `“${name}” ${isNot}. ${chose}; ${why}.`
		})
}

/** How each tie fell, a sentence each. */
export function tieWords({ result, options }: Pick<Chosen, 'result' | 'options'>): string[] {
	const { method, winners } = result.count
	if (method === 'schulze' && winners.length > 1)
		return [
			`${namesOf(options, winners)} come first together. The rule does not choose between them, and no lot is drawn.`,
		]
	return result.count.ties.map(({ kind, round, among, picked, decidedBy }) => {
		const level = namesOf(options, among)
		const name = `“${nameOf(options, picked)}”`
		const fell: Record<typeof kind, string> = {
			fund: `${name} came first`,
			order: `${name} was taken first`,
			surplus: `what ${name} did not need was moved first`,
			exclude: `${name} dropped out`,
			win: `${name} got the last place`,
		}
		const where: Record<typeof kind, string> = {
			fund: `Step ${round}`,
			order: `Place ${round}`,
			surplus: `Round ${round}`,
			exclude: `Round ${round}`,
			win: 'For the last place',
		}
		const settledBy: Record<typeof decidedBy, string> = {
			cost: 'because it costs less',
			support: 'because more people chose it',
			'earlier-stage':
				kind === 'exclude'
					? 'because it had fewer votes in an earlier round'
					: 'because it had more votes in an earlier round',
			lot: 'by the lot drawn before voting opened',
		}
		return `${where[kind]}: ${level} were level. ${capital(fell[kind])}, ${settledBy[decidedBy]}.`
	})
}

function capital(text: string) {
	return text.charAt(0).toUpperCase() + text.slice(1)
}
