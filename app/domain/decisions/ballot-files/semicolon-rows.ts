import type { Leniency, Unreadable } from './leniency.ts'

export interface Row {
	line: number
	fields: string[]
}

/**
 * Rows of a `;` file: a field that begins with `"` ends at the next lone `"`, doubled quotes inside stand for one, and it may
 * go on over lines. Blank lines are left out and reported; so are quotes that never close, which are read as plain text.
 */
export function readRows(text: string, leniencies: Leniency[]): Row[] | Unreadable {
	const lines = withoutByteOrderMark(text, leniencies).split('\n')
	if (text.includes('\r\n')) leniencies.push({ line: 1, found: 'Windows line endings', readAs: 'plain line endings' })
	const plain = lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
	const hadFinalNewline = plain.at(-1) === ''
	if (hadFinalNewline) plain.pop()

	const rows: Row[] = []
	let width = 0
	for (let at = 0; at < plain.length; at++) {
		const line = plain[at]!
		if (/^[;\s]*$/.test(line)) {
			const found = line.includes(';') ? 'a line of separators only' : 'a blank line'
			leniencies.push({ line: at + 1, found, readAs: 'nothing' })
			continue
		}
		let joined = line
		let last = at
		let fields = splitFields(joined)
		while (!fields && last + 1 < plain.length && last - at < 50 && !isRow(plain[last + 1]!, width)) {
			last++
			joined += `\n${plain[last]}`
			fields = splitFields(joined)
		}
		if (isSection(line)) width = 0
		else if (width === 0) width = fields?.length ?? 0
		if (fields) {
			rows.push({ line: at + 1, fields })
			at = last
		} else {
			leniencies.push({ line: at + 1, found: 'a quotation mark that is never closed', readAs: 'part of the text' })
			rows.push({ line: at + 1, fields: line.split(';') })
		}
	}
	return rows
}

/** A line that can stand by itself is not the rest of a field that somebody forgot to close. */
function isRow(line: string, width: number) {
	return isSection(line) || line.split(';').length >= width
}

export function isSection(line: string) {
	return /^\s*(META|PROJECTS|VOTES)[\s;]*$/i.test(line)
}

function withoutByteOrderMark(text: string, leniencies: Leniency[]) {
	if (!text.startsWith('\uFEFF')) return text
	leniencies.push({ line: 1, found: 'a byte order mark', readAs: 'nothing' })
	return text.slice(1)
}

/** Null when a quoted field does not end. */
function splitFields(line: string): string[] | null {
	const fields: string[] = []
	for (let at = 0; ; ) {
		if (line[at] === '"') {
			const [field, end] = quoted(line, at + 1) ?? [null, 0]
			if (field === null) return null
			// Text straight after the closing quote is kept: `"a"b` is read as `ab`.
			const next = line.indexOf(';', end)
			fields.push(field + line.slice(end, next < 0 ? line.length : next))
			if (next < 0) return fields
			at = next + 1
		} else {
			const next = line.indexOf(';', at)
			fields.push(line.slice(at, next < 0 ? line.length : next))
			if (next < 0) return fields
			at = next + 1
		}
	}
}

function quoted(line: string, from: number): [field: string, end: number] | null {
	let field = ''
	for (let at = from; at < line.length; at++) {
		if (line[at] !== '"') field += line[at]
		else if (line[at + 1] === '"') {
			field += '"'
			at++
		} else return [field, at + 1]
	}
	return null
}

/** A field as the strict form wants it: quoted only when it holds `;`, `"` or a line break. */
export function writeField(field: string) {
	return /[;"\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}
