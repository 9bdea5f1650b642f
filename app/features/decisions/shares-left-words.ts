import { amountOf } from '../../domain/decisions/methods/exact.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { amountWords, roughWords } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { fundedWords, moneyLeft } from './budget-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, mostNamed, namesOf, quoted } from './option-names.ts'
import { oneMoreWords } from './shares-grown-words.ts'
import { apartFrom, hasOutThatFits, outWords, whyOut } from './shares-left-out-words.ts'
import { hasGrown, type SharesTold } from './shares-told.ts'
import { mostFirst, type Named } from './told.ts'
import { sayFor } from './would-words.ts'

/**
 * Why what is left is left: nothing where nothing is. Where it would pay for something, that is told of the one with most `votes`, in
 * what the rule counts.
 */
export function leftWords(told: SharesTold, story: SharesStory | null, votes: Named): string[] {
	const left = moneyLeft(told)
	if (left === '0.00') return []
	const has = amountOf(left)
	const open = openOptions(told)
	const fit = open.filter(({ cost = 0 }) => BigInt(cost) * has.d <= has.n * 100n).sort(mostFirst(votes))
	const why =
		open.length === 0 ? allFundedWords(told) : fit.length === 0 ? dearWords(told, open) : fitWords(told, fit, story)
	const notAsked = `What becomes of the ${amountWords(left)} was not voted on: see “What this led to”.`
	return [`${why} ${sayFor(told)(notAsked, '')}`.trim()]
}

/** "£11,000 is left": of a show of views "would be left". */
function isLeft(told: SharesTold): string {
	return `${amountWords(moneyLeft(told))} ${sayFor(told)('is', 'would be')} left`
}

function allFundedWords(told: SharesTold): string {
	return `${isLeft(told)}, because everything that people ${backedBy(told.count).that} ${fundedWords(told)}${apartFrom(told, whyOut(told))}.`
}

/** Looked at, and each dearer than what is left. */
function dearWords(told: SharesTold, open: readonly Priced[]): string {
	const { that } = backedBy(told.count)
	const apart = hasOutThatFits(told) ? [`Apart from ${outWords['below-bar'](that)}, `] : []
	const than = `costs more than the ${amountWords(moneyLeft(told))} that ${sayFor(told)('is', 'would be')} left.`
	const [only] = open
	const said =
		open.length === 1
			? `the only other project that people ${that}, ${quoted(told.options, only!.id)}, ${than}`
			: `every other project that people ${that} ${than}`
	return capital([...apart, said].join(''))
}

/** It would be enough for these, but those who want them had too little of their own. */
function fitWords(told: SharesTold, [next, ...others]: readonly Priced[], story: SharesStory | null): string {
	const { rules, count } = told
	return [
		`${isLeft(told)}.`,
		next ? nextWords(told, next, story) : '',
		others.length > 0 ? alsoWords(told, others) : '',
		hasOutThatFits(told) ? `What too few ${backedBy(count).that} for its cost was left out.` : '',
		noLargerWords(told, story),
		rules.completion === 'none' ? 'By this rule shares are not made larger.' : '',
	]
		.filter((words) => words !== '')
		.join(' ')
}

/** "“A ramp” costs £8,000, but the 3 people who chose it had only about £7,821 left in their shares …" */
function nextWords(told: SharesTold, { id, cost = 0 }: Priced, story: SharesStory | null): string {
	const say = sayFor(told)
	const { it } = backedBy(told.count)
	const begin = `${quoted(told.options, id)} costs ${poundsText(cost)}, but`
	const unbought = story?.unbought.find(({ project }) => project === id)
	if (!unbought) return `${begin} the people who ${it} ${say('had', 'would have had')} too little left in their shares.`
	const { people, after, together, spent } = unbought
	const who = people === 1 ? 'the one person' : `the ${thousands(people)} people`
	const sum = onlyWords(together, cost)
	if (after === null) {
		const shares = `the ${people === 1 ? 'share' : 'shares'} of ${who} who ${it}`
		return `${begin} ${hasGrown(told) ? 'even when made larger, ' : ''}${shares} ${say('came', 'would come')} to ${sum}.`
	}
	const first = spent.length === 1 ? 'another that' : 'others that'
	return `${begin} ${who} who ${it} ${say('had', 'would have had')} ${sum} left in their ${people === 1 ? 'share' : 'shares'} after paying for ${first} ${say('went', 'would go')} first.`
}

/** What is nearly enough is not said as the same sum. */
function onlyWords(together: string, cost: number): string {
	const { n, d } = amountOf(together)
	if (n === 0n) return 'nothing'
	const isNear = BigInt(cost) * d - n * 100n < 100n * d
	return isNear ? 'a little less than that' : `only ${roughWords(together)}`
}

function alsoWords(told: SharesTold, others: readonly Priced[]): string {
	const say = sayFor(told)
	const { it } = backedBy(told.count)
	const names =
		others.length > mostNamed
			? `${others.length} other projects`
			: namesOf(
					told.options,
					others.map(({ id }) => id),
				)
	const whose = others.length === 1 ? it : it.replace(/\bit\b/, 'them')
	return `The ${amountWords(moneyLeft(told))} would be enough for ${names} as well, but the people who ${whose} ${say('had', 'would have had')} too little left, too.`
}

/** Where shares grew it is told beside that why they grew no further. */
function noLargerWords(told: SharesTold, story: SharesStory | null): string {
	const { endowment } = told.count
	if (endowment?.stopped !== 'next-too-dear' || endowment.increments > 0) return ''
	if (story?.oneMore) return `${oneMoreWords(told, story.oneMore)} So shares could not be made larger.`
	return `Shares could not be made larger, because then what ${fundedWords(told)} would cost more than there is.`
}

/** What was looked at and is not funded. */
type Priced = { id: string; cost?: number }

function openOptions({ options, count: { winners, notConsidered } }: SharesTold) {
	return options.filter(({ id }) => !winners.includes(id) && !notConsidered.some(({ project }) => project === id))
}
