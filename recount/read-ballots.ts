import { type Ballot, CannotRead, type Election, mostBallots, refuseTooManyPoints } from './election.ts'
import { amountText, inSmallestUnit } from './fraction.ts'

interface OurFile {
	format?: unknown
	method?: unknown
	options?: unknown
	tieOrder?: unknown
	choices?: unknown
	budget?: unknown
	ballots?: unknown
	spoilt?: unknown
	title?: unknown
	decision?: unknown
	withdrawals?: unknown
	shortlist?: unknown
}

const METHODS = /^(motion|consent|greedy|greedy-no-skip|equal-shares|scottish-stv|irv|schulze|approval|score|points)$/

/** Our own JSON, alongside-ballots/1: see its `dictionary`. */
export function readOurJson(text: string): Election {
	let file: OurFile
	try {
		file = JSON.parse(text.replace(/^\uFEFF/, ''))
	} catch {
		throw new CannotRead('this is not JSON')
	}
	const twice = keyTwiceIn(text)
	if (twice !== null)
		throw new CannotRead(`line ${twice.line}: ${twice.key} stands twice in one part, so it could be read in two ways`)
	if (file?.format !== 'alongside-ballots/1') throw new CannotRead('this is not a file of the form alongside-ballots/1')
	const is = (good: boolean, what: string) => {
		if (!good) throw new CannotRead(what)
	}
	is(typeof file.method === 'string' && METHODS.test(file.method), 'method names no method we know')
	const options = objectIn(orElse(file.options, {}), 'options')
	for (const [name, value] of Object.entries(options))
		is(/^(string|number|boolean)$/.test(typeof value), `options.${name} is no text, number, true or false`)
	const tieOrder = listIn(orElse(file.tieOrder, []), 'tieOrder').map((id) => textIn(id, 'an id of tieOrder'))
	const spoilt = wholeIn(orElse(file.spoilt, 0), 'spoilt')
	is(spoilt >= 0 && spoilt <= mostBallots, 'spoilt is no number of ballots')

	const notes: string[] = []
	const tellUnknown = (part: object, known: string, where: string) => {
		for (const name of Object.keys(part))
			if (!known.split(' ').includes(name)) notes.push(`${where}"${name}" is nothing we know; passed over`)
	}
	tellUnknown(file, OF_FILE, '')
	const choices = listIn(file.choices, 'choices').map((one, at) => {
		const choice = objectIn(one, 'a choice')
		tellUnknown(choice, OF_CHOICE, `choice ${at + 1}: `)
		is(choice.withdrawn === undefined || typeof choice.withdrawn === 'boolean', 'withdrawn is true or false')
		return {
			id: textIn(choice.id, 'the id of a choice'),
			cost: orElse(choice.cost, '0'),
			withdrawn: choice.withdrawn === true,
		}
	})
	const known = new Set(choices.map(({ id }) => id))
	if (known.size < choices.length) throw new CannotRead('two choices have one id')
	const amounts = [orElse(file.budget, '0'), ...choices.map(({ cost }) => cost)].map((one) => {
		const text = textIn(one, 'an amount')
		const amount = amountText(text)
		if (amount === null) throw new CannotRead(`"${text}" is not an amount`)
		return amount
	})
	const decimals = Math.max(...amounts.map((one) => (one.split('.')[1] ?? '').length))
	const [budget, ...costs] = amounts.map((one) => inSmallestUnit(one, decimals))

	const ballots = listIn(file.ballots, 'ballots').map((one, at): Ballot => {
		const ballot = objectIn(one, `ballot ${at + 1}`)
		tellUnknown(ballot, OF_BALLOT, `ballot ${at + 1}: `)
		const count = wholeIn(orElse(ballot.count, 1), `ballot ${at + 1}: count`)
		is(count >= 1 && count <= mostBallots, `ballot ${at + 1}: count is no number of ballots`)
		const points = new Map<string, number>()
		for (const [id, given] of Object.entries(objectIn(orElse(ballot.points, {}), `ballot ${at + 1}: points`))) {
			const whole = wholeIn(given, `ballot ${at + 1}: what ${id} is given`)
			if (known.has(id)) points.set(id, whole)
			else notes.push(`ballot ${at + 1}: "${id}" is no choice; left out`)
		}
		const ranks = listIn(orElse(ballot.ranks, []), `ballot ${at + 1}: ranks`).map((place) =>
			listIn(place, `ballot ${at + 1}: a rank`).map((id) => textIn(id, `ballot ${at + 1}: a name`)),
		)
		const named = new Set<string>()
		for (const id of ranks.flat()) {
			if (!known.has(id)) notes.push(`ballot ${at + 1}: "${id}" is no choice; left out`)
			else if (named.has(id)) notes.push(`ballot ${at + 1}: "${id}" named twice; its first place counts`)
			named.add(id)
		}
		if (points.size > 0 && named.size > 0)
			notes.push(`ballot ${at + 1}: both points and an order; the one that the method asks for counts`)
		const voice = textIn(orElse(ballot.voice, ''), `ballot ${at + 1}: voice`)
		return { count, points, ranks, voice, choice: textIn(orElse(ballot.choice, ''), `ballot ${at + 1}: choice`) }
	})
	refuseTooManyPoints(ballots)
	const asks = ['--method', String(file.method)]
	for (const [option, value] of Object.entries(options)) {
		if (value === true) asks.push(`--${option}`)
		else if (value !== false) asks.push(`--${option}`, String(value))
	}
	return {
		choices: choices.map(({ id }, at) => ({ id, cost: costs[at]! })),
		withdrawn: choices.filter(({ withdrawn }) => withdrawn).map(({ id }) => id),
		budget: budget!,
		decimals,
		seats: 1,
		threshold: 0,
		ballots,
		spoilt,
		tieOrder,
		asks,
		notes,
		says: { parts: partsOf(file, choices.length) },
	}
}

