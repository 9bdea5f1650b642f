import { longDate } from '~/ui/dates.ts'
import { LinkButton } from '~/ui/LinkButton.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { roleNames } from '../role-names.ts'

interface Mine {
	memberId: string
	slug: string
	name: string
	voice: string
	role: keyof typeof roleNames
	accessNeeds: string | null
	/** Whoever signs in by e-mail needs no card, and nobody else can make them one. */
	hasEmail: boolean
	card: { createdAt: Date; lastUsedAt: Date | null } | null
}

/** What somebody is in one partnership, and what they can change about it. */
export function MyPartnership({
	mine: { memberId, slug, name, voice, role, accessNeeds, card, hasEmail },
}: {
	mine: Mine
}) {
	return (
		<section aria-label={name}>
			<h3 className="govuk-heading-m">
				<a className="govuk-link" href={`/p/${slug}`}>
					{name}
				</a>
			</h3>
			<SummaryList
				rows={[
					{ key: 'I speak as', value: `${voice}, ${roleNames[role].toLowerCase()}` },
					{
						key: 'What helps me take part',
						value: accessNeeds ?? 'You have not said.',
						action: { href: `/account/access-needs/${memberId}`, text: 'Change', hidden: `what helps you in ${name}` },
					},
					{ key: 'Return card', value: <Card memberId={memberId} card={card} hasEmail={hasEmail} /> },
					{
						key: 'Membership',
						value: 'You can leave at any time. Your words stay.',
						action: { href: `/account/leaving/${memberId}`, text: 'Leave', hidden: name },
					},
				]}
			/>
		</section>
	)
}

function Card({ memberId, card, hasEmail }: Pick<Mine, 'memberId' | 'card' | 'hasEmail'>) {
	if (!card) return <>None. {hasEmail ? 'You sign in by e-mail.' : 'A facilitator can print one for you.'}</>
	const used = card.lastUsedAt ? `Last used ${longDate(card.lastUsedAt)}.` : 'Not used yet.'
	return (
		<form method="post" action={`/account/card/${memberId}`}>
			Made {longDate(card.createdAt)}. {used} <LinkButton>Make my card useless</LinkButton>
		</form>
	)
}
