import type { ReactNode } from 'react'

export interface SummaryRow {
	key: ReactNode
	value: ReactNode
	/** `hidden` ends the link's words for a screen reader: Change *your name*. */
	action?: { href: string; text: string; hidden?: string }
}

export function SummaryList({ rows }: { rows: SummaryRow[] }) {
	const someAction = rows.some(({ action }) => action)
	return (
		<dl className="govuk-summary-list">
			{rows.map((row, index) => (
				<Row key={index} row={row} plain={someAction && !row.action} />
			))}
		</dl>
	)
}

function Row({ row: { key, value, action }, plain }: { row: SummaryRow; plain: boolean }) {
	return (
		<div className={`govuk-summary-list__row${plain ? ' govuk-summary-list__row--no-actions' : ''}`}>
			<dt className="govuk-summary-list__key">{key}</dt>
			<dd className="govuk-summary-list__value">{value}</dd>
			{action && (
				<dd className="govuk-summary-list__actions">
					<a className="govuk-link" href={action.href}>
						{action.text}
						{action.hidden && <span className="govuk-visually-hidden"> {action.hidden}</span>}
					</a>
				</dd>
			)}
		</div>
	)
}
