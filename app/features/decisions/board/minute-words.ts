import { longDate } from '~/ui/dates.ts'
import type { Change } from '../../../domain/decisions/board/changes.ts'
import type { Decided } from '../../../domain/decisions/board/decide.ts'
import type { MinuteProblem } from '../../../domain/decisions/board/judge-minute.ts'
import type { Attendance, BodyRules, CastingVote, Minute, Part, Vote } from '../../../domain/decisions/board/minute.ts'
import type { Tally } from '../../../domain/decisions/decision.ts'
import { countWords, shareNames } from '../decision-words.ts'

export type NameOf = (memberId: string | null) => string

/** How somebody took part, as the form offers it. */
export const partChoices: Record<Part, string> = {
	present: 'Present',
	for: 'For',
	against: 'Against',
	abstain: 'Abstained',
	absent: 'Absent',
	interest: 'Did not take part: interest',
}

export const howWords: Record<Vote['how'], string> = {
	names: 'A named vote',
	hands: 'A show of hands, counted without names',
	assent: 'By assent: nobody spoke against, and no votes were counted',
}

/** How somebody took part, as everyone reads it. Where votes were not named, a name stands only at their own request. */
export function partWords({ part, votes }: Pick<Attendance, 'part' | 'votes'>, how: Vote['how']): string {
	if (part === 'present') {
		if (!votes) return 'Present, has no vote'
		return how === 'names' ? 'Present, did not vote' : 'Present'
	}
	if (part === 'absent' || part === 'interest') return partChoices[part]
	return how === 'names' ? partChoices[part] : `Present. Asked to be minuted: ${partChoices[part].toLowerCase()}`
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

/** What a body's quorum is, before there is a meeting: "4, with at least 1 sitting as “NHS member”". */
export function quorumRuleWords({ quorum: { least, classes = [] } }: Pick<BodyRules, 'quorum'>): string {
	const number =
		typeof least === 'number' ? `${least} voting seats` : `${least.numerator}/${least.denominator} of the voting seats`
	return [number, ...classes.map(({ seat, least }) => `at least ${least} sitting there as “${seat}”`)].join(', ')
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

const fieldNames: Record<Exclude<Change['what'], 'part' | 'vote' | 'casting' | 'amendment'>, string> = {
	heldOn: 'Day of the meeting',
	place: 'Place or link',
	question: 'What was to be decided',
	motion: 'The words moved',
	reasons: 'Reasons',
	presiderId: 'Who presided',
	officerId: 'Who took the minute',
	moverId: 'Moved by',
	seconderId: 'Seconded by',
	substitute: 'substitute',
	interest: 'interest',
	dispensation: 'dispensation',
}

/** "Colin: “For” became “Against”" */
export function changeWords(change: Change, nameOf: NameOf): string {
	switch (change.what) {
		case 'heldOn':
			return became(fieldNames.heldOn, longDate(change.before), longDate(change.after))
		case 'presiderId':
		case 'officerId':
		case 'moverId':
		case 'seconderId':
			return became(
				fieldNames[change.what],
				change.before ? nameOf(change.before) : '',
				change.after ? nameOf(change.after) : '',
			)
		case 'part':
			return became(nameOf(change.memberId), partChoices[change.before], partChoices[change.after])
		case 'substitute':
		case 'interest':
		case 'dispensation':
			return became(`${nameOf(change.memberId)}, ${fieldNames[change.what]}`, change.before, change.after)
		case 'vote':
			return became('How it was voted on', voteSaid(change.before), voteSaid(change.after))
		case 'casting':
			return became('Casting vote', castingSaid(change.before), castingSaid(change.after))
		case 'amendment':
			return became(
				`Amendment ${change.number}`,
				amendmentSaid(change.before, nameOf),
				amendmentSaid(change.after, nameOf),
			)
		default:
			return became(fieldNames[change.what], change.before, change.after)
	}
}

function became(what: string, before: string, after: string) {
	return `${what}: ${before ? `“${before}”` : 'nothing'} became ${after ? `“${after}”` : 'nothing'}`
}

function voteSaid(vote: Vote) {
	return vote.how === 'hands' ? `Show of hands: ${countWords(vote)}` : howWords[vote.how]
}

function castingSaid(casting: CastingVote | null) {
	return casting ? `${casting.choice}, ${casting.reason}` : ''
}

function amendmentSaid(amendment: Minute['amendments'][number] | null, nameOf: NameOf) {
	if (!amendment) return ''
	const { change, moverId, seconderId, vote, casting, wording } = amendment
	return [
		change,
		moverId && `moved by ${nameOf(moverId)}`,
		seconderId && `seconded by ${nameOf(seconderId)}`,
		voteSaid(vote),
		castingSaid(casting),
		wording,
	]
		.filter(Boolean)
		.join('; ')
}

/** What cannot be so, and how to mend it. `name` is whose part it is. */
export const problemWords: Record<MinuteProblem, (name: string) => string> = {
	'held-missing': () => 'Enter the day of the meeting',
	'held-later': () => 'That day is still to come. A decision is entered once the meeting has taken it',
	'place-missing': () => 'Enter where the meeting was, or the link people joined by',
	'question-missing': () => 'Enter what was to be decided',
	'motion-missing': () => 'Enter the exact words that were moved',
	'reasons-missing': () => 'Enter the reasons for the decision',
	'presider-missing': () => 'Choose who presided',
	'presider-not-there': () => 'Whoever presided was there. Choose somebody else, or say below how they took part',
	'presider-interested': () =>
		'Somebody shut out by an interest cannot preside over this item. Choose who presided over it',
	'officer-missing': () => 'Choose who took the minute',
	'mover-missing': () => 'Choose who moved it',
	'mover-took-no-part': () => 'Whoever moved it took part in the item. Choose somebody else, or mend their part below',
	'seconder-took-no-part': () =>
		'Whoever seconded it took part in the item. Choose somebody else, or mend their part below',
	'seconder-is-mover': () => 'Somebody other than the mover seconds it. Choose somebody else, or nobody',
	'seat-has-no-vote': (name) => `${name} has no vote here. Choose present, absent or interest`,
	'interest-shuts-out': (name) =>
		`${name} declared an interest, so ${name} cannot take part in this item. Choose “Did not take part: interest”, or enter who allowed it`,
	'interest-unsaid': (name) => `Enter what ${name}’s interest in this item is`,
	'dispensation-of-nothing': (name) => `Enter what ${name}’s interest is, or take out who allowed ${name} to take part`,
	'substitute-absent': (name) => `Somebody came instead of ${name}. Choose how they took part`,
	'against-under-assent': (name) =>
		`With ${name} against it was not by assent. Choose a named vote or a show of hands, or mend ${name}’s part`,
	'hands-unclear': () => 'Enter the numbers for and against as whole numbers, like 6',
	'hands-too-many': () => 'These are more votes than people who could vote. Check the numbers, or who was there',
	'hands-fewer-than-named': () =>
		'More people are minuted by name for this side than hands were counted. Check the number, or the names below',
	'casting-not-level': () => 'Votes were not level, so there was no casting vote. Choose “None”, or check the votes',
	'casting-not-given': () =>
		'This body’s rules give no casting vote here. Choose “None”, or mend the body’s rules first',
	'casting-reason-missing': () => 'Enter the reason for the casting vote',
	'casting-without-vote': () => 'Whoever presided has no vote here, so no casting vote. Choose “None”',
	'amendment-missing': () => 'Enter what was to change, or take this amendment out',
	'amended-wording-missing': () => 'This amendment was carried. Enter the whole motion as it left it',
	'amendment-not-carried': () =>
		'This amendment was not carried, so the motion did not change. Leave this empty, or check the votes',
}
