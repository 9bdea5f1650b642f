import type { ReactNode } from 'react'

/** A list of things: hairlines between, no boxes. Holds `Row`s; show an `EmptyState` instead when there are none. */
export function Rows({ children, label }: { children: ReactNode; label?: string }) {
	return (
		// biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no bullets
		<ul className="rows" role="list" aria-label={label}>
			{children}
		</ul>
	)
}
