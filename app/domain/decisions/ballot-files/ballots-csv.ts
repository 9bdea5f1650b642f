import { choices, consentChoices } from '../decision.ts'
import { isCountable, type OpenBallot } from './ballots-json.ts'
import { type Leniency, type Unreadable, unreadable } from './leniency.ts'

/** What a cell of the file holds: an answer (motion, consent), a place (ranked) or what a choice was given. */
export type CsvForm = 'answers' | 'ranks' | 'points'

export interface CsvBallots {
	/** Ids of what may be chosen among, in the file's order; none of a motion or consent round. */
	choices: string[]
	/** Which of them were withdrawn while people voted: not counted. */
	withdrawn: string[]
	/** The reference and kind of decision written in every row; empty if the file says none. */
	decision: string
	ballots: OpenBallot[]
	spoilt: number
	leniencies: Leniency[]
}

/**
 * One row a ballot, one column a choice. A cell holds what the choice was given (1 for an approval) or, for ranked ballots, its
 * place (1 is best; equal places are level); an empty one means nothing was said. Of a motion or consent round there is one
 * column, `choice`. `decision` stands in every row, so that not even a part of the file can be taken for another decision.
 */
export function writeBallotsCsv(
	choices: readonly string[],
	ballots: readonly OpenBallot[],
	{
		withVoices = false,
		decision = '',
		form = 'points',
		withdrawn = [],
	}: { withVoices?: boolean; decision?: string; form?: CsvForm; withdrawn?: readonly string[] } = {},
): string {
	const columns = form === 'answers' ? ['choice'] : choices
	// A choice may be called like one of our own columns: then that column stands before it, so that no reader can mistake it.
	const saysVoice = withVoices || columns[0] === 'voice'
	const saysDecision = decision !== '' || (!saysVoice && columns[0] === 'decision')
	// An order and a list of points look alike, so a published file says which it is.
	const saysNumbers = form !== 'answers' && (decision !== '' || columns[0] === 'numbers')
	const heads = columns.map((choice) => (withdrawn.includes(choice) ? `${withdrawnMark}${choice}` : choice))
	const header = [
		'ballot',
		...(saysDecision ? ['decision'] : []),
		...(saysNumbers ? ['numbers'] : []),
		...(saysVoice ? ['voice'] : []),
		...heads,
	]
	const rows = ballots.flatMap((ballot) => {
		const cells = form === 'answers' ? [ballot.choice ?? ''] : columns.map((choice) => cell(ballot, choice))
		const row = [
			...(saysDecision ? [decision] : []),
			...(saysNumbers ? [numbersOf(form)] : []),
			...(saysVoice ? [ballot.voice ?? ''] : []),
			...cells,
		]
		return Array.from({ length: ballot.count ?? 1 }, () => row)
	})
	return [header, ...rows.map((row, at) => [`${at + 1}`, ...row])]
		.map((row) => `${row.map(quote).join(',')}\r\n`)
		.join('')
}

/** What the numbers of a row are. */
function numbersOf(form: CsvForm): 'place' | 'amount' {
	return form === 'ranks' ? 'place' : 'amount'
}

/** Before the name of a column whose choice was withdrawn: said in the file itself, also where it has no row. */
const withdrawnMark = 'withdrawn:'

function cell({ points, ranks }: OpenBallot, choice: string): string {
	if (points) return Object.hasOwn(points, choice) ? `${points[choice]}` : ''
	const place = (ranks ?? []).findIndex((rank) => rank.includes(choice))
	return place < 0 ? '' : `${place + 1}`
}

