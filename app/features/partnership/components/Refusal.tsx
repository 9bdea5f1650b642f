import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { Fragment } from 'react'
import { TypedWords } from '../../../ui/TypedWords.tsx'
import { refusalWords } from '../refusal-words.ts'
import { wayOn } from '../way-on.ts'

/** What somebody sent in a form that was refused before it was read: their words and, of a ballot, their choice in words. */
interface Sent {
	typed?: string[]
	chosen?: string | null
}

interface RefusalProps {
	isSignedIn: boolean
	/** Of the partnership the page is in. Left out where it is in none. */
	isMember?: boolean
}

/** In place of a page that cannot be shown: what happened, why, and what next. */
export function Refusal({ isSignedIn, isMember }: RefusalProps) {
	const error = useRouteError()
	const status = isRouteErrorResponse(error) ? error.status : 500
	const { typed = [], chosen = null } = (isRouteErrorResponse(error) && (error.data as Sent | null)) || {}
	const { title, words } = refusalWords(error)
	return (
		<>
			<h1 className="govuk-heading-l">{title}</h1>
			<p className="govuk-body">
				{words} {whomToAsk(status, isSignedIn, isMember)}
			</p>
			{chosen && <p className="govuk-body">You had chosen: {chosen}. Nothing was sent, so choose it again.</p>}
			<TypedWords
				typed={typed.map((words, number) => ({
					label: typed.length > 1 ? `Your words, part ${number + 1}` : 'Your words',
					words,
				}))}
			/>
			<p className="govuk-body">
				<WaysOn status={status} isSignedIn={isSignedIn} isMember={isMember} />
			</p>
		</>
	)
}

function whomToAsk(status: number, isSignedIn: boolean, isMember: boolean | undefined): string {
	if (status === 404 && !isSignedIn) return 'If you have a return card or an account, sign in and try again.'
	if (status !== 403 && status !== 404) return ''
	if (isMember === false) return 'You are not a member of this partnership. A facilitator here can invite you.'
	return status === 403 ? 'A facilitator can tell you more and give you a seat.' : 'A facilitator can tell you more.'
}

function WaysOn({ status, isSignedIn, isMember }: RefusalProps & { status: number }) {
	const { pathname, search } = useLocation()
	const isInside = isMember !== undefined
	const on = isInside ? wayOn(pathname, status !== 404) : { href: '/', text: 'Go to the first page' }
	const ways = [
		...(status === 503 ? [{ href: pathname + search, text: 'Load this page again' }] : []),
		on,
		...(isMember && status === 403
			? [{ href: `/p/${pathname.split('/')[2]}/people`, text: 'see who is a facilitator' }]
			: []),
		// Who they are cannot always be asked then.
		...(isSignedIn || status >= 500 ? [] : [{ href: '/sign-in', text: 'sign in' }]),
	].filter(({ href }, at, all) => all.findIndex((one) => one.href === href) === at)
	return (
		<>
			{ways.map(({ href, text }, at) => (
				<Fragment key={href}>
					{at > 0 && ' or '}
					<a className="govuk-link" href={href}>
						{at === 0 ? text : text.replace(/^./, (first) => first.toLowerCase())}
					</a>
				</Fragment>
			))}
			.
		</>
	)
}
