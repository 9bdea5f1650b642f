type Cell = string | number

/** A table for reading: words to the left, numbers to the right. */
export function printTable(columns: readonly string[], rows: readonly (readonly Cell[])[]) {
	const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? figure(cell) : cell)))
	const widths = columns.map((column, at) => Math.max(column.length, ...cells.map((row) => row[at]!.length)))
	const isNumber = columns.map((_, at) =>
		rows.every((row) => /^[-–\d.,× ]*$/.test(String(row[at])) || row[at] === 'NaN'),
	)
	const line = (row: readonly string[]) =>
		row.map((cell, at) => (isNumber[at] ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  ')
	console.log(`  ${line(columns)}`)
	for (const row of cells) console.log(`  ${line(row)}`)
}

export function printTitle(title: string) {
	console.log(`\n— ${title}`)
}

/** One line for a figure that was promised. Timings are printed, never asserted. */
export function printTarget(what: string, measured: number, atMost: number, { unit = '', because = '' } = {}) {
	const met = measured <= atMost ? 'met' : 'missed'
	const why = because && ` (${because})`
	console.log(`  ours, ${what}: ${figure(measured)}${unit}, to be at most ${figure(atMost)}${unit}${why}: ${met}`)
}

export function figure(value: number): string {
	if (!Number.isFinite(value)) return '–'
	if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en-GB')
	return Number.isInteger(value)
		? String(value)
		: value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)
}
