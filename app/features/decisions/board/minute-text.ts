import { longDate } from '~/ui/dates.ts'
import { sentence } from '~/ui/sentence.ts'
import type { Passage } from '../../../domain/decisions/board/compare-wording.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import type { ShownBoard } from './read-board.server.ts'

/** One heading of a minute and what stands under it, a paragraph or an item each. */
export interface MinutePart {
	heading: string
	lines: string[]
}

export interface MinuteFacts {
	decision: Pick<ShownDecision, 'reference' | 'groupName' | 'about' | 'outcome' | 'seal'> & {
		about: { documentReference: string; fullFingerprint: string }
	}
	partnership: string
	board: ShownBoard
	/** "I see it differently": these travel with the paper. */
	notes: { name: string; words: string; isWithdrawn: boolean }[]
}

/**
 * The complete minute of one decision, every field a UK body's minute of a vote should hold (decisions.md, part C). Its
 * page and its text are both made from this, so that they cannot say different things. What came of it stands first, and the
 * codes, which nobody reads aloud, last.
 */
export function minuteParts(facts: MinuteFacts): MinutePart[] {
	const { decision, partnership, board } = facts
	return [
		...resultParts(facts),
		{
			heading: 'Meeting',
			lines: [
				`Body: ${decision.groupName}, ${partnership}`,
				`Date: ${longDate(board.heldOn)}`,
				`Place or link: ${board.place}`,
				`Presiding: ${board.presider}`,
				`Minute taken by: ${board.officer}`,
				`Reference: ${decision.reference}`,
			],
		},
		...whoWasThere(board.members),
		...aboutParts(facts),
		{ heading: 'Approval', lines: [approvalWords(board), ...removalWords(board)] },
		codesPart(facts, [`Seal of this minute, made in the same way from all of it: ${decision.seal}`]),
	]
}

/** Who came, who did not, and who came instead of whom. */
export function whoWasThere(
	members: readonly Pick<
		ShownBoard['members'][number],
		'name' | 'sat' | 'substitute' | 'right' | 'votes' | 'joined' | 'came'
	>[],
): MinutePart[] {
	const there = members.filter(({ came }) => came)
	const away = members.filter(({ came, substitute }) => !came || substitute)
	return [
		{
			heading: 'Present',
			lines: listed(there.map(({ sat, right, votes, joined }) => seatLine(sat, right, votes, joined))),
		},
		{ heading: 'Absent', lines: listed(away.map(awayLine)) },
		{
			heading: 'Substitutes',
			lines: listed(there.filter(({ substitute }) => substitute).map(({ sat }) => sat)),
		},
	]
}

/** What happened with the item itself: these stand in the minutes of its meeting as well. */
export function itemParts(facts: ItemFacts): MinutePart[] {
	return [...resultParts(facts), ...aboutParts(facts)]
}

type ItemFacts = Omit<MinuteFacts, 'partnership'>

function resultParts({ board }: ItemFacts): MinutePart[] {
	return [
		// The quorum has a heading of its own below.
		{ heading: 'Result', lines: [board.outcomeSaid, ...board.why.filter((line) => line !== board.quorumSaid)] },
		{ heading: 'The words voted on', lines: [board.wording] },
	]
}

/** By which anybody can prove what was decided about; the last thing in a minute. */
export function codesPart({ decision: { about } }: ItemFacts, more: readonly string[] = []): MinutePart {
	return {
		heading: 'Codes',
		lines: [
			`Fingerprint of the words it was about, made by the way of making codes that is called SHA-256: ${about.fullFingerprint}`,
			...more,
		],
	}
}

function aboutParts({ decision, board, notes }: ItemFacts): MinutePart[] {
	const interests = board.members.filter(({ interest }) => interest)
	const { about } = decision
	return [
		{
			heading: 'Interests declared in this item',
			lines: listed(interests.map(({ sat, interest, took }) => `${sat}: ${sentence(interest)} ${sentence(took)}`)),
		},
		{ heading: 'Quorum at the vote', lines: [board.quorumSaid, `The body’s rules: ${board.rulesSaid}.`] },
		{
			heading: 'Item',
			lines: [board.question, `About version ${about.number} of “${about.title}” (${about.documentReference}).`],
		},
		{ heading: 'Motion', lines: [board.motion, ...moved(board)] },
		{ heading: 'Amendments, voted on first', lines: listed(board.amendments.map(amendmentLine)) },
		{
			heading: 'How it was voted on',
			lines: [`${board.how}.`, ...(board.counted.startsWith(board.how) ? [] : [board.counted])],
		},
		{
			heading: 'How each took part',
			lines: board.members.map(({ sat, took, joined }) => `${sat}: ${took}${joined && ` (${joined})`}`),
		},
		{
			heading: 'Casting vote',
			lines: board.casting
				? [`${board.casting.by}, presiding: ${board.casting.choice}. The reason: ${board.casting.reason}`]
				: ['None was used.'],
		},
		{ heading: 'Reasons', lines: [board.reasons] },
		{
			heading: 'Who sees it differently',
			lines: listed(
				notes.filter(({ isWithdrawn }) => !isWithdrawn).map(({ name, words }) => `${name}: ${words}`),
				'Nobody has written that they do.',
			),
		},
		{ heading: 'What this led to', lines: [decision.outcome ?? 'Nothing has been written yet.'] },
		{
			heading: 'Actions agreed',
			lines: listed(board.actions.map(actionLine), 'No action has been written down from this decision yet.'),
		},
		{ heading: 'Corrections', lines: listed(board.corrections.map(correctionLine)) },
	]
}

