export function Breadcrumbs({ items }: { items: { href: string; text: string }[] }) {
	return (
		<nav className="govuk-breadcrumbs" aria-label="Where you are">
			<ol className="govuk-breadcrumbs__list">
				{items.map(({ href, text }) => (
					<li key={href} className="govuk-breadcrumbs__list-item">
						<a className="govuk-breadcrumbs__link" href={href}>
							{text}
						</a>
					</li>
				))}
			</ol>
		</nav>
	)
}
