import type { CountBy } from '../../domain/decisions/methods/published-count.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { amountWords } from './amount-words.ts'
import { mostOf } from './method-words.ts'
import { thousands } from './money-words.ts'
import { capital, namesOf } from './option-names.ts'
import type { SharesTold } from './shares-told.ts'
import { type Say, sayFor } from './would-words.ts'

type Compared = NonNullable<CountBy<'equal-shares'>['comparison']> & { byPoints?: boolean }

export function comparisonOf({ rules, count: { comparison } }: SharesTold): Compared | undefined {
	return comparison && { ...comparison, byPoints: mostOf(rules) === 'most points' }
}

export function comparisonSaid(
	{ preferEqualShares, preferGreedy, kept, byPoints }: Compared,
	told: Pick<SharesTold, 'kind'>,
): string {
	const say = sayFor(told)
	const [most, theirs] = byPoints ? ['most points', 'is on their ballots'] : ['most votes', 'they chose']
	const both =
		preferGreedy === 0 && preferEqualShares === 0
			? `Nobody ${say('has', 'would have')} more of it either way.`
			: `${capital(morePeople(preferGreedy, say))} more of it that way, and ${morePeople(preferEqualShares, say)} more of it by shares.`
	const said = `The rule also asks whether simply funding the projects with ${most} would give more people more of what ${theirs}. ${both}`
	return kept === 'greedy'
		? `${said} So the projects with ${most} ${say('are', 'would be')} taken instead.`
		: `${said} So what the shares ${say('pay', 'would pay')} for stands.`
}

function morePeople(people: number, say: Say): string {
	const who = people === 0 ? 'nobody' : people === 1 ? 'one person' : `${thousands(people)} people`
	return `${who} ${say(people > 1 ? 'have' : 'has', 'would have')}`
}

/** What the better known rule would have done with the same ballots: for the fold beside the result. */
export function mostVotesFirstWords(
	{ kind, rules, options, count }: Pick<SharesTold, 'kind' | 'rules' | 'options' | 'count'>,
	{ winners, totalCost }: SharesStory['mostVotesFirst'],
): string[] {
	const say = sayFor({ kind })
	const funded = say('Funded', 'Would be funded')
	const only = (these: readonly string[], others: readonly string[]) => these.filter((id) => !others.includes(id))
	const [that, here] = [only(winners, count.winners), only(count.winners, winners)]
	const rule = `Suppose the project with ${mostOf(rules)} had been funded first, then each next one that still fits in the money.`
	if (that.length === 0 && here.length === 0) return [`${rule} That would have funded the same projects.`]
	return [
		`${rule} That would have funded ${winners.length === 1 ? 'one project' : `${winners.length} projects`} for ${amountWords(totalCost)} in all.`,
		...(that.length > 0 ? [`${funded} that way and not by this rule: ${namesOf(options, that)}.`] : []),
		...(here.length > 0 ? [`${funded} by this rule and not that way: ${namesOf(options, here)}.`] : []),
		`This rule was fixed before anybody voted. It ${say('gives', 'would give')} ${rules.byVoice ? 'each voice of which anybody voted' : 'everybody’s vote'} the same share of the money.`,
	]
}
