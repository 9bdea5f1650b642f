import type { ReactNode } from 'react'

/** Says what will appear here, when, and how to begin. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
	return (
		<div className="empty-state">
			<p className="empty-state__title">{title}</p>
			{children && <div className="empty-state__body">{children}</div>}
		</div>
	)
}
