import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { Fragment } from 'react'
import { TextArea } from '../../../ui/TextArea.tsx'
import { wayOn } from '../way-on.ts'

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
		words: 'It belongs to a group you have no seat in, or to people with another task.',
	},
	404: {
		title: 'This page is not here',
		words: 'The address may be mistyped, or what was here may have been closed or may not be open to you.',
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
	const { title, words } = refusals[status] ?? {
		title: 'Something broke on our side',
		words: 'What you had saved is safe. Go back and try again. If it happens again, tell whoever runs this place.',
	}
	return (
		<>
			<h1 className="govuk-heading-l">{title}</h1>
			<p className="govuk-body">
				{words} {whomToAsk(status, isSignedIn, isMember)}
			</p>
			{chosen && <p className="govuk-body">You had chosen: {chosen}. Nothing was sent, so choose it again.</p>}
			<TypedWords typed={typed} />
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
		...(isSignedIn ? [] : [{ href: '/sign-in', text: 'sign in' }]),
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
