import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAllSeats, listGroups } from '~/../db/queries/groups.ts'
import { listCardsOf } from '~/../db/queries/join-codes.ts'
import { findAccessNeeds } from '~/../db/queries/members.ts'
import { listContacts } from '~/../db/queries/persons.ts'
import { mayManagePeople, mayReadAccessNeeds, maySeeGroup } from '~/domain/access/policies.ts'
import { roleNames } from '~/features/account/role-names.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { longDate } from '~/ui/dates.ts'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { PrivateFacts } from '../components/PrivateFacts.tsx'
import { seatWords } from '../group-words.ts'
import { peopleTitle } from '../titles.ts'
import { visitMember } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, data?.member.name ?? '')

export async function loader(args: LoaderFunctionArgs) {
	const { membership, partnership, place, member, base } = await visitMember(args)
	const db = args.context.db.read
	const [groups, seats] = await Promise.all([listGroups(db, place), listAllSeats(db, place)])
	const seen = groups.filter((group) => maySeeGroup(membership, group))
	return {
		partnership: partnership.name,
		base,
		member,
		me: member.id === membership.memberId,
		seats: seats
			.filter(({ memberId }) => memberId === member.id)
			.flatMap((seat) => {
				const group = seen.find(({ id }) => id === seat.groupId)
				return group ? [{ groupId: group.id, group: group.name, words: seatWords(seat) }] : []
			}),
		facts: mayReadAccessNeeds(membership, member) && !member.leftAt ? await privateFacts() : null,
		manages: mayManagePeople(membership, membership) && !member.leftAt,
	}

	async function privateFacts() {
		const [[contact], [card], accessNeeds] = await Promise.all([
			listContacts(db, [member.id]),
			listCardsOf(db, member.id),
			findAccessNeeds(db, place, member.id),
		])
		return {
			email: contact?.email ?? null,
			contact: contact?.contact ?? null,
			accessNeeds,
			card: card ? { createdAt: card.createdAt, lastUsedAt: card.lastUsedAt } : null,
		}
	}
}

export default function MemberPage() {
	const { base, partnership, member, me, seats, facts, manages } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={base}>People</BackLink>
			<h1 className="govuk-heading-xl">{member.name}</h1>
			<VisibleTo>Members of {partnership} can see this page. Nobody else can.</VisibleTo>
			{member.leftAt && (
				<p className="govuk-body">Left on {longDate(member.leftAt)}. What they wrote and decided stays.</p>
			)}
			<SummaryList
				rows={[
					{ key: 'Speaks as', value: <VoiceMark shape={member.shape} name={member.voice} />, ...change('voice') },
					{ key: 'Part here', value: roleNames[member.role], ...change('part') },
					{ key: 'Member since', value: longDate(member.joinedAt) },
				]}
			/>
			<h2 className="govuk-heading-m">Seats</h2>
			{seats.length === 0 ? (
				<p className="govuk-body">{me ? 'You hold' : `${member.name} holds`} no seat that you can see.</p>
			) : (
				<Rows label="Seats">
					{seats.map(({ groupId, group, words }) => (
						<Row key={groupId} href={`${base}/groups/${groupId}`} title={group} meta={words} />
					))}
				</Rows>
			)}
			{me && (
				<p className="govuk-body">
					<a href={`${base}/${member.id}/supporters`}>Who helps you to vote</a>
				</p>
			)}
			{facts && <PrivateFacts base={base} member={member} me={me} manages={manages} facts={facts} />}
		</>
	)

	function change(what: string) {
		if (!manages) return {}
		return { action: { href: `${base}/${member.id}/membership`, text: 'Change', hidden: `${member.name}’s ${what}` } }
	}
}
