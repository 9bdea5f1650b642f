import type { LeftOut, Stop, Utility } from '../../domain/decisions/methods/equal-shares-options.ts'
import { amountOf, exact, exactText, less, plus, times } from '../../domain/decisions/methods/exact.ts'
import { firstShares } from '../../domain/decisions/methods/first-shares.ts'
import type { OneStepMore } from '../../domain/decisions/methods/one-step-more.ts'
import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { amountWords, roughWords } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { fundedWords, moneyLeft, spentWords } from './budget-words.ts'
import { mostOf } from './method-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, listWords, mostNamed, namesOf, quoted } from './option-names.ts'
import type { ChosenBy } from './told.ts'
import { orWithdrawn } from './withdrawn-words.ts'

export type SharesTold = ChosenBy<CountBy<'equal-shares'>>
type Endowed = SharesTold & { count: Required<Pick<SharesTold['count'], 'endowment'>> }

/** Said before exact sums that are not whole pence. */
export const aboutWords = '“About” means give or take a penny. The count itself rounds nothing.'

export function saysAbout(words: readonly string[]): boolean {
	return words.some((said) => said.includes('about £'))
}

/**
 * Equal shares to be read aloud to somebody who never heard of it: what it came to, what the rule does, and, after why the best
 * of the others is not funded (`whyNotFunded`), why the money left is left. Exact sums stand apart, in `raisedInFull` and `sumsOf`.
 */
export function sharesParts(told: SharesTold, story: SharesStory | null) {
	const comparison = comparisonOf(told)
	const spent = spentWords(told)
	if (comparison?.kept === 'greedy') return { spent, rule: [ruleWords(told), comparisonSaid(comparison)], left: [] }
	const rule = [ruleWords(told), ...raisedWords(told, story), ...fromRestWords(told)]
	const left = [...leftWords(told, story), ...(comparison ? [comparisonSaid(comparison)] : [])]
	return { spent, rule, left }
}

export function sharesWhy(told: SharesTold, story: SharesStory | null): string[] {
	const { spent, rule, left } = sharesParts(told, story)
	return [spent, ...rule, ...left]
}

/** What is compared, and what somebody pays, follow from what was on the ballot. */
const orderWords: Record<Utility, string> = {
	cost: 'The one goes first where the most that one person pays is the smallest part of its cost.',
	cardinality: 'The one that asks the least from each of them goes first.',
	points:
		'Who gave it more points pays more of it, as long as their share lasts. The one that asks the least for each point goes first.',
	borda:
		'Who ranked it higher pays more of it, as long as their share lasts. The one that asks the least, for how high it is ranked, goes first.',
}

/** Of a show of views all that follows is told as the rule has it. */
const noMoneyWords = 'This vote hears views and gives no money. It is counted as if it did. '

function ruleWords(told: SharesTold): string {
	const { it } = backedBy(told.count)
	return `${told.kind === 'show-of-views' ? noMoneyWords : ''}${firstShareWords(told)} A project ${fundedWords(told)} when the people who ${it} have enough in their shares, together, to pay all of its cost. ${orderWords[told.count.options.utility as Utility] ?? orderWords.cost}`
}

function firstShareWords(told: SharesTold): string {
	const { rules, count } = told
	const pot = poundsText(rules.budget ?? 0)
	const { counted, blank } = count.ballots
	const voters = counted + blank
	if (rules.byVoice) return voiceShareWords(told, pot)
	if (voters === 1) return `One person voted, so all of the ${pot} was theirs to give.`
	const orOnly = orWithdrawn(told)
	const orBlank =
		blank === 0
			? ''
			: ` ${blank === 1 ? 'One of them' : `${capital(thousands(blank))} of them`} left the ballot blank${orOnly}${orOnly && ','} and had a share as well.`
	return `Everybody who voted got the same share of the money: ${pot} shared among ${thousands(voters)} people is ${roughWords(firstOf(told))} each.${orBlank}`
}

function firstOf({ rules, count: { ballots } }: SharesTold): string {
	return `${rules.budget ?? 0}/${100 * (ballots.counted + ballots.blank)}`
}

