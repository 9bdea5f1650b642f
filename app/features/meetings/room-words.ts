import { sentence } from '~/ui/sentence.ts'
import type { Attendance, BodyRules } from '../../domain/decisions/board/minute.ts'
import type { Visibility } from '../../domain/documents/document.ts'
import type { ComingAndGoing } from '../../domain/meetings/same-attendance.ts'
import type { GroupKind } from '../../domain/people/group.ts'
import { cameWords } from '../decisions/board/minute-words.ts'
import { comingAndGoingWords } from './attendance-words.ts'
import type { ShownInterest } from './read-outcomes.server.ts'

/** How somebody came to a meeting as a whole, where that was not from beginning to end and in the room. */
export function cameToMeeting(
	{ joined, late, part }: Pick<Attendance, 'joined' | 'late' | 'part'>,
	rules: BodyRules | null,
	moved: ComingAndGoing,
): string {
	return [
		rules ? cameWords({ joined, late: false }, rules) : joined === 'remote' ? 'joined remotely' : '',
		...comingAndGoingWords({ late, left: part === 'left' }, moved),
	]
		.filter(Boolean)
		.join('; ')
}

/** The one rule about taking part, in the same words on the agenda and where an interest is declared. */
export const interestRule =
	'Whoever has an interest in an item takes no part in it and does not vote on it, unless somebody who may do so allows it.'

export const ownInterest = 'You declared an interest in this item, so you take no part in it and do not vote on it.'

/** Who will read a declared interest: whoever may read its item (`seeItem`) of this meeting (`mayReadMeeting`). */
export function interestReaders(
	{ privateReason, paper }: { privateReason: string | null; paper: { visibility: Visibility } | null },
	body: { kind: GroupKind },
	partnership: { open: boolean },
): string {
	if (privateReason !== null)
		return 'This item is not public: the members of this body and those who run its meetings will read it, with the name.'
	if (body.kind === 'circle')
		return 'The members of this body and those who run its meetings will read it, with the name.'
	if (paper && (paper.visibility === 'group' || paper.visibility === 'circle'))
		return 'Whoever can read the paper of this item will read it, with the name, on the agenda and in the minutes.'
	return partnership.open && (!paper || paper.visibility === 'public')
		? 'Everyone, also the press, will read this, with the name, on the agenda and in the minutes.'
		: 'Every member of this partnership will read this, with the name, on the agenda and in the minutes.'
}

/** "Priya: would be paid for it. Does not take part in this item." */
export function interestLine({ name, interest, dispensation, isWithdrawn, withdrawnReason }: ShownInterest): string {
	if (isWithdrawn) return `${name}: an interest was written down and withdrawn. The reason: ${withdrawnReason}`
	return dispensation
		? `${name}: ${sentence(interest)} Allowed to take part: ${sentence(dispensation)}`
		: `${name}: ${sentence(interest)} Does not take part in this item.`
}
