import { TypedWords } from '~/ui/TypedWords.tsx'
import type { SentBallot } from '../sent-ballot.ts'
import { changeLabel, reasonLabel, whoseBallot } from '../whose-words.ts'

/** What was in a ballot that was not taken and that this page has no form for. */
export function SentBack({ sent, helping }: { sent: SentBallot; helping?: { name: string } }) {
	const { chosen, reason, change } = sent
	const typed = [
		{ label: reasonLabel(helping), words: reason },
		{ label: changeLabel(helping), words: change },
	]
	return (
		<>
			{chosen && (
				<p className="govuk-body">
					{whoseBallot(helping).subject} had chosen: {chosen}.
				</p>
			)}
			<TypedWords typed={typed.filter(({ words }) => words !== '')} />
		</>
	)
}
