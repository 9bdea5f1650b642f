import { Table } from '~/ui/Table.tsx'
import type { Pairs } from '../../../domain/decisions/worked.ts'
import { nameOf, quoted } from '../option-names.ts'
import type { Chosen } from '../told.ts'

/** Beside an instant run-off this is information. It never changes who wins. */
export function PairsTable({ told: { count, options }, pairs }: { told: Chosen; pairs: Pairs }) {
	const { pairwise, condorcetWinner, order } = pairs
	const ids = options.map(({ id }) => id).filter((id) => pairwise[id])
	const isOwn = count.method === 'schulze'
	const [winner] = count.winners
	const beats = condorcetWinner
		? `${quoted(options, condorcetWinner)} wins against each of the others.`
		: 'No option wins against every other one.'
	const over = (a: string, b: string) => pairwise[a]?.[b] ?? 0
	return (
		<>
			<h2 className="govuk-heading-m">Every two compared</h2>
			<p className="govuk-body">
				Take any two: the one that more people put higher wins. {beats}{' '}
				{!isOwn &&
					(condorcetWinner && condorcetWinner !== winner
						? `The rule of this vote gave another one, ${quoted(options, winner ?? '')}. This is shown so that everybody knows. The rule was fixed before voting, so it changes nothing.`
						: 'This is shown as information. The rule does not use it.')}
				{isOwn && order && `The whole order: ${order.map((id) => nameOf(options, id)).join(', ')}.`}
			</p>
			<Table
				caption="How many people put each one above each other one"
				captionSize="s"
				head={[{ text: 'Option' }, ...ids.map((id) => ({ text: `Above ${nameOf(options, id)}`, numeric: true }))]}
				rows={ids.map((row) => [
					nameOf(options, row),
					...ids.map((column) => {
						if (row === column) return ''
						const [own, theirs] = [over(row, column), over(column, row)]
						if (own > theirs) return <strong key={column}>{own}, ahead</strong>
						return own === theirs ? `${own}, level` : `${own}, behind`
					}),
				])}
			/>
		</>
	)
}
