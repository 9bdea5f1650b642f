import { isBudget } from '~/domain/decisions/askable.ts'
import type { Method, Option } from '~/domain/decisions/decision.ts'
import { Table } from '~/ui/Table.tsx'
import { poundsText } from '../money-words.ts'

interface OptionTableProps {
	caption: string
	method: Method
	options: readonly Option[]
	/** Each with the letter that papers, files and the lot know it by. */
	isLettered?: boolean
}

/** What there is to choose from, in the order of the ballot, with what is said of each and, for money, what it costs. */
export function OptionTable({ caption, method, options, isLettered = false }: OptionTableProps) {
	if (options.length === 0) return null
	const priced = isBudget(method)
	return (
		<Table
			caption={caption}
			captionSize="m"
			head={[{ text: priced ? 'Project' : 'Name' }, ...(priced ? [{ text: 'Cost', numeric: true }] : [])]}
			rows={options.map(({ id, name, about, cost }) => [
				<>
					{isLettered ? `${id}. ${name}` : name}
					{about && <p className="govuk-hint">{about}</p>}
				</>,
				...(priced ? [poundsText(cost ?? 0)] : []),
			])}
		/>
	)
}
