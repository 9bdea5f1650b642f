import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayApproveMinute } from '~/domain/access/policies.ts'
import { stageOf } from '~/domain/meetings/meeting.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { longDate } from '~/ui/dates.ts'
import { pageTitle } from '../../decisions/page-title.ts'
import { MinutesParts } from '../components/MinutesParts.tsx'
import { findMinutes } from '../find-minutes.server.ts'
import { approvedWords, isNoneYet, minutesParts, noneYet } from '../minutes-text.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(['Minutes', data?.body, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { here, facts } = await findMinutes(args)
	const { meeting, membership, address, partnership } = here
	return {
		address,
		name: partnership.name,
		body: meeting.body.name,
		startsAt: meeting.startsAt,
		approval: approvedWords(facts),
		isNone: isNoneYet(meeting, facts),
		parts: minutesParts(facts),
		mayApprove: mayApproveMinute(membership, meeting.body) && stageOf(meeting, new Date()) === 'begun',
	}
}

export default function MinutesPage() {
	const { address, body, startsAt, approval, parts, isNone, mayApprove } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={address}>Back to the agenda</BackLink>
			<span className="govuk-caption-l">
				{body}, {longDate(startsAt)}
			</span>
			<h1 className="govuk-heading-l">Minutes of the meeting</h1>
			{isNone ? (
				<p className="govuk-body">{noneYet}</p>
			) : (
				<>
					<p className="govuk-body">
						<strong>{approval}</strong>
					</p>
					<p className="govuk-body screen-only">
						<a href={`${address}/minutes.txt`}>Download them as text</a>
						{mayApprove && (
							<>
								{' or '}
								<a href={`${address}/approval`}>say that they were approved</a>
							</>
						)}
						.
					</p>
					<MinutesParts parts={parts} />
				</>
			)}
		</>
	)
}
