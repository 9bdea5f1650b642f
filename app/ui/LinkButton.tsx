import type { ButtonProps } from './Button.tsx'

/** Changes something, so it is a button; looks like a link where a button would shout, as in Sign out. */
export function LinkButton({ children, name, value, formAction }: Omit<ButtonProps, 'kind'>) {
	return (
		<button type="submit" className="link-button" name={name} value={value} formAction={formAction}>
			{children}
		</button>
	)
}
