import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { TextArea } from '~/ui/TextArea.tsx'

export interface WordsFormProps {
	label: string
	hint: string
	button: string
	kind?: 'warning'
	form?: FormState
	/** What stands there now. */
	words?: string | null
}

/** One question in people's own words, posted to the page it stands on. */
export function WordsForm({ label, hint, button, kind, form, words }: WordsFormProps) {
	const typed = form?.values.words
	return (
		<form method="post" noValidate>
			<TextArea
				name="words"
				label={label}
				labelSize="m"
				hint={hint}
				errors={form?.errors.words}
				defaultValue={typeof typed === 'string' ? typed : (words ?? undefined)}
			/>
			<NhsNumberChoice form={form} />
			<Button kind={kind}>{button}</Button>
		</form>
	)
}
