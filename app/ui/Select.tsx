import type { ReactNode } from 'react'
import { ErrorMessage } from './ErrorMessage.tsx'
import { FormGroup } from './FormGroup.tsx'
import { describedBy, fieldId } from './field-id.ts'
import { Hint } from './Hint.tsx'
import { Label, type LabelSize } from './Label.tsx'

export interface SelectProps {
	name: string
	label: ReactNode
	hint?: ReactNode
	errors?: string[]
	defaultValue?: string
	items: { value: string; text: string }[]
	labelSize?: LabelSize
	optional?: boolean
}

export function Select({ name, label, hint, errors, defaultValue, items, labelSize, optional }: SelectProps) {
	return (
		<FormGroup errors={errors}>
			<Label name={name} size={labelSize} optional={optional}>
				{label}
			</Label>
			<Hint name={name}>{hint}</Hint>
			<ErrorMessage name={name} errors={errors} />
			<select
				className={`govuk-select${errors?.length ? ' govuk-select--error' : ''}`}
				id={fieldId(name)}
				name={name}
				defaultValue={defaultValue}
				aria-describedby={describedBy(name, hint, errors)}
				aria-invalid={errors?.length ? true : undefined}
			>
				{items.map(({ value, text }) => (
					<option key={value} value={value}>
						{text}
					</option>
				))}
			</select>
		</FormGroup>
	)
}
