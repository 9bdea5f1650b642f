import type { ReactNode } from 'react'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Fieldset } from './Fieldset.tsx'
import { FormGroup } from './FormGroup.tsx'
import { describedBy, fieldId } from './field-id.ts'
import { Hint } from './Hint.tsx'

export interface CheckboxItem {
	value: string
	text: ReactNode
	hint?: ReactNode
}

export interface CheckboxesProps {
	name: string
	legend: ReactNode
	legendSize?: 's' | 'm' | 'l'
	hint?: ReactNode
	errors?: string[]
	defaultValues?: string[]
	items: CheckboxItem[]
}

export function Checkboxes({
	name,
	legend,
	legendSize = 'm',
	hint,
	errors,
	defaultValues = [],
	items,
}: CheckboxesProps) {
	return (
		<FormGroup errors={errors}>
			<Fieldset legend={legend} legendSize={legendSize} describedBy={describedBy(name, hint, errors)}>
				<Hint name={name}>{hint}</Hint>
				<ErrorMessage name={name} errors={errors} />
				<div className="govuk-checkboxes">
					{items.map((item, index) => (
						<Choice
							key={item.value}
							name={name}
							item={item}
							index={index}
							chosen={defaultValues.includes(item.value)}
						/>
					))}
				</div>
			</Fieldset>
		</FormGroup>
	)
}

function Choice({ name, item, index, chosen }: { name: string; item: CheckboxItem; index: number; chosen: boolean }) {
	// The first has no number, so that the error summary can link to it.
	const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`
	const hintId = item.hint ? `${id}-item-hint` : undefined
	return (
		<div className="govuk-checkboxes__item">
			<input
				className="govuk-checkboxes__input"
				id={id}
				name={name}
				type="checkbox"
				value={item.value}
				defaultChecked={chosen}
				aria-describedby={hintId}
			/>
			<label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
				{item.text}
			</label>
			{item.hint && (
				<div id={hintId} className="govuk-hint govuk-checkboxes__hint">
					{item.hint}
				</div>
			)}
		</div>
	)
}
