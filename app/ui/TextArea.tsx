import type { ReactNode } from 'react'
import { ErrorMessage } from './ErrorMessage.tsx'
import { FormGroup } from './FormGroup.tsx'
import { describedBy, fieldId } from './field-id.ts'
import { Hint } from './Hint.tsx'
import { Label, type LabelSize } from './Label.tsx'

export interface TextAreaProps {
	name: string
	label: ReactNode
	hint?: ReactNode
	errors?: string[]
	defaultValue?: string
	rows?: number
	optional?: boolean
	labelSize?: LabelSize
}

export function TextArea({ name, label, hint, errors, defaultValue, rows = 5, optional, labelSize }: TextAreaProps) {
	return (
		<FormGroup errors={errors}>
			<Label name={name} size={labelSize} optional={optional}>
				{label}
			</Label>
			<Hint name={name}>{hint}</Hint>
			<ErrorMessage name={name} errors={errors} />
			<textarea
				className={`govuk-textarea${errors?.length ? ' govuk-textarea--error' : ''}`}
				id={fieldId(name)}
				name={name}
				rows={rows}
				defaultValue={defaultValue}
				aria-describedby={describedBy(name, hint, errors)}
				aria-invalid={errors?.length ? true : undefined}
			/>
		</FormGroup>
	)
}
