import { InsetText } from '~/ui/InsetText.tsx'
import type { ShownDecision } from '../present-decision.server.ts'
import { lapseWords, voterWords, withdrawnWords } from '../withdrawn-words.ts'

interface WithdrawnProps {
	decision: ShownDecision
	/** The reader has voted, and what they chose may have changed under them. */
	hasVoted?: boolean
	/** Their vote came on paper, so they cannot change it on a screen. */
	onPaper?: boolean
}

/** What was withdrawn while people voted, why, and what that means for votes that were cast. Nothing where nothing was. */
export function Withdrawn({ decision, hasVoted, onPaper }: WithdrawnProps) {
	const told = withdrawnWords(decision)
	if (told.length === 0) return null
	const isOpen = decision.state === 'open'
	return (
		<InsetText>
			{told.map(({ option, says, reason }) => (
				<div key={option}>
					<p>
						<strong>{says}</strong>
					</p>
					<p className="as-typed">The reason: {reason}</p>
				</div>
			))}
			<p>
				{lapseWords(decision)}
				{isOpen && ' It can no longer be chosen.'}
			</p>
			{isOpen && (hasVoted || onPaper) && <p>{voterWords(decision, onPaper)}</p>}
		</InsetText>
	)
}
