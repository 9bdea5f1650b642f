import { type CountMethod, countMethods } from '../methods/count.ts'
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
	/** What was put forward and is not among the choices, with the rule and each reason. */
	shortlist?: { rule: string; leftOut: readonly { name: string; reason: string; cost?: string }[] }
	/** When and why each of the withdrawn was, as everybody was told. */
	withdrawals?: readonly { choice: string; at: string; reason: string }[]
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
	'decision.seal':
		'A code made (by SHA-256) from the question, options, rules, words and electors, all fixed when voting opened',
	'decision.version': 'A code made (by SHA-256) from the words that the question was about',
	method: 'The counting rule',
	options: 'What the rule was run with, as options of `npx alongside recount`',
	tieOrder:
		'Choices in the order that settles what nothing else settles, favoured first; published before voting opened',
	'choices.id': 'Short name used on the ballots',
	'choices.cost': 'Amount of money asked for, for budgets',
	'choices.withdrawn': 'true: still named on ballots, passed over in the count',
	shortlist: 'By which rule something is among the choices, and what was put forward and is not, each with its reason',
	withdrawals:
		'What was withdrawn while people voted: which choice, at which moment, and the reason everybody was told',
	voices: 'What the voices are called that ballots.voice names',
	budget: 'Money there is to share, for budgets',
	'ballots.count': 'How many people handed in this same ballot',
	'ballots.voice': 'The voice this person speaks from, such as citizen or provider; left out where a voice is small',
	'ballots.choice': 'Motion: for, against or abstain. Consent: agree, concern or object',
	'ballots.points': 'What each choice was given: 1 for an approval, else the score or points; absent: nothing',
	'ballots.ranks': 'Choices at each rank, best first; several at one rank are level',
	spoilt: 'How many ballots could not be read',
} as const

export function writeBallotsJson(file: Omit<OpenBallots, 'format' | 'dictionary'>): string {
	return `${JSON.stringify({ format: 'alongside-ballots/1', ...file, dictionary }, null, '\t')}\n`
}

const methods: readonly string[] = ['motion', 'consent', ...countMethods]
/** Sums of this many ballots are exact. */
const mostBallots = 1_000_000_000

/** Only a file of the right shape is taken; its options are judged by whoever counts it. */
export function readBallotsJson(text: string): OpenBallots | Unreadable {
	let file: unknown
	try {
		file = JSON.parse(text.replace(/^\uFEFF/, ''))
	} catch {
		return unreadable('This is not JSON', [1])
	}
	if (hasKeyTwice(text)) return unreadable('A key stands twice in one part', [1])
	if (!isOpenBallots(file)) return unreadable('This is not a ballots file of the form alongside-ballots/1', [1])
	if (new Set(file.choices.map(({ id }) => id)).size < file.choices.length)
		return unreadable('Two choices have one id', [1])
	if (!isCountable(file.ballots)) return unreadable('More than can be counted exactly', [1])
	return { ...file, options: file.options ?? {}, tieOrder: file.tieOrder ?? [] }
}

/** JSON.parse keeps the last of two keys with one name, and so would change what a ballot says. `text` is valid JSON. */
function hasKeyTwice(text: string): boolean {
	const keysOf: (string[] | null)[] = []
	// Whole strings and every sign that begins, ends or divides a part; what stands between them says nothing of keys.
	const tokens = text.match(/"(?:[^"\\]+|\\.)*"|[[\]{},:]/g) ?? []
	for (const [at, token] of tokens.entries()) {
		if (token === '{') keysOf.push([])
		if (token === '[') keysOf.push(null)
		if (token === ':') keysOf.at(-1)?.push(JSON.parse(tokens[at - 1]!))
		if (token !== '}' && token !== ']') continue
		const keys = keysOf.pop() ?? []
		if (new Set(keys).size < keys.length) return true
	}
	return false
}

function isOpenBallots(file: unknown): file is OpenBallots {
	if (!isObject(file)) return false
	const { format, method, options = {}, tieOrder = [], choices, budget = '0', ballots, spoilt = 0 } = file
	return (
		format === 'alongside-ballots/1' &&
		typeof method === 'string' &&
		methods.includes(method) &&
		isObject(options) &&
		Object.values(options).every((value) => ['string', 'number', 'boolean'].includes(typeof value)) &&
		areTexts(tieOrder) &&
		Array.isArray(choices) &&
		choices.every(isChoice) &&
		isAmount(budget) &&
		Array.isArray(ballots) &&
		ballots.every(isOpenBallot) &&
		isHowMany(spoilt)
	)
}

function isChoice(choice: unknown): boolean {
	if (!isObject(choice)) return false
	const { id, cost = '0', withdrawn = false } = choice
	return typeof id === 'string' && isAmount(cost) && typeof withdrawn === 'boolean'
}

function isOpenBallot(ballot: unknown): boolean {
	if (!isObject(ballot)) return false
	const { count = 1, voice = '', choice = '', points = {}, ranks = [] } = ballot
	return (
		isHowMany(count) &&
		count !== 0 &&
		typeof voice === 'string' &&
		typeof choice === 'string' &&
		isObject(points) &&
		Object.values(points).every(Number.isSafeInteger) &&
		Array.isArray(ranks) &&
		ranks.every(areTexts)
	)
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function areTexts(value: unknown): boolean {
	return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

function isAmount(value: unknown): boolean {
	return typeof value === 'string' && /^\d{1,30}(\.\d{1,30})?$/.test(value)
}

function isHowMany(value: unknown): boolean {
	return Number.isSafeInteger(value) && Number(value) >= 0 && Number(value) <= mostBallots
}

/** Ballots and points are added up as ordinary numbers, which are exact to 2^53. */
export function isCountable(ballots: readonly OpenBallot[]): boolean {
	let people = 0
	let most = 0
	for (const { count, points } of ballots) {
		people += count ?? 1
		for (const given of Object.values(points ?? {})) most += (count ?? 1) * Math.abs(given)
	}
	return people <= 1_000_000_000 && most <= Number.MAX_SAFE_INTEGER
}
