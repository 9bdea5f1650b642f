import type { Utility } from '../../domain/decisions/methods/equal-shares-options.ts'
import { firstShares } from '../../domain/decisions/methods/first-shares.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { roughWords } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { fundedWords, noMoneyWords, spentWords } from './budget-words.ts'
import { mostOf } from './method-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, mostNamed, namesOf } from './option-names.ts'
import { comparisonOf, comparisonSaid } from './shares-compared-words.ts'
import { raisedWords } from './shares-grown-words.ts'
import { apartFrom, hasOutThatFits } from './shares-left-out-words.ts'
import { leftWords } from './shares-left-words.ts'
import { firstOf, isEndowed, ofVoices, type SharesTold } from './shares-told.ts'
import type { Named } from './told.ts'
import { orWithdrawn } from './withdrawn-words.ts'
import { type Say, sayFor } from './would-words.ts'

/**
 * Equal shares to be read aloud to somebody who never heard of it: what it came to, that everybody had a share, why the money left is
 * left, and only then which goes first and how shares grew. Why the best of the others is not funded (`whyNotFunded`) is read before
 * what is left. Exact sums stand apart, in `raisedInFull` and `notFundedInFull`.
 */
export function sharesParts(told: SharesTold, story: SharesStory | null, wanted: Named = {}) {
	const comparison = comparisonOf(told)
	const compared = comparison ? [comparisonSaid(comparison, told)] : []
	const spent = spentWords(told)
	const shared = `${noMoneyWords(told)}${sharedWords(told)}`
	const order = orderWords(told)
	if (comparison?.kept === 'greedy') return { spent, shared: [`${shared} ${order}`, ...compared], rest: [] }
	const [raised, ...others] = [...raisedWords(told, story), '']
	const how = [`${order} ${raised}`.trim(), ...others].filter((words) => words !== '')
	return {
		spent,
		shared: [shared],
		rest: [...leftWords(told, story, wanted), ...how, ...fromRestWords(told), ...compared],
	}
}

export function sharesWhy(told: SharesTold, story: SharesStory | null, wanted: Named = {}): string[] {
	const { spent, shared, rest } = sharesParts(told, story, wanted)
	return [spent, ...shared, ...rest]
}

/** That everybody had a share, and what is funded with shares. */
function sharedWords(told: SharesTold): string {
	const say = sayFor(told)
	const { it } = backedBy(told.count)
	return `${firstShareWords(told, say)} A project ${fundedWords(told)} ${say('when', 'if')} the people who ${it} ${say('have', 'had')} enough in their shares, together, to pay all of its cost.`
}

/** What is compared, and what somebody pays, follow from what was on the ballot. */
function orderWords(told: SharesTold): string {
	const say = sayFor(told)
	const [pays, goes] = [say('pays', 'would pay'), say('goes', 'would go')]
	const lasts = say('lasts', 'lasted')
	const several = 'When several could be paid for, the one'
	const words: Record<Utility, string> = {
		cost: `${several} ${goes} first where the most that one person ${pays} is the smallest part of its cost.`,
		cardinality: `${several} that asks the least from each of its people ${goes} first.`,
		points: `Who gave it more points ${pays} more of it, as long as their share ${lasts}. ${several} that asks the least for each point ${goes} first.`,
		borda: `Who ranked it higher ${pays} more of it, as long as their share ${lasts}. ${several} that asks the least, for how high it is ranked, ${goes} first.`,
	}
	return words[told.count.options.utility as Utility] ?? words.cost
}

function firstShareWords(told: SharesTold, say: Say): string {
	const { rules, count } = told
	const pot = poundsText(rules.budget ?? 0)
	const { counted, blank } = count.ballots
	const voters = counted + blank
	if (rules.byVoice) return voiceShareWords(told, pot, say)
	if (voters === 1) return `One person voted, so all of the ${pot} ${say('was', 'would have been')} theirs to give.`
	const orOnly = orWithdrawn(told)
	const had = say('had', 'would have had')
	const orBlank =
		blank === 0
			? ''
			: ` ${blank === 1 ? 'One of them' : `${capital(thousands(blank))} of them`} left the ballot blank${orOnly}${orOnly && ','} and ${had} a share as well.`
	return `Everybody who voted ${say('got', 'would have had')} the same share of the money: ${pot} shared among ${thousands(voters)} people is ${roughWords(firstOf(told))} each.${orBlank}`
}

function voiceShareWords(told: SharesTold, pot: string, say: Say): string {
	const each = `There ${say('was', 'would be')} ${pot} to share. Each voice of which anybody voted ${say('got', 'would have had')} the same amount, shared equally among its people who voted.`
	const shares = isEndowed(told) ? ofVoices(told, firstShares(told.count), roughWords) : null
	return shares ? `${each} The share of each person ${say('was', 'would have been')} ${shares}.` : each
}

/** What was bought from what nobody could spend: it follows another rule, so it is said. */
function fromRestWords(told: SharesTold): string[] {
	const { options, count } = told
	const say = sayFor(told)
	const added = count.rounds.flatMap(({ by, project }) => (by === 'greedy' ? [project] : []))
	if (added.length === 0) return []
	const what = added.length > mostNamed ? `${added.length} projects` : namesOf(options, added)
	const apart = apartFrom(told, hasOutThatFits(told) ? ['below-bar'] : [])
	return [
		`When no other project could be paid for in that way, the rest of the money ${say('was', 'would be')} given out by another rule: the project with ${mostOf(told.rules)} first, as long as it fits${apart}. ${what} ${say(added.length === 1 ? 'was' : 'were', 'would be')} paid for like that.`,
	]
}
