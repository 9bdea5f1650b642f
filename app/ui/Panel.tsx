import type { ReactNode } from 'react'

/** The outcome: one sentence in words, and only then the numbers and reasons. */
export function Panel({ title, children }: { title: ReactNode; children?: ReactNode }) {
	return (
		<div className="outcome">
			<p className="outcome__title">{title}</p>
			{children && <div className="outcome__body">{children}</div>}
		</div>
	)
}
