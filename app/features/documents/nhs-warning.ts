import { findNhsNumbers } from '../../domain/documents/nhs-number.ts'
import { type FormState, refuse } from '../../http/forms.ts'

/**
 * Before words are saved: the form again, with a warning and a box to tick, when something typed looks like an NHS
 * number (product.md, rule 11). Null when there is none, or when the writer has said that it is not one.
 */
export function warnOfNhsNumber(
	form: FormState,
	typed: Record<string, string | null | undefined>,
	sure: string | undefined,
): FormState | null {
	if (sure) return null
	const [field, text] = Object.entries(typed).find(([, text]) => text && findNhsNumbers(text).length > 0) ?? []
	if (!field || !text) return null
	const [number] = findNhsNumbers(text)
	const form2 = refuse(
		form,
		`“${number}” looks like an NHS number. Take it out, or say below that it is not one`,
		field,
	)
	return { ...form2, values: { ...form2.values, 'nhs-number': number! } }
}
