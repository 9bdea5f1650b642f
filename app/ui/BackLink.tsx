import type { ReactNode } from 'react'

export function BackLink({ href, children = 'Back' }: { href: string; children?: ReactNode }) {
	return (
		<nav aria-label="Back">
			<a href={href} className="govuk-back-link">
				{children}
			</a>
		</nav>
	)
}
