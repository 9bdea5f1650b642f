import { fieldId } from './field-id.ts'

/**
 * What must be mended, first on the page, with a link to each field. `errors` is by field name; the key `''` holds what
 * belongs to no single field and is said without a link, unless `hrefs` has a page for it where it can be mended. Nothing
 * is shown when there is nothing to mend. Where many fields are called alike, `placeOf` says which of them it is.
 */
export function ErrorSummary({
	errors = {},
	hrefs = {},
	placeOf = () => undefined,
}: {
	errors?: Record<string, string[]>
	hrefs?: Record<string, string>
	/** "Project 3, cost" */
	placeOf?: (field: string) => string | undefined
}) {
	const leadsTo = (name: string) => hrefs[name] ?? (name && `#${fieldId(name)}`)
	const said = Object.entries(errors).flatMap(([name, messages]) =>
		messages.map((message) => ({ name, message: placed(message, placeOf(name)) })),
	)
	if (said.length === 0) return null
	return (
		// The page has just been sent back: browsers move focus here by `autofocus` alone, with no script.
		// biome-ignore lint/a11y/noAutofocus: GOV.UK pattern; a screen reader hears what to mend before anything else
		<div className="govuk-error-summary" tabIndex={-1} autoFocus>
			{/* In a child of its own, so that the alert and the moved focus do not race (govuk-frontend). */}
			<div role="alert">
				<h2 className="govuk-error-summary__title">There is a problem</h2>
				<div className="govuk-error-summary__body">
					<ul className="govuk-list govuk-error-summary__list">
						{said.map(({ name, message }) => (
							<li key={`${name} ${message}`}>{leadsTo(name) ? <a href={leadsTo(name)}>{message}</a> : message}</li>
						))}
					</ul>
				</div>
			</div>
		</div>
	)
}

function placed(message: string, place: string | undefined) {
	return place ? `${place}: ${message.replace(/^./, (first) => first.toLowerCase())}` : message
}
