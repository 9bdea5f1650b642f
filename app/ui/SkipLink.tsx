/** First thing on every page; leads to `Main`. */
export function SkipLink() {
	return (
		<a href="#main" className="govuk-skip-link">
			Skip to main content
		</a>
	)
}
