import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	useLocation,
	useMatches,
	useRouteError,
} from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { readFlash } from './http/flash.ts'
import { Nonce } from './http/nonce.ts'
import type { PageHandle } from './http/page-handle.ts'
import { findVisitor } from './http/session.ts'
import { Footer } from './ui/Footer.tsx'
import { Header } from './ui/Header.tsx'
import { SkipLink } from './ui/SkipLink.tsx'
import styles from './ui/styles/alongside.scss?url'
import { TextArea } from './ui/TextArea.tsx'

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: styles },
	{ rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Alongside' }]

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

const refusals: Record<number, { title: string; words: string }> = {
	400: {
		title: 'That could not be read',
		words: 'Nothing was changed. Go back, load the page again and send it once more.',
	},
	401: {
		title: 'You are signed out',
		words: 'So nothing was changed. Sign in again, go back to the page and put your words in.',
	},
	403: {
		title: 'You cannot do this here',
		words:
			'It belongs to a group you have no seat in, or to people with another task. A facilitator can tell you more and give you a seat.',
	},
	404: {
		title: 'This page is not here',
		words:
			'The address may be mistyped, or what was here may have been closed or may not be open to you. If you have a return card or an account, sign in and try again.',
	},
	405: { title: 'That cannot be sent here', words: 'Nothing was changed. Go back and use the buttons on the page.' },
	429: {
		title: 'Too many wrong tries',
		words: 'Wait a quarter of an hour and try again, or ask a facilitator for a new card.',
	},
	503: {
		title: 'This is still being worked out',
		words:
			'There are many ballots to go through, and we stopped waiting. Nothing is lost. Load this page again in a minute: what is worked out is kept.',
	},
}

/** What somebody sent in a form that was refused before it was read: their words and, of a ballot, their choice in words. */
interface Sent {
	typed?: string[]
	chosen?: string | null
}

export function ErrorBoundary() {
	const error = useRouteError()
	const status = isRouteErrorResponse(error) ? error.status : 500
	const { typed = [], chosen = null } = (isRouteErrorResponse(error) && (error.data as Sent | null)) || {}
	const { title, words } = refusals[status] ?? {
		title: 'Something broke on our side',
		words: 'What you had saved is safe. Go back and try again. If it happens again, tell whoever runs this place.',
	}
	return (
		<>
			<Header title="Alongside" homeHref="/" links={[]} />
			<div className="govuk-width-container">
				<main className="govuk-main-wrapper" id="main">
					<h1 className="govuk-heading-l">{title}</h1>
					<p className="govuk-body">{words}</p>
					{chosen && <p className="govuk-body">You had chosen: {chosen}. Nothing was sent, so choose it again.</p>}
					<TypedWords typed={typed} />
					<WhereNext status={status} />
				</main>
			</div>
			<Footer>
				<p>With Alongside.</p>
			</Footer>
		</>
	)
}

function WhereNext({ status }: { status: number }) {
	const { pathname, search } = useLocation()
	const again = (
		<a className="govuk-link" href={`${pathname}${search}`}>
			Load this page again
		</a>
	)
	const first = (
		<a className="govuk-link" href="/">
			Go to the first page
		</a>
	)
	const signIn = (
		<a className="govuk-link" href="/sign-in">
			sign in
		</a>
	)
	// Who must wait is let in already.
	if (status === 503) return <p className="govuk-body">{again}</p>
	return (
		<p className="govuk-body">
			{first} or {signIn}.
		</p>
	)
}

/** A session can end, and a right be taken away, while somebody writes. Their words are not ours to drop. */
function TypedWords({ typed }: { typed: readonly string[] }) {
	if (typed.length === 0) return null
	return (
		<>
			<p className="govuk-body">This is what you wrote. Copy it before you leave this page.</p>
			{typed.map((words, number) => (
				<TextArea
					key={number}
					name={`typed-${number}`}
					label={typed.length > 1 ? `Your words, part ${number + 1}` : 'Your words'}
					defaultValue={words}
					rows={6}
				/>
			))}
		</>
	)
}
