export interface PageLink {
	href: string
	/** What is there, under the word Previous or Next. */
	label?: string
}

export function Pagination({ previous, next }: { previous?: PageLink; next?: PageLink }) {
	if (!previous && !next) return null
	return (
		<nav className="pagination" aria-label="Pages">
			{previous && <Arrow {...previous} rel="prev" word="Previous" />}
			{next && <Arrow {...next} rel="next" word="Next" />}
		</nav>
	)
}

function Arrow({ href, label, rel, word }: PageLink & { rel: 'prev' | 'next'; word: string }) {
	return (
		<p className={`pagination__${rel}`}>
			{rel === 'prev' && <span aria-hidden="true">← </span>}
			<a className="govuk-link" href={href} rel={rel}>
				{word}
				<span className="govuk-visually-hidden">{label ? `: ${label}` : ' page'}</span>
			</a>
			{rel === 'next' && <span aria-hidden="true"> →</span>}
			{label && (
				<span className="pagination__label" aria-hidden="true">
					{label}
				</span>
			)}
		</p>
	)
}
