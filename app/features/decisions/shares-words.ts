import type { Utility } from '../../domain/decisions/methods/equal-shares-options.ts'
import { firstShares } from '../../domain/decisions/methods/first-shares.ts'
import type { SharesStory } from '../../domain/decisions/shares-story.ts'
import { roughWords } from './amount-words.ts'
import { backedBy } from './backed-words.ts'
import { fundedWords, spentWords } from './budget-words.ts'
import { mostOf } from './method-words.ts'
import { poundsText, thousands } from './money-words.ts'
import { capital, mostNamed, namesOf } from './option-names.ts'
import { comparisonOf, comparisonSaid } from './shares-compared-words.ts'
import { raisedWords } from './shares-grown-words.ts'
import { apartFrom, hasOutThatFits } from './shares-left-out-words.ts'
import { leftWords } from './shares-left-words.ts'
import { firstOf, isEndowed, ofVoices, type SharesTold } from './shares-told.ts'
import { orWithdrawn } from './withdrawn-words.ts'

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

function voiceShareWords(told: SharesTold, pot: string): string {
	const each = `There was ${pot} to share. Each voice of which anybody voted got the same amount, shared equally among its people who voted.`
	const shares = isEndowed(told) ? ofVoices(told, firstShares(told.count), roughWords) : null
	return shares ? `${each} The share of each person was ${shares}.` : each
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
