import { sharesByPoints } from '../../domain/decisions/answer.ts'
import {
	type BudgetBallotForm,
	type ChoosingMethod,
	type ChoosingRules,
	type CommonRules,
	type ConsentRules,
	type DecisionKind,
	type DecisionPart,
	isConsent,
	isMotion,
	type Method,
	type MotionRules,
} from '../../domain/decisions/decision.ts'
import { poundsText } from './money-words.ts'
import {
	castingVoteWords,
	conditionWords,
	lockedVoicesWords,
	quorumShareWords,
	type RuleNames,
} from './motion-words.ts'
import { type Say, sayFor } from './would-words.ts'

/** What each way of deciding is called when it must have a name: on results, in files and in minutes. */
export const methodNames: Record<Method, string> = {
	motion: 'For or against',
	consent: 'Consent: does anybody object?',
	approval: 'Choosing all you support',
	score: 'Scoring each one',
	points: 'Sharing out points',
	irv: 'Putting in order, one winner (instant run-off)',
	'scottish-stv': 'Putting in order, several winners (Scottish single transferable vote)',
	schulze: 'Putting in order, every pair compared (Schulze)',
	greedy: 'Budget: most votes first, whatever still fits',
	'greedy-no-skip': 'Budget: most votes first, until one does not fit',
	'equal-shares': 'Budget: equal shares',
}

const byPointsNames: Partial<Record<Method, string>> = {
	greedy: 'Budget: most points first, whatever still fits',
	'greedy-no-skip': 'Budget: most points first, until one does not fit',
}

const formNames: Record<BudgetBallotForm, string> = {
	ticks: '',
	points: ', by sharing out points',
	ranks: ', by putting in order',
}

/** The same of one vote, with how people chose where money is shared otherwise than by ticks. */
export function methodName({ method, rules }: DecisionPart<'method' | 'rules'>): string {
	if (!sharesByPoints(rules)) return methodNames[method]
	const { ballot = 'ticks' } = rules as ChoosingRules
	return `${byPointsNames[method] ?? methodNames[method]}${formNames[ballot]}`
}

/** Schulze's comparisons name all who come first together, so no lot has a part in them. */
export function drawsLots({ method, options }: DecisionPart<'method' | 'options'>): boolean {
	return options.length > 0 && method !== 'schulze'
}

export const tieWords =
	'If two are level and nothing else settles it, a lot decides that is drawn from the sealed words when voting opens, like names from a hat, and shown before anyone votes.'

type Asked = DecisionPart<'method' | 'rules'> & RuleNames & { kind?: DecisionKind }

/**
 * How the result will be reached, in a sentence or two that hold before and after the vote: "It is agreed if …". A show of views
 * settles nothing, so it says what people are found to think: "People are in favour if …".
 */
export function ruleWords(asked: Asked): string {
	const say = sayFor(asked)
	if (isMotion(asked)) return motionRuleWords(asked.rules, asked, say)
	if (isConsent(asked)) return consentRuleWords(asked.rules, asked, say)
	return `${choosingRules[asked.method](asked.rules, say)}${quorumWords(asked.rules)}`
}

function motionRuleWords(rules: MotionRules, names: RuleNames, say: Say): string {
	return `${agreedIf(say)} it has ${conditionWords(rules, names)}.${castingVoteWords(rules, names)}${lockWords(rules, names, say)}`
}

function consentRuleWords(rules: ConsentRules, names: RuleNames, say: Say): string {
	const rest = rules.silenceIsConsent
		? silenceWords(rules, names, say)
		: `${quorumWords(rules)}${lockWords(rules, names, say)}`
	return `${agreedIf(say)} nobody objects. ${concernWords(say)}${rest}`
}

function agreedIf(say: Say) {
	return say('It is agreed if', 'People are in favour if')
}

/** What a concern does to the outcome: nothing. */
export function concernWords(say: Say): string {
	return `A concern is written down and ${say('stops', 'changes')} nothing.`
}

/** Silence that agrees takes part as well, so a number needed is reached by itself; a voice asked by itself must speak. */
function silenceWords(rules: ConsentRules, names: RuleNames, say: Say): string {
	const quorum =
		rules.quorum > 0
			? ` The ${rules.quorum}${quorumShareWords(rules)} who must take part include those who say nothing.`
			: ''
	const lock = rules.voiceLock?.length ? ' There silence does not count: people of that voice must answer.' : ''
	return ` Whoever says nothing counts as ${say('agreeing', 'in favour')}.${quorum}${lockWords(rules, names, say)}${lock}`
}

