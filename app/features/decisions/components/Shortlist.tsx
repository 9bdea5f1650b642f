import { Table } from '~/ui/Table.tsx'
import { poundsText } from '../money-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'

/** By which rule something is on the list, and what is not, each with its reason. Nothing where nothing is said of it. */
export function Shortlist({ shortlist }: Pick<ShownDecision, 'shortlist'>) {
	if (!shortlist) return null
	const { rule, leftOut } = shortlist
	return (
		<section>
			<h2 className="govuk-heading-m">How the list was made</h2>
			<p className="govuk-body as-typed">The rule for being on it: {rule}</p>
			{leftOut.length === 0 ? (
				<p className="govuk-body">Everything that was put forward is on it.</p>
			) : (
				<Table
					caption="Put forward, and not on the list"
					captionSize="s"
					head={[{ text: 'Project' }, { text: 'Cost', numeric: true }, { text: 'Not on it, because' }]}
					rows={leftOut.map(({ name, cost, reason }) => [
						name,
						cost === undefined ? 'Not said' : poundsText(cost),
						reason,
					])}
				/>
			)}
		</section>
	)
}
