import { longDate } from '~/ui/dates.ts'
import type { Change } from '../../../domain/decisions/board/changes.ts'
import type { CastingVote, Minute, Vote } from '../../../domain/decisions/board/minute.ts'
import { countWords } from '../decision-words.ts'
import { amendmentPartChoices, howWords, joinedWords, type NameOf, partChoices, rulesWords } from './minute-words.ts'

const fieldNames: Record<Exclude<Change['what'], 'part' | 'seat' | 'vote' | 'casting' | 'amendment'>, string> = {
	heldOn: 'Day of the meeting',
	place: 'Place or link',
	question: 'What was to be decided',
	motion: 'The words moved',
	reasons: 'Reasons',
	presiderId: 'Who presided',
	officerId: 'Who took the minute',
	moverId: 'Moved by',
	seconderId: 'Seconded by',
	rules: 'The body’s rules',
	joined: 'how they joined',
	late: 'came in after the debate had begun',
	right: 'sits there as',
	substitute: 'substitute',
	interest: 'interest',
	dispensation: 'who allowed them to take part all the same',
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
		case 'seat':
			return became(`${nameOf(change.memberId)}, a seat that day`, yesNo(change.before), yesNo(change.after))
		case 'joined':
			return became(
				`${nameOf(change.memberId)}, ${fieldNames.joined}`,
				joinedWords[change.before],
				joinedWords[change.after],
			)
		case 'late':
			return became(`${nameOf(change.memberId)}, ${fieldNames.late}`, yesNo(change.before), yesNo(change.after))
		case 'rules':
			return became(fieldNames.rules, rulesWords(change.before), rulesWords(change.after))
		case 'right':
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

function yesNo(is: boolean) {
	return is ? 'yes' : 'no'
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
		...Object.entries(amendment.parts).map(
			([id, part]) => `${nameOf(id)}: ${amendmentPartChoices[part].toLowerCase()}`,
		),
		castingSaid(casting),
		wording,
	]
		.filter(Boolean)
		.join('; ')
}
