import { isoDayOf } from '../../actions/day-field.ts'
import type { Values } from './amendment-count.ts'

export type Errors = Record<string, string[]>

/** Reads fields by their names and keeps what could not be read, to be said beside each. */
export class EntryReader {
	readonly errors: Errors = {}
	readonly #values: Values

	constructor(values: Values) {
		this.#values = values
	}

	words(name: string, longest: number): string {
		// A browser sends line ends as CR LF; stored and shown again they must not look like a change.
		const typed = this.#typed(name).replaceAll('\r\n', '\n')
		if (typed.length > longest) this.errors[name] = [`Use ${longest.toLocaleString('en-GB')} characters or fewer`]
		return typed
	}

	choice<Choice extends string>(name: string, choices: readonly Choice[], ask: string | null): Choice | null {
		const chosen = choices.find((one) => one === this.#typed(name))
		if (!chosen && ask) this.errors[name] = [ask]
		return chosen ?? null
	}

	/** Says what must be mended of a field that could be read. */
	mend(name: string, words: string) {
		this.errors[name] ??= [words]
	}

	member(name: string, memberIds: readonly string[]): string | null {
		return memberIds.find((id) => id === this.#typed(name)) ?? null
	}

	id(name: string): string | null {
		return this.#typed(name) || null
	}

	/** NaN for what is no number: `judgeMinute` says so beside the first of the three. */
	number(name: string, empty = Number.NaN): number {
		const typed = this.#typed(name)
		if (typed === '') return empty
		return /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN
	}

	day(name: string, ask: string): string {
		const part = (box: string) => this.#typed(`${name}.${box}`)
		const iso = isoDayOf({ day: part('day'), month: part('month'), year: part('year') })
		if (!iso) this.errors[name] = [ask]
		return iso ?? ''
	}

	#typed(name: string): string {
		const value = this.#values[name]
		return typeof value === 'string' ? value.trim() : ''
	}
}
