import { sentence } from '~/ui/sentence.ts'
import type { Attendance, BodyRules } from '../../domain/decisions/board/minute.ts'
import { cameWords } from '../decisions/board/minute-words.ts'
import type { ShownInterest } from './read-outcomes.server.ts'

/** How somebody came to a meeting as a whole, where that was not from beginning to end and in the room. */
export function cameToMeeting(
	{ joined, late, part }: Pick<Attendance, 'joined' | 'late' | 'part'>,
	rules: BodyRules | null,
): string {
	return [
		rules ? cameWords({ joined, late: false }, rules) : joined === 'remote' ? 'joined remotely' : '',
		late ? 'came after the meeting had begun' : '',
		part === 'left' ? 'left before it ended' : '',
	]
		.filter(Boolean)
		.join('; ')
}

/** "Priya: would be paid for it. Does not take part in this item." */
export function interestLine({ name, interest, dispensation, isWithdrawn, withdrawnReason }: ShownInterest): string {
	if (isWithdrawn) return `${name}: an interest was written down and withdrawn. The reason: ${withdrawnReason}`
	return dispensation
		? `${name}: ${sentence(interest)} Allowed to take part: ${sentence(dispensation)}`
		: `${name}: ${sentence(interest)} Does not take part in this item.`
}
