import { useRouteLoaderData } from '@remix-run/react'
import type { loader as rootLoader } from '../../../root.tsx'
import { NotificationBanner } from '../../../ui/NotificationBanner.tsx'

/** What the form that led here has done, once, at the top of the page's own words. */
export function Said() {
	const said = useRouteLoaderData<typeof rootLoader>('root')?.said
	return said ? <NotificationBanner success>{said}</NotificationBanner> : null
}
