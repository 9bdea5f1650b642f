import type { ReactNode } from 'react'
import { fieldId } from './field-id.ts'

export type LabelSize = 's' | 'm' | 'l'

export function Label({
	name,
	size,
	optional,
	children,
}: {
	name: string
	size?: LabelSize
	optional?: boolean
	children: ReactNode
}) {
	return (
		<label className={`govuk-label${size ? ` govuk-label--${size}` : ''}`} htmlFor={fieldId(name)}>
			{children}
			{optional && <span className="optional"> (optional)</span>}
		</label>
	)
}
