import type { Stop } from '../../domain/decisions/methods/equal-shares-options.ts'
import { amountOf, exact, exactText, plus, times } from '../../domain/decisions/methods/exact.ts'
import { firstShares } from '../../domain/decisions/methods/first-shares.ts'
import type { OneStepMore } from '../../domain/decisions/methods/one-step-more.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { aboutWords, amountWords, roughWords, saysAbout } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { moneyLeft } from './budget-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, mostNamed, namesOf } from './option-names.ts'
import { apartFrom, hasOutThatFits, whyOut } from './shares-left-out-words.ts'
import { firstOf, isEndowed, ofVoices, restOf, type SharesTold, stepOf } from './shares-told.ts'
import { type Say, sayFor } from './would-words.ts'

/** Said before anybody wonders how shares can come to more than the money there is. */
export function onlyCounting(budget: string, say: Say): string {
	return `Added up, shares of that size are more than ${say('the money there is', `the ${budget}`)}. What is above it is pretend money, for counting only: no more than the ${budget} ${say('is ever', 'would ever be')} spent.`
}

/** That shares were made larger, how far and why no further, and that this is no more money. */
export function raisedWords(told: SharesTold, story: SharesStory | null): string[] {
	if (!isEndowed(told) || told.count.endowment.increments === 0) return []
	const { rules, count } = told
	const say = sayFor(told)
	const { stopped, perVoter, increments } = count.endowment
	const [often, everyTime] = increments === 1 ? ['once more', ''] : ['again and again', ' every time']
	const rest = story?.atFirst ? restOf(told, story.atFirst.totalCost) : null
	const begin = rules.byVoice ? 'these shares' : `${roughWords(firstOf(told))} each`
	const unused =
		rest === '0' ? 'It' : `With ${begin}, ${rest ? amountWords(rest) : 'some of the money'} would be left. So it`
	const last = ofVoices(told, perVoter, roughWords)
	const upTo = last ? `, up to ${last}${rules.byVoice ? '' : ' each'}` : ''
	return [
		`${unused} was counted ${often}, with ${amountWords(stepOf(told))} more ${rules.byVoice ? 'to share ' : ''}for each person${everyTime}${upTo}. ${noFurtherWords(told, stopped, story)} The larger shares are only for counting: no more than the ${poundsText(rules.budget ?? 0)} ${say('is ever', 'would ever be')} spent.`,
	]
}

function noFurtherWords(told: SharesTold, stopped: Stop, story: SharesStory | null): string {
	const { that } = backedBy(told.count)
	const say = sayFor(told)
	const tooMuch = say('more than there is', `more than ${poundsText(told.rules.budget ?? 0)}`)
	const costs = story?.oneMore ? `${amountWords(story.oneMore.cost)}, ${tooMuch}` : tooMuch
	const words: Record<Stop, string> = {
		'not-asked': '',
		exhaustive: `Then nothing else that people ${that} would fit in the money left${apartFrom(told, hasOutThatFits(told) ? ['below-bar'] : [])}.`,
		'next-too-dear': `With another ${amountWords(stepOf(told))}, everything ${say('funded', 'together')} would cost ${costs}.`,
		'everything-funded': `Then everything that people ${that} could be paid for${apartFrom(told, whyOut(told))}.`,
	}
	return words[stopped]
}

function untilWords(told: SharesTold, stopped: Stop): string {
	const until: Record<Stop, string> = {
		'not-asked': '',
		exhaustive: `until nothing else that people ${backedBy(told.count).that} would fit in the money left${apartFrom(told, hasOutThatFits(told) ? ['below-bar'] : [])}`,
		'next-too-dear': `for as long as everything ${sayFor(told)('funded still cost', 'together would cost')} no more than the ${poundsText(told.rules.budget ?? 0)}`,
		'everything-funded': `until everything that people ${backedBy(told.count).that} could be paid for${apartFrom(told, whyOut(told))}`,
	}
	return until[stopped]
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
	const say = sayFor(told)
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
		[
			first ? `At first the share ${say('was', 'would be')} ${first}${each}.` : '',
			story?.atFirst ? atFirstWords(told, story.atFirst) : '',
		],
		[
			`So everything was counted again from the start, as if there were ${once} more for ${people}${increments > 1 ? `; then with ${twice} more, and so on` : ''}. That was done ${increments === 1 ? 'once' : `${thousands(increments)} times`}, ${untilWords(told, stopped)}.`,
			last ? `The last share ${say('was', 'would be')} ${last}${each}.` : '',
		],
		[
			`All shares together then come to ${amountWords(exactText(all))}, more than the ${pot}${say(' there is', '')}. What is above it is pretend money: it only shows what people could pay for if their shares went further. Only the last count ${say('decides', 'tells')}, and what comes out of it ${say('costs', 'would cost')} ${amountWords(count.totalCost)}${say(' of real money', '')}.`,
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
	return `It could not be used: for no other project${apartFrom(told, out)}${out.length > 0 ? ',' : ''} ${sayFor(told)('did', 'would')} the people who ${backedBy(told.count).it} have enough left.`
}

/** Where some was given out by another rule, what is left is nobody's in particular. */
function whoseWords({ kind, rules, count }: SharesTold, left: string, { paid }: SharesStory): string {
	const say = sayFor({ kind })
	const thatIsLeft = `The ${left} that ${say('is', 'would be')} left`
	const paidWord = say('paid', 'would have paid')
	if (moneyLeft({ rules, count }) === '0.00' || paid.less === 0 || count.rounds.some(({ by }) => by === 'greedy'))
		return ''
	const voters = count.ballots.counted + count.ballots.blank
	const people = (number: number) => (number === 1 ? 'one person' : `${thousands(number)} people`)
	if (paid.more === 0) {
		const some = `the shares of ${thousands(paid.less)} of the ${thousands(voters)} people`
		return `${thatIsLeft} ${say('is', 'would be')} still in ${paid.less === voters ? 'everybody’s shares' : some}.`
	}
	const first = rules.byVoice ? '' : ` of ${amountWords(`${rules.budget ?? 0}/${100 * voters}`)}`
	const [whoLess, whoMore] = [people(paid.less), capital(people(paid.more))]
	return `${thatIsLeft} ${say('comes', 'would come')} from ${whoLess} who ${paidWord} less than their first share${first}. ${whoMore} ${paidWord} more than that, because shares were made larger for counting.`
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