function voiceShareWords(told: SharesTold, pot: string): string {
	const each = `There was ${pot} to share. Each voice of which anybody voted got the same amount, shared equally among its people who voted.`
	const shares = isEndowed(told) ? ofVoices(told, firstShares(told.count), roughWords) : null
	return shares ? `${each} The share of each person was ${shares}.` : each
}

/** Null where the voices have no names. */
function ofVoices(
	{ voiceNames = {} }: SharesTold,
	shares: Endowed['count']['endowment']['perVoter'],
	words: (amount: string) => string,
): string | null {
	if (typeof shares === 'string') return words(shares)
	const each = Object.entries(shares).map(([voice, share]) => ({ share, name: voiceNames[voice] }))
	if (each.some(({ name }) => !name)) return null
	return listWords(each.map(({ share, name }) => `${words(share)} among the ${name}`))
}

function isEndowed(told: SharesTold): told is Endowed {
	return told.count.endowment !== undefined
}

/** Said before anybody wonders how shares can come to more than the money there is. */
export function onlyCounting(budget: string): string {
	return `Added up, shares of that size are more than the money there is. What is above it is pretend money, for counting only: no more than the ${budget} is ever spent.`
}

/** That shares were made larger, how far and why no further, and that this is no more money. */
function raisedWords(told: SharesTold, story: SharesStory | null): string[] {
	if (!isEndowed(told) || told.count.endowment.increments === 0) return []
	const { rules, count } = told
	const { stopped, perVoter, increments } = count.endowment
	const [often, everyTime] = increments === 1 ? ['once more', ''] : ['again and again', ' every time']
	const rest = story?.atFirst ? restOf(told, story.atFirst.totalCost) : null
	const begin = rules.byVoice ? 'these shares' : `${roughWords(firstOf(told))} each`
	const unused =
		rest === '0' ? 'It' : `With ${begin}, ${rest ? amountWords(rest) : 'some of the money'} would be left. So it`
	const last = ofVoices(told, perVoter, roughWords)
	const upTo = last ? `, up to ${last}${rules.byVoice ? '' : ' each'}` : ''
	return [
		`${unused} was counted ${often}, with ${amountWords(stepOf(told))} more ${rules.byVoice ? 'to share ' : ''}for each person${everyTime}${upTo}. ${noFurtherWords(told, stopped, story)} The larger shares are only for counting: no more than the ${poundsText(rules.budget ?? 0)} is ever spent.`,
	]
}

function noFurtherWords(told: SharesTold, stopped: Stop, story: SharesStory | null): string {
	const { that } = backedBy(told.count)
	const costs = story?.oneMore ? `${amountWords(story.oneMore.cost)}, more than there is` : 'more than there is'
	const words: Record<Stop, string> = {
		'not-asked': '',
		exhaustive: `Then nothing else that people ${that} would fit in the money left${apartFrom(told, hasOutThatFits(told) ? ['below-bar'] : [])}.`,
		'next-too-dear': `With another ${amountWords(stepOf(told))}, everything funded would cost ${costs}.`,
		'everything-funded': `Then everything that people ${that} could be paid for${apartFrom(told, whyOut(told))}.`,
	}
	return words[stopped]
}

function untilWords(told: SharesTold, stopped: Stop): string {
	const until: Record<Stop, string> = {
		'not-asked': '',
		exhaustive: `until nothing else that people ${backedBy(told.count).that} would fit in the money left${apartFrom(told, hasOutThatFits(told) ? ['below-bar'] : [])}`,
		'next-too-dear': `for as long as everything funded still cost no more than the ${poundsText(told.rules.budget ?? 0)}`,
		'everything-funded': `until everything that people ${backedBy(told.count).that} could be paid for${apartFrom(told, whyOut(told))}`,
	}
	return until[stopped]
}

function stepOf({ count }: SharesTold): string {
	const { n, d } = amountOf(`${count.options.step}`)
	return `${n}/${d}`
}

/** What of the money there is would be left after something that costs so much. */
function restOf({ rules }: SharesTold, cost: string): string {
	return exactText(less(exact(BigInt(rules.budget ?? 0), 100n), amountOf(cost)))
}

/** For a fold: where larger shares are told of, from what to what. */
export function raisedTitle(told: SharesTold): string {
	if (!isEndowed(told) || told.rules.byVoice) return 'How the shares were made larger, step by step'
	const { perVoter } = told.count.endowment
	return `How the shares grew from ${roughWords(firstOf(told))} to ${roughWords(`${perVoter}`)}, step by step`
}

