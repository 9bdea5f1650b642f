import type { ReactNode } from 'react'

/** One question and everything that belongs to it; marked at the side when something must be mended. */
export function FormGroup({ errors, children }: { errors?: string[]; children: ReactNode }) {
	const mend = errors?.length ? ' govuk-form-group--error' : ''
	return <div className={`govuk-form-group${mend}`}>{children}</div>
}