function lockWords({ voiceLock }: Pick<ConsentRules, 'voiceLock'>, names: RuleNames, say: Say): string {
	if (!voiceLock?.length) return ''
	return ` Each voice that is asked by itself must ${say('agree', 'be in favour')} as well: ${lockedVoicesWords(voiceLock, names)}.`
}

function quorumWords(rules: Pick<CommonRules, 'quorum' | 'quorumShare'>): string {
	return rules.quorum > 0 ? ` At least ${rules.quorum} must take part${quorumShareWords(rules)}.` : ''
}

const choosingRules: Record<ChoosingMethod, (rules: ChoosingRules, say: Say) => string> = {
	approval: ({ seats = 1, most }, say) => `${mostChosen(seats, say)}${mostWords(most)}`,
	score: ({ seats = 1, highest = 10, missing }, say) =>
		`Each is scored from 0 to ${highest}. ${best(seats, say)} the highest ${missing === 'zero' ? 'total. No score counts as 0.' : 'average of the scores given. No score means no opinion.'}`,
	points: ({ seats = 1, points = 0, cap }, say) =>
		`Each person has ${points} points to share out${cap ? `, ${cap} at most to one` : ''}. ${best(seats, say)} the most points.`,
	irv: () =>
		`The one with the fewest first choices drops out and those votes move to their next choice, until one has more than half.${levelInRounds}`,
	'scottish-stv': ({ seats = 1 }, say) =>
		`${say(`${seats} are chosen,`, `The ${seats} most liked are found`)} by the rules of Scottish council elections: a vote moves on when its first choice does not need it or cannot ${say('win', 'be one of them')}.${levelInRounds}`,
	schulze: (_, say) =>
		`Every two are compared: which of them do more people put higher? The one that beats every other ${say('wins', 'is the most liked')}; where none does, the strongest chain of wins decides. If several still come first together, the result names them all and no lot is drawn. Those left out of an order come last in it, level.`,
	greedy: (rules, say) =>
		`${pot(rules, say)} The project with ${mostOf(rules)} ${isFunded(say)} first, then each next one that still fits.${levelInOrder(rules)}${support(rules)}${howChosen(rules)}`,
	'greedy-no-skip': (rules, say) =>
		`${pot(rules, say)} The project with ${mostOf(rules)} ${isFunded(say)} first, then the next, until one does not fit.${levelInOrder(rules)}${support(rules)}${howChosen(rules)}`,
	'equal-shares': (rules, say) =>
		`${pot(rules, say)} ${shares(rules, say)} ${paidWords(rules, say)} ${equalSharesWords(rules)}${howChosen(rules)}`,
}

const levelInRounds = ' Where several are level, their votes in earlier rounds decide, then a lot.'

/** What comes before the lot is part of the rule too: nobody should first hear of it in the result. */
function levelInOrder(rules: ChoosingRules) {
	return ` Where several have as many ${sharesByPoints(rules) ? 'points' : 'votes'}, the cheaper goes first, then a lot decides.`
}

function mostChosen(seats: number, say: Say) {
	return seats === 1
		? say('The one most people choose wins.', 'The most liked is the one most people choose.')
		: say(`The ${seats} most people choose win.`, `The ${seats} most liked are those most people choose.`)
}

function best(seats: number, say: Say) {
	return seats === 1
		? say('The winner has', 'The most liked has')
		: say(`The ${seats} winners have`, `The ${seats} most liked have`)
}

/** What a project has most of that goes first. */
export function mostOf(rules: object): 'most votes' | 'most points' {
	return sharesByPoints(rules) ? 'most points' : 'most votes'
}

function howChosen({ ballot, most, points = 0, cap }: ChoosingRules): string {
	if (ballot === 'ranks') return ` People put projects in order. ${placesWords(most ?? 1)}`
	if (ballot !== 'points') return mostWords(most)
	return ` Each person has ${points} points to share out${cap === undefined ? '' : `, ${cap} at most to one`}.`
}

/** What a place in an order is worth where it shares money: as many points as there are places, then one less for each. */
export function placesWords(most: number): string {
	if (most === 1) return 'One can be put first, and gets 1 point.'
	const next = most === 2 ? 'the next gets 1' : `the next gets ${most - 1}, and so on down to 1`
	return `Up to ${most} can be put in order: the first gets ${most} points, ${next}.`
}

function isFunded(say: Say): string {
	return say('is funded', 'would be funded')
}