/** How shares grew from the first to the last, exactly, and why they come to more than there is. Nothing where they did not grow. */
export function raisedInFull(told: SharesTold, story: SharesStory | null): string[] {
	if (!isEndowed(told) || told.count.endowment.increments === 0) return []
	const { rules, count } = told
	if (count.comparison?.kept === 'greedy') return []
	const { stopped, perVoter, increments } = count.endowment
	const pot = poundsText(rules.budget ?? 0)
	const voters = count.ballots.counted + count.ballots.blank
	const { n, d } = amountOf(stepOf(told))
	const all = plus(exact(BigInt(rules.budget ?? 0), 100n), times(exact(n, d), voters * increments))
	const first = ofVoices(told, firstShares(told.count), amountWords)
	const last = ofVoices(told, perVoter, amountWords)
	const each = rules.byVoice || voters === 1 ? '' : ' each'
	const people = voters === 1 ? 'the one person who voted' : `each of the ${thousands(voters)} people`
	const [once, twice] = [amountWords(`${n}/${d}`), amountWords(`${n * 2n}/${d}`)]
	const said = [
		[first ? `At first the share was ${first}${each}.` : '', story?.atFirst ? atFirstWords(told, story.atFirst) : ''],
		[
			`So everything was counted again from the start, as if there were ${once} more for ${people}${increments > 1 ? `; then with ${twice} more, and so on` : ''}. That was done ${increments === 1 ? 'once' : `${thousands(increments)} times`}, ${untilWords(told, stopped)}.`,
			last ? `The last share was ${last}${each}.` : '',
		],
		[
			`All shares together then come to ${amountWords(exactText(all))}, more than the ${pot} there is. What is above it is pretend money: it only shows what people could pay for if their shares went further. Only the last count decides, and what comes out of it costs ${amountWords(count.totalCost)}${told.kind === 'show-of-views' ? '' : ' of real money'}.`,
		],
		[story?.oneMore ? `${oneMoreWords(told, story.oneMore)} So the count stopped before that.` : ''],
		[story ? whoseWords(told, amountWords(moneyLeft(told)), story) : ''],
	]
	const whole = said.map((sentences) => sentences.filter((words) => words !== '').join(' ')).filter((words) => words)
	return saysAbout(whole) ? [...whole, aboutWords] : whole
}

function atFirstWords(told: SharesTold, { winners, totalCost }: NonNullable<SharesStory['atFirst']>): string {
	const what = winners.length > mostNamed ? `${winners.length} projects` : namesOf(told.options, winners)
	const paid =
		winners.length === 0
			? 'With that, no project could be paid for.'
			: `With that, ${what} could be paid for, for ${amountWords(totalCost)} in all.`
	const rest = restOf(told, totalCost)
	return rest === '0' ? paid : `${paid} ${capital(amountWords(rest))} would be left. ${nobodyCouldWords(told)}`
}

/** With the first shares: a project that too few want for its cost was not looked at. */
function nobodyCouldWords(told: SharesTold): string {
	const out = whyOut(told).filter((why) => why === 'below-bar')
	return `It could not be used: for no other project${apartFrom(told, out)}${out.length > 0 ? ',' : ''} did the people who ${backedBy(told.count).it} have enough left.`
}

/** What was bought from what nobody could spend: it follows another rule, so it is said. */
function fromRestWords(told: SharesTold): string[] {
	const { options, count } = told
	const added = count.rounds.flatMap(({ by, project }) => (by === 'greedy' ? [project] : []))
	if (added.length === 0) return []
	const what =
		added.length > mostNamed
			? `${added.length} projects were`
			: `${namesOf(options, added)} ${added.length === 1 ? 'was' : 'were'}`
	const apart = apartFrom(told, hasOutThatFits(told) ? ['below-bar'] : [])
	return [
		`When no other project could be paid for in that way, the rest of the money was given out by another rule: the project with ${mostOf(told.rules)} first, as long as it fits${apart}. ${what} paid for like that.`,
	]
}

type WhyOut = Exclude<LeftOut, 'no-supporter'>

