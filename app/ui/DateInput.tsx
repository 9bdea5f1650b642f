import type { ReactNode } from 'react'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Fieldset } from './Fieldset.tsx'
import { FormGroup } from './FormGroup.tsx'
import { describedBy, fieldId } from './field-id.ts'
import { Hint } from './Hint.tsx'

export interface DateInputProps {
	/** Posts `name.day`, `name.month` and `name.year`. */
	name: string
	legend: ReactNode
	legendSize?: 's' | 'm' | 'l'
	hint?: ReactNode
	errors?: string[]
	defaultValue?: { day?: string; month?: string; year?: string }
}

const parts = ['day', 'month', 'year'] as const

export function DateInput({ name, legend, legendSize = 'm', hint, errors, defaultValue = {} }: DateInputProps) {
	return (
		<FormGroup errors={errors}>
			<Fieldset legend={legend} legendSize={legendSize} describedBy={describedBy(name, hint, errors)} role="group">
				<Hint name={name}>{hint}</Hint>
				<ErrorMessage name={name} errors={errors} />
				<div className="govuk-date-input">
					{parts.map((part) => (
						<Part key={part} name={name} part={part} defaultValue={defaultValue[part]} mend={!!errors?.length} />
					))}
				</div>
			</Fieldset>
		</FormGroup>
	)
}

interface PartProps {
	name: string
	part: (typeof parts)[number]
	defaultValue?: string
	mend: boolean
}

function Part({ name, part, defaultValue, mend }: PartProps) {
	// The error summary may speak of the date (`name`) or of a part (`name.month`): both links lead somewhere.
	const id = part === 'day' ? fieldId(name) : fieldId(`${name}.${part}`)
	return (
		<div className="govuk-date-input__item" id={part === 'day' ? fieldId(`${name}.day`) : undefined}>
			<label className="govuk-label govuk-date-input__label" htmlFor={id}>
				{part[0]!.toUpperCase() + part.slice(1)}
			</label>
			<input
				className={`govuk-input govuk-date-input__input govuk-input--width-${part === 'year' ? 4 : 2}${mend ? ' govuk-input--error' : ''}`}
				id={id}
				name={`${name}.${part}`}
				type="text"
				inputMode="numeric"
				autoComplete="off"
				defaultValue={defaultValue}
			/>
		</div>
	)
}
