import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ThreadOf } from '~/features/thread/components/ThreadOf.tsx'
import { visit } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { ActionTags } from '../components/ActionTags.tsx'
import { Agreed } from '../components/Agreed.tsx'
import { Difference } from '../components/Difference.tsx'
import { Updates } from '../components/Updates.tsx'
import { findReadableAction } from '../find-readable-action.server.ts'
import { followAction } from '../follow-action.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `${data?.action.title} – Actions – ${data?.name}` },
]

export async function loader(args: LoaderFunctionArgs) {
	const here = await visit(args)
	const row = await findReadableAction(args, here)
	const { slug, name } = here.partnership
	return { base: `/p/${slug}`, name, ...(await followAction(args.context.db.read, here, row)) }
}

export default function ActionPage() {
	const page = useLoaderData<typeof loader>()
	const { base, action, thread, mayReport } = page
	return (
		<>
			<BackLink href={`${base}/actions`}>All actions</BackLink>
			<h1 className="govuk-heading-xl">{action.title}</h1>
			<VisibleTo>{page.seenBy}</VisibleTo>
			<ThreadOf thread={thread} here="action" base={base} />
			<p className="govuk-body">
				<ActionTags action={action} />
			</p>
			<Agreed {...page} />
			<h2 className="govuk-heading-m">What has been reported</h2>
			{mayReport && <ButtonLink href={`${base}/actions/${action.id}/updates`}>Report on this action</ButtonLink>}
			<Updates updates={page.updates} />
			<Difference {...page} />
		</>
	)
}
