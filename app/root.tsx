import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	useMatches,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { Refusal } from './features/partnership/components/Refusal.tsx'
import { WhoAmI } from './features/partnership/components/WhoAmI.tsx'
import { refusalWords } from './features/partnership/refusal-words.ts'
import { readFlash } from './http/flash.ts'
import { Nonce } from './http/nonce.ts'
import type { PageHandle } from './http/page-handle.ts'
import { findVisitor } from './http/session.ts'
import { Footer } from './ui/Footer.tsx'
import { Header } from './ui/Header.tsx'
import { SkipLink } from './ui/SkipLink.tsx'
import styles from './ui/styles/alongside.scss?url'

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: styles },
	{ rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = ({ error }) => [
	{ title: error ? `${refusalWords(error).title} – Alongside` : 'Alongside' },
]

/** On a shared device the browser keeps no page; elsewhere it asks again, but Back still finds what was typed in a form. */
export const headers: HeadersFunction = ({ loaderHeaders, errorHeaders }) => {
	const retryAfter = errorHeaders?.get('retry-after')
	return {
		'cache-control': loaderHeaders.get('cache-control') ?? 'no-store',
		...(retryAfter ? { 'retry-after': retryAfter } : {}),
	}
}

export async function loader({ request, context }: LoaderFunctionArgs) {
	const [visitor, { said, clear }] = await Promise.all([findVisitor(request, context), readFlash(request, context)])
	return data(
		{ said, visitor: visitor ? { name: visitor.personName } : null, demo: context.demo },
		{
			headers: {
				'cache-control': visitor?.sharedDevice ? 'no-store' : 'private, no-cache',
				...(clear ? { 'set-cookie': clear } : {}),
			},
		},
	)
}

function useNeedsScripts() {
	return useMatches().some(({ handle, data }) => {
		const scripts = (handle as PageHandle | undefined)?.scripts
		return typeof scripts === 'function' ? scripts(data) : scripts === true
	})
}

export function Layout({ children }: { children: ReactNode }) {
	const nonce = useContext(Nonce)
	const needsScripts = useNeedsScripts()
	return (
		<html lang="en-GB" className="govuk-template">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<Meta />
				<Links />
			</head>
			<body className="govuk-template__body">
				<SkipLink />
				{children}
				{needsScripts && <Scripts nonce={nonce} />}
			</body>
		</html>
	)
}

export default function App() {
	return <Outlet />
}

/** What is refused outside a partnership, and a partnership that is not open to whoever asks. */
export function ErrorBoundary() {
	const name = useRouteLoaderData<typeof loader>('root')?.visitor?.name
	const error = useRouteError()
	// Only somebody who is signed in is told that they may not.
	const isSignedIn = name !== undefined || (isRouteErrorResponse(error) && error.status === 403)
	return (
		<>
			<Header title="Alongside" homeHref="/" links={[]}>
				{name && <WhoAmI name={name} />}
			</Header>
			<div className="govuk-width-container">
				<main className="govuk-main-wrapper" id="main">
					<Refusal isSignedIn={isSignedIn} />
				</main>
			</div>
			<Footer>
				<p>With Alongside.</p>
			</Footer>
		</>
	)
}
