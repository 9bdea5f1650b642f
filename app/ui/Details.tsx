import type { ReactNode } from 'react'

export function Details({ summary, children }: { summary: ReactNode; children: ReactNode }) {
	return (
		<details className="govuk-details">
			<summary className="govuk-details__summary">
				<span className="govuk-details__summary-text">{summary}</span>
			</summary>
			<div className="govuk-details__text">{children}</div>
		</details>
	)
}
