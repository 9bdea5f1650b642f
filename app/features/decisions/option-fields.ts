import { z } from 'zod'
import { longestAbout, longestOption } from '../../domain/decisions/askable.ts'
import type { Option } from '../../domain/decisions/decision.ts'
import { isVisible, plainText } from '../../domain/decisions/plain-text.ts'
import { readPounds } from './money-words.ts'
import { optionId } from './option-rows.ts'

const text = z.string().transform(plainText).default('')

/** What was typed in one row. Rows are numbered from 1: `options.3.name`. */
const row = z.object({
	name: text.pipe(z.string().max(longestOption, `Use ${longestOption} characters or fewer`)),
	about: text.pipe(z.string().max(longestAbout, `Use ${longestAbout} characters or fewer`)),
	cost: text.pipe(z.string().max(40, 'Enter what it costs in pounds, like 1200 or 1200.50')),
})

export interface ReadOptions {
	options: Option[]
	/** The row each option stands in, in the order of the options. */
	rows: number[]
}

/** The rows of a form as options. Rows left empty are passed over; ids are given in the order of the rows. */
export function optionsSchema({ priced, fewest }: { priced: boolean; fewest: number }) {
	return z
		.object({ options: z.record(z.string(), row).default({}) })
		.transform(({ options: typed }, { addIssue }): ReadOptions => {
			const mend = (at: number, part: string, message: string) =>
				addIssue({ code: 'custom', path: ['options', String(at), part], message })
			const read: ReadOptions = { options: [], rows: [] }
			// However many such rows there are, it is said once.
			if (!Object.keys(typed).every((at) => /^[1-9]\d{0,2}$/.test(at)))
				addIssue({
					code: 'custom',
					path: ['options'],
					message: 'A row came that this form does not have. Load the page again',
				})
			const filled = Object.entries(typed)
				.map(([at, words]) => ({ at: Number(at), ...words }))
				.filter(({ name, about, cost }) => name || about || (priced && cost))
				.sort((a, b) => a.at - b.at)
			for (const { at, name, about, cost: typedCost } of filled) {
				const cost = priced ? readPounds(typedCost) : null
				if (!isVisible(name)) mend(at, 'name', 'Enter a name, or empty the whole row')
				if (priced && !cost) mend(at, 'cost', 'Enter what it costs in pounds, like 1200 or 1200.50')
				const id = optionId(read.options.length)
				read.options.push({ id, name, ...(about && { about }), ...(cost !== null && { cost }) })
				read.rows.push(at)
			}
			if (filled.length < fewest) {
				const free = [1, 2].find((at) => !read.rows.includes(at)) ?? 1
				mend(
					free,
					'name',
					priced ? 'Enter at least one project and what it costs' : 'Enter at least two things to choose between',
				)
			}
			return read
		})
}
