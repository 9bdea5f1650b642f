import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from 'react'
import { ErrorMessage } from './ErrorMessage.tsx'
import { FormGroup } from './FormGroup.tsx'
import { describedBy, fieldId } from './field-id.ts'
import { Hint } from './Hint.tsx'
import { Label, type LabelSize } from './Label.tsx'

export interface TextInputProps {
	name: string
	label: ReactNode
	hint?: ReactNode
	errors?: string[]
	defaultValue?: string
	type?: HTMLInputTypeAttribute
	autoComplete?: string
	inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
	/** In characters, for answers of a known length. */
	width?: 2 | 3 | 4 | 5 | 10 | 20
	labelSize?: LabelSize
	/** Said before the answer, as in `£`. */
	prefix?: string
	optional?: boolean
	spellCheck?: boolean
}

export function TextInput(props: TextInputProps) {
	const { name, label, hint, errors, labelSize, optional, prefix } = props
	return (
		<FormGroup errors={errors}>
			<Label name={name} size={labelSize} optional={optional}>
				{label}
			</Label>
			<Hint name={name}>{hint}</Hint>
			<ErrorMessage name={name} errors={errors} />
			{prefix ? (
				<div className="govuk-input__wrapper">
					<div className="govuk-input__prefix" aria-hidden="true">
						{prefix}
					</div>
					<Answer {...props} />
				</div>
			) : (
				<Answer {...props} />
			)}
		</FormGroup>
	)
}

function Answer({
	name,
	hint,
	errors,
	defaultValue,
	type = 'text',
	autoComplete,
	inputMode,
	width,
	spellCheck,
}: TextInputProps) {
	const classes = ['govuk-input', width && `govuk-input--width-${width}`, errors?.length && 'govuk-input--error']
	return (
		<input
			className={classes.filter(Boolean).join(' ')}
			id={fieldId(name)}
			name={name}
			type={type}
			defaultValue={defaultValue}
			autoComplete={autoComplete}
			inputMode={inputMode}
			spellCheck={spellCheck}
			aria-describedby={describedBy(name, hint, errors)}
			aria-invalid={errors?.length ? true : undefined}
		/>
	)
}