const OF_FILE =
	'format title decision method options tieOrder choices shortlist withdrawals budget voices ballots spoilt dictionary'
const OF_CHOICE = 'id name cost withdrawn'
const OF_BALLOT = 'count voice choice points ranks'

/** Of a key that stands twice in one { … } JavaScript keeps the last and says nothing. The text is known to be JSON. */
function keyTwiceIn(text: string): { key: string; line: number } | null {
	const open: Set<string>[] = []
	let last = ''
	for (const { 0: sign, index } of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}:]/g)) {
		if (sign === '{') open.push(new Set())
		else if (sign === '}') open.pop()
		else if (sign !== ':') last = sign
		else {
			const keys = open.at(-1)!
			const key: string = JSON.parse(last)
			if (keys.has(key)) return { key: last, line: text.slice(0, index).split('\n').length }
			keys.add(key)
		}
	}
	return null
}

/** What stands word for word in a published result as well. Only of a motion or consent round are its options the file's. */
function partsOf({ title, decision, choices, withdrawals, shortlist, budget, method, options }: OurFile, many: number) {
	const isYesOrNo = method === 'motion' || method === 'consent'
	const parts = {
		title,
		decision,
		choices: many > 0 ? choices : undefined,
		withdrawals,
		shortlist,
		budget,
		options: isYesOrNo ? options : undefined,
	}
	return Object.fromEntries(Object.entries(parts).filter(([, said]) => said !== undefined))
}

function orElse(value: unknown, absent: unknown): unknown {
	return value === undefined ? absent : value
}

function objectIn(value: unknown, what: string): Record<string, unknown> {
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new CannotRead(`${what} is not of the form { … }`)
	return value as Record<string, unknown>
}

function listIn(value: unknown, what: string): unknown[] {
	if (!Array.isArray(value)) throw new CannotRead(`${what} is no list`)
	return value
}

function textIn(value: unknown, what: string): string {
	if (typeof value !== 'string') throw new CannotRead(`${what} is no text`)
	return value
}

function wholeIn(value: unknown, what: string): number {
	if (!Number.isSafeInteger(value)) throw new CannotRead(`${what} is no whole number`)
	return Number(value)
}

