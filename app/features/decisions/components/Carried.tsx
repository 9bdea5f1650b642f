import type { FormState } from '~/http/forms.ts'

/** The answers travel with the page, so that nothing typed is lost on the way. */
export function Carried({ form, except = [] }: { form: FormState; except?: readonly string[] }) {
	return Object.entries(form.values)
		.filter(([name]) => name !== 'step' && !except.includes(name))
		.flatMap(([name, values]) =>
			[values].flat().map((value, index) => <input key={`${name} ${index}`} type="hidden" name={name} value={value} />),
		)
}
