import { type Ballot, CannotRead, type Election } from './election.ts'
import { inSmallestUnit } from './fraction.ts'

interface OurFile {
	format?: string
	method?: string
	options?: Record<string, string | number | boolean>
	tieOrder?: string[]
	choices?: { id: string; cost?: string; withdrawn?: boolean }[]
	budget?: string
	ballots?: { count?: number; voice?: string; choice?: string; points?: Record<string, number>; ranks?: string[][] }[]
	spoilt?: number
}

/** Our own JSON, alongside-ballots/1: see its `dictionary`. */
export function readOurJson(text: string): Election {
	let file: OurFile
	try {
		file = JSON.parse(text)
	} catch {
		throw new CannotRead('this is not JSON')
	}
	if (file?.format !== 'alongside-ballots/1' || !file.choices || !file.ballots)
		throw new CannotRead('this is not a file of the form alongside-ballots/1')
	const choices = file.choices
	const known = new Set(choices.map(({ id }) => id))
	if (known.size < choices.length) throw new CannotRead('two choices have one id')
	const amounts = [file.budget ?? '0', ...choices.map(({ cost }) => cost ?? '0')]
	const wrong = amounts.find((one) => !/^\d+(\.\d+)?$/.test(one))
	if (wrong !== undefined) throw new CannotRead(`"${wrong}" is not an amount`)
	const decimals = Math.max(...amounts.map((one) => (one.split('.')[1] ?? '').replace(/0+$/, '').length))
	const plain = (one: string) => (one.includes('.') ? one.replace(/\.?0+$/, '') : one)

	const notes: string[] = []
	const ballots = file.ballots.map((ballot, at): Ballot => {
		const count = ballot.count ?? 1
		const points = new Map(Object.entries(ballot.points ?? {}))
		if (!Number.isSafeInteger(count) || count < 1)
			throw new CannotRead(`ballot ${at + 1}: count is not a whole number above 0`)
		for (const [id, given] of points) {
			if (!Number.isSafeInteger(given))
				throw new CannotRead(`ballot ${at + 1}: "${given}" is not a whole number of points`)
			if (!known.has(id)) {
				notes.push(`ballot ${at + 1}: "${id}" is no choice; left out`)
				points.delete(id)
			}
		}
		return { count, points, ranks: ballot.ranks ?? [], voice: ballot.voice ?? '', choice: ballot.choice ?? '' }
	})
	const asks = Object.entries(file.options ?? {}).flatMap(([option, value]) => {
		if (value === false) return []
		return value === true ? [`--${option}`] : [`--${option}`, String(value)]
	})
	if (file.method) asks.push('--method', file.method)
	return {
		choices: choices.map(({ id, cost }) => ({ id, cost: inSmallestUnit(plain(cost ?? '0'), decimals) })),
		withdrawn: choices.filter(({ withdrawn }) => withdrawn).map(({ id }) => id),
		budget: inSmallestUnit(plain(file.budget ?? '0'), decimals),
		decimals,
		seats: 1,
		threshold: 0,
		ballots,
		spoilt: file.spoilt ?? 0,
		tieOrder: file.tieOrder ?? [],
		asks,
		notes,
	}
}

/**
 * One row a ballot. First columns `ballot`, `decision` and perhaps `voice`; then one a choice: what it was given, or its place
 * when `ranked`. Of a motion or consent round, one column `choice`. Says nothing of method, seats or money.
 */
export function readOurCsv(text: string, form: 'answers' | 'ranks' | 'points'): Election {
	const ranked = form === 'ranks'
	const rows = csvRows(text.replace(/^\uFEFF/, ''))
	const header = rows.shift() ?? []
	if (header[0] !== 'ballot') throw new CannotRead('the first column of a CSV file of ballots is "ballot"')
	const voiceAt = header[1] === 'decision' ? 2 : 1
	const first = header[voiceAt] === 'voice' ? voiceAt + 1 : voiceAt
	const voiceOf = (row: string[]) => (first > voiceAt ? (row[voiceAt] ?? '') : '')
	if (form === 'answers' && (header[first] !== 'choice' || header.length > first + 1))
		throw new CannotRead('a CSV file of a motion or consent round has one column "choice"')
	const names = form === 'answers' ? [] : header.slice(first)
	if (new Set(names).size < names.length) throw new CannotRead('two columns have one name')
	const notes: string[] = []
	let spoilt = 0
	const ballots: Ballot[] = []
	for (const [at, row] of rows.entries()) {
		const points = new Map<string, number>()
		names.forEach((name, column) => {
			const cell = (row[first + column] ?? '').trim()
			if (cell !== '') points.set(name, Number(cell))
		})
		const lowest = ranked ? 1 : Number.MIN_SAFE_INTEGER
		if ([...points.values()].some((one) => !Number.isSafeInteger(one) || one < lowest)) {
			notes.push(`line ${at + 2}: not whole numbers; counted as spoilt`)
			spoilt++
			continue
		}
		const places = ranked ? [...new Set(points.values())].sort((a, b) => a - b) : []
		const ranks = places.map((place) => names.filter((name) => points.get(name) === place))
		const choice = form === 'answers' ? (row[first] ?? '').trim() : ''
		ballots.push({ count: 1, points, ranks, voice: voiceOf(row), choice })
	}
	return {
		choices: names.map((id) => ({ id, cost: 0n })),
		withdrawn: [],
		budget: 0n,
		decimals: 0,
		seats: 1,
		threshold: 0,
		ballots,
		spoilt,
		tieOrder: [],
		asks: [],
		notes,
	}
}

/** RFC 4180: commas, double quotes, quotes inside doubled. An apostrophe before = + - @ is there for spreadsheets. */
function csvRows(text: string): string[][] {
	const rows: string[][] = []
	let row: string[] = []
	let cell = ''
	let quoted = false
	const endCell = () => {
		row.push(/^'+[=+\-@\t]/.test(cell) ? cell.slice(1) : cell)
		cell = ''
	}
	for (let at = 0; at < text.length; at++) {
		const sign = text[at]!
		if (quoted) {
			if (sign !== '"') cell += sign
			else if (text[at + 1] === '"') {
				cell += '"'
				at++
			} else quoted = false
		} else if (sign === '"') quoted = true
		else if (sign === ',') endCell()
		else if (sign === '\n') {
			endCell()
			rows.push(row)
			row = []
		} else if (sign !== '\r') cell += sign
	}
	if (cell !== '' || row.length > 0) {
		endCell()
		rows.push(row)
	}
	return rows.filter((one) => one.some((field) => field !== ''))
}
