import { Outlet, useRouteLoaderData } from '@remix-run/react'
import { Refusal } from '../components/Refusal.tsx'
import type { loader as partnershipLoader } from './partnership.tsx'

/** Every page of a partnership. One that is refused keeps the header and the menu around it. */
export default function InsidePartnership() {
	return <Outlet />
}

export function ErrorBoundary() {
	const facts = useRouteLoaderData<typeof partnershipLoader>('features/partnership/routes/partnership')
	return <Refusal isSignedIn={Boolean(facts?.visitor)} isMember={Boolean(facts?.voice)} />
}