/** The same as plain text, ready to be put into a body's own minutes. */
export function minuteText(facts: MinuteFacts): string {
	const { decision, board } = facts
	const title = `MINUTE OF A BOARD DECISION, ${decision.groupName}, ${longDate(board.heldOn)}`
	const parts = minuteParts(facts).map(({ heading, lines }) => `${heading.toUpperCase()}\n${lines.join('\n')}`)
	return `${[title, statusLine(board), ...parts].join('\n\n')}\n`
}

function statusLine(board: ShownBoard) {
	return board.approved ? 'Approved' : 'Draft, not yet approved'
}

export function approvalWords({ approved }: Pick<ShownBoard, 'approved'>): string {
	return approved
		? `Approved at the meeting on ${longDate(approved.on)}, entered by ${approved.by}. It is locked.`
		: 'Not approved yet. Until a later meeting approves it, it can be corrected with a reason.'
}

/** That names are gone, and what that means for whoever kept a copy and hashes what is left. */
export function removalWords(
	{ removals }: Pick<ShownBoard, 'removals'>,
	seal = 'The seal is still that of the minute with those names in it',
): string[] {
	return removals.map(({ at, by, places, reason, isAfterSeal }) => {
		const where = places === 1 ? 'at 1 place' : `at ${places} places`
		const sealed = isAfterSeal ? ` ${seal}: whoever kept a copy can prove it, and what is left gives another.` : ''
		return `On ${longDate(at)} ${by} took names of other people out ${where}. The reason: ${sentence(reason)}${sealed}`
	})
}

function listed(lines: string[], none = 'None.') {
	return lines.length > 0 ? lines : [none]
}

function seatLine(name: string, right: string, votes: boolean, joined = '') {
	const seat = [name, right, votes ? '' : 'no vote'].filter(Boolean).join(', ')
	return joined ? `${seat} (${joined})` : seat
}

function awayLine({
	name,
	substitute,
	right,
	votes,
}: Pick<ShownBoard['members'][number], 'name' | 'substitute' | 'right' | 'votes'>) {
	const seat = seatLine(name, right, votes)
	return substitute ? `${seat}. ${substitute} came in their place.` : seat
}

function moved({ mover, seconder }: { mover: string | null; seconder: string | null }) {
	return [
		mover ? `Moved by ${mover}.` : 'Nobody is named as its mover.',
		seconder ? `Seconded by ${seconder}.` : 'Seconder: not named.',
	]
}

function amendmentLine(amendment: ShownBoard['amendments'][number], index: number) {
	const { change, how, counted, votesSaid, quorumSaid, levelSaid, outcomeSaid, wording, compared } = amendment
	const words = wording && `The motion then read: ${wording}`
	const way = counted.startsWith(how) ? counted : `${how}. ${counted}`
	return [
		`${index + 1}. ${sentence(change)}`,
		...moved(amendment),
		way,
		votesSaid,
		quorumSaid,
		levelSaid,
		outcomeSaid,
		words,
		comparedWords(compared),
	]
		.filter(Boolean)
		.join(' ')
}

/** "Taken out: “six”. Put in: “three”." A comparison that can be read aloud. */
export function comparedWords(passages: readonly Passage[]): string {
	const of = (kind: Passage['is']) => passages.filter(({ is }) => is === kind).map(({ words }) => `“${words.trim()}”`)
	const said = [
		['Taken out', of('out')],
		['Put in', of('in')],
	] as const
	return said
		.filter(([, words]) => words.length > 0)
		.map(([what, words]) => sentence(`${what}: ${words.join(', ')}`))
		.join(' ')
}

function actionLine({ reference, title, accountableBody, dueOn }: ShownBoard['actions'][number]) {
	return `${reference}: ${sentence(title)} ${accountableBody}, due ${longDate(dueOn)}.`
}

function correctionLine({ number, at, by, reason, changes }: ShownBoard['corrections'][number]) {
	return `${number}. ${longDate(at)}, ${by}. The reason: ${sentence(reason)} Changed: ${changes.map(sentence).join(' ')}`
}
