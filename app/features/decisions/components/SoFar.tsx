import type { FormState } from '~/http/forms.ts'
import { soFarWords } from '../ballot-so-far.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import type { Whose } from '../whose-words.ts'

/** How the ballot stands as it was last sent. Nothing has been cast by it. */
export function SoFar({
	decision,
	values,
	of,
	notSent,
}: {
	decision: ShownDecision
	values: FormState['values']
	of: Whose
	notSent: string
}) {
	return (
		// biome-ignore lint/a11y/noAutofocus: the answer to the button that was just pressed, heard and seen first
		<div className="govuk-inset-text" tabIndex={-1} autoFocus={values.looked === 'yes'}>
			{soFarWords(decision, values, of).map((words) => (
				<p key={words} className="govuk-body">
					{words}
				</p>
			))}
			{(values.looked || values.moved) && <p className="govuk-body">{notSent}</p>}
		</div>
	)
}
