import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { TextInput } from '~/ui/TextInput.tsx'

export function ReceiptCheckForm({ address, form }: { address: string; form?: FormState }) {
	const code = form?.values.code
	return (
		<form method="post" action={`${address}/receipt`} className="screen-only" noValidate>
			<h2 className="govuk-heading-m">Check your receipt</h2>
			<TextInput
				name="code"
				label="The code on your receipt"
				hint="Three groups of four letters and numbers, like K7QM-2XPD-9RTA."
				width={20}
				autoComplete="off"
				spellCheck={false}
				errors={form?.errors.code}
				defaultValue={typeof code === 'string' ? code : undefined}
			/>
			<Button kind="secondary">Check my receipt</Button>
		</form>
	)
}
