import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { visit } from '~/http/visit.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Pagination } from '~/ui/Pagination.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { listEntries } from '../../../../db/queries/record.ts'
import { EntryRow } from '../components/EntryRow.tsx'
import { presentEntries } from '../present-entries.server.ts'

const aPage = 50

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `The record – ${data?.name}` }]

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visit(args)
	const db = args.context.db.read
	const before = readBefore(args.request)
	const found = await listEntries(db, place, { before, limit: aPage + 1 })
	const entries = found.slice(0, aPage)
	return {
		base: `/p/${partnership.slug}`,
		name: partnership.name,
		open: partnership.open,
		entries: await presentEntries(db, place, membership, entries),
		older: found.length > aPage ? entries.at(-1)!.number : null,
		newer: before && entries[0] ? entries[0].number + aPage + 1 : null,
	}
}

/** `?before=51`: the entries under that number. Anything else begins at the newest. */
function readBefore(request: Request): number | undefined {
	const asked = new URL(request.url).searchParams.get('before') ?? ''
	return /^\d{1,9}$/.test(asked) ? Number(asked) : undefined
}

export default function RecordPage() {
	const { base, open, entries, older, newer } = useLoaderData<typeof loader>()
	const page = (before: number) => ({ href: `${base}/record?before=${before}` })
	return (
		<>
			<h1 className="govuk-heading-xl">The record</h1>
			<VisibleTo>
				{open ? 'Everyone can read this page.' : 'Only members of this partnership can read this page.'} Names are shown
				to members only, and what happens in a circle is shown to that circle only. Who declared an interest in an item
				that is not open to you is not shown.
			</VisibleTo>
			<p className="govuk-body">
				Everything that changed who may do what, froze words, opened, counted or stopped a vote, or moved an action. It
				never holds how anybody voted or answered. Nothing here can be changed or taken out without it showing.
			</p>
			<p className="govuk-body">
				<a href={`${base}/record/verification`}>Check that the record is unbroken</a>
			</p>
			{entries.length === 0 ? (
				<EmptyState title="Nothing here yet.">
					The first entry appears when somebody joins, starts a document or opens a decision.{' '}
					<a href={base}>What is happening now</a>
				</EmptyState>
			) : (
				<ol className="rows" reversed start={entries[0]!.number} aria-label="Entries, newest first">
					{entries.map((entry) => (
						<EntryRow key={entry.number} entry={entry} base={base} />
					))}
				</ol>
			)}
			<Pagination
				previous={newer ? { ...page(newer), label: 'Newer entries' } : undefined}
				next={older ? { ...page(older), label: 'Older entries' } : undefined}
			/>
		</>
	)
}
