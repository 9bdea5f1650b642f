import { useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { loader as rootLoader } from '../../../root.tsx'
import { Footer } from '../../../ui/Footer.tsx'
import { Header } from '../../../ui/Header.tsx'
import { Said } from './Said.tsx'
import { WhoAmI } from './WhoAmI.tsx'

/** Pages that belong to no partnership: the first page, signing in, my account. */
export function SiteLayout({ children }: { children: ReactNode }) {
	const root = useRouteLoaderData<typeof rootLoader>('root')
	return (
		<>
			<Header title="Alongside" homeHref="/" links={[]}>
				<WhoAmI name={root?.visitor?.name} />
			</Header>
			<div className="govuk-width-container">
				<main className="govuk-main-wrapper" id="main">
					<Said />
					{children}
				</main>
			</div>
			<Footer>
				<p>
					With Alongside.{' '}
					<span className="screen-only">
						<a href="/accessibility">Accessibility</a> · <a href="/privacy">Privacy</a>
					</span>
				</p>
			</Footer>
		</>
	)
}