/** Said before the reasons of each project, so it says why. */
const outWords: Record<WhyOut, (that: string) => string> = {
	'dearer-than-budget': () => 'what costs more than all the money',
	'below-bar': (that) => `what too few ${that} for its cost`,
}

function apartFrom(told: Pick<SharesTold, 'count'>, why: readonly WhyOut[]): string {
	return why.length > 0 ? `, apart from ${listWords(why.map((one) => outWords[one](backedBy(told.count).that)))}` : ''
}

/** Why anything that people chose was never looked at. */
function whyOut({ count }: SharesTold): WhyOut[] {
	return (['dearer-than-budget', 'below-bar'] as const).filter((one) =>
		count.notConsidered.some(({ why }) => why === one),
	)
}

/** Left out because too few chose it for its cost, although what is left would be enough for it. */
function hasOutThatFits({ rules, options, count }: SharesTold): boolean {
	const left = amountOf(moneyLeft({ rules, count }))
	const out = count.notConsidered.flatMap(({ project, why }) => (why === 'below-bar' ? [project] : []))
	return options.some(({ id, cost = 0 }) => out.includes(id) && BigInt(cost) * left.d <= left.n * 100n)
}

/** Why what is left is left: nothing where nothing is. */
function leftWords(told: SharesTold, story: SharesStory | null): string[] {
	const left = moneyLeft(told)
	if (left === '0.00') return []
	const has = amountOf(left)
	const open = openOptions(told)
	const fit = open.filter(({ cost = 0 }) => BigInt(cost) * has.d <= has.n * 100n)
	const why =
		open.length === 0
			? allFundedWords(told)
			: fit.length === 0
				? dearWords(told, open)
				: fitWords(told, open, fit, story)
	return [`${why} This vote does not say what becomes of the ${amountWords(left)}.`]
}

function allFundedWords(told: SharesTold): string {
	const funded = told.kind === 'show-of-views' ? 'would be funded' : 'is funded'
	return `${capital(amountWords(moneyLeft(told)))} is left, because everything that people ${backedBy(told.count).that} ${funded}${apartFrom(told, whyOut(told))}.`
}

/** Looked at, and each dearer than what is left. */
function dearWords(told: SharesTold, open: readonly Priced[]): string {
	const { that } = backedBy(told.count)
	const apart = hasOutThatFits(told) ? [`Apart from ${outWords['below-bar'](that)}, `] : []
	const than = `costs more than the ${amountWords(moneyLeft(told))} that is left.`
	const [only] = open
	const said =
		open.length === 1
			? `the only other project that people ${that}, ${quoted(told.options, only!.id)}, ${than}`
			: `every other project that people ${that} ${than}`
	return capital([...apart, said].join(''))
}

/** It would be enough for these, but those who want them had too little of their own. */
function fitWords(
	told: SharesTold,
	open: readonly Priced[],
	fit: readonly Priced[],
	story: SharesStory | null,
): string {
	const { options, rules, count } = told
	const { it } = backedBy(count)
	const only = fit.length < open.length && !hasOutThatFits(told) ? ' only' : ''
	const names =
		fit.length > mostNamed
			? `one of ${fit.length} other projects`
			: fit.map(({ id }) => quoted(options, id)).join(' or ')
	const whose = fit.length === 1 ? it : it.replace(/\bit\b/, 'a project')
	return [
		`The ${amountWords(moneyLeft(told))} that is left would be enough${only} for ${names}. But the people who ${whose} pay for it themselves, and they had too little left in their shares.`,
		hasOutThatFits(told) ? `What too few ${backedBy(count).that} for its cost was left out.` : '',
		noLargerWords(told, story),
		rules.completion === 'none' ? 'By this rule shares are not made larger.' : '',
	]
		.filter((words) => words !== '')
		.join(' ')
}

/** Where shares grew it was told already why they grew no further. */
function noLargerWords({ options, count: { endowment } }: SharesTold, story: SharesStory | null): string {
	if (endowment?.stopped !== 'next-too-dear' || endowment.increments > 0) return ''
	if (story?.oneMore) return `${oneMoreWords({ options }, story.oneMore)} So shares could not be made larger.`
	return 'Shares could not be made larger, because then what is funded would cost more than there is.'
}

/** What was looked at and is not funded. */
type Priced = { id: string; cost?: number }

