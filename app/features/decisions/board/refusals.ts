import type { RulesProblem } from '../../../domain/decisions/board/judge-rules.ts'
import { mostNames } from '../../../domain/decisions/board/remove-names.ts'
import { noMeetingThatDay } from '../../meetings/approval-words.ts'
import type { approveBoardDecision } from './approve-board-decision.server.ts'
import type { correctBoardDecision } from './correct-board-decision.server.ts'
import type { Recorded } from './record-board-decision.server.ts'
import type { removeNamesFromMinute } from './remove-names.server.ts'
import type { setBodyRules } from './set-body-rules.server.ts'

type Refusal<Answer> = Exclude<Extract<Answer, { refused: unknown }>['refused'], 'not-so'> & string
type Of<Command extends (...args: never[]) => Promise<unknown>> = Refusal<Awaited<ReturnType<Command>>>

/** What happened, why, and what to do next. What cannot be so has its words beside the fields (`minute-words`). */
export const recordRefusals: Record<Refusal<Recorded>, string> = {
	'not-found': 'This version or group is no longer here. Go back to the document and start from one of its versions.',
	'not-yours-to-enter': 'The body’s chair or clerk, or a facilitator, enters what it decided. Ask one of them.',
	'entered-already':
		'This decision was entered before, with the answers you sent first. If they were wrong, correct it on its own page. What is below is not saved: check your answers again to enter it as another decision.',
	'group-closed': 'This group has been closed, so nothing more can be entered for it. Choose another group.',
	'document-stopped':
		'This document was stopped, so nothing more is decided about it. Start a new document to take it further.',
	'group-cannot-read':
		'Only one group may read this document, so only that group decides about it. Choose that group, or open the document to more people first.',
	'rules-missing':
		'This body’s own rules are not written down yet. Write them down on its page, then enter the decision.',
	'day-locked':
		'This body’s meeting on that day has its minutes approved and locked, so nothing is added to what it decided. Change the day if it is wrong. What another meeting decided is entered under the item of that one, or with its own day.',
	'item-elsewhere':
		'This item of the agenda is about other words, or of another body, so this decision cannot stand under it. Go back to the meeting and start from its item.',
	'item-not-to-decide':
		'Nothing was to be decided under this item of the agenda. Write what was concluded on the page of the meeting, or enter the decision from the document’s own version.',
	'item-taken-off':
		'This item was taken off the agenda, so nothing was decided under it. If the body decided all the same, enter it from the document’s own version.',
	'item-decided':
		'What was decided under this item is entered already. If it was entered wrongly, correct its minute on its own page.',
	'item-other-day':
		'The meeting this item belongs to was on another day. Enter its day, or enter this decision from the document’s own version.',
	'meeting-not-published':
		'The agenda of this meeting is not published yet. Publish it first: a body decides in a meeting that people were told of.',
	'meeting-called-off':
		'This meeting was called off, so nothing was decided at it. Enter the decision under the meeting that took it.',
	'interest-declared':
		'An interest was declared meanwhile at the meeting and is not in this minute, so nothing is saved yet. All you typed is below. Enter the interest and that they took no part, or withdraw it on the page of the meeting, then check your answers again.',
	'attendance-differs':
		'What is entered of who was there does not fit what the page of the meeting says, so nothing is saved. What you typed is below. Mend it below, or on the page of the meeting: whoever came late or left is ticked there as such. Then check your answers again.',
	'meeting-approved':
		'The minutes of this meeting are approved and locked. What a later meeting decides is entered under that one.',
	'meeting-to-come':
		'This meeting has not begun, so nothing is decided in it yet. Come back at its hour. If the hour is wrong, move the meeting from its own page. What the body decided elsewhere is entered from the document’s own version.',
}

export const correctRefusals: Record<Of<typeof correctBoardDecision>, string> = {
	'not-found': 'This decision is no longer here.',
	'not-yours-to-correct': 'The body’s chair or clerk, or a facilitator, corrects the minute. Ask one of them.',
	approved: 'This minute was approved, so it is locked. What a later meeting decides about it is entered by itself.',
	'corrected-meanwhile':
		'Somebody corrected this minute while you wrote, so yours was not saved. What you typed is below. Read their correction on the decision’s page, then send yours again.',
	'reason-missing': 'Enter why it is corrected. Everyone who can see this decision will read it',
	'item-other-day':
		'This decision stands under an item of a meeting, and that meeting was on another day. Leave the day as it was.',
	'nothing-changed':
		'Nothing is different from what stands already, so there is nothing to correct. Change what was wrong.',
}

export const approveRefusals: Record<Of<typeof approveBoardDecision>, string> = {
	'not-found': 'This decision is no longer here.',
	'not-yours-to-approve': 'The body’s own chair or clerk enters that the minute was approved. Ask one of them.',
	approved: 'This minute was approved already. The day stands on its page.',
	'corrected-meanwhile':
		'Somebody corrected this minute since you opened this page, so it was not approved. Read the correction, then approve it as it stands now.',
	'day-missing': 'Enter the day of the meeting that approved it',
	'day-not-after': 'A minute is approved at a later meeting. Enter the day of that meeting',
	'day-later': 'That day is still to come. Come back when that meeting has approved it',
	'day-no-meeting': noMeetingThatDay,
	'not-checked': 'Nothing is locked yet. Check the day, then lock the minute.',
}

export const namesRefusals: Record<Of<typeof removeNamesFromMinute>, string> = {
	'not-found': 'This decision is no longer here.',
	'not-yours-to-remove': 'The body’s chair or clerk, or a facilitator, takes names out of a minute. Ask one of them.',
	'names-missing': 'Enter the name that is to go, as it stands in the minute',
	'names-many': `Enter ${mostNames} names or fewer at once`,
	'not-a-name':
		'One of these is no name, so what was said or decided could change by it. Enter a name as it stands there, with its capitals: “Mrs Brown”, “Ann Brown” or “Brown”',
	'member-name':
		'One of these is the name, or a part of the name, of somebody who sat there or took the minute. A board’s minute keeps the names of its members, because it is a public record',
	'not-seen':
		'Other places would change now than you were shown, so nothing was taken out. Look at them, then confirm again.',
	'name-not-there': 'None of these names stands in the words of this minute. Enter them as they stand there',
	'nothing-picked':
		'Nothing was taken out, because no place is ticked. Tick each place where the word is somebody’s name, or change the answers',
	'reason-missing': 'Enter why the name is taken out. Everyone who can see this decision will read it',
	'name-in-reason': 'Give the reason without the name or a part of it. Everyone who can see this decision will read it',
}

export const rulesRefusals: Record<Of<typeof setBodyRules>, string> = {
	'not-found': 'This group is no longer here.',
	'not-allowed': 'The group’s chair or clerk, or a facilitator, writes down its rules. Ask one of them.',
	'group-closed': 'This group has been closed, so its rules can no longer change.',
}

export const rulesProblems: Record<RulesProblem, (name: string) => string> = {
	'least-unclear': () => 'Enter a number, like 7, or a share of all, like 1/4',
	'least-too-high': () => 'More are needed than have a vote here. Enter a smaller number',
	'class-unknown': () => 'No voting seat sits there as this. Write it below the same way, or take it out',
	'class-least-unclear': () => 'Enter how many of these are needed, like 1',
	'class-too-few': () => 'More of these are needed than sit there. Enter a smaller number',
	'class-twice': () => 'This is there twice. Take one out',
	'right-missing': (name) => `Enter by which right ${name} sits there`,
	'nobody-votes': () => 'Nobody has a voting seat here yet. Give voting seats on the group’s page first.',
}
