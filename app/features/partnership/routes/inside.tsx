import type { HeadersFunction } from '@remix-run/node'
import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { Refusal } from '../components/Refusal.tsx'
import type { loader as partnershipLoader } from './partnership.tsx'

/** Whoever must wait is told for how long. */
export const headers: HeadersFunction = ({ parentHeaders, errorHeaders }) => {
	const all = new Headers(parentHeaders)
	const retryAfter = errorHeaders?.get('retry-after')
	if (retryAfter) all.set('retry-after', retryAfter)
	return all
}

/** Every page of a partnership. One that is refused keeps the header and the menu around it. */
export default function InsidePartnership() {
	return <Outlet />
}

export function ErrorBoundary() {
	const facts = useRouteLoaderData<typeof partnershipLoader>('features/partnership/routes/partnership')
	return <Refusal isSignedIn={Boolean(facts?.visitor)} isMember={Boolean(facts?.voice)} />
}
