import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { TextArea } from '~/ui/TextArea.tsx'

export interface NamesFormProps {
	id: string
	/** Who reads the reason: "Everyone who can see this decision". */
	readers: string
	form?: FormState
}

/** Which names are to go, and why. Nothing changes by it: every place is shown first. */
export function NamesForm({ id, readers, form }: NamesFormProps) {
	const typed = (name: string) => {
		const value = form?.values[name]
		return typeof value === 'string' ? value : undefined
	}
	return (
		<form method="post" noValidate>
			<input type="hidden" name="id" value={typed('id') ?? id} />
			<TextArea
				name="names"
				label="Which names?"
				labelSize="m"
				hint="The whole name, like “Mrs Brown” or “Ann Brown”, one on each line. One word alone, like “Brown”, is looked for too. You will see every place that changes before it does."
				rows={3}
				errors={form?.errors.names}
				defaultValue={typed('names')}
			/>
			<TextArea
				name="reason"
				label="Why are they taken out?"
				labelSize="m"
				hint={`${readers} will read it. Do not write the name here.`}
				rows={3}
				errors={form?.errors.reason}
				defaultValue={typed('reason')}
			/>
			<Button>See what will change</Button>
		</form>
	)
}
