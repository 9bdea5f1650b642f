import type { ReactNode } from 'react'

export interface HeaderProps {
	title: string
	homeHref: string
	links: { href: string; text: string; current?: boolean }[]
	/** On the right: who I am here, and the way out. */
	children?: ReactNode
}

export function Header({ title, homeHref, links, children }: HeaderProps) {
	return (
		<header className="header">
			<div className="govuk-width-container header__inside">
				<a className="header__title" href={homeHref}>
					{title}
				</a>
				{links.length > 0 && (
					<nav className="header__nav" aria-label="Main">
						<ul className="header__links">
							{links.map(({ href, text, current }) => (
								<li key={href}>
									<a className="header__link" href={href} aria-current={current ? 'true' : undefined}>
										{text}
									</a>
								</li>
							))}
						</ul>
					</nav>
				)}
				{children && <div className="header__me">{children}</div>}
			</div>
		</header>
	)
}
