import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { LinkButton } from '~/ui/LinkButton.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { PaperCheck } from '../components/AgendaItem.tsx'
import { AgendaRows } from '../components/AgendaRows.tsx'
import { NoticeDue } from '../components/NoticeDue.tsx'
import { OnAgenda } from '../components/OnAgenda.tsx'
import { listReadyItems } from '../list-ready-items.server.ts'
import { meetingName, narrowPaperWords } from '../meeting-words.ts'
import { readAgenda, type ShownItem } from '../read-agenda.server.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Work on the agenda', data && meetingName(data.agenda), 'Meetings', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitMeetingAsClerk(args)
	const db = args.context.db.read
	const [agenda, ready] = await Promise.all([
		readAgenda(db, here),
		listReadyItems(db, here.membership, here.meeting.body),
	])
	const onIt = new Set(agenda.items.flatMap(({ number, paper }) => (number !== null && paper ? [paper.path] : [])))
	return {
		base: here.base,
		address: here.address,
		name: here.partnership.name,
		agenda,
		ready: ready
			.map(({ paper, missing, onAgendas }) => ({
				versionId: paper.versionId,
				reference: paper.reference,
				title: paper.title,
				number: paper.number,
				path: `/documents/${paper.documentId}/versions/${paper.number}`,
				missing,
				onAgendas,
				narrow: narrowPaperWords(paper, here.meeting.body, here.partnership),
			}))
			.filter(({ path }) => !onIt.has(path)),
	}
}

export default function ItemsPage() {
	const { base, address, agenda, ready } = useLoaderData<typeof loader>()
	const isLocked = agenda.stage === 'called-off' || agenda.stage === 'approved'
	return (
		<>
			<BackLink href={address}>The agenda</BackLink>
			<span className="govuk-caption-l">{meetingName(agenda)}</span>
			<h1 className="govuk-heading-l">Work on the agenda</h1>
			<VisibleTo>Only those who run this body can see this page.</VisibleTo>
			<NoticeDue notice={agenda.notice} />
			<h2 className="govuk-heading-m">On the agenda</h2>
			{agenda.rows.length === 0 ? (
				<EmptyState title="Nothing is on the agenda yet.">
					Put a paper on it from the list below, or add an item without a paper.
				</EmptyState>
			) : (
				<AgendaRows
					rows={agenda.rows}
					base={base}
					below={(item) =>
						!isLocked &&
						item.number !== null && <Steps item={item} address={address} isDraft={agenda.stage === 'draft'} />
					}
				/>
			)}
			{!isLocked && (
				<>
					<ButtonGroup>
						{agenda.stage === 'draft' && (
							<ButtonLink href={`${address}/publication`}>Look at it and publish</ButtonLink>
						)}
						<ButtonLink href={`${address}/items/new`} kind="secondary">
							Add an item without a paper
						</ButtonLink>
					</ButtonGroup>
					<h2 className="govuk-heading-m">Papers that are ready</h2>
					<p className="govuk-body">
						Versions that were put to people, that this body may decide about and has taken no board decision about yet.
						A panel vote is not a board decision. What a paper does not say is shown to everyone on the agenda. It does
						not stop you from publishing.
					</p>
					{ready.length === 0 ? (
						<EmptyState title="No other paper is ready.">
							A paper is ready once a version of a document was put to people.{' '}
							<a href={`${base}/documents`}>See the documents</a>
						</EmptyState>
					) : (
						<Rows label="Papers that are ready">
							{ready.map(({ versionId, reference, title, number, path, missing, onAgendas, narrow }) => (
								<Row
									key={versionId}
									href={base + path}
									title={`${title}, version ${number}`}
									meta={
										<>
											{reference}
											<PaperCheck missing={missing} />
											{narrow && <p className="govuk-body">{narrow}</p>}
											<OnAgenda items={onAgendas} base={base} saysVersion />
										</>
									}
									action={
										<ButtonLink href={`${address}/items/new?version=${versionId}`} kind="secondary">
											Put on the agenda
											<span className="govuk-visually-hidden">
												: {title}, version {number}
											</span>
										</ButtonLink>
									}
								/>
							))}
						</Rows>
					)}
				</>
			)}
		</>
	)
}

function Steps({
	item: { id, title, ways },
	address,
	isDraft,
}: {
	item: ShownItem
	address: string
	/** Once it is published people know the items by their numbers, and were told what each is for. */
	isDraft: boolean
}) {
	return (
		<form method="post" action={`${address}/items/${id}/place`} className="agenda__steps">
			{isDraft && ways.up && (
				<>
					<LinkButton name="way" value="up">
						Move up<span className="govuk-visually-hidden">: {title}</span>
					</LinkButton>{' '}
				</>
			)}
			{isDraft && ways.down && (
				<>
					<LinkButton name="way" value="down">
						Move down<span className="govuk-visually-hidden">: {title}</span>
					</LinkButton>{' '}
				</>
			)}
			{isDraft && (
				<>
					<a className="govuk-link" href={`${address}/items/${id}/details`}>
						Change purpose or presenter<span className="govuk-visually-hidden">: {title}</span>
					</a>{' '}
				</>
			)}
			<a className="govuk-link" href={`${address}/items/${id}/title`}>
				Correct the title<span className="govuk-visually-hidden">: {title}</span>
			</a>{' '}
			<a className="govuk-link" href={`${address}/items/${id}/removal`}>
				Take off<span className="govuk-visually-hidden">: {title}</span>
			</a>
		</form>
	)
}
