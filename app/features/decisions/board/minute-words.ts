import type { Decided } from '../../../domain/decisions/board/decide.ts'
import type {
	Amendment,
	AmendmentPart,
	Attendance,
	BodyRules,
	CastingVote,
	Minute,
	Part,
	Vote,
} from '../../../domain/decisions/board/minute.ts'
import type { Tally } from '../../../domain/decisions/decision.ts'
import type { QuorumAnswer } from '../../../domain/decisions/methods/quorum.ts'
import { countWords, outcomeWords, shareNames } from '../decision-words.ts'

export type NameOf = (memberId: string | null) => string

/** How somebody took part, as the form offers it. */
export const partChoices: Record<Part, string> = {
	present: 'Present',
	for: 'For',
	against: 'Against',
	abstain: 'Abstained',
	left: 'Left before the vote',
	absent: 'Absent',
	interest: 'Did not take part: interest',
}

export const joinedWords: Record<Attendance['joined'], string> = { room: 'In the room', remote: 'Remotely' }

/** How somebody took part in the vote on an amendment, as the form offers it. */
export const amendmentPartChoices: Record<AmendmentPart, string> = {
	present: 'There, no vote by name',
	for: 'For',
	against: 'Against',
	abstain: 'Abstained',
	away: 'Not there for this vote',
}

export const howWords: Record<Vote['how'], string> = {
	names: 'A named vote',
	hands: 'A show of hands, counted without names',
	assent: 'Nobody spoke against it, and no votes were counted (by assent)',
}

/** How somebody took part, as everyone reads it. Where votes were not named, a name stands only at their own request. */
export function partWords({ part, votes }: Pick<Attendance, 'part' | 'votes'>, how: Vote['how']): string {
	if (part === 'present') {
		if (!votes) return 'Present, has no vote'
		return how === 'names' ? 'Present, did not vote' : 'Present'
	}
	if (part === 'absent' || part === 'left' || part === 'interest') return partChoices[part]
	return how === 'names' ? partChoices[part] : `Present. Asked to be minuted: ${partChoices[part].toLowerCase()}`
}

/** "joined remotely", with what that means under the body's rules; empty for somebody in the room from the beginning. */
export function cameWords({ joined, late }: Pick<Attendance, 'joined' | 'late'>, rules: BodyRules): string {
	const words: string[] = []
	if (joined === 'remote')
		words.push(rules.remoteCounts ? 'joined remotely' : 'joined remotely, so may speak but does not count or vote')
	if (late)
		words.push(
			rules.lateVotes
				? 'came in after the debate had begun'
				: 'came in after the debate had begun, so does not vote on this item',
		)
	return words.join('; ')
}

/** "For: Helen, Colin. Against: Ann, substitute for Joe; Amina. Not there for this vote: Priya." */
export function amendmentPartsWords({ parts }: Pick<Amendment, 'parts'>, nameOf: NameOf): string {
	const kinds = ['for', 'against', 'abstain', 'away'] as const
	return kinds
		.map((kind) => ({ kind, ids: Object.keys(parts).filter((id) => parts[id] === kind) }))
		.filter(({ ids }) => ids.length > 0)
		.map(({ kind, ids }) => `${amendmentPartChoices[kind]}: ${listNames(ids.map(nameOf))}.`)
		.join(' ')
}

/** A name with a comma in it would read as two people. */
function listNames(names: readonly string[]) {
	return names.join(names.some((name) => name.includes(',')) ? '; ' : ', ')
}

/** "more for than against", "at least two thirds of those present to be for" */
export function neededWords({ threshold }: Pick<BodyRules, 'threshold'>): string {
	if (threshold === 'majority') return 'more for than against'
	const { numerator, denominator } = threshold.share
	const share = shareNames[`${numerator}/${denominator}`] ?? `${numerator} in every ${denominator}`
	const whole = { voting: 'those for or against', present: 'those present', entitled: 'all who may vote' }
	return `at least ${share} of ${whole[threshold.of]} to be for`
}

/** "Quorum: 4 needed, 1 of them sitting there as “NHS member”. 5 were there. There was a quorum." */
export function quorumWords({ met, needed, present, missing }: Decided['quorum'], { quorum }: BodyRules): string {
	const classes = missing.map(
		({ seat, needed, present }) => `Of those who sit there as “${seat}” ${present} were there and ${needed} needed.`,
	)
	const interests = quorum.countsInterested
		? 'Somebody shut out by an interest is counted.'
		: 'Nobody shut out by an interest is counted.'
	const kinds = (quorum.classes ?? []).map(({ seat, least }) => `, ${least} of them sitting there as “${seat}”`)
	const rule = `Quorum: ${needed} needed${kinds.join('')}. ${present} were there.`
	return [rule, ...classes, interests, met ? 'There was a quorum.' : 'There was no quorum.'].join(' ')
}

