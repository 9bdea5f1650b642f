import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import type { DecisionFacts } from '../read-decision.server.ts'
import { DecisionSeal } from './DecisionSeal.tsx'

/** Past its time and not yet counted: never shown as open. */
export function Counting({ decision, base, address }: DecisionFacts) {
	return (
		<>
			<InsetText>
				Voting ended at {longMoment(decision.closesAt)}. The votes are being counted. It takes a few seconds.{' '}
				<a href={address}>Look again</a>
			</InsetText>
			<DecisionSeal decision={decision} base={base} />
		</>
	)
}
