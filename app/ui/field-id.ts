/** The id that a field's label, hint, error and the error summary agree on. */
export const fieldId = (name: string) => `field-${name}`

/** What a field is described by: its hint and its error, when it has them. */
export function describedBy(name: string, hint: unknown, errors: string[] | undefined) {
	const ids = [hint ? `${fieldId(name)}-hint` : '', errors?.length ? `${fieldId(name)}-error` : '']
	return ids.filter(Boolean).join(' ') || undefined
}
