import { Fragment, type ReactNode } from 'react'
import { ErrorMessage } from './ErrorMessage.tsx'
import { Fieldset } from './Fieldset.tsx'
import { FormGroup } from './FormGroup.tsx'
import { describedBy, fieldId } from './field-id.ts'
import { Hint } from './Hint.tsx'

export interface RadioItem {
	value: string
	text: ReactNode
	hint?: ReactNode
	/** A word on its own line before this choice, as in "or". */
	divider?: string
}

export interface RadiosProps {
	name: string
	legend: ReactNode
	legendSize?: 's' | 'm' | 'l'
	hint?: ReactNode
	errors?: string[]
	defaultValue?: string
	items: RadioItem[]
	/** Side by side, for two short answers. */
	inline?: boolean
	/** Where more answers to the same question stand apart: what the ids of these are made from, instead of the name. */
	idName?: string
}

export function Radios({
	name,
	legend,
	legendSize = 'm',
	hint,
	errors,
	defaultValue,
	items,
	inline,
	idName = name,
}: RadiosProps) {
	return (
		<FormGroup errors={errors}>
			<Fieldset legend={legend} legendSize={legendSize} describedBy={describedBy(idName, hint, errors)}>
				<Hint name={idName}>{hint}</Hint>
				<ErrorMessage name={idName} errors={errors} />
				<div className={`govuk-radios${inline ? ' govuk-radios--inline' : ''}`}>
					{items.map((item, index) => (
						<Fragment key={item.value}>
							{item.divider && <div className="govuk-radios__divider">{item.divider}</div>}
							<Choice name={name} idName={idName} item={item} index={index} chosen={item.value === defaultValue} />
						</Fragment>
					))}
				</div>
			</Fieldset>
		</FormGroup>
	)
}

interface ChoiceProps {
	name: string
	idName: string
	item: RadioItem
	index: number
	chosen: boolean
}

function Choice({ name, idName, item, index, chosen }: ChoiceProps) {
	// The first has no number, so that the error summary can link to it.
	const id = index === 0 ? fieldId(idName) : `${fieldId(idName)}-${index + 1}`
	const hintId = item.hint ? `${id}-item-hint` : undefined
	return (
		<div className="govuk-radios__item">
			<input
				className="govuk-radios__input"
				id={id}
				name={name}
				type="radio"
				value={item.value}
				defaultChecked={chosen}
				aria-describedby={hintId}
			/>
			<label className="govuk-label govuk-radios__label" htmlFor={id}>
				{item.text}
			</label>
			{item.hint && (
				<div id={hintId} className="govuk-hint govuk-radios__hint">
					{item.hint}
				</div>
			)}
		</div>
	)
}
