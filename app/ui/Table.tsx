import { type ReactNode, useId } from 'react'

export interface TableProps {
	caption: ReactNode
	captionSize?: 's' | 'm' | 'l'
	head: { text: ReactNode; numeric?: boolean }[]
	/** The first cell names its row. A row with fewer cells than the head lets its last cell speak for the rest. */
	rows: ReactNode[][]
}

/** Scrolls sideways by itself on a narrow screen, by keyboard too, so that the page never does. */
export function Table({ caption, captionSize, head, rows }: TableProps) {
	const captionId = useId()
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
		<section className="scroll" aria-labelledby={captionId} tabIndex={0}>
			<table className={`govuk-table${head.length > 2 ? '' : ' govuk-table--two'}`}>
				<caption
					id={captionId}
					className={`govuk-table__caption${captionSize ? ` govuk-table__caption--${captionSize}` : ''}`}
				>
					{caption}
				</caption>
				<thead className="govuk-table__head">
					<tr className="govuk-table__row">
						{head.map(({ text, numeric }, column) => (
							<th
								key={column}
								scope="col"
								className={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`}
							>
								{text}
							</th>
						))}
					</tr>
				</thead>
				<tbody className="govuk-table__body">
					{rows.map((cells, row) => (
						<Row key={row} cells={cells} head={head} />
					))}
				</tbody>
			</table>
		</section>
	)
}

function Row({ cells: [name, ...cells], head }: { cells: ReactNode[]; head: TableProps['head'] }) {
	return (
		<tr className="govuk-table__row">
			<th scope="row" className="govuk-table__header table__name">
				{name}
			</th>
			{cells.map((cell, index) => {
				const column = index + 1
				const span = index === cells.length - 1 ? head.length - column : 1
				const numeric = head[column]?.numeric && span === 1
				return (
					<td
						key={column}
						colSpan={span > 1 ? span : undefined}
						className={`govuk-table__cell${numeric ? ' govuk-table__cell--numeric' : ''}`}
					>
						{cell}
					</td>
				)
			})}
		</tr>
	)
}
