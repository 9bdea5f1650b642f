import type { ReactNode } from 'react'

export interface FieldsetProps {
	legend: ReactNode
	legendSize?: 's' | 'm' | 'l'
	describedBy?: string
	role?: 'group'
	children: ReactNode
}

export function Fieldset({ legend, legendSize, describedBy, role, children }: FieldsetProps) {
	return (
		<fieldset className="govuk-fieldset" aria-describedby={describedBy} role={role}>
			<legend className={`govuk-fieldset__legend${legendSize ? ` govuk-fieldset__legend--${legendSize}` : ''}`}>
				{legend}
			</legend>
			{children}
		</fieldset>
	)
}
