import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listCardsOf } from '~/../db/queries/join-codes.ts'
import { findAccessNeeds } from '~/../db/queries/members.ts'
import { findPerson } from '~/../db/queries/persons.ts'
import { listSessions } from '~/../db/queries/sessions.ts'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { requireVisitor } from '~/http/session.ts'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { MyPartnership } from '../components/MyPartnership.tsx'
import { SignedInHere } from '../components/SignedInHere.tsx'
import { listOwn } from '../find-own.server.ts'
import { wayInWords } from '../way-in-words.ts'

export const meta: MetaFunction = () => [{ title: 'My account – Alongside' }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const { db } = context
	const visitor = await requireVisitor(request, context)
	const [person, own, sessions] = await Promise.all([
		findPerson(db.read, visitor.personId),
		listOwn(context, visitor.personId),
		listSessions(db.read, visitor.personId, new Date()),
	])
	const partnerships = await Promise.all(
		own.map(async ({ membership, partnership }) => {
			const [card] = await listCardsOf(db.read, membership.memberId)
			return {
				memberId: membership.memberId,
				slug: partnership.slug,
				name: partnership.name,
				voice: membership.voice,
				role: membership.role,
				accessNeeds: await findAccessNeeds(db.read, membership, membership.memberId),
				card: card ? { createdAt: card.createdAt, lastUsedAt: card.lastUsedAt } : null,
			}
		}),
	)
	return {
		name: person!.name,
		email: person!.email,
		contact: person!.contact,
		noVoteLetters: person!.noVoteLetters,
		partnerships,
		sessions: sessions.map(({ id, device, sharedDevice, lastSeenAt }) => ({
			id,
			device,
			sharedDevice,
			lastSeenAt,
			current: id === visitor.id,
		})),
	}
}

export default function AccountPage() {
	const { name, email, contact, noVoteLetters, partnerships, sessions } = useLoaderData<typeof loader>()
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">My account</h1>
			<VisibleTo>
				Everyone in your partnerships sees your name. Only you and their facilitators see how to reach you.
			</VisibleTo>
			<SummaryList
				rows={[
					{ key: 'Name', value: name, action: { href: '/account/name', text: 'Change', hidden: 'your name' } },
					{
						key: 'E-mail address',
						value: wayInWords({
							email,
							hasCard: partnerships.some(({ card }) => card !== null),
							belongs: partnerships.length > 0,
						}),
						action: { href: '/account/email', text: email ? 'Change' : 'Give one', hidden: 'your e-mail address' },
					},
					{
						key: 'How to reach me',
						value: contact ?? 'You have not said.',
						action: { href: '/account/name', text: 'Change', hidden: 'how to reach you' },
					},
					{
						key: 'E-mails about votes',
						value: noVoteLetters
							? 'You do not want any.'
							: 'We write to you when something you can choose in a vote is withdrawn.',
						action: { href: '/account/name', text: 'Change', hidden: 'e-mails about votes' },
					},
				]}
			/>
			<h2 className="govuk-heading-l">My partnerships</h2>
			{partnerships.length === 0 && (
				<p className="govuk-body">You belong to none now. Ask somebody in one for an invitation.</p>
			)}
			{partnerships.map((mine) => (
				<MyPartnership key={mine.memberId} mine={{ ...mine, hasEmail: email !== null }} />
			))}
			<SignedInHere sessions={sessions} />
			<h2 className="govuk-heading-l">My data</h2>
			<p className="govuk-body">
				<a className="govuk-link" href="/account/data.json">
					Download what is held about me
				</a>
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href="/account/words">
					Have my words removed from a document
				</a>
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href="/account/erasure">
					Erase me
				</a>
			</p>
		</SiteLayout>
	)
}
