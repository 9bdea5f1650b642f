import type { LeftOut, Stop } from '../../domain/decisions/methods/equal-shares-options.ts'
import { amountOf } from '../../domain/decisions/methods/exact.ts'
import { firstShares } from '../../domain/decisions/methods/first-shares.ts'
import type { OneStepMore } from '../../domain/decisions/methods/one-step-more.ts'
import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { amountWords } from './amount-words.ts'
import { fundedWords, moneyLeft, spentWords } from './budget-words.ts'
import { mostOf } from './method-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, listWords, mostNamed, namesOf } from './option-names.ts'
import type { ChosenBy } from './told.ts'
import { orWithdrawn } from './withdrawn-words.ts'

export type SharesTold = ChosenBy<CountBy<'equal-shares'>>
type Endowed = SharesTold & { count: Required<Pick<SharesTold['count'], 'endowment'>> }

/** Said the first time that a sum is not whole pence. */
export const aboutWords = '“About” means give or take a penny. The count itself rounds nothing.'

/**
 * Equal shares to be read aloud to somebody who never heard of it: what it came to, how the rule works with every word explained
 * before it is used, and, after the reasons of what is not funded (`whyNotFunded`), whose the money left is and why it stays.
 */
export function sharesParts(told: SharesTold, story: SharesStory | null) {
	const comparison = comparisonOf(told)
	const spent = spentWords(told)
	if (comparison?.kept === 'greedy') return { spent, rule: [ruleWords(told), comparisonSaid(comparison)], left: [] }
	const rule = [ruleWords(told), ...raisedWords(told), ...fromRestWords(told)]
	const left = [...leftWords(told, story), ...(comparison ? [comparisonSaid(comparison)] : [])]
	return { spent, rule, left }
}

export function sharesWhy(told: SharesTold, story: SharesStory | null): string[] {
	const { spent, rule, left } = sharesParts(told, story)
	return [spent, ...rule, ...left]
}

/** Where the rule itself needs no such sum, a reason may be the first to have one: then it is explained there. */
export function saysAbout(words: readonly string[]): boolean {
	return words.some((said) => said.includes('about £'))
}

function explained(said: string): string {
	return saysAbout([said]) ? `${said} ${aboutWords}` : said
}

function ruleWords(told: SharesTold): string {
	const first =
		told.rules.utility === 'cardinality'
			? 'The project that asks the least from each of them goes first.'
			: 'The project whose cost most people share goes first.'
	return `${firstShareWords(told)} A project is paid for only by the people who chose it, each from their own share. It ${fundedWords(told)} when they have enough between them for all of its cost. ${first}`
}

function firstShareWords(told: SharesTold): string {
	const { rules, count } = told
	const pot = poundsText(rules.budget ?? 0)
	const { counted, blank } = count.ballots
	const voters = counted + blank
	if (rules.byVoice) return voiceShareWords(told, pot)
	if (voters === 1) return `One person voted, so all of the ${pot} was their share.`
	const share = amountWords(`${rules.budget ?? 0}/${100 * voters}`)
	const orOnly = orWithdrawn(told)
	const orBlank =
		blank === 0
			? ''
			: ` ${blank === 1 ? 'One of them' : `${capital(thousands(blank))} of them`} left the ballot blank${orOnly}${orOnly && ','} and got a share as well.`
	return `${explained(`Everybody who voted got the same share of the money: ${pot} shared among ${thousands(voters)} people is ${share} each.`)}${orBlank}`
}

function voiceShareWords(told: SharesTold, pot: string): string {
	const each = `There was ${pot} to share. Each voice of which anybody voted got the same amount, shared equally among its people who voted.`
	const shares = isEndowed(told) ? ofVoices(told, firstShares(told.count)) : null
	return shares ? explained(`${each} The share of each person was ${shares}.`) : each
}

/** Null where the voices have no names. */
function ofVoices({ voiceNames = {} }: SharesTold, shares: Endowed['count']['endowment']['perVoter']): string | null {
	const each = Object.entries(shares).map(([voice, share]) => ({ share, name: voiceNames[voice] }))
	if (typeof shares === 'string' || each.some(({ name }) => !name)) return null
	return listWords(each.map(({ share, name }) => `${amountWords(share)} among the ${name}`))
}

function isEndowed(told: SharesTold): told is Endowed {
	return told.count.endowment !== undefined
}

/** Said before anybody wonders how shares can come to more than the money there is. */
export function onlyCounting(budget: string): string {
	return `Added up, shares of that size are more than the money there is. They are only a way of counting: no more than the ${budget} is ever spent.`
}

