import type { ReactNode } from 'react'
import { FlowChart } from '~/ui/FlowChart.tsx'
import { Table } from '~/ui/Table.tsx'

export interface RoundRow {
	id: string
	name: string
	/** In each round, as a number to read and as a length to draw; null once it is out. */
	votes: ({ words: string; size: number } | null)[]
	fate: string
}

interface RoundsProps {
	rows: RoundRow[]
	rest: RoundRow
	/** What is not to be understood from the table alone. */
	notes: string[]
}

/** Votes from round to round, as a table and, where any moved, as a drawing. */
export function Rounds({ rows, rest, notes }: RoundsProps) {
	const rounds = rest.votes.length
	const caption = 'Votes in each round'
	return (
		<>
			<Table
				caption={caption}
				captionSize="m"
				head={[
					{ text: 'Option' },
					...rest.votes.map((_, at) => ({ text: `Round ${at + 1}`, numeric: true })),
					{ text: 'What became of it' },
				]}
				rows={[...rows, rest].map(({ name, votes, fate }): ReactNode[] => [
					name,
					...votes.map((one) => one?.words ?? 'out'),
					fate,
				])}
			/>
			{notes.map((words) => (
				<p key={words} className="govuk-body">
					{words}
				</p>
			))}
			{rounds > 1 && (
				<FlowChart
					title="How votes moved from round to round."
					same={`The table “${caption}” has the same numbers.`}
					rows={[...rows, rest].map(({ id, name, votes }) => ({
						mark: id,
						label: name,
						sizes: votes.map((one) => (one === null || (id === rest.id && one.size === 0) ? null : one.size)),
					}))}
				/>
			)}
		</>
	)
}
