import type { PaperQuestion } from '~/domain/documents/templates.ts'
import type { Missing } from '~/domain/meetings/check-paper.ts'
import type { MeetingStage, Purpose } from '~/domain/meetings/meeting.ts'
import { fullDay, longDate, type Moment, timeOf } from '~/ui/dates.ts'
import { sentence } from '~/ui/sentence.ts'
import type { WithheldItem } from './read-agenda.server.ts'

export const nothingDecidedHere = 'A decision is taken at the meeting. Nothing is decided on this page.'

export const purposeWords: Record<Purpose, string> = { decide: 'To decide', discuss: 'To discuss', note: 'To note' }

export const stageWords: Record<MeetingStage, string | null> = {
	draft: 'draft, not published',
	published: null,
	'called-off': 'called off',
	begun: null,
	approved: 'minutes approved',
}

const missingWords: Record<PaperQuestion, string> = {
	recommendations: 'Recommendations not stated',
	money: 'Money not stated',
	equality: 'Who may lose not stated',
	summary: 'Plain summary not given',
}

/** What a paper leaves open, one sentence each. Shown to everybody. */
export function paperCheckWords(missing: Missing): string[] {
	return missing.map((question) => `${missingWords[question]}.`)
}

export const paperSaysAll = 'Recommendations, money, who may lose and a plain summary are stated.'

/** Tuesday 1 December 2026, at 2pm */
export function whenWords(startsAt: Moment): string {
	return `${fullDay(startsAt)}, at ${timeOf(startsAt)}`
}

/** "Health and Wellbeing Board, 1 December 2026" */
export function meetingName({ body, startsAt }: { body: string; startsAt: Moment }): string {
	return `${body}, ${longDate(startsAt)}`
}

export function clearDayWords(days: number): string {
	return days === 1 ? '1 clear working day' : `${days} clear working days`
}

/** One sentence for each item that is not named to this reader. */
export function withheldWords(item: WithheldItem): string {
	const which =
		item.number === null ? 'An item that was not public was taken off the agenda' : `Item ${item.number} is not public`
	if (item.number === null) return `${which}.`
	return item.because === 'private'
		? `${which}, because ${sentence(item.reason)}`
		: `${which}, because its paper is not open to you.`
}
