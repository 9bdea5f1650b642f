import { amountOf } from '../../domain/decisions/methods/exact.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { amountWords } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { moneyLeft } from './budget-words.ts'
import { capital, mostNamed, quoted } from './option-names.ts'
import { oneMoreWords } from './shares-grown-words.ts'
import { apartFrom, hasOutThatFits, outWords, whyOut } from './shares-left-out-words.ts'
import type { SharesTold } from './shares-told.ts'

/** Why what is left is left: nothing where nothing is. */
export function leftWords(told: SharesTold, story: SharesStory | null): string[] {
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