/**
 * One row a ballot. First columns `ballot`, `decision`, `numbers` (`place` or `amount`) and perhaps `voice`; then one a choice: what it was given, or its place
 * when `ranked`. Of a motion or consent round, one column `choice`. Says nothing of method, seats or money: the command does.
 */
export function readOurCsv(text: string, form: 'answers' | 'ranks' | 'points'): Election {
	const notes: string[] = []
	if (text.startsWith('\uFEFF')) notes.push('a byte order mark at the start; passed over')
	const plain = text.replace(/^\uFEFF/, '')
	// Spreadsheets in countries with a decimal comma write semicolons.
	const separator = /^"?ballot"?;/i.test(plain) ? ';' : ','
	if (separator === ';') notes.push('semicolons between the columns; read as commas')
	const rows = csvRows(plain, separator, notes)
	const header = rows.shift()?.cells ?? []
	if (header[0]?.trim().toLowerCase() !== 'ballot')
		throw new CannotRead('the first column of a CSV file of ballots is "ballot"')
	const hasDecision = header[1] === 'decision'
	// Places in an order and amounts given look alike, so a file may say which its numbers are.
	const numbersAt = hasDecision ? 2 : 1
	const saysNumbers = form !== 'answers' && header[numbersAt] === 'numbers'
	const voiceAt = saysNumbers ? numbersAt + 1 : numbersAt
	const hasVoice = header[voiceAt] === 'voice'
	const first = hasVoice ? voiceAt + 1 : voiceAt
	// A choice that was withdrawn while people voted says so in its own column.
	const isWithdrawn = (head: string) => form !== 'answers' && head.startsWith(WITHDRAWN)
	const heads = header.slice(first)
	const names = heads.map((head) => (isWithdrawn(head) ? head.slice(WITHDRAWN.length) : head))
	if (new Set(names).size < names.length) throw new CannotRead('two columns have one name')
	if (form === 'answers' && names.join() !== 'choice')
		throw new CannotRead('a CSV file of a motion or consent round has one column "choice"')

	let spoilt = 0
	const ballots: Ballot[] = []
	const decisions = new Set<string>()
	const lineOfBallot = new Map<string, number>()
	for (const { line, cells } of rows) {
		if (cells.every((cell) => cell.trim() === '')) {
			notes.push(`line ${line}: an empty row; passed over`)
			continue
		}
		if (cells.length < header.length) notes.push(`line ${line}: cut short; nothing is said about the rest`)
		if (cells.slice(header.length).some((cell) => cell.trim() !== ''))
			notes.push(`line ${line}: more cells than columns; the rest left out`)
		const given = names.map((_, at) => (cells[first + at] ?? '').trim())
		if (given.some((cell, at) => cell !== (cells[first + at] ?? '')))
			notes.push(`line ${line}: spaces around what is in a cell; passed over`)
		const number = (cells[0] ?? '').trim()
		const before = lineOfBallot.get(number)
		if (before !== undefined) notes.push(`lines ${before} and ${line}: ballot "${number}" twice; both counted`)
		if (number !== '') lineOfBallot.set(number, line)
		const voice = hasVoice ? (cells[voiceAt] ?? '') : ''
		if (hasDecision) decisions.add((cells[1] ?? '').trim())

		const numbers = saysNumbers ? (cells[numbersAt] ?? '').trim() : ''
		const needed = form === 'ranks' ? 'place' : 'amount'
		if (numbers !== '' && numbers !== needed)
			throw new CannotRead(
				`line ${line}: its numbers are of the kind "${numbers}", and this method needs "${needed}" (place: a place in an order; amount: a tick, points or a score)`,
			)

		const points = new Map<string, number>()
		let isRead = form !== 'answers' || ANSWERS.includes(given[0]!)
		for (const [at, cell] of given.entries()) {
			if (form === 'answers' || cell === '') continue
			const number = /^-?\d+$/.test(cell) ? Number(cell) : Number.NaN
			if (!Number.isSafeInteger(number) || (form === 'ranks' && number < 1)) isRead = false
			points.set(names[at]!, number)
		}
		if (!isRead) {
			notes.push(`line ${line}: a cell that says nothing we know; counted as spoilt`)
			spoilt++
			continue
		}
		const places = form === 'ranks' ? [...new Set(points.values())].sort((a, b) => a - b) : []
		const ranks = places.map((place) => names.filter((name) => points.get(name) === place))
		ballots.push({ count: 1, points, ranks, voice, choice: form === 'answers' ? given[0]! : '' })
	}
	if (form === 'points') refuseTooManyPoints(ballots)
	if (!saysNumbers && form !== 'answers') refuseOtherNumbers(ballots, form)
	return {
		choices: form === 'answers' ? [] : names.map((id) => ({ id, cost: 0n })),
		withdrawn: names.filter((_, at) => isWithdrawn(heads[at]!)),
		budget: 0n,
		decimals: 0,
		seats: 1,
		threshold: 0,
		ballots,
		spoilt,
		tieOrder: [],
		asks: [],
		notes,
		says: {
			parts: {},
			...(decisions.size > 0 && { rows: [...decisions] }),
			...(form !== 'answers' && { choices: names.map((id, at) => ({ id, withdrawn: isWithdrawn(heads[at]!) })) }),
		},
	}
}

