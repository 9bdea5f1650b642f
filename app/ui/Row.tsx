import type { ReactNode } from 'react'

export interface RowProps {
	href: string
	title: ReactNode
	meta?: ReactNode
	/** A button, or a tag that says how it stands. */
	action?: ReactNode
}

export function Row({ href, title, meta, action }: RowProps) {
	return (
		<li className="row">
			<div className="row__words">
				<a className="row__title" href={href}>
					{title}
				</a>
				{meta && <div className="row__meta">{meta}</div>}
			</div>
			{action && <div className="row__action">{action}</div>}
		</li>
	)
}
