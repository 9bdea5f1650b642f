import type { FormState } from '~/http/forms.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'

/** The second step of `warnOfNhsNumber`: nothing was lost, and the writer decides. */
export function NhsNumberChoice({ form }: { form: FormState | undefined }) {
	const number = form?.values['nhs-number']
	if (typeof number !== 'string') return null
	return (
		<Checkboxes
			name="sure"
			legend="Is it an NHS number?"
			legendSize="s"
			hint="We keep no NHS numbers. Nothing has been saved yet."
			items={[{ value: 'yes', text: `“${number}” is not an NHS number. Save it as it is.` }]}
		/>
	)
}
