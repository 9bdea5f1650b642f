import type { ReactNode } from 'react'

export type ButtonKind = 'secondary' | 'warning'

export const buttonClass = (kind?: ButtonKind) => `govuk-button${kind ? ` govuk-button--${kind}` : ''}`

export interface ButtonProps {
	children: ReactNode
	kind?: ButtonKind
	name?: string
	value?: string
	formAction?: string
}

/** Sends the form it stands in. What it says is a verb. */
export function Button({ children, kind, name, value, formAction }: ButtonProps) {
	return (
		<button type="submit" className={buttonClass(kind)} name={name} value={value} formAction={formAction}>
			{children}
		</button>
	)
}
