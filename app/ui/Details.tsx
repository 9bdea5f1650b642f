import type { ReactNode } from 'react'

export function Details({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
	return (
		<details className="govuk-details" open={open}>
			<summary className="govuk-details__summary">
				<span className="govuk-details__summary-text">{summary}</span>
			</summary>
			<div className="govuk-details__text">{children}</div>
		</details>
	)
}
