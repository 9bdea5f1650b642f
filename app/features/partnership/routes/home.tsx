import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findVisitor } from '~/http/session.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { listPartnershipsOf } from '../../../../db/queries/members.ts'
import { listOpenPartnerships } from '../../../../db/queries/partnerships.ts'
import { SiteLayout } from '../components/SiteLayout.tsx'

export const meta: MetaFunction = () => [{ title: 'Alongside: write it together, decide it together, see it done' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const visitor = await findVisitor(request, context)
	const mine = visitor ? await listPartnershipsOf(context.db.read, visitor.personId) : []
	const open = (await listOpenPartnerships(context.db.read)).map(({ slug, name, purpose }) => ({ slug, name, purpose }))
	return {
		signedIn: visitor !== null,
		mine: mine.map(({ slug, name }) => ({ slug, name })),
		open: open.filter(({ slug }) => !mine.some((one) => one.slug === slug)),
	}
}

export default function HomePage() {
	const { signedIn, mine, open } = useLoaderData<typeof loader>()
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">Write it together. Decide it together. See it done.</h1>
			<p className="govuk-body-l">
				Alongside is where people who use care and health services, the people who plan and pay for them, and the people
				who provide them decide together what should change. Then everyone can follow it until it has made a difference.
			</p>
			{!signedIn && (
				<div className="govuk-button-group">
					<ButtonLink href="/sign-in">Sign in</ButtonLink>
					<ButtonLink href="/join" kind="secondary">
						I have a card or a code
					</ButtonLink>
				</div>
			)}
			{mine.length > 0 && (
				<>
					<h2 className="govuk-heading-l">Where you belong</h2>
					<Rows>
						{mine.map(({ slug, name }) => (
							<Row key={slug} href={`/p/${slug}`} title={name} />
						))}
					</Rows>
				</>
			)}
			<h2 className="govuk-heading-l">{mine.length > 0 ? 'Other open partnerships' : 'Partnerships you can read'}</h2>
			{open.length === 0 ? (
				<EmptyState title="No open partnership here yet.">
					When one is opened to the public, anyone can read it here. If you were invited to one, sign in or use your
					card.
				</EmptyState>
			) : (
				<Rows>
					{open.map(({ slug, name, purpose }) => (
						<Row key={slug} href={`/p/${slug}`} title={name} meta={purpose} />
					))}
				</Rows>
			)}
		</SiteLayout>
	)
}
