import type { MarksCount } from '~/domain/decisions/methods/published-count.ts'
import { BarChart } from '~/ui/BarChart.tsx'
import { Table } from '~/ui/Table.tsx'
import { numberWords, sizeOf } from '../amount-words.ts'
import { markTotals } from '../marks-words.ts'
import { capital } from '../option-names.ts'
import { type ChosenBy, chosenWord } from '../told.ts'

/** Ticks, points or scores: most first. */
export function MarkTotals({ told }: { told: ChosenBy<MarksCount> }) {
	const { method, winners } = told.count
	const totals = markTotals(told)
	const word = chosenWord(told)
	const heads = {
		approval: 'Ticks',
		points: 'Points',
		score: told.rules.missing === 'zero' ? 'Total score' : 'Average score',
	}
	const givers = { approval: null, points: 'People who gave it points', score: 'People who scored it' }[method]
	const shown = (amount: string | null) => (amount === null ? 'no score' : numberWords(amount))
	return (
		<>
			<Table
				caption="The count"
				captionSize="m"
				head={[
					{ text: 'Option' },
					{ text: heads[method], numeric: true },
					...(givers ? [{ text: givers, numeric: true }] : []),
					{ text: 'Result' },
				]}
				rows={totals.map(({ id, name, amount, people }) => [
					name,
					shown(amount),
					...(givers ? [people] : []),
					winners.includes(id) ? capital(word) : '',
				])}
			/>
			<BarChart
				legend={`${heads[method]} of each. Full bars: ${word}.`}
				same="The table “The count” has the same numbers."
				bars={totals.map(({ id, name, amount }) => ({
					label: name,
					value: shown(amount),
					size: sizeOf(amount ?? '0'),
					isHollow: !winners.includes(id),
				}))}
			/>
		</>
	)
}
