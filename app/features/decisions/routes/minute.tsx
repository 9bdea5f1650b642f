import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { kindWords } from '../decision-words.ts'
import { signature } from '../minute.ts'
import { pageTitle } from '../page-title.ts'
import { readMinute } from '../read-minute.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Minute', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	return await readMinute(args)
}

/** For printing and signing, or for a clerk's own document. */
export default function MinutePage() {
	const { address, decision, parts } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<DecisionTitle decision={decision}>Minute of this vote</DecisionTitle>
			<p className="govuk-body screen-only">
				Print this page, or <a href={`${address}/minute.txt`}>take the minute away as plain text</a>.
			</p>
			{parts.map(({ title, rows }) => (
				<section key={title}>
					<h2 className="govuk-heading-m">{title}</h2>
					<SummaryList
						rows={rows.map(({ label, text }) => ({ key: label, value: <span className="as-typed">{text}</span> }))}
					/>
				</section>
			))}
			<p className="govuk-body print-only">{signature}</p>
		</>
	)
}
