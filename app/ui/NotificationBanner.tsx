import { type ReactNode, useId } from 'react'

export interface NotificationBannerProps {
	title?: string
	children: ReactNode
	/** Something the person did has worked: it takes focus, so that a screen reader says it first. */
	success?: boolean
}

export function NotificationBanner({ title, children, success }: NotificationBannerProps) {
	const titleId = useId()
	const words = (
		<>
			<h2 className="banner__title" id={titleId}>
				{title ?? (success ? 'Done' : 'Important')}
			</h2>
			<div className="banner__content">{children}</div>
		</>
	)
	if (!success) {
		return (
			<section className="banner" aria-labelledby={titleId}>
				{words}
			</section>
		)
	}
	return (
		// biome-ignore lint/a11y/noAutofocus: GOV.UK pattern; browsers do it by the attribute alone, with no script
		<div className="banner banner--success" role="alert" aria-labelledby={titleId} tabIndex={-1} autoFocus>
			{words}
		</div>
	)
}