/** The outcome in one sentence; without a quorum, who was missing: too few of all, or somebody of a class of seat. */
export function boardOutcomeWords({ outcome, quorum }: Pick<Decided, 'outcome' | 'quorum'>): string {
	if (outcome !== 'no-quorum') return outcomeWords('board-decision', outcome)
	const { needed, present, missing } = quorum
	const short = present < needed ? [`${present} of the ${needed} needed were there`] : []
	return `No decision. There was no quorum: ${[...short, ...missing.map(missingWords)].join('; ')}.`
}

function missingWords({ seat, needed, present }: QuorumAnswer['missing'][number]): string {
	return present === 0
		? `nobody who sits there as “${seat}” was there, ${needed} needed`
		: `of those who sit there as “${seat}” ${present} of the ${needed} needed were there`
}

/** What a body's quorum is, before there is a meeting: "4, with at least 1 sitting as “NHS member”". */
export function quorumRuleWords({ quorum: { least, classes = [] } }: Pick<BodyRules, 'quorum'>): string {
	const number =
		typeof least === 'number' ? `${least} voting seats` : `${least.numerator}/${least.denominator} of the voting seats`
	return [number, ...classes.map(({ seat, least }) => `at least ${least} sitting there as “${seat}”`)].join(', ')
}

/** All of a body's rules, so that two can be told apart. */
export function rulesWords(rules: BodyRules): string {
	return [
		`quorum ${quorumRuleWords(rules)}`,
		`whoever has an interest ${rules.quorum.countsInterested ? 'counts' : 'does not count'} towards it`,
		`a motion needs ${neededWords(rules)}`,
		rules.castingVote ? 'a casting vote when votes are level' : 'no casting vote',
		rules.remoteCounts ? 'whoever joins remotely counts and votes' : 'whoever joins remotely may speak only',
		rules.lateVotes ? 'whoever comes late may vote' : 'whoever comes late may not vote',
	].join('; ')
}

/** What stands by the form while a meeting is entered: "6 of 7 needed. You cannot decide yet." */
export function quorumNowWords({ met, needed, present, missing }: QuorumAnswer): string[] {
	return [
		met
			? `${present} there, ${needed} needed. There is a quorum.`
			: present < needed
				? `${present} of ${needed} needed. You cannot decide yet.`
				: `${present} there, ${needed} needed, but not everybody who must be. You cannot decide yet.`,
		...missing.map(({ seat, needed, present }) => `“${seat}”: ${present} of ${needed} needed.`),
	]
}

export function talliedWords(vote: Vote['how'], tally: Tally | null): string {
	if (!tally) return `${howWords.assent}.`
	return vote === 'hands' ? `On a show of hands: ${countWords(tally)}` : countWords(tally)
}

/** Why the rule gives the outcome, a sentence an idea. */
export function whyMinuted(minute: Minute, decided: Decided, nameOf: NameOf): string[] {
	const { outcome, tally, quorum, level } = decided
	if (outcome === 'no-quorum') {
		return [quorumWords(quorum, minute.rules), 'Without a quorum nothing was decided either way.']
	}
	const counted = talliedWords(minute.vote.how, tally)
	if (outcome === 'nobody-voted') return [counted, 'Nobody voted.', quorumWords(quorum, minute.rules)]
	const said = [counted]
	if (tally) {
		const needed = `It needed ${neededWords(minute.rules)}.`
		const has = level === 'casting-vote' ? '' : outcome === 'agreed' ? 'It had that.' : 'It did not have that.'
		said.push(has ? `${needed} ${has}` : needed)
		const levelled = levelWords(minute, tally, level, minute.casting, nameOf)
		if (levelled) said.push(levelled)
	}
	return [...said, quorumWords(quorum, minute.rules)]
}

/** What was done about a level vote, or nothing when votes were not level. */
export function levelWords(
	{ presiderId, rules }: Pick<Minute, 'presiderId' | 'rules'>,
	tally: Tally | null,
	level: Decided['level'],
	casting: CastingVote | null,
	nameOf: NameOf,
): string {
	if (!tally || level === null || tally.for === 0) return ''
	if (level === 'casting-vote' && casting) {
		return `Votes were level. ${nameOf(presiderId)}, who presided, gave the casting vote ${casting.choice} it. The reason: ${casting.reason}`
	}
	return rules.castingVote
		? 'Votes were level and no casting vote was used, so it was not carried.'
		: 'Votes were level and this body’s rules give no casting vote, so it was not carried.'
}
