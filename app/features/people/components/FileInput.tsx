import { ErrorMessage } from '~/ui/ErrorMessage.tsx'
import { FormGroup } from '~/ui/FormGroup.tsx'
import { describedBy, fieldId } from '~/ui/field-id.ts'
import { Label } from '~/ui/Label.tsx'

export function FileInput({ name, label, errors }: { name: string; label: string; errors?: string[] }) {
	return (
		<FormGroup errors={errors}>
			<Label name={name}>{label}</Label>
			<ErrorMessage name={name} errors={errors} />
			<input
				className="govuk-file-upload"
				id={fieldId(name)}
				name={name}
				type="file"
				accept=".csv,text/csv"
				aria-describedby={describedBy(name, null, errors)}
				aria-invalid={errors?.length ? true : undefined}
			/>
		</FormGroup>
	)
}
