import type { ReactNode } from 'react'

export interface TableProps {
	caption: ReactNode
	captionSize?: 's' | 'm' | 'l'
	head: { text: ReactNode; numeric?: boolean }[]
	/** The first cell names its row. A row with fewer cells than the head lets its last cell speak for the rest. */
	rows: ReactNode[][]
	/** Its cells are understood without their headings: as a list they stand in a line under the name. */
	isClose?: boolean
}

/** Beyond so many columns a table is never narrow enough for any page, and is set as lists on all. */
const mostColumns = 12

/**
 * Where its columns have no room, on a phone, with big text or on paper, each row becomes a small list: the name, then every
 * cell with its heading before it. So nothing is cut and nothing scrolls sideways. The heading stands in each cell as words, so
 * that a screen reader which then no longer tells of a table still reads it.
 */
export function Table({ caption, captionSize, head, rows, isClose = false }: TableProps) {
	const columns = Math.min(head.length, mostColumns)
	return (
		<div className="table-room">
			<table
				className={`govuk-table${columns > 2 ? ` govuk-table--of-${columns}` : ''}${isClose ? ' govuk-table--close' : ''}`}
			>
				<caption className={`govuk-table__caption${captionSize ? ` govuk-table__caption--${captionSize}` : ''}`}>
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
		</div>
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
				const { text, numeric } = head[column] ?? {}
				const isFigure = numeric && span === 1
				return (
					<td
						key={column}
						colSpan={span > 1 ? span : undefined}
						className={`govuk-table__cell${isFigure ? ' govuk-table__cell--numeric' : ''}${isEmpty(cell) ? ' table__cell--empty' : ''}`}
					>
						{head.length > 2 && span === 1 && <span className="table__heading">{text}: </span>}
						{cell}
					</td>
				)
			})}
		</tr>
	)
}

function isEmpty(cell: ReactNode) {
	return cell === '' || cell === null || cell === undefined || cell === false
}
