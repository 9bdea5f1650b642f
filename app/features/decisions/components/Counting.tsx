import type { ReactNode } from 'react'
import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import type { DecisionFacts } from '../read-decision.server.ts'
import { ChooseFrom } from './ChooseFrom.tsx'
import { DecisionSeal } from './DecisionSeal.tsx'
import { Shortlist } from './Shortlist.tsx'
import { Withdrawn } from './Withdrawn.tsx'

/** Past its time and not yet counted: never shown as open. */
export function Counting({
	decision,
	base,
	address,
	countRuns,
	papersUnread,
	runs,
	children,
}: DecisionFacts & { children?: ReactNode }) {
	return (
		<>
			<InsetText>
				Voting ended at {longMoment(decision.closesAt)}.{' '}
				{papersUnread
					? 'Votes on paper came back in time and are still being read by two people. The votes are counted when that is done.'
					: `The votes are being counted. ${howFar(countRuns)}`}{' '}
				<a href={address}>Look again</a>
				{papersUnread && runs && (
					<>
						{' '}
						<a href={`${address}/paper`}>Read the papers</a>
					</>
				)}
			</InsetText>
			{children}
			<Withdrawn decision={decision} />
			<ChooseFrom decision={decision} />
			<Shortlist shortlist={decision.shortlist} />
			<DecisionSeal decision={decision} base={base} />
		</>
	)
}

function howFar(runs: number | null) {
	if (!runs) return 'It takes a few seconds.'
	return `They have been gone through ${runs === 1 ? 'once' : `${runs} times`} so far: sharing money out takes many rounds.`
}
