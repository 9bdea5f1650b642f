import { longDate, longMoment } from '~/ui/dates.ts'
import { sentence } from '~/ui/sentence.ts'
import { type Meeting, type Purpose, stageOf } from '../../domain/meetings/meeting.ts'
import { codesPart, itemParts, type MinuteFacts, type MinutePart, whoWasThere } from '../decisions/board/minute-text.ts'
import { purposeWords } from './meeting-words.ts'
import { presentMoves } from './present-moves.ts'
import type { ItemOutcome } from './read-outcomes.server.ts'
import { interestLine } from './room-words.ts'

/** One item of the meeting with what came of it; null where the reader may not see it, with why. */
export interface MinutedItem {
	/** As on the agenda; null when it was taken off. */
	number: number | null
	title: string
	/** What it was called before, and why that was corrected. */
	retitled: string[]
	purpose: Purpose
	presenter: string
	paper: string | null
	takenOffReason: string | null
	outcome: ItemOutcome
	/** The minute of the decision under it. */
	decided: Omit<MinuteFacts, 'partnership'> | null
}

export interface MinutesFacts {
	meeting: Pick<Meeting, 'reference' | 'startsAt' | 'place' | 'calledOffReason' | 'moves'>
	body: string
	partnership: string
	presider: string | null
	clerk: string | null
	members: Parameters<typeof whoWasThere>[0]
	/** Those of whom nobody has said yet whether they came. */
	unsaid: string[]
	quorumSaid: string[]
	/** Where a decision and the meeting say things of who was there that cannot both be so. */
	differences: string[]
	items: MinutedItem[]
	/** "One item is not public, because …" */
	withheld: string[]
	/** That names of other people are gone, when and why. */
	removals: string[]
	approved: { on: string; by: string } | null
}

/** A part of the minutes; what belongs to an item stands under it. */
export interface MinutesPart extends MinutePart {
	under: MinutePart[]
}

/**
 * The minutes of one meeting. Its page and its text are both made from this, and what is said of a decision is what its own
 * minute says.
 */
export function minutesParts(facts: MinutesFacts): MinutesPart[] {
	const {
		meeting,
		body,
		partnership,
		presider,
		clerk,
		members,
		unsaid,
		quorumSaid,
		differences,
		items,
		withheld,
		removals,
	} = facts
	const parts: MinutePart[] = [
		{
			heading: 'Meeting',
			lines: [
				`Body: ${body}, ${partnership}`,
				`Date: ${longMoment(meeting.startsAt)}`,
				`Place or link: ${meeting.place}`,
				...presentMoves(meeting).map(({ said }) => said),
				`Presiding: ${presider ?? 'not said yet'}`,
				`Minutes taken by: ${clerk ?? 'not said yet'}`,
				`Reference: ${meeting.reference}`,
				...(meeting.calledOffReason ? [`The meeting was called off. The reason: ${meeting.calledOffReason}`] : []),
			],
		},
		...whoWasThere(members),
		...(unsaid.length > 0 ? [{ heading: 'Not said yet whether they came', lines: unsaid }] : []),
		...(quorumSaid.length > 0 ? [{ heading: 'Quorum of the meeting', lines: quorumSaid }] : []),
		...(differences.length > 0 ? [{ heading: differencesHeading, lines: differences }] : []),
		{
			heading: 'Interests declared',
			lines: listed(items.flatMap((item) => interestLines(item).map((line) => `${sentence(item.title)} ${line}`))),
		},
	]
	return [
		...parts.map((part) => ({ ...part, under: [] })),
		...items.map(itemPart),
		...(withheld.length > 0 ? [{ heading: 'Part B', lines: withheld, under: [] }] : []),
		...(removals.length > 0 ? [{ heading: 'Names taken out', lines: removals, under: [] }] : []),
		{ heading: 'Approval of these minutes', lines: [approvedWords(facts)], under: [] },
	]
}

export const differencesHeading = 'Who was there: this does not fit'

/** Of what is decided its own minute says what was declared; the meeting has besides what was withdrawn, or of no seat there. */
function interestLines({ outcome, decided }: MinutedItem): string[] {
	if (!decided) return outcome.interests.map(interestLine)
	const { members } = decided.board
	const besides = outcome.interests.filter(
		({ isWithdrawn, memberId }) => isWithdrawn || !members.some((one) => one.memberId === memberId),
	)
	const minuted = members.filter(({ interest }) => interest)
	return [...minuted.map(({ sat, interest, took }) => `${sat}: ${interest}. ${took}.`), ...besides.map(interestLine)]
}

function itemPart(item: MinutedItem): MinutesPart {
	const { number, title, retitled, purpose, presenter, paper, takenOffReason, outcome, decided } = item
	const lines = [
		`${purposeWords[purpose]}.`,
		presenter && `Presented by ${presenter}.`,
		paper && `The paper: ${paper}`,
		...retitled,
		takenOffReason && `This item was taken off the agenda. The reason: ${takenOffReason}`,
		outcome.noted ?? '',
	].filter((line): line is string => line !== null && line !== '')
	const isOpen = purpose === 'decide' && !decided && !takenOffReason
	return {
		heading: number === null ? `Taken off: ${title}` : `${number}. ${title}`,
		lines: isOpen ? [...lines, 'No decision has been entered under this item.'] : lines,
		under: decided ? [...itemParts(decided), codesPart(decided)] : [],
	}
}

export const noneYet = 'There are no minutes yet: this meeting is still to come. Come back once it has begun.'

/** Before its hour there is nothing to minute, unless the clerk has begun to write down who is there. */
export function isNoneYet(
	meeting: Parameters<typeof stageOf>[0],
	{ members }: Pick<MinutesFacts, 'members'>,
	now = new Date(),
) {
	const stage = stageOf(meeting, now)
	return (stage === 'draft' || stage === 'published') && members.length === 0
}

export function approvedWords({ approved }: Pick<MinutesFacts, 'approved'>): string {
	return approved
		? `Approved at the meeting on ${longDate(approved.on)}, entered by ${approved.by}. They are locked.`
		: 'Draft. Not approved yet: until a later meeting approves these minutes, what is wrong in them can be put right.'
}

/** The same as plain text, ready to be put into a body’s own files. */
export function minutesText(facts: MinutesFacts): string {
	const title = `MINUTES, ${facts.body}, ${longDate(facts.meeting.startsAt)}`
	const parts = minutesParts(facts).map(({ heading, lines, under }) =>
		[
			`${heading.toUpperCase()}\n${lines.join('\n')}`,
			...under.map((part) => `${part.heading}\n${part.lines.join('\n')}`),
		].join('\n\n'),
	)
	return `${[title, facts.approved ? 'Approved' : 'Draft, not yet approved', ...parts].join('\n\n')}\n`
}

function listed(lines: string[]) {
	return lines.length > 0 ? lines : ['None.']
}
