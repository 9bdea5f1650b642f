import type { ReactNode } from 'react'
import { longMoment } from '~/ui/dates.ts'
import { namedVoteWords, secretVoteWords } from '../decision-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { whoseBallot } from '../whose-words.ts'

/** Above a ballot, in two lines: which words, whether secret, and until when. All that is sealed stands below it. */
export function BallotAbout({
	decision,
	base,
	helping,
	children,
}: {
	decision: ShownDecision
	/** `/p/harbourside`; the version is not linked without it, on a preview. */
	base?: string
	/** Whose vote it is, on their supporter's page. */
	helping?: { name: string }
	children?: ReactNode
}) {
	const { about, closesAt, electors, rules } = decision
	const of = whoseBallot(helping)
	const words = `version ${about.number} of “${about.title}”`
	const secrecy =
		rules.secrecy === 'secret' ? secretVoteWords(rules, electors, helping?.name) : namedVoteWords(rules, helping?.name)
	return (
		<p className="govuk-body">
			{of.subject} {of.are} voting on{' '}
			{base === undefined ? (
				words
			) : (
				<a href={`${base}/documents/${about.documentId}/versions/${about.number}`}>{words}</a>
			)}
			. {secrecy} Voting ends at {longMoment(closesAt)}. {children}
		</p>
	)
}
