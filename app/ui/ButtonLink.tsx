import type { ReactNode } from 'react'
import { type ButtonKind, buttonClass } from './Button.tsx'

/** Goes somewhere, so it stays a link for a screen reader; use `Button` for what changes something. */
export function ButtonLink({ href, children, kind }: { href: string; children: ReactNode; kind?: ButtonKind }) {
	return (
		<a href={href} className={buttonClass(kind)} draggable={false}>
			{children}
		</a>
	)
}
