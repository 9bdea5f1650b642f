import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayApproveMinute, mayMinute } from '~/domain/access/policies.ts'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { MeetingTop } from '../components/MeetingTop.tsx'
import { NoticeDue } from '../components/NoticeDue.tsx'
import { OrderOfMeeting } from '../components/OrderOfMeeting.tsx'
import { Away, SoFarBelow } from '../components/SoFarBelow.tsx'
import { meetingName } from '../meeting-words.ts'
import { readAgenda } from '../read-agenda.server.ts'
import { readSoFar } from '../read-so-far.server.ts'
import { interestRule } from '../room-words.ts'
import { visitMeeting } from '../visit-meeting.server.ts'
import { agendaReaders, withheldReaders } from '../who-reads.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle([data && meetingName(data.agenda), 'Meetings', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitMeeting(args)
	return {
		base: here.base,
		address: here.address,
		name: here.partnership.name,
		isOpen: here.partnership.open,
		kind: here.meeting.body.kind,
		runs: mayMinute(here.membership, here.meeting.body),
		mayApprove: mayApproveMinute(here.membership, here.meeting.body),
		agenda: await readAgenda(args.context.db.read, here),
		soFar: await readSoFar(args.context.db.read, here),
	}
}

export default function AgendaPage() {
	const { base, address, isOpen, kind, runs, mayApprove, agenda, soFar } = useLoaderData<typeof loader>()
	const read = agenda.rows.map(
		({ item, withheld }) => item ?? { number: withheld.number, readers: withheldReaders(withheld) },
	)
	const isDecided = Object.values(soFar.outcomes).some(({ decision }) => decision)
	return (
		<>
			<BackLink href={`${base}/meetings`}>All meetings</BackLink>
			<span className="govuk-caption-xl">
				{isDecided ? 'Agenda and what was decided' : 'Agenda'}, {agenda.reference}
				{!agenda.publishedAt && ', draft'}
			</span>
			<h1 className="govuk-heading-xl">{meetingName(agenda)}</h1>
			<VisibleTo>{agendaReaders({ isPublished: agenda.publishedAt !== null, kind, isOpen }, read)}</VisibleTo>
			<MeetingTop meeting={agenda} />
			{runs && <NoticeDue notice={agenda.notice} />}
			{runs && agenda.stage !== 'called-off' && agenda.stage !== 'approved' && (
				<ButtonGroup>
					<ButtonLink href={`${address}/items`} kind="secondary">
						Work on the agenda
					</ButtonLink>
					{agenda.stage === 'draft' && <ButtonLink href={`${address}/publication`}>Publish the agenda</ButtonLink>}
					{agenda.stage !== 'begun' && (
						<a className="govuk-link screen-only" href={`${address}/move`}>
							Move this meeting
						</a>
					)}
					{agenda.stage !== 'begun' && (
						<a className="govuk-link screen-only" href={`${address}/calling-off`}>
							Call off this meeting
						</a>
					)}
				</ButtonGroup>
			)}
			{agenda.stage !== 'draft' && agenda.stage !== 'called-off' && (runs || soFar.hasMinutes) && (
				<ButtonGroup>
					{runs && <ButtonLink href={`${address}/room`}>At the meeting</ButtonLink>}
					{soFar.hasMinutes && (
						<a className="govuk-link screen-only" href={`${address}/minutes`}>
							Read the minutes
						</a>
					)}
				</ButtonGroup>
			)}
			<OrderOfMeeting
				agenda={agenda}
				base={base}
				mayApprove={mayApprove}
				isDecided={isDecided}
				apologies={<Away {...soFar} />}
				interests={
					soFar.declared ? (
						<p className="govuk-body">{interestRule} Each interest stands with its item above.</p>
					) : undefined
				}
				below={(item) => <SoFarBelow item={item} soFar={soFar} base={base} address={address} />}
			/>
			{agenda.removals.map((words) => (
				<p className="govuk-body as-typed" key={words}>
					{words}
				</p>
			))}
			{runs && (
				<p className="govuk-body screen-only">
					<a href={`${address}/names`}>Take somebody’s name out of this meeting</a>
				</p>
			)}
		</>
	)
}
