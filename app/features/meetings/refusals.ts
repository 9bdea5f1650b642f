import { longDate, type Moment } from '~/ui/dates.ts'

/** What a person is told when a step on an agenda is refused, and the answer's status. */
export const agendaRefusals = {
	'not-found': ['This meeting is no longer here. Nothing was saved. Go back to the meetings and choose another.', 404],
	'not-allowed': [
		'Only the chair or clerk of the body that meets, or a facilitator, can do this. Ask one of them to do it with you.',
		403,
	],
	'group-closed': ['This body has closed, so it meets no more. Choose another.', 409],
	'in-the-past': ['This day and time have gone by. Enter when the meeting will begin', 422],
	'too-far-ahead': ['This day is more than three years ahead. Check the year, and enter a day within three years', 422],
	'drawn-up-already': [
		'This meeting was drawn up before, and it stays as you first sent it. What you typed now is below and not saved. To draw up another meeting, send it again.',
		409,
	],
	'added-already': [
		'This item was added before, and it stays as you first sent it. What you typed now is below and not saved. To add it as another item, send it again.',
		409,
	],
	'called-off': ['This meeting was called off, so its agenda stays as it is. Draw up another meeting.', 409],
	approved: ['The minutes of this meeting are approved, so its agenda stays as it is.', 409],
	'needs-paper': [
		'A decision is always about a frozen version. Choose “To discuss” or “To note”, or go back and choose a paper',
		422,
	],
	'on-agenda-already': ['This paper is on the agenda already. Move it there, or take it off first.', 409],
	'late-reason-missing': [
		'The agenda is published and fewer than five clear working days are left. Enter the chair’s reason for adding it now',
		422,
	],
	'paper-not-ready': [
		'This paper is not ready for this body: it was not put to people, or the body has decided about it, or may not. Choose another from the list.',
		409,
	],
	'published-already': ['This agenda was published before. Look at it on the page of the meeting.', 409],
	begun: ['This meeting has begun, so this cannot be done any more. What was done at it goes into its minutes.', 409],
	'decided-at': [
		'A decision was entered under an item of this meeting, so it took place, and it is neither moved nor called off. What was done at it goes into its minutes.',
		409,
	],
	'nothing-moved': ['This is when and where the meeting is already. Enter another day, time or place', 422],
	'moved-meanwhile': [
		'Since you opened this form, somebody else moved or published this meeting, or wrote down who is there. Yours is not saved. What stands now is shown above the form; what you entered is still in it. Check it, then move the meeting again.',
		409,
	],
	'move-reason-missing': ['The agenda is published, so everyone is told why. Enter why the meeting is moved', 422],
	'move-short-notice': [
		'Fewer than five clear working days are left before that day. Enter the chair’s reason for giving short notice, or another day',
		422,
	],
	'order-public': [
		'The agenda is published, and people know its items by their numbers, so the order stays. At the meeting items may be taken in another order: say so in the minutes.',
		409,
	],
	'no-items': ['There is nothing on the agenda yet. Add an item, then publish it.', 409],
	'short-notice': [
		'Fewer than five clear working days are left before the meeting. Enter the chair’s reason for publishing now',
		422,
	],
	'item-gone': ['This item was taken off the agenda, so it stays as it was. Choose another item.', 409],
	'title-same': ['This is what the item is called already. Enter the right title', 422],
	'title-reason-missing': ['The agenda is published, so everyone is told why. Enter why the title is corrected', 422],
	'title-changed-meanwhile': [
		'Since you opened this form, somebody else corrected this title. Yours is not saved. What the item is called now stands above the form; what you entered is still in it. Check it, then send it again.',
		409,
	],
	'details-public': [
		'The agenda is published, so people were told who presents this item and what the body is asked to do. Both stay as they are. If it is different at the meeting, write it down under “At the meeting”, where what was said is written.',
		409,
	],
	'details-changed-meanwhile': [
		'Since you opened this form, somebody else changed this item. Yours is not saved. What stands now is shown above the form; what you entered is still in it. Check it, then send it again.',
		409,
	],
	decided: ['A decision was entered under this item, so it stays on the agenda.', 409],
	'reason-missing': ['The agenda is published, so everyone is told why. Enter the reason for taking it off', 422],
} as const satisfies Record<string, readonly [words: string, status: number]>

export type AgendaRefusal = keyof typeof agendaRefusals

export function tooLateWords(day: Moment): string {
	return `To leave five, it had to be published by ${longDate(day)}.`
}
