import type { Visibility } from '~/domain/documents/document.ts'
import type { PaperQuestion } from '~/domain/documents/templates.ts'
import type { Missing } from '~/domain/meetings/check-paper.ts'
import { enoughClearDays } from '~/domain/meetings/clear-days.ts'
import type { Item, MeetingStage, Purpose } from '~/domain/meetings/meeting.ts'
import type { Withheld } from '~/domain/meetings/see-item.ts'
import type { GroupKind } from '~/domain/people/group.ts'
import { fullDay, longDate, type Moment, timeOf } from '~/ui/dates.ts'
import { sentence } from '~/ui/sentence.ts'
import { tooLateWords } from './refusals.ts'

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

/** "Moved from Tuesday 1 December 2026, at 2pm, Library. Why: Snow." Says only what is different. */
export function movedWords({ from, to, reason }: { from: WhenAndWhere; to: WhenAndWhere; reason: string }): string {
	const sameHour = Number(new Date(from.startsAt)) === Number(new Date(to.startsAt))
	const was = [sameHour ? '' : whenWords(from.startsAt), from.place === to.place ? '' : from.place]
	return `Moved from ${sentence(was.filter(Boolean).join(', '))} Why: ${sentence(reason)}`
}

/** When and where it is, and from where it was moved, as often as it was: a day named once is not lost behind a later move. */
export function whenAndWhereWords({
	startsAt,
	place,
	moves,
}: WhenAndWhere & { moves: readonly { said: string }[] }): string {
	return [whenWords(startsAt), place, ...moves.map(({ said }) => said)].join(' · ')
}

/** "Called “Winter” until 12 June 2026. Why: It was about summer." The newest first. */
export function retitledWords({ titleChanges }: Pick<Item, 'titleChanges'>): string[] {
	return (titleChanges ?? [])
		.map(({ title, changedAt, reason }) => `Called “${title}” until ${longDate(changedAt)}. Why: ${sentence(reason)}`)
		.reverse()
}

export interface ChairReason {
	/** Who typed it; null where no entry of the record says. */
	by: string | null
	/** They held the chair’s seat then. */
	isChair: boolean
}

/** "The reason, entered by Farah for the chair: Snow." What somebody else typed is not said to be the chair's own writing. */
export function chairReasonWords(reason: string, { by, isChair }: ChairReason): string {
	if (by === null) return `The reason, entered for the chair: ${reason}`
	return `The reason, entered by ${by} ${isChair ? 'as chair' : 'for the chair'}: ${reason}`
}

/** What a form asks for: the chair’s reason, of the chair or of somebody who enters it for them. */
export function askChairReason(what: string, isChair: boolean): { label: string; hint: string } {
	return isChair
		? { label: `Your reason, as chair, ${what}`, hint: 'It says that you entered it as chair.' }
		: { label: `The chair’s reason ${what}, as the chair gave it`, hint: 'It says that you entered it for the chair.' }
}

interface WhenAndWhere {
	startsAt: Moment
	place: string
}

/** What notice a draft leaves if it is published now, and what is needed. Nothing is refused by it. */
export function noticeLeftWords({ hasBegun, isShort, clearDays, publishBy }: NoticeLeft): {
	now: string
	next: string
} {
	if (hasBegun)
		return {
			now: 'The hour of this meeting has come.',
			next: 'If it takes place, or took place, publish the agenda now: everyone reads that it was published after the meeting had begun, and the chair’s reason. If it does not, call it off.',
		}
	const now = `Published today, it leaves ${clearDayWords(clearDays)}.`
	if (isShort)
		return {
			now,
			next: `That is fewer than ${enoughClearDays}. ${tooLateWords(publishBy)} You can still publish it, with the chair’s reason, which everyone reads. Or move the meeting to a later day.`,
		}
	return {
		now,
		next: `At least ${enoughClearDays} are needed, so publish it by ${longDate(publishBy)}. The day of publishing, the day of the meeting, weekends and bank holidays do not count.`,
	}
}

export interface NoticeLeft {
	hasBegun: boolean
	isShort: boolean
	clearDays: number
	/** The last day that leaves enough. */
	publishBy: Moment
}

export function clearDayWords(days: number): string {
	return days === 1 ? '1 clear working day' : `${days} clear working days`
}

/**
 * "3 clear working days before the meeting", or before another day if it was moved to one since; or that nobody was told before it.
 * `startsAt` is when it was to be as people were told.
 */
export function noticeWords({ toldAt, startsAt, clearDays, startsNow }: Notice): string {
	if (!isBefore(toldAt, startsAt)) return 'after the meeting had begun'
	const which = longDate(startsAt) === longDate(startsNow) ? 'the meeting' : 'the day it was to be then'
	return `${clearDayWords(clearDays)} before ${which}`
}

interface Notice {
	toldAt: Moment
	startsAt: Moment
	clearDays: number
	startsNow: Moment
}

export function isBefore(one: Moment, other: Moment): boolean {
	return new Date(one) < new Date(other)
}

/** Only that it is there, and why it is not named. Null where it was taken off. */
export type WithheldItem = Withheld & { number: number | null }

/** One sentence for each item that is not named to this reader. */
export function withheldWords(item: WithheldItem): string {
	const which =
		item.number === null ? 'An item that was not public was taken off the agenda' : `Item ${item.number} is not public`
	if (item.number === null) return `${which}.`
	return item.because === 'private'
		? `${which}, because ${sentence(item.reason)}`
		: `${which}, because its paper is open to ${item.openTo === 'members' ? '' : 'some '}members of this partnership only.`
}

/** Said before a paper goes on an agenda that more people read than may read it; null where the same people read both. */
export function narrowPaperWords(
	{ visibility }: { visibility: Visibility },
	body: { kind: GroupKind },
	partnership: { open: boolean },
): string | null {
	const hidden = 'will see that there is an item and not what it is.'
	if (visibility === 'group' || visibility === 'circle')
		return `Only some members of this partnership can read this paper, so everybody else who reads the agenda ${hidden}`
	return visibility === 'partnership' && partnership.open && body.kind !== 'circle'
		? `Only members of this partnership can read this paper, so the public ${hidden}`
		: null
}
