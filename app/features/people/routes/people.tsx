import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listAllSeats, listGroups } from '~/../db/queries/groups.ts'
import { listInvitations } from '~/../db/queries/join-codes.ts'
import { listMembers } from '~/../db/queries/members.ts'
import { listVoices } from '~/../db/queries/partnerships.ts'
import { mayMakeGroup, mayManagePeople, maySeeGroup, maySeePeople } from '~/domain/access/policies.ts'
import { allow, visitAsMember } from '~/http/visit.ts'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { GroupList } from '../components/GroupList.tsx'
import { MembersByVoice } from '../components/MembersByVoice.tsx'
import { PeopleTools } from '../components/PeopleTools.tsx'
import { peopleTitle } from '../titles.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership)

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitAsMember(args)
	const { membership, partnership, place } = here
	allow(maySeePeople(membership, membership), here, args.request)
	const db = args.context.db.read
	const manages = mayManagePeople(membership, membership)
	const [members, voices, groups, seats, waiting] = await Promise.all([
		listMembers(db, place),
		listVoices(db, place),
		listGroups(db, place),
		listAllSeats(db, place),
		manages ? listInvitations(db, place, ['waiting', 'live']) : [],
	])
	const seen = groups.filter((group) => maySeeGroup(membership, group))
	return {
		partnership: partnership.name,
		base: `/p/${partnership.slug}/people`,
		manages,
		mayStartCircle: mayMakeGroup(membership, membership, 'circle'),
		waiting: waiting.length,
		voices: voices.map(({ id, name, plural, shape }) => ({ id, name, plural, shape })),
		members: members.map(({ id, name, voiceId, role }) => ({
			id,
			name,
			voiceId,
			role,
			me: id === membership.memberId,
		})),
		groups: seen.map(({ id, name, kind, purpose }) => ({
			id,
			name,
			kind,
			purpose,
			seats: seats.filter(({ groupId }) => groupId === id).length,
			mine: membership.seats.some(({ groupId }) => groupId === id),
		})),
	}
}

export default function PeoplePage() {
	const { base, partnership, manages, mayStartCircle, waiting, voices, members, groups } =
		useLoaderData<typeof loader>()
	return (
		<>
			<h1 className="govuk-heading-xl">People</h1>
			<VisibleTo>Members of {partnership} can see who is here. Nobody else can.</VisibleTo>
			{manages && <PeopleTools base={base} waiting={waiting} />}
			<MembersByVoice base={base} voices={voices} members={members} />
			<GroupList base={base} groups={groups} mayMake={manages || mayStartCircle} />
		</>
	)
}
