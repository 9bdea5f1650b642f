import type { ReactNode } from 'react'

/** Beside the text on a wide screen (in `Reading`), below it on a narrow one. */
export function Aside({ title, children }: { title?: ReactNode; children: ReactNode }) {
	return (
		<div className="aside">
			{title && <h2 className="aside__title">{title}</h2>}
			{children}
		</div>
	)
}
