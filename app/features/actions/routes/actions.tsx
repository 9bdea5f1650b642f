import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { actionStatuses } from '~/domain/actions/action.ts'
import { kindWords } from '~/features/decisions/decision-words.ts'
import { visit } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { ActionMeta } from '../components/ActionMeta.tsx'
import { StatusFilter } from '../components/StatusFilter.tsx'
import { listGround } from '../list-ground.server.ts'
import { statusWords } from '../status-words.ts'
import { trackActions } from '../track-actions.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Actions – ${data?.name}` }]

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visit(args)
	const asked = new URL(args.request.url).searchParams
	const status = actionStatuses.find((one) => one === asked.get('status')) ?? null
	const db = args.context.db.read
	const [tracked, ground] = await Promise.all([
		trackActions(db, place, membership, {
			status,
			decisionId: asked.get('decision'),
			documentId: asked.get('document'),
		}),
		membership ? listGround(db, membership) : [],
	])
	const { slug, name, open } = partnership
	return { ...tracked, base: `/p/${slug}`, name, open, status, mayAgree: ground.length > 0 }
}

export default function ActionsPage() {
	const { base, open, actions, all, counts, status, decision, document, mayAgree } = useLoaderData<typeof loader>()
	const hasAny = all > 0
	const isAll = !decision && !document
	return (
		<>
			{decision && <BackLink href={`${base}/decisions/${decision.id}`}>{decision.question}</BackLink>}
			{!decision && document && <BackLink href={`${base}/documents/${document.id}`}>{document.title}</BackLink>}
			<h1 className="govuk-heading-xl">
				{decision
					? `What follows from ${kindWords[decision.kind].name.toLowerCase()} ${decision.reference}`
					: document
						? `What follows from ${document.reference}`
						: 'Actions'}
			</h1>
			<VisibleTo>
				{open ? 'Everyone can read this page.' : 'Only members of this partnership can read this page.'} What follows
				from a group’s own work is shown to that group.
			</VisibleTo>
			<p className="govuk-body">What was agreed, who answers for it, and whether it is done. Late ones come first.</p>
			{mayAgree && <ButtonLink href={`${base}/actions/new`}>Agree an action</ButtonLink>}
			{hasAny && (
				<>
					{isAll && <StatusFilter base={`${base}/actions`} all={all} counts={counts} chosen={status} />}
					{!isAll && (
						<p className="govuk-body">
							<a href={`${base}/actions`}>Show the actions of all decisions</a>
						</p>
					)}
				</>
			)}
			{actions.length === 0 ? (
				<Nothing base={base} status={status && statusWords[status]} hasAny={hasAny} />
			) : (
				<Rows label="Actions">
					{actions.map(({ action, tally }) => (
						<Row
							key={action.id}
							href={`${base}/actions/${action.id}`}
							title={action.title}
							meta={<ActionMeta action={action} tally={tally} />}
						/>
					))}
				</Rows>
			)}
		</>
	)
}

function Nothing({ base, status, hasAny }: { base: string; status: string | null; hasAny: boolean }) {
	if (hasAny) {
		return (
			<EmptyState title={`No action is ${status} now.`}>
				<a href={`${base}/actions`}>Show all actions</a>
			</EmptyState>
		)
	}
	return (
		<EmptyState title="No actions yet.">
			When a decision has been agreed, what will be done about it appears here, with who answers for it and by when.{' '}
			<a href={`${base}/decisions`}>See what has been decided</a>
		</EmptyState>
	)
}
