import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { DecisionTitle } from '../../components/DecisionTitle.tsx'
import { kindWords } from '../../decision-words.ts'
import { pageTitle } from '../../page-title.ts'
import { findMinuteFacts } from '../find-minute-facts.server.ts'
import { approvalWords, minuteParts } from '../minute-text.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Minute', data?.decision.question, kindWords['board-decision'].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { facts, shown, address } = await findMinuteFacts(args)
	return {
		address,
		name: facts.partnership,
		decision: shown,
		approval: approvalWords(facts.board),
		parts: minuteParts(facts),
	}
}

/** For reading aloud, printing and signing. */
export default function MinutePage() {
	const { address, decision, approval, parts } = useLoaderData<typeof loader>()
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<DecisionTitle decision={decision}>Minute of a board decision</DecisionTitle>
			<p className="govuk-body">
				<strong>{approval}</strong>
			</p>
			<p className="govuk-body screen-only">
				<a href={`${address}/board-minute.txt`}>Download it as text</a>
			</p>
			{parts.map(({ heading, lines }) => (
				<section key={heading}>
					<h2 className="govuk-heading-m">{heading}</h2>
					{lines.map((line) => (
						<p key={line} className="govuk-body as-typed">
							{line}
						</p>
					))}
				</section>
			))}
		</>
	)
}
