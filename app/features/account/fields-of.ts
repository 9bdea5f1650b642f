import type { FormState } from '../../http/forms.ts'

/** What a field needs to show again what was typed and what to mend: spread it into a `ui` field. */
export function fieldsOf(form: FormState | undefined, first: Record<string, string | null | undefined> = {}) {
	return (name: string) => {
		const typed = form?.values[name]
		const defaultValue = typeof typed === 'string' ? typed : form ? undefined : (first[name] ?? undefined)
		return { name, errors: form?.errors[name], defaultValue }
	}
}
