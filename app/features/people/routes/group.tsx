import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { SeatRow } from '~/../db/queries/groups.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longDate } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { GiveUpSeat } from '../components/GiveUpSeat.tsx'
import { kindNames, seatWords } from '../group-words.ts'
import { peopleTitle } from '../titles.ts'
import { visitGroup } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, data?.group.name ?? '')

export async function loader(args: LoaderFunctionArgs) {
	const { membership, partnership, group, seats, runs, base } = await visitGroup(args)
	return {
		partnership: partnership.name,
		base,
		group,
		runs: runs && !group.closedAt,
		meets: group.kind === 'board' || group.kind === 'collaborative',
		seats,
		mine:
			seats.some(({ memberId }) => memberId === membership.memberId) && !group.closedAt ? membership.memberId : null,
	}
}

export default function GroupPage() {
	const { base, partnership, group, seats, runs, meets, mine } = useLoaderData<typeof loader>()
	const here = `${base}/groups/${group.id}`
	return (
		<>
			<BackLink href={base}>People</BackLink>
			<h1 className="govuk-heading-xl">
				<span className="govuk-caption-xl">{kindNames[group.kind]}</span>
				{group.name}
			</h1>
			<VisibleTo>
				{group.kind === 'circle'
					? 'Only this circle can see this page. Facilitators without a seat cannot.'
					: `Members of ${partnership} can see this page.`}
			</VisibleTo>
			<p className="govuk-body-l">{group.purpose}</p>
			{group.closedAt && (
				<p className="govuk-body">
					This group was closed on {longDate(group.closedAt)}. What it wrote and decided stays.
				</p>
			)}
			<h2 className="govuk-heading-l">Seats</h2>
			{seats.length === 0 ? (
				<EmptyState title="Nobody has a seat yet">
					{runs ? 'Give the first person a seat below.' : 'A facilitator gives people their seats.'}
				</EmptyState>
			) : (
				<Rows label="Seats">
					{seats.map((seat) => (
						<Row
							key={seat.memberId}
							href={`${base}/${seat.memberId}`}
							title={seat.name}
							meta={<VoiceMark shape={seat.shape} name={seat.voice} />}
							action={<SeatOf seat={seat} change={runs ? `${here}/seats?member=${seat.memberId}` : null} />}
						/>
					))}
				</Rows>
			)}
			{runs && <ButtonLink href={`${here}/seats`}>Give somebody a seat</ButtonLink>}
			{mine && <GiveUpSeat action={`${here}/seats`} memberId={mine} />}
			{runs && meets && (
				<p className="govuk-body">
					<a className="govuk-link" href={`${here}/rules`}>
						Its rules for meetings: quorum, casting vote, by which right people sit there
					</a>
				</p>
			)}
			{runs && (
				<p className="govuk-body">
					<a className="govuk-link" href={`${here}/closing`}>
						Close this group
					</a>
				</p>
			)}
		</>
	)
}

function SeatOf({ seat, change }: { seat: Pick<SeatRow, 'name' | 'votes' | 'office'>; change: string | null }) {
	return (
		<>
			{seatWords(seat)}{' '}
			{change && (
				<a className="govuk-link" href={change}>
					Change<span className="govuk-visually-hidden"> the seat of {seat.name}</span>
				</a>
			)}
		</>
	)
}