const WITHDRAWN = 'withdrawn:'

/** A file that does not say what its numbers are, where they look like the other kind on every ballot. */
function refuseOtherNumbers(ballots: Ballot[], form: 'ranks' | 'points') {
	const rows = ballots
		.map(({ points }) => [...points.values()].sort((a, b) => a - b))
		.filter(({ length }) => length > 0)
	const several = rows.filter(({ length }) => length > 1)
	if (form === 'ranks' && several.length > 0 && rows.every((row) => row.at(-1) === 1))
		throw new CannotRead(
			'no ballot of this file puts one choice above another: its numbers are ticks, and this method needs places. Where they are places, say so in a column "numbers" after "ballot", with "place" in every row',
		)
	const isOrder = (row: number[]) => row.every((number, at) => number === at + 1)
	if (form === 'points' && several.length > 1 && rows.every(isOrder))
		throw new CannotRead(
			'every ballot of this file numbers its choices 1, 2, 3 and so on, as an order of preference does, and this method needs ticks, points or scores. Where they are that, say so in a column "numbers" after "ballot", with "amount" in every row',
		)
}

const ANSWERS = ['for', 'against', 'abstain', 'agree', 'concern', 'object']

/** RFC 4180: quotes inside quotes doubled; lines end with \n or \r\n. An apostrophe before = + - @ is there for spreadsheets. */
function csvRows(text: string, separator: string, notes: string[]): { line: number; cells: string[] }[] {
	const rows: { line: number; cells: string[] }[] = []
	let row: { line: number; cells: string[] } = { line: 1, cells: [] }
	let cell = ''
	let line = 1
	let quotedSince = 0
	const endCell = () => {
		row.cells.push(/^'+[=+\-@\t]/.test(cell) ? cell.slice(1) : cell)
		cell = ''
	}
	const endRow = () => {
		endCell()
		rows.push(row)
		row = { line, cells: [] }
	}
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!
		const next = text[at + 1]
		if (sign === '\n') line++
		if (quotedSince > 0) {
			if (sign !== '"') cell += sign
			else if (next === '"') {
				cell += '"'
				at++
			} else quotedSince = 0
		} else if (sign === '"' && cell === '') quotedSince = line
		else if (sign === separator) endCell()
		else if (sign === '\n') endRow()
		else if (sign === '\r' && (next === '\n' || next === undefined)) continue
		else cell += sign
	}
	if (quotedSince > 0) throw new CannotRead(`line ${quotedSince}: a quotation mark is never closed`)
	if (cell !== '' || row.cells.length > 0) {
		notes.push('no line end after the last line')
		endRow()
	}
	return rows
}
