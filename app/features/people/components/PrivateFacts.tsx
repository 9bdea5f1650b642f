import { longDate } from '~/ui/dates.ts'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'

interface PrivateFactsProps {
	base: string
	member: { id: string; name: string }
	me: boolean
	manages: boolean
	facts: {
		email: string | null
		contact: string | null
		accessNeeds: string | null
		card: { createdAt: Date; lastUsedAt: Date | null } | null
	}
}

/** What only the member and the facilitators may read. */
export function PrivateFacts({ base, member: { id, name }, me, manages, facts }: PrivateFactsProps) {
	const whose = me ? 'you' : name
	const signsInByEmail = facts.email !== null && !me
	const own = (href: string, hidden: string) => (me ? { action: { href, text: 'Change', hidden } } : {})
	return (
		<>
			<h2 className="govuk-heading-m">Between {me ? 'you' : name} and the facilitators</h2>
			<VisibleTo>Only {whose} and the facilitators can see this part.</VisibleTo>
			<SummaryList
				rows={[
					{ key: 'E-mail address', value: facts.email ?? 'None', ...own('/account/email', 'your e-mail address') },
					{ key: 'How to reach', value: facts.contact ?? 'Not said', ...own('/account/name', 'how to reach you') },
					{
						key: me ? 'What helps you take part' : 'What helps them take part',
						value: facts.accessNeeds ?? 'Not said',
						action: {
							href: me ? `/account/access-needs/${id}` : `${base}/${id}/access-needs`,
							text: 'Change',
							hidden: `what helps ${whose}`,
						},
					},
					{
						key: 'Return card',
						value: facts.card ? cardWords(facts.card) : signsInByEmail ? 'None: signs in by e-mail' : 'None',
						...(manages && (facts.card || !signsInByEmail)
							? {
									action: {
										href: `${base}/${id}/card`,
										text: facts.card ? 'Change' : 'Make one',
										hidden: `card for ${name}`,
									},
								}
							: {}),
					},
				]}
			/>
			{manages && !me && (
				<p className="govuk-body">
					<a className="govuk-link" href={`${base}/${id}/removal`}>
						Remove {name} from the partnership
					</a>
				</p>
			)}
		</>
	)
}

function cardWords({ createdAt, lastUsedAt }: { createdAt: Date; lastUsedAt: Date | null }) {
	const used = lastUsedAt ? `last used ${longDate(lastUsedAt)}` : 'not used yet'
	return `Made ${longDate(createdAt)}, ${used}`
}
