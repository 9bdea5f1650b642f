import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayReadDocument, mayStartDocument } from '~/domain/access/policies.ts'
import { templates } from '~/domain/documents/templates.ts'
import { visit } from '~/http/visit.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longDate } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'
import { Tag } from '~/ui/Tag.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { listDocuments } from '../../../../db/queries/documents.ts'
import { pageTitle } from '../page-title.ts'
import { phaseTones, phaseWords } from '../visibility-words.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visit(args)
	const all = await listDocuments(args.context.db.read, place)
	return {
		place: partnership.name,
		address: `/p/${partnership.slug}/documents`,
		signedIn: membership !== null,
		mayStart: mayStartDocument(membership, place),
		documents: all
			.filter((document) => mayReadDocument(membership, document))
			.map(({ id, title, template, reference, phase, visibility, updatedAt }) => ({
				id,
				title,
				template,
				reference,
				phase,
				visibility,
				updatedAt,
			})),
	}
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(undefined, data?.place)

const onlyFor: Record<string, string> = {
	partnership: 'members only',
	group: 'the group only',
	circle: 'the circle only',
}

export default function Documents() {
	const { address, signedIn, mayStart, documents } = useLoaderData<typeof loader>()
	return (
		<>
			<h1 className="govuk-heading-xl">Documents</h1>
			<VisibleTo>
				{signedIn
					? 'You see what is open to everyone, and what your seats open to you.'
					: 'You see what is open to everyone. Members see more when they sign in.'}
			</VisibleTo>
			{mayStart && <ButtonLink href={`${address}/new`}>Start a document</ButtonLink>}
			{documents.length === 0 ? (
				<EmptyState title="No documents yet.">
					<p className="govuk-body">
						What people here write together appears in this list, open drafts first to be read and then to be decided
						on. {mayStart ? 'You can start one from a template.' : 'Members start one after signing in.'}
					</p>
				</EmptyState>
			) : (
				<Rows label="Documents">
					{documents.map(({ id, title, template, reference, phase, visibility, updatedAt }) => (
						<Row
							key={id}
							href={`${address}/${id}`}
							title={title}
							meta={[
								templates[template].name,
								reference,
								onlyFor[visibility],
								`words last changed ${longDate(updatedAt)}`,
							]
								.filter(Boolean)
								.join(' · ')}
							action={<Tag tone={phaseTones[phase]}>{phaseWords[phase]}</Tag>}
						/>
					))}
				</Rows>
			)}
		</>
	)
}
