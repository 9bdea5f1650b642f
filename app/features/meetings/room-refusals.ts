import { namesRefusals } from '../decisions/board/refusals.ts'
import { noMeetingThatDay } from './approval-words.ts'
import type { MinutesRefusal } from './approve-minutes.server.ts'
import type { ChangeInterestRefusal } from './change-interest.server.ts'
import type { Declared } from './declare-interest.server.ts'
import type { NoteItemRefusal } from './note-item.server.ts'
import type { AttendanceRefusal } from './set-attendance.server.ts'

const notPublished =
	'The agenda of this meeting is not published yet. Publish it first: a body meets in a meeting that people were told of.'
const calledOff = 'This meeting was called off, so nothing happened at it. Go to the meeting that took its place.'
const approved = 'The minutes of this meeting are approved, so what stands in them is locked.'
const takenOff = 'This item was taken off the agenda. Choose another item.'
const gone = 'This meeting or item is no longer here. Go back to the list of meetings.'

/** What happened, why, and what to do next. */
export const attendanceRefusals: Record<AttendanceRefusal, string> = {
	'not-found': gone,
	'not-yours-to-set': 'The body’s chair or clerk, or a facilitator, writes down who is there. Tell one of them.',
	'not-published': notPublished,
	'called-off': calledOff,
	approved,
	'rules-missing':
		'This body’s own rules are not written down yet, so no quorum can be counted. Write them down on its page, then come back.',
	'changed-meanwhile':
		'Since you opened this form, somebody else wrote down who is there, or moved the meeting to another hour, so yours is not saved. When it is stands at the top of this page, and who is there by now above the form. What you entered is still in it. Check it, then save it again.',
}

export const declareRefusals: Record<Extract<Declared, { refused: string }>['refused'], string> = {
	'not-found': gone,
	'not-yours-to-declare':
		'An interest is declared by the member who has it. The body’s chair or clerk may write it down for them.',
	'not-published': notPublished,
	'called-off': calledOff,
	approved,
	'taken-off': takenOff,
	decided:
		'This item is decided, and what was declared stands in its minute. If an interest is missing there, ask the clerk to correct the minute.',
	'no-seat': 'Choose somebody who held a seat in this body on the day of the meeting',
	'declared-already':
		'An interest in this item stands there already for this member. If it is wrong, the clerk withdraws it with a reason.',
	'sent-before':
		'This form was sent before, and what it said then stays as it is. What you typed now is below and not saved. If it is another interest, send it again.',
	'interest-missing': 'Enter what the interest is',
}

export const changeInterestRefusals: Record<ChangeInterestRefusal, string> = {
	'not-found': gone,
	'not-yours-to-change': 'The body’s chair or clerk, or a facilitator, changes an interest. Ask one of them.',
	'not-published': notPublished,
	'called-off': calledOff,
	approved,
	'taken-off': takenOff,
	decided: 'This item is decided. What is wrong about an interest is corrected in its minute, with a reason.',
	withdrawn: 'This interest was withdrawn before. If it stands after all, declare it again.',
}

export const noteItemRefusals: Record<NoteItemRefusal, string> = {
	'not-found': gone,
	'not-yours-to-note': 'The body’s chair or clerk, or a facilitator, writes the minutes. Ask one of them.',
	'not-published': notPublished,
	'called-off': calledOff,
	approved,
	'taken-off': takenOff,
	'changed-meanwhile':
		'Somebody else wrote about this item while you did, so yours is not saved. What stands now is shown above the form; your words are still in it. Put them together, then save again.',
}

export const minutesRefusals: Record<MinutesRefusal, string> = {
	'not-found': gone,
	'not-yours-to-approve': 'The body’s own chair or clerk enters that the minutes were approved. Ask one of them.',
	'not-published': notPublished,
	'called-off': calledOff,
	approved: 'These minutes were approved already. The day stands on their page.',
	'paper-not-open':
		'One decision is about words that are not open to you, so you cannot approve its minute. Ask the chair or the clerk who may read them.',
	'not-begun': 'This meeting is still to come. Minutes are approved at a later meeting.',
	'changed-meanwhile':
		'Something in these minutes changed since you opened this page, so they were not approved. Read them again, then approve them as they stand now.',
	'corrected-meanwhile':
		'Somebody corrected one of these decisions meanwhile, so the minutes were not approved. Read them again, then approve them.',
	'day-missing': 'Enter the day of the meeting that approved them',
	'day-not-after': 'Minutes are approved at a later meeting. Enter the day of that meeting',
	'day-later': 'That day is still to come. Come back when that meeting has approved them',
	'day-no-meeting': noMeetingThatDay,
	'not-checked': 'Nothing is locked yet. Check the day, then lock the minutes.',
}

/** As of a minute, where nothing else is to be said of a meeting. */
export const meetingNamesRefusals: typeof namesRefusals = {
	...namesRefusals,
	'not-found': gone,
	'not-yours-to-remove':
		'The body’s chair or clerk, or a facilitator, takes names out of an agenda and its minutes. Ask one of them.',
	'names-missing': 'Enter the name that is to go, as it stands on the agenda or in the minutes',
	'member-name':
		'One of these is the name, or a part of the name, of a member of this body or of who took the minutes. Minutes keep these names, because they are a public record',
	'name-not-there':
		'None of these names stands in what you can see of this meeting. Enter them as they stand there. What is said of a decision goes from its own minute',
	'reason-missing': 'Enter why the name is taken out. Everyone who can read the agenda will read it',
	'name-in-reason': 'Give the reason without the name or a part of it. Everyone who can read the agenda will read it',
}
