import type { FormState } from '~/http/forms.ts'

/** What was typed and what is wrong with it, for the parts of a long form. */
export interface SetUpFields {
	/** `usual` until something was sent. */
	typed(name: string, usual?: string): string | undefined
	/** Which boxes of this name are ticked. */
	ticked(name: string): string[]
	errors: FormState['errors']
}

export function setUpFields(form: FormState | undefined): SetUpFields {
	const { values, errors } = form ?? { values: {}, errors: {} }
	const typed: SetUpFields['typed'] = (name, usual) => {
		// A field that came twice keeps what was typed first.
		const [value] = [values[name] ?? []].flat()
		return value ?? usual
	}
	return {
		typed,
		ticked: (name) => [values[name] ?? []].flat(),
		errors,
	}
}