function raisedWords(told: SharesTold): string[] {
	if (!isEndowed(told) || told.count.endowment.increments === 0) return []
	const { rules, count } = told
	const { stopped, perVoter, increments } = count.endowment
	const pot = poundsText(rules.budget ?? 0)
	const until: Record<Stop, string> = {
		'not-asked': '',
		exhaustive: `, until no other project that anybody chose would fit in the money left${apartFrom(hasOutThatFits(told) ? ['below-bar'] : [])}`,
		'next-too-dear': `, as long as all that is funded cost no more than the ${pot}`,
		'everything-funded': `, until everything that anybody chose could be paid for${apartFrom(whyOut(told))}`,
	}
	const step = amountOf(`${count.options.step}`)
	const [once, twice] = [amountWords(`${step.n}/${step.d}`), amountWords(`${step.n * 2n}/${step.d}`)]
	const whose = rules.byVoice ? 'there were' : 'everybody’s share were'
	const more = rules.byVoice ? ' more to share for each person' : ' larger'
	const on = increments > 1 ? `, then ${twice}${more}, and so on` : ''
	const ofEach = typeof perVoter === 'string' ? amountWords(perVoter) : ofVoices(told, perVoter)
	const end = ofEach
		? ` In the end the share of each person was ${ofEach}${openOptions(told).length > 0 ? ', and the sums below are made with that' : ''}.`
		: ''
	const said = `To use as much of the money as it can, the rule counted again from the start as if ${whose} ${once}${more}${on}${until[stopped]}.${end} ${onlyCounting(pot)}`
	return [saysAbout([firstShareWords(told)]) ? said : explained(said)]
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
	const apart = apartFrom(hasOutThatFits(told) ? ['below-bar'] : [])
	return [
		`When no other project could be paid for in that way, the rest of the money was given out by another rule: the project with ${mostOf(told.rules)} first, as long as it fits${apart}. ${what} paid for like that.`,
	]
}

type WhyOut = Exclude<LeftOut, 'no-supporter'>

/** Said before the reasons of each project, so it says why. */
const outWords: Record<WhyOut, string> = {
	'dearer-than-budget': 'what costs more than all the money',
	'below-bar': 'what too few chose for its cost',
}

function apartFrom(why: readonly WhyOut[]): string {
	return why.length > 0 ? `, apart from ${listWords(why.map((one) => outWords[one]))}` : ''
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

/** Whose the money left is, why it is not used, and what would have come next. Nothing where none is left. */
function leftWords(told: SharesTold, story: SharesStory | null): string[] {
	const { rules } = told
	const left = moneyLeft(told)
	if (left === '0.00') return []
	const open = openOptions(told)
	const whose = story ? whoseWords(told, amountWords(left), story) : ''
	const said = [whose, ...stayWords(told, left, { open, isSaid: whose !== '' })]
	const next = story?.oneMore ? [oneMoreWords(told, story.oneMore)] : []
	const stop = next.length > 0 ? ['So the count stopped before that.'] : []
	const kept = rules.completion === 'none' && open.length > 0 ? ['By this rule it stays unspent.'] : []
	return [[...said, ...next, ...stop, ...kept].filter((words) => words !== '').join(' ')]
}

/** What was looked at and is not funded. */
function openOptions({ options, count: { winners, notConsidered } }: SharesTold) {
	return options.filter(({ id }) => !winners.includes(id) && !notConsidered.some(({ project }) => project === id))
}

/** Where some was given out by another rule, what is left is nobody's in particular. */
function whoseWords({ rules, count }: SharesTold, left: string, { paid }: SharesStory): string {
	if (paid.less === 0 || count.rounds.some(({ by }) => by === 'greedy')) return ''
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

/** Where nothing was said yet of the money that is left, it is named: “it” would be nothing. */
function stayWords(
	told: SharesTold,
	left: string,
	{ open, isSaid }: { open: readonly { cost?: number }[]; isSaid: boolean },
): string[] {
	const { count, rules } = told
	const [that, it] = isSaid
		? ['that', 'It']
		: [`the ${amountWords(left)} that is left`, `The ${amountWords(left)} that is left`]
	const isApart = open.length === 0 ? whyOut(told).includes('below-bar') : hasOutThatFits(told)
	const said = (words: string) => (isApart ? `Apart from what the rule left out, ${words}` : capital(words))
	if (open.length === 0) return [said('no other project could have been paid for.')]
	const has = amountOf(left)
	const fits = open.some(({ cost = 0 }) => BigInt(cost) * has.d <= has.n * 100n)
	if (!fits) return [said(`every other project that people chose costs more than ${that}.`)]
	if (rules.completion === 'none' || count.endowment?.stopped !== 'next-too-dear')
		return [
			`${it} is not used, because nobody pays for a project they did not choose, and those who chose the others${isApart ? ', apart from what the rule left out,' : ''} had too little.`,
		]
	return [`${it} is not used, because nobody pays for a project they did not choose.`]
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
