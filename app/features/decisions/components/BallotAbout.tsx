import type { ReactNode } from 'react'
import { longMoment } from '~/ui/dates.ts'
import { secretVoteWords } from '../decision-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'

/** Above a ballot, in two lines: which words, whether secret, and until when. All that is sealed stands below it. */
export function BallotAbout({
	decision,
	base,
	children,
}: {
	decision: ShownDecision
	base: string
	children?: ReactNode
}) {
	const { about, closesAt, rules } = decision
	const secrecy =
		rules.secrecy === 'secret' ? secretVoteWords(rules) : 'This vote is named: the result shows how you voted.'
	return (
		<p className="govuk-body">
			You are voting on{' '}
			<a href={`${base}/documents/${about.documentId}/versions/${about.number}`}>
				version {about.number} of “{about.title}”
			</a>
			. {secrecy} Voting ends at {longMoment(closesAt)}. {children}
		</p>
	)
}
