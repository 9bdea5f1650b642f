import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet, useLoaderData, useLocation } from '@remix-run/react'
import { visit } from '~/http/visit.ts'
import { Footer } from '~/ui/Footer.tsx'
import { Header } from '~/ui/Header.tsx'
import { isMeetingHere } from '../../../../db/queries/meetings.ts'
import { Said } from '../components/Said.tsx'
import { WhoAmI } from '../components/WhoAmI.tsx'

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, visitor, membership } = await visit(args)
	return {
		slug: partnership.slug,
		name: partnership.name,
		runBy: partnership.runBy,
		visitor: visitor?.personName ?? null,
		voice: membership?.voice ?? null,
		facilitator: membership?.role === 'facilitator',
		meets: await isMeetingHere(args.context.db.read, place),
	}
}

const places = [
	['', 'Now'],
	['/documents', 'Documents'],
	['/decisions', 'Decisions'],
	['/meetings', 'Meetings'],
	['/actions', 'Actions'],
	['/people', 'People'],
] as const

export default function PartnershipLayout() {
	const { slug, name, runBy, visitor, voice, meets } = useLoaderData<typeof loader>()
	const { pathname } = useLocation()
	const here = `/p/${slug}`
	const shown = places.filter(([path]) => meets || path !== '/meetings')
	const links = shown.map(([path, text]) => ({
		href: here + path,
		text,
		current: path === '' ? pathname === here : pathname.startsWith(here + path),
	}))
	return (
		<>
			<Header title={name} homeHref={here} links={links}>
				<WhoAmI name={visitor ?? undefined} voice={voice ?? undefined} />
			</Header>
			<div className="govuk-width-container">
				<main className="govuk-main-wrapper" id="main">
					<Said />
					<Outlet />
				</main>
			</div>
			<Footer>
				<p className="print-only">{name}</p>
				<p>
					Run by {runBy}, with Alongside.{' '}
					<span className="screen-only">
						<a href="/accessibility">Accessibility</a> · <a href="/privacy">Privacy</a> ·{' '}
						<a href={`${here}/record`}>The record</a>
					</span>
				</p>
			</Footer>
		</>
	)
}
