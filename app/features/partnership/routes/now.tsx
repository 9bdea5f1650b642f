import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayManagePeople, mayStartDocument } from '~/domain/access/policies.ts'
import { visit } from '~/http/visit.ts'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longDate, longMoment } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { ActionMeta } from '../../actions/components/ActionMeta.tsx'
import { kindWords } from '../../decisions/decision-words.ts'
import { meetingName, whenAndWhereWords } from '../../meetings/meeting-words.ts'
import { happeningNow } from '../happening-now.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? 'Now'} – Alongside` }]

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visit(args)
	return {
		base: `/p/${partnership.slug}`,
		name: partnership.name,
		purpose: partnership.purpose,
		open: partnership.open,
		mayStart: mayStartDocument(membership, place),
		mayManage: mayManagePeople(membership, place),
		...(await happeningNow(args.context.db, place, membership)),
	}
}

type Happening = ReturnType<typeof useLoaderData<typeof loader>>

export default function NowPage() {
	const happening = useLoaderData<typeof loader>()
	const { base, name, purpose, open, mayStart, mayManage } = happening
	return (
		<>
			<h1 className="govuk-heading-xl">{name}</h1>
			<VisibleTo>
				{open ? 'Everyone can read this page.' : 'Only members of this partnership can read this page.'}
			</VisibleTo>
			<p className="lede">{purpose}</p>
			<CastingVotes {...happening} />
			<Decisions {...happening} />
			<NextMeeting {...happening} />
			<Drafts {...happening} />
			<Actions {...happening} />
			{(mayStart || mayManage) && (
				<ButtonGroup>
					{mayStart && <ButtonLink href={`${base}/documents/new`}>Start a document</ButtonLink>}
					{mayManage && (
						<ButtonLink href={`${base}/settings`} kind="secondary">
							Change what this page says
						</ButtonLink>
					)}
				</ButtonGroup>
			)}
		</>
	)
}

function CastingVotes({ base, toSettle }: Happening) {
	if (toSettle.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-l">Waiting for your casting vote</h2>
			<Rows label="Level votes that you can settle">
				{toSettle.map(({ id, question, about, ends }) => (
					<Row
						key={id}
						href={`${base}/decisions/${id}`}
						title={question}
						meta={`Level, on “${about}” · you can settle it until ${longMoment(ends)}`}
					/>
				))}
			</Rows>
		</>
	)
}

function Decisions({ base, decisions }: Happening) {
	return (
		<>
			<h2 className="govuk-heading-l">Being decided now</h2>
			{decisions.length === 0 ? (
				<EmptyState title="Nothing is being decided now.">
					When a version is put to a vote, it appears here with the day it closes.{' '}
					<a href={`${base}/decisions`}>What has been decided</a>
				</EmptyState>
			) : (
				<Rows label="Open decisions">
					{decisions.map(({ id, kind, question, about, closesAt, mine, hasVoted, lookAgain }) => (
						<Row
							key={id}
							href={`${base}/decisions/${id}`}
							title={question}
							meta={
								<>
									{kindWords[kind].name} on “{about}” · closes at {longMoment(closesAt)}
									{lookAgain && (
										<p>Something you could choose was withdrawn. Open this to read what, and what you can do.</p>
									)}
								</>
							}
							action={
								mine &&
								(hasVoted ? (
									<Tag tone="good">you have voted</Tag>
								) : (
									<ButtonLink href={`${base}/decisions/${id}`}>Vote</ButtonLink>
								))
							}
						/>
					))}
				</Rows>
			)}
		</>
	)
}

function NextMeeting({ base, nextMeeting }: Happening) {
	if (!nextMeeting) return null
	const { id } = nextMeeting
	return (
		<>
			<h2 className="govuk-heading-l">Next meeting</h2>
			<Rows label="Next meeting">
				<Row href={`${base}/meetings/${id}`} title={meetingName(nextMeeting)} meta={whenAndWhereWords(nextMeeting)} />
			</Rows>
		</>
	)
}

function Drafts({ base, drafts, moreDrafts }: Happening) {
	return (
		<>
			<h2 className="govuk-heading-l">Being written now</h2>
			{drafts.length === 0 ? (
				<EmptyState title="Nothing is being written that you can read.">
					When somebody starts a document, it appears here. <a href={`${base}/documents`}>All documents</a>
				</EmptyState>
			) : (
				<Rows label="Drafts">
					{drafts.map(({ id, title, reference, updatedAt, mayWrite }) => (
						<Row
							key={id}
							href={`${base}/documents/${id}`}
							title={title}
							meta={`${reference} · words last changed on ${longDate(updatedAt)}`}
							action={
								mayWrite && (
									<ButtonLink href={`${base}/documents/${id}/write`} kind="secondary">
										Write
									</ButtonLink>
								)
							}
						/>
					))}
				</Rows>
			)}
			{moreDrafts > 0 && (
				<p className="govuk-body">
					<a href={`${base}/documents`}>All documents ({moreDrafts} more being written)</a>
				</p>
			)}
		</>
	)
}

function Actions({ base, actions, moreActions }: Happening) {
	return (
		<>
			<h2 className="govuk-heading-l">Being done now</h2>
			{actions.length === 0 ? (
				<EmptyState title="No action is under way.">
					When something has been agreed, what will be done about it appears here, late ones first.{' '}
					<a href={`${base}/actions`}>All actions</a>
				</EmptyState>
			) : (
				<Rows label="Actions under way">
					{actions.map(({ action, tally }) => (
						<Row
							key={action.id}
							href={`${base}/actions/${action.id}`}
							title={action.title}
							meta={<ActionMeta action={action} {...(tally ? { tally } : {})} />}
						/>
					))}
				</Rows>
			)}
			{moreActions > 0 && (
				<p className="govuk-body">
					<a href={`${base}/actions`}>All actions ({moreActions} more under way)</a>
				</p>
			)}
		</>
	)
}
