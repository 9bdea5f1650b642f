import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import type { ShownInterestPage } from '../visit-interest.server.ts'

export interface InterestHeadProps {
	page: ShownInterestPage
	heading: string
	errors?: Record<string, string[]>
}

/** Whose interest in which item a page is about. */
export function InterestHead({ page: { address, title, who, interest, closed }, heading, errors }: InterestHeadProps) {
	return (
		<>
			<BackLink href={`${address}/room`}>Back to the meeting</BackLink>
			<ErrorSummary errors={errors} />
			<span className="govuk-caption-l as-typed">{title}</span>
			<h1 className="govuk-heading-l">{heading}</h1>
			<p className="govuk-body as-typed">
				{interest ? `${who} declared: ${interest}` : `${who}: an interest was written down and withdrawn.`}
			</p>
			{closed && <p className="govuk-body">{closed}</p>}
		</>
	)
}
