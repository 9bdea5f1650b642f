import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { visit } from '~/http/visit.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { DecisionRow } from '../components/DecisionRow.tsx'
import { listShown } from '../list-shown.server.ts'
import { pageTitle } from '../page-title.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(['Decisions', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visit(args)
	const { open, ended } = await listShown(args.context.db.read, place, membership, new Date())
	return {
		base: `/p/${partnership.slug}`,
		name: partnership.name,
		isMember: membership !== null,
		isOpen: partnership.open,
		open,
		ended,
	}
}

export default function DecisionsPage() {
	const { base, isMember, isOpen, open, ended } = useLoaderData<typeof loader>()
	return (
		<>
			<h1 className="govuk-heading-xl">Decisions</h1>
			<VisibleTo>
				{isOpen ? 'Everyone can read this page.' : 'Only members of this partnership can read this page.'} A decision
				about a group’s own words is shown to that group.
			</VisibleTo>
			{open.length + ended.length === 0 ? (
				<EmptyState title="No decisions yet.">
					When a version of a document is put to a group, the vote appears here, and afterwards its result. To begin,
					freeze a version on its document’s page and choose “Put this version to people”.{' '}
					<a href={`${base}/documents`}>See the documents</a>
				</EmptyState>
			) : (
				<>
					<h2 className="govuk-heading-m">Open now</h2>
					{open.length === 0 ? (
						<EmptyState title="Nothing is open for voting now.">
							What is asked next appears here, with its closing time.
						</EmptyState>
					) : (
						<Rows label="Open now">
							{open.map((decision) => (
								<DecisionRow key={decision.id} decision={decision} base={base} />
							))}
						</Rows>
					)}
					<h2 className="govuk-heading-m">Closed</h2>
					{ended.length === 0 ? (
						<EmptyState title="Nothing has closed yet.">Results appear here the moment voting ends.</EmptyState>
					) : (
						<Rows label="Closed">
							{ended.map((decision) => (
								<DecisionRow key={decision.id} decision={decision} base={base} />
							))}
						</Rows>
					)}
				</>
			)}
			{open.length + ended.length > 0 && isMember && (
				<p className="govuk-body">
					A question is always about one version of a document. To ask one, open the{' '}
					<a href={`${base}/documents`}>document</a>, then its version, and choose “Put this version to people”.
				</p>
			)}
		</>
	)
}
