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
				<div className="header__row">
					<Ways links={links}>{children}</Ways>
				</div>
				{/* The same again, folded up: one of both is displayed, as the width and the size of the text have it. */}
				<details className="header__menu">
					<summary className="header__summary">Menu</summary>
					<Ways links={links}>{children}</Ways>
				</details>
			</div>
		</header>
	)
}

function Ways({ links, children }: Pick<HeaderProps, 'links' | 'children'>) {
	return (
		<>
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
		</>
	)
}
