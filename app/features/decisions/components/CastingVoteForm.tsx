import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'

export function CastingVoteForm({ form }: { form?: FormState | undefined }) {
	const text = (name: string) => {
		const typed = form?.values[name]
		return typeof typed === 'string' ? typed : undefined
	}
	return (
		<form method="post" noValidate>
			<Radios
				name="choice"
				legend="How do you use it?"
				errors={form?.errors.choice}
				defaultValue={text('choice')}
				items={[
					{ value: 'for', text: 'For: then it is agreed' },
					{ value: 'against', text: 'Against: then it is not agreed' },
				]}
			/>
			<TextArea
				name="reason"
				label="Why?"
				labelSize="m"
				hint="It is shown with the result."
				rows={4}
				errors={form?.errors.reason}
				defaultValue={text('reason')}
			/>
			<NhsNumberChoice form={form} />
			<Button>Give the casting vote</Button>
		</form>
	)
}
