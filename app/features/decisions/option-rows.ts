import { mostOptions } from '../../domain/decisions/askable.ts'
import type { FormState } from '../../http/forms.ts'

const fewestRows = 5
const rowsMore = 5

/** A, B, … Z, AA, AB, … */
export function optionId(index: number): string {
	const letter = String.fromCharCode(65 + (index % 26))
	return index < 26 ? letter : optionId(Math.floor(index / 26) - 1) + letter
}

/** How many rows the form shows: those asked for, and never fewer than have something in them. */
export function rowsShown(form: FormState | undefined): number {
	const filled = Object.entries(form?.values ?? {}).map(([name, value]) =>
		value === '' ? 0 : Number(/^options\.(\d{1,3})\./.exec(name)?.[1] ?? 0),
	)
	const asked = Number(form?.values.rows ?? 0) || 0
	return Math.min(Math.max(fewestRows, asked, ...filled), mostOptions)
}

const rowParts: Record<string, string> = {
	name: 'name',
	cost: 'cost',
	about: 'more about it',
	leftOut: 'why it is not on the list',
}

/** Where a field of a row stands: "Project 3, cost". Nothing for a field of no row. */
export function rowPlace(field: string, priced: boolean): string | undefined {
	const [, at, part = ''] = /^options\.(\d{1,3})\.(\w+)$/.exec(field) ?? []
	return at && `${rowThing(priced)} ${at}, ${rowParts[part] ?? part}`
}

export function rowThing(priced: boolean): string {
	return priced ? 'Project' : 'Choice'
}

/** The same form with room for more. */
export function withMoreRows(form: FormState): FormState {
	return { errors: {}, values: { ...form.values, rows: String(rowsShown(form) + rowsMore) } }
}
