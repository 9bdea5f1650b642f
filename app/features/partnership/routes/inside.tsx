import type { HeadersFunction, MetaFunction } from '@remix-run/node'
import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { Refusal } from '../components/Refusal.tsx'
import { refusalWords } from '../refusal-words.ts'
import type { loader as partnershipLoader } from './partnership.tsx'

const layout = 'features/partnership/routes/partnership'

/** Whoever must wait is told for how long. */
export const headers: HeadersFunction = ({ parentHeaders, errorHeaders }) => {
	const all = new Headers(parentHeaders)
	const retryAfter = errorHeaders?.get('retry-after')
	if (retryAfter) all.set('retry-after', retryAfter)
	return all
}

/** Of a page that is refused, what happened; a page that is shown has its own. */
export const meta: MetaFunction<never, { [layout]: typeof partnershipLoader }> = ({ error, matches }) => {
	const name = matches.find(({ id }) => id === layout)?.data?.name
	return [{ title: [error && refusalWords(error).title, name, 'Alongside'].filter(Boolean).join(' – ') }]
}

/** Every page of a partnership. One that is refused keeps the header and the menu around it. */
export default function InsidePartnership() {
	return <Outlet />
}

export function ErrorBoundary() {
	const facts = useRouteLoaderData<typeof partnershipLoader>(layout)
	return <Refusal isSignedIn={Boolean(facts?.visitor)} isMember={Boolean(facts?.voice)} />
}
