import { z } from 'zod'
import { longestAbout, longestOption, longestRule } from '../../domain/decisions/askable.ts'
import type { LeftOff, Option, Shortlist } from '../../domain/decisions/decision.ts'
import { isVisible, plainText } from '../../domain/decisions/plain-text.ts'
import { mendPounds, readPounds } from './money-words.ts'
import { optionId } from './option-rows.ts'

/** Far more than any field takes: what is too long for its field is read all the same, so that it hides nothing else. */
const absurd = 20_000
const longestCost = 40
const text = z.string().max(absurd, `Use ${absurd} characters or fewer`).transform(plainText).default('')

/** What was typed in one row. Rows are numbered from 1: `options.3.name`. */
const row = z.object({
	name: text,
	about: text,
	cost: text,
	/** Why it is not on the list: then people are shown it with this reason, and cannot choose it. */
	leftOut: text,
})

export interface ReadOptions {
	options: Option[]
	/** The row each option stands in, in the order of the options. */
	rows: number[]
	/** What was put forward and is not on the list; null where nothing is said of it. Its rule is empty while it is missing. */
	shortlist: Shortlist | null
}

/** The rows as they were typed, before anything is made of them. */
export const rowsSchema = z.object({ options: z.record(z.string(), row).default({}), shortlistRule: text })

/** What is to be mended, by the path of its field. */
export interface RowProblem {
	path: string[]
	message: string
}

/**
 * The rows of a form as options. Rows left empty are passed over; ids are given in the order of the rows. A row that must be
 * mended is an option all the same, so that the others can be judged beside it.
 */
export function readRows(
	{ options: typed, shortlistRule }: z.output<typeof rowsSchema>,
	{ priced, fewest }: { priced: boolean; fewest: number },
): { read: ReadOptions; problems: RowProblem[] } {
	const problems: RowProblem[] = []
	const mend = (at: number, part: string, message: string) =>
		problems.push({ path: ['options', String(at), part], message })
	const read: ReadOptions = { options: [], rows: [], shortlist: null }
	const leftOff: LeftOff[] = []
	// However many such rows there are, it is said once.
	if (!Object.keys(typed).every((at) => /^[1-9]\d{0,2}$/.test(at)))
		problems.push({ path: ['options'], message: 'A row came that this form does not have. Load the page again' })
	const filled = Object.entries(typed)
		.map(([at, words]) => ({ at: Number(at), ...words }))
		.filter(({ name, about, cost, leftOut }) => name || about || (priced && (cost || leftOut)))
		.sort((a, b) => a.at - b.at)
	for (const { at, name, about, cost: typedCost, leftOut } of filled) {
		const cost = priced && typedCost.length <= longestCost ? readPounds(typedCost) : null
		const isLeftOff = priced && isVisible(leftOut)
		if (!isVisible(name)) mend(at, 'name', 'Enter a name, or empty the whole row')
		if (name.length > longestOption) mend(at, 'name', tooLong(longestOption))
		if (about.length > longestAbout) mend(at, 'about', tooLong(longestAbout))
		if (isLeftOff && leftOut.length > longestAbout) mend(at, 'leftOut', tooLong(longestAbout))
		if (priced && !cost && (typedCost || !isLeftOff))
			mend(at, 'cost', mendPounds('Enter what it costs in pounds, like 1200 or 1200.50', typedCost))
		if (isLeftOff) {
			leftOff.push({ name, reason: leftOut, ...(cost && { cost }) })
			continue
		}
		const id = optionId(read.options.length)
		read.options.push({ id, name, ...(about && { about }), ...(cost !== null && { cost }) })
		read.rows.push(at)
	}
	if (read.options.length < fewest) {
		const free = [1, 2].find((at) => !filled.some((one) => one.at === at)) ?? 1
		mend(
			free,
			'name',
			priced ? 'Enter at least one project and what it costs' : 'Enter at least two things to choose between',
		)
	}
	if (!priced) return { read, problems }
	const isRuled = isVisible(shortlistRule)
	if (leftOff.length > 0 && !isRuled)
		problems.push({
			path: ['shortlistRule'],
			message: 'Enter the rule by which something is on the list or not: you left something off it',
		})
	if (shortlistRule.length > longestRule) problems.push({ path: ['shortlistRule'], message: tooLong(longestRule) })
	// Also while its rule is missing: what is on the list and left off it too shows without one.
	if (isRuled || leftOff.length > 0) read.shortlist = { rule: shortlistRule, leftOut: leftOff }
	return { read, problems }
}

function tooLong(longest: number) {
	return `Use ${longest} characters or fewer`
}
