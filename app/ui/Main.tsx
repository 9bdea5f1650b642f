import type { ReactNode } from 'react'

export interface MainProps {
	children: ReactNode
	/** Breadcrumbs or a back link: passed over by the skip link. */
	before?: ReactNode
}

export function Main({ children, before }: MainProps) {
	return (
		<div className="govuk-width-container">
			{before}
			<main id="main" className="main" tabIndex={-1}>
				{children}
			</main>
		</div>
	)
}
