import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { TextArea } from '~/ui/TextArea.tsx'

export interface ReasonFormProps {
	/** Null: nobody is asked why. */
	label: string | null
	hint?: string
	button: string
	kind?: 'warning'
	form?: FormState
}

/** One step that may need a reason, posted to the page it stands on. */
export function ReasonForm({ label, hint, button, kind, form }: ReasonFormProps) {
	return (
		<form method="post" noValidate>
			{label && (
				<TextArea
					name="reason"
					label={label}
					labelSize="m"
					hint={hint}
					errors={form?.errors.reason}
					defaultValue={form?.values.reason?.toString()}
				/>
			)}
			<NhsNumberChoice form={form} />
			<Button kind={kind}>{button}</Button>
		</form>
	)
}
