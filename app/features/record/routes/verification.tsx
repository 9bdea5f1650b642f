import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { Break } from '~/domain/record/verify.ts'
import { verify } from '~/domain/record/verify.ts'
import { visit } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Panel } from '~/ui/Panel.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { walkEntries } from '../../../../db/queries/record.ts'
import { HowToCheck } from '../components/HowToCheck.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Check the record – The record – ${data?.name}` },
]

/** Walks the whole chain now: nothing that was found earlier is believed. */
export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership } = await visit(args)
	const { slug, name, open } = partnership
	return { base: `/p/${slug}`, name, open, found: await verify(walkEntries(args.context.db.read, place)) }
}

const breakWords: Record<Break, string> = {
	'number-missing': 'An entry is missing, or was put in, at this place.',
	'link-broken': 'It does not follow from the entry before it.',
	'content-changed': 'What it says is not what was first written.',
}

export default function VerificationPage() {
	const { base, open, found } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={`${base}/record`}>The record</BackLink>
			<h1 className="govuk-heading-xl">Check the record</h1>
			<VisibleTo>
				{open ? 'Everyone can read this page.' : 'Only members of this partnership can read this page.'}
			</VisibleTo>
			{found.unbroken ? (
				<Panel title={`${counted(found.entries)}, unbroken.`}>
					<p>Every entry says what it said when it was written, and none is missing between the first and the last.</p>
				</Panel>
			) : (
				<>
					<Panel title={`Entry ${found.firstBroken} is broken.`}>
						<p>
							{breakWords[found.why]} {found.entries > 0 && `The ${counted(found.entries)} before it can be trusted.`}
						</p>
					</Panel>
					<WarningText>
						Tell the facilitators and whoever runs this place. They can compare the record with a copy made earlier.
					</WarningText>
				</>
			)}
			<HowToCheck base={base} head={found.unbroken ? found.head : null} />
		</>
	)
}

const counted = (entries: number) => `${entries.toLocaleString('en-GB')} ${entries === 1 ? 'entry' : 'entries'}`