function openOptions({ options, count: { winners, notConsidered } }: SharesTold) {
	return options.filter(({ id }) => !winners.includes(id) && !notConsidered.some(({ project }) => project === id))
}

/** Where some was given out by another rule, what is left is nobody's in particular. */
function whoseWords({ rules, count }: SharesTold, left: string, { paid }: SharesStory): string {
	if (moneyLeft({ rules, count }) === '0.00' || paid.less === 0 || count.rounds.some(({ by }) => by === 'greedy'))
		return ''
	const voters = count.ballots.counted + count.ballots.blank
	const people = (number: number) => (number === 1 ? 'one person' : `${thousands(number)} people`)
	if (paid.more === 0) {
		const some = `the shares of ${thousands(paid.less)} of the ${thousands(voters)} people`
		return `The ${left} that is left is still in ${paid.less === voters ? 'everybody’s shares' : some}.`
	}
	const first = rules.byVoice ? '' : ` of ${amountWords(`${rules.budget ?? 0}/${100 * voters}`)}`
	const [whoLess, whoMore] = [people(paid.less), capital(people(paid.more))]
	return `The ${left} that is left comes from ${whoLess} who paid less than their first share${first}. ${whoMore} paid more than that, because shares were made larger for counting.`
}

/** "With £1 more for each person, “A kitchen” would have been paid for as well. Everything together would then cost …" */
export function oneMoreWords(
	{ options }: Pick<SharesTold, 'options'>,
	{ step, bought, lost, cost, over }: OneStepMore,
): string {
	const names = (ids: readonly string[]) =>
		ids.length > mostNamed ? `${ids.length} other projects` : namesOf(options, ids)
	const how = lost.length > 0 ? `instead of ${names(lost)}` : 'as well'
	return `With ${amountWords(step)} more for each person, ${names(bought)} would have been paid for ${how}. Everything together would then cost ${amountWords(cost)}, which is ${amountWords(over)} more than there is.`
}

type Compared = NonNullable<CountBy<'equal-shares'>['comparison']> & { byPoints?: boolean }

function comparisonOf({ rules, count: { comparison } }: SharesTold): Compared | undefined {
	return comparison && { ...comparison, byPoints: mostOf(rules) === 'most points' }
}

export function comparisonSaid({ preferEqualShares, preferGreedy, kept, byPoints }: Compared): string {
	const [most, theirs] = byPoints ? ['most points', 'is on their ballots'] : ['most votes', 'they chose']
	const both =
		preferGreedy === 0 && preferEqualShares === 0
			? 'Nobody has more of it either way.'
			: `${capital(morePeople(preferGreedy))} more of it that way, and ${morePeople(preferEqualShares)} more of it by shares.`
	const said = `The rule also asks whether simply funding the projects with ${most} would give more people more of what ${theirs}. ${both}`
	return kept === 'greedy'
		? `${said} So the projects with ${most} are taken instead.`
		: `${said} So what the shares pay for stands.`
}

function morePeople(people: number): string {
	return people === 0 ? 'nobody has' : people === 1 ? 'one person has' : `${thousands(people)} people have`
}

/** What the better known rule would have done with the same ballots: for the fold beside the result. */
export function mostVotesFirstWords(
	{ rules, options, count }: Pick<SharesTold, 'rules' | 'options' | 'count'>,
	{ winners, totalCost }: SharesStory['mostVotesFirst'],
): string[] {
	const only = (these: readonly string[], others: readonly string[]) => these.filter((id) => !others.includes(id))
	const [that, here] = [only(winners, count.winners), only(count.winners, winners)]
	const rule = `Suppose the project with ${mostOf(rules)} had been funded first, then each next one that still fits in the money.`
	if (that.length === 0 && here.length === 0) return [`${rule} That would have funded the same projects.`]
	return [
		`${rule} That would have funded ${winners.length === 1 ? 'one project' : `${winners.length} projects`} for ${amountWords(totalCost)} in all.`,
		...(that.length > 0 ? [`Funded that way and not by this rule: ${namesOf(options, that)}.`] : []),
		...(here.length > 0 ? [`Funded by this rule and not that way: ${namesOf(options, here)}.`] : []),
		`This rule was fixed before anybody voted. It gives ${rules.byVoice ? 'each voice of which anybody voted' : 'everybody’s vote'} the same share of the money.`,
	]
}
