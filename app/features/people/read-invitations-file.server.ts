import { parse } from 'csv-parse/sync'
import type { BadRow } from '../../domain/people/invitation-rows.ts'
import { mostRows } from '../../domain/people/invitation-rows.ts'

export const mostBytes = 200_000

const columns = ['name', 'email', 'voice', 'group']
const otherNames: Record<string, string> = {
	'e-mail': 'email',
	'email address': 'email',
	'e-mail address': 'email',
	'first name': 'name',
}

export type FileRefusal = 'empty' | 'too-large' | 'too-many-rows' | 'no-name-column' | 'unreadable'
interface Line {
	line: number
	fields: Record<string, string>
}

/**
 * The rows of a CSV file as spreadsheets save it: UTF-8 with or without a mark, or Windows letters; commas, semicolons
 * or tabs. The first row names the columns. A row with too many cells comes back as bad; the others are not lost.
 */
export function readInvitationsFile(bytes: Uint8Array): { lines: Line[]; bad: BadRow[] } | { refused: FileRefusal } {
	if (bytes.byteLength === 0) return { refused: 'empty' }
	if (bytes.byteLength > mostBytes) return { refused: 'too-large' }
	const text = decode(bytes)
	const records = split(text)
	if (!records) return { refused: 'unreadable' }
	const [head, ...rest] = records
	if (!head || rest.length === 0) return { refused: 'empty' }
	const names = head.cells.map(columnName)
	if (!names.includes('name')) return { refused: 'no-name-column' }
	if (rest.length > mostRows) return { refused: 'too-many-rows' }

	const tooWide = rest.filter(({ cells }) => cells.slice(names.length).some((cell) => cell.trim()))
	return {
		lines: rest
			.filter((row) => !tooWide.includes(row))
			.map(({ line, cells }) => ({
				line,
				fields: Object.fromEntries(
					names.flatMap((name, at) => (columns.includes(name) ? [[name, cells[at] ?? '']] : [])),
				),
			})),
		bad: tooWide.map(({ line }) => ({
			line,
			reasons: ['It has more cells than the first row. Is a comma missing its quotes?'],
		})),
	}
}

function columnName(cell: string) {
	const name = cell.trim().toLowerCase()
	return otherNames[name] ?? name
}

function decode(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return new TextDecoder('windows-1252').decode(bytes)
	}
}

/** Each row with the line it starts on, which is what a spreadsheet shows as long as no cell holds a line break. */
function split(text: string): { line: number; cells: string[] }[] | null {
	const firstLine = text.slice(0, text.search(/[\r\n]|$/))
	const delimiter = [';', '\t'].find((mark) => firstLine.includes(mark) && !firstLine.includes(',')) ?? ','
	try {
		const records = parse(text, {
			delimiter,
			relax_column_count: true,
			info: true,
			max_record_size: 20_000,
		}) as unknown as {
			record: string[]
			info: { lines: number }
		}[]
		return records
			.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: record }))
			.filter(({ cells }) => cells.some((cell) => cell.trim()))
	} catch {
		return null
	}
}

function breaksIn(cells: string[]) {
	return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
}
