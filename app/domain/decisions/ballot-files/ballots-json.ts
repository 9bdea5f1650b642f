import type { CountMethod } from '../methods/count.ts'
import { type Unreadable, unreadable } from './leniency.ts'

/** What somebody said, in our own file: points (an approval is 1) or ranks. Neither is a blank ballot. */
export interface OpenBallot {
	/** How many handed in this same ballot; 1 unless said. */
	count?: number
	voice?: string
	/** A motion: for, against or abstain. Consent: agree, concern or object. */
	choice?: string
	points?: { readonly [choice: string]: number }
	ranks?: readonly (readonly string[])[]
}

/** Whose ballots these are. In every file we hand out. */
export interface FileAbout {
	reference: string
	/** "Show of views", "Panel vote" or "Board decision". */
	kind: string
	/** What that kind is worth, in a sentence. */
	means: string
	/** SHA-256 over the question, the options, the rules, the words and the roll. */
	seal: string
	/** SHA-256 of the words it was about. */
	version: string
}

/** Everything needed to count again, in one file. Amounts of money are text, so that no reader rounds them. */
export interface OpenBallots {
	format: 'alongside-ballots/1'
	title: string
	/** What was decided, so that one kind of decision can never pass for another. */
	decision?: FileAbout
	method: CountMethod | 'motion' | 'consent'
	/** As on the command line of `npx alongside recount`, without the dashes. */
	options: { readonly [option: string]: string | number | boolean }
	/** Favoured first. */
	tieOrder: readonly string[]
	choices: readonly { id: string; name?: string; cost?: string; withdrawn?: boolean }[]
	budget?: string
	/** The voices named on the ballots. Absent where ballots say no voice. */
	voices?: readonly { id: string; name: string }[]
	ballots: readonly OpenBallot[]
	/** Ballots that could not be read. */
	spoilt?: number
	/** What each field means, for a reader who has only the file. */
	dictionary: { readonly [field: string]: string }
}

export const dictionary = {
	format: 'Name and version of this form of file',
	'decision.kind': 'Show of views, panel vote or board decision; decision.means says what that is worth',
	'decision.seal': 'SHA-256 of the question, options, rules, words and electors, fixed when voting opened',
	'decision.version': 'SHA-256 of the words that the question was about',
	method: 'The counting rule',
	options: 'What the rule was run with, as options of `npx alongside recount`',
	tieOrder:
		'Choices in the order that settles what nothing else settles, favoured first; published before voting opened',
	'choices.id': 'Short name used on the ballots',
	'choices.cost': 'Amount of money asked for, for budgets',
	'choices.withdrawn': 'true: still named on ballots, passed over in the count',
	voices: 'The constituencies that ballots.voice names',
	budget: 'Money there is to share, for budgets',
	'ballots.count': 'How many people handed in this same ballot',
	'ballots.voice': 'Constituency of the voter; left out where the group is small',
	'ballots.choice': 'Motion: for, against or abstain. Consent: agree, concern or object',
	'ballots.points': 'What each choice was given: 1 for an approval, else the score or points; absent: nothing',
	'ballots.ranks': 'Choices at each rank, best first; several at one rank are level',
	spoilt: 'How many ballots could not be read',
} as const

export function writeBallotsJson(file: Omit<OpenBallots, 'format' | 'dictionary'>): string {
	return `${JSON.stringify({ format: 'alongside-ballots/1', ...file, dictionary }, null, '\t')}\n`
}

export function readBallotsJson(text: string): OpenBallots | Unreadable {
	let file: unknown
	try {
		file = JSON.parse(text)
	} catch {
		return unreadable('This is not JSON', [1])
	}
	return isOpenBallots(file) ? file : unreadable('This is not a ballots file of the form alongside-ballots/1', [1])
}

function isOpenBallots(file: unknown): file is OpenBallots {
	if (typeof file !== 'object' || file === null) return false
	const { format, choices, ballots } = file as Partial<OpenBallots>
	return (
		format === 'alongside-ballots/1' &&
		Array.isArray(choices) &&
		choices.every((choice: unknown) => typeof (choice as { id?: unknown })?.id === 'string') &&
		Array.isArray(ballots) &&
		ballots.every(isOpenBallot)
	)
}

function isOpenBallot(ballot: unknown): ballot is OpenBallot {
	if (typeof ballot !== 'object' || ballot === null) return false
	const { count = 1, points = {}, ranks = [] } = ballot as OpenBallot
	return (
		Number.isSafeInteger(count) &&
		count > 0 &&
		Object.values(points).every(Number.isSafeInteger) &&
		Array.isArray(ranks) &&
		ranks.every((rank) => Array.isArray(rank) && rank.every((name) => typeof name === 'string'))
	)
}
