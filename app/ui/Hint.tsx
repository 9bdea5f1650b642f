import type { ReactNode } from 'react'
import { fieldId } from './field-id.ts'

export function Hint({ name, children }: { name: string; children?: ReactNode }) {
	if (!children) return null
	return (
		<div id={`${fieldId(name)}-hint`} className="govuk-hint">
			{children}
		</div>
	)
}