function paidWords({ ballot }: ChoosingRules, say: Say): string {
	const [can, pays, lasts] = [say('can', 'could'), say('pays', 'would pay'), say('lasts', 'lasted')]
	if (ballot !== 'points' && ballot !== 'ranks')
		return `A project ${isFunded(say)} when the people who chose it ${can} pay for it together.`
	const gave = ballot === 'points' ? 'gave it points' : 'put it in their order'
	return `A project ${isFunded(say)} when the people who ${gave} ${can} pay for it together. Whoever gives it twice as many points ${pays} twice as much for it, as long as their share ${lasts}.`
}

function mostWords(most: number | undefined) {
	return most ? ` Each person may choose ${most} at most.` : ''
}

/** A show of views gives no money: nobody should hear of a pot that is not there. */
function pot({ budget = 0, withinBudget }: ChoosingRules, say: Say) {
	const within = withinBudget ? ' What one person chooses may cost that together at most.' : ''
	return `${say('There is', 'This vote gives no money. It is counted as if there were')} ${poundsText(budget)} to share.${within}`
}

function support(rules: ChoosingRules) {
	const { support = 0 } = rules
	return support > 0 ? ` A project needs at least ${support} ${sharesByPoints(rules) ? 'points' : 'votes'}.` : ''
}

function shares({ byVoice }: ChoosingRules, say: Say) {
	const gets = say('gets', 'would get')
	const whose = byVoice
		? `Each voice of which anybody votes ${gets} an equal share of it, divided equally among its people who vote.`
		: `Everyone who votes ${gets} an equal share of it, also with a blank vote.`
	return `${whose} Nobody ${say('pays', 'would pay')} anything of their own.`
}

type Completion = NonNullable<ChoosingRules['completion']>

/** What becomes of money that is left when no project can be paid for any more. */
export const completionWords: Record<Completion, string> = {
	add1: 'If money is left, everyone’s share is raised step by step and all is counted again, until no other project that people chose fits or one step more would cost too much.',
	'add1-until-overflow':
		'If money is left, everyone’s share is raised step by step and all is counted again. The last result that fits counts.',
	add1u:
		'If money is left, everyone’s share is raised step by step and all is counted again. If some is still left, it goes to the projects with most votes that still fit.',
	greedy: 'If money is left, it goes to the projects with most votes that still fit.',
	none: 'If money is left, it stays unspent.',
}

export const utilityWords: Record<NonNullable<ChoosingRules['utility']>, string> = {
	cost: 'When several could be paid for, the one comes first where the most that one person would pay is the smallest part of its cost.',
	cardinality: 'Every funded project counts the same for its supporters, so cheaper ones come first.',
}

export const comparisonWords =
	'The result is compared with “most votes first”: if more people have more of what they chose funded that way, that way counts.'
export const barWords = 'A project is left out if its share of the people is below a third of its share of the money.'

function equalSharesWords(asked: ChoosingRules): string {
	const { completion = 'add1', utility = 'cost', comparison, bar } = asked
	const isByPoints = sharesByPoints(asked)
	const rules = [
		(isByPoints ? completionByPoints : completionWords)[completion],
		isByPoints
			? 'When several could be paid for, the one that asks the least for each point comes first.'
			: utilityWords[utility],
		`If several are level, the cheapest goes first, then the one with ${mostOf(asked).replace('most', 'more')}, then a lot decides.`,
	]
	if (comparison) rules.push(isByPoints ? comparisonByPoints : comparisonWords)
	if (bar) rules.push(barWords)
	return rules.join(' ')
}

const toMostPoints = 'the projects with most points that still fit'
const completionByPoints: Record<Completion, string> = {
	...completionWords,
	add1: 'If money is left, everyone’s share is raised step by step and all is counted again, until no other project that has points fits or one step more would cost too much.',
	add1u: `If money is left, everyone’s share is raised step by step and all is counted again. If some is still left, it goes to ${toMostPoints}.`,
	greedy: `If money is left, it goes to ${toMostPoints}.`,
}
const comparisonByPoints =
	'The result is compared with “most points first”: if more people have more projects funded that way which are on their ballot, that way counts.'

/** What people do with a ballot of this method. */
export const ballotWords: Record<Method, string> = {
	motion: 'People answer for, against or abstain. Ask one thing.',
	consent: 'People agree, agree with a concern, or object. Ask one thing.',
	approval: 'People tick all they support.',
	score: 'People give each one a score.',
	points: 'People share out their points.',
	irv: 'People put them in order, as many as they like.',
	'scottish-stv': 'People put them in order, as many as they like.',
	schulze: 'People put them in order, as many as they like. Some may be level.',
	greedy: 'People say which projects they want.',
	'greedy-no-skip': 'People say which projects they want.',
	'equal-shares': 'People say which projects they want.',
}