/** RFC 4180. A leading =, +, - or @ would be run as a formula by a spreadsheet, so it gets an apostrophe in front. */
function quote(text: string) {
	const safe = /^'*[=+\-@\t]/.test(text) ? `'${text}` : text
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/**
 * Reads what `writeBallotsCsv` writes, and what a spreadsheet makes of it: semicolons for commas, other line ends, spaces
 * around numbers, rows cut short, empty rows. Each of these is reported. A cell that is neither empty nor a whole number, and an
 * answer that is none, spoils its ballot.
 */
export function readBallotsCsv(text: string, form: CsvForm): CsvBallots | Unreadable {
	const leniencies: Leniency[] = []
	const say = (line: number, found: string, readAs: string) => leniencies.push({ line, found, readAs })
	if (text.startsWith('\uFEFF')) say(1, 'a byte order mark', 'nothing')
	const plain = text.replace(/^\uFEFF/, '')
	const separator = separatorOf(plain)
	if (separator === ';') say(1, 'semicolons between the columns', 'commas')
	const rows = csvRows(plain, separator, say)
	if ('refused' in rows) return rows
	const [head, ...body] = rows
	if (head?.cells[0]?.trim().toLowerCase() !== 'ballot')
		return unreadable('The first column of a CSV file of ballots is "ballot"', [1])
	const decisionAt = head.cells[1] === 'decision' ? 1 : null
	const afterDecision = decisionAt === null ? 1 : 2
	const numbersAt = form !== 'answers' && head.cells[afterDecision] === 'numbers' ? afterDecision : null
	const afterNumbers = numbersAt === null ? afterDecision : numbersAt + 1
	const voiceAt = head.cells[afterNumbers] === 'voice' ? afterNumbers : null
	const first = voiceAt === null ? afterNumbers : voiceAt + 1
	const heads = head.cells.slice(first)
	const isWithdrawn = (name: string) => form !== 'answers' && name.startsWith(withdrawnMark)
	const columns = heads.map((name) => (isWithdrawn(name) ? name.slice(withdrawnMark.length) : name))
	const withdrawn = columns.filter((_, at) => isWithdrawn(heads[at]!))
	if (new Set(columns).size < columns.length) return unreadable('Two columns have one name', [1])
	if (form === 'answers' && (columns.length !== 1 || columns[0] !== 'choice'))
		return unreadable('A motion or consent round has one column, "choice"', [1])

	const ballots: OpenBallot[] = []
	const read: string[][] = []
	let spoilt = 0
	const lineOfBallot = new Map<string, number>()
	for (const { line, cells } of body) {
		if (cells.every((one) => one.trim() === '')) {
			say(line, 'an empty row', 'nothing')
			continue
		}
		const numbers = numbersAt === null ? '' : (cells[numbersAt] ?? '').trim()
		if (numbers !== '' && numbers !== numbersOf(form))
			return unreadable(`Its numbers are of another kind: "${numbers}", not "${numbersOf(form)}"`, [line])
		if (cells.length < head.cells.length) say(line, 'a row cut short', 'nothing said about the rest')
		if (cells.slice(head.cells.length).some((one) => one.trim() !== ''))
			say(line, 'more cells than columns', 'only those with a column')
		const given = columns.map((_, at) => {
			const whole = cells[first + at] ?? ''
			if (whole !== whole.trim()) say(line, 'spaces around what is in a cell', 'what is in it')
			return whole.trim()
		})
		const number = (cells[0] ?? '').trim()
		if (lineOfBallot.has(number))
			say(line, `the number "${number}" again, as in line ${lineOfBallot.get(number)}`, 'two ballots, both counted')
		if (number !== '') lineOfBallot.set(number, line)
		const voice = voiceAt === null ? '' : (cells[voiceAt] ?? '')
		const said = form === 'answers' ? answered(given[0]!) : chosen(columns, given, form)
		if (said) {
			ballots.push({ ...(voice !== '' && { voice }), ...said })
			read.push(given)
		} else {
			say(line, 'a cell that says nothing we know', 'a spoilt ballot')
			spoilt++
		}
	}
	const other = numbersAt === null && form !== 'answers' ? otherNumbers(read, form) : null
	if (other) return unreadable(other, [1])
	if (!isCountable(ballots)) return unreadable('More points than can be counted exactly', [1])
	const decision = decisionAt === null ? '' : (body[0]?.cells[decisionAt] ?? '')
	return { choices: form === 'answers' ? [] : columns, withdrawn, decision, ballots, spoilt, leniencies }
}

/** Where a file does not say what its numbers are, and they look like the other kind on every ballot: ticks, or an order. */
function otherNumbers(read: readonly (readonly string[])[], form: 'ranks' | 'points'): string | null {
	const rows = read
		.map((cells) =>
			cells
				.filter((one) => one !== '')
				.map(Number)
				.sort((a, b) => a - b),
		)
		.filter(({ length }) => length > 0)
	const several = rows.filter(({ length }) => length > 1).length
	if (form === 'ranks' && several > 0 && rows.every((row) => row.at(-1) === 1))
		return 'No ballot puts one choice above another: these are ticks, not places'
	const isOrder = (row: readonly number[]) => row.every((number, at) => number === at + 1)
	if (form === 'points' && several > 1 && rows.every(isOrder))
		return 'Every ballot numbers its choices 1, 2, 3 and so on: these are places, not amounts'
	return null
}

const answers: readonly string[] = [...choices, ...consentChoices]

function answered(choice: string): OpenBallot | null {
	return answers.includes(choice) ? { choice } : null
}

function chosen(columns: readonly string[], given: readonly string[], form: CsvForm): OpenBallot | null {
	const numbers = columns.flatMap((choice, at): [string, number][] =>
		given[at] === '' ? [] : [[choice, /^-?\d+$/.test(given[at]!) ? Number(given[at]) : Number.NaN]],
	)
	if (numbers.some(([, number]) => !Number.isSafeInteger(number))) return null
	if (form !== 'ranks') return { points: Object.fromEntries(numbers) }
	if (numbers.some(([, place]) => place < 1)) return null
	const places = [...new Set(numbers.map(([, place]) => place))].sort((a, b) => a - b)
	return { ranks: places.map((at) => numbers.filter(([, place]) => place === at).map(([choice]) => choice)) }
}

/** Spreadsheets in countries with a decimal comma write semicolons. */
function separatorOf(text: string): ',' | ';' {
	return /^"?ballot"?;/i.test(text) ? ';' : ','
}

type Say = (line: number, found: string, readAs: string) => void

function csvRows(text: string, separator: string, say: Say): { line: number; cells: string[] }[] | Unreadable {
	const rows: { line: number; cells: string[] }[] = []
	let cells: string[] = []
	let cell = ''
	let quoted = 0
	let line = 1
	let start = 1
	const endCell = () => {
		cells.push(/^'+[=+\-@\t]/.test(cell) ? cell.slice(1) : cell)
		cell = ''
	}
	const endRow = () => {
		endCell()
		rows.push({ line: start, cells })
		cells = []
		start = line
	}
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!
		if (sign === '\n') line++
		if (quoted) {
			if (sign !== '"') cell += sign
			else if (text[at + 1] === '"') cell += text[++at]
			else quoted = 0
		} else if (sign === '"' && cell === '') quoted = line
		else if (sign === separator) endCell()
		else if (sign === '\n') endRow()
		else if (sign !== '\r' || (text[at + 1] ?? '\n') !== '\n') cell += sign
	}
	if (quoted) return unreadable('A quotation mark is never closed', [quoted])
	if (cell !== '' || cells.length > 0) {
		say(line, 'no line end after the last line', 'a whole line')
		endRow()
	}
	return rows
}

export const csvDictionary: readonly (readonly [column: string, meaning: string])[] = [
	['ballot', 'A number given when the file was written; it says nothing about who voted or when'],
	['decision', 'The reference and the kind of decision these ballots were cast in, the same in every row'],
	[
		'numbers',
		'What the numbers of the row are. place: a place in an order, 1 best. amount: what was given, 1 for a tick, else points or a score',
	],
	[
		'voice',
		'The voice this person speaks from, such as citizen or provider; the column is left out where a voice is small',
	],
	['choice', 'A motion: for, against or abstain. A consent round: agree, concern or object'],
	[
		'any other column',
		'A choice. Approval: 1 if approved. Score or points: what it was given. Ranked: its place, 1 best',
	],
	[
		'withdrawn: before a choice',
		'It was withdrawn while people voted. Ballots still say what it was given; it is not counted',
	],
	['an empty cell', 'Nothing was said about this choice'],
]

export function writeCsvDictionary(choices: readonly { id: string; name?: string; withdrawn?: boolean }[]): string {
	const rows = [
		...csvDictionary,
		...choices.map(({ id, name = id, withdrawn }) => [
			withdrawn ? `${withdrawnMark}${id}` : id,
			`The choice “${name}”`,
		]),
	]
	return [['column', 'meaning'], ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')
}
