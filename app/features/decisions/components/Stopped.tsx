import type { ReactNode } from 'react'
import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import type { DecisionFacts } from '../read-decision.server.ts'
import { ChooseFrom } from './ChooseFrom.tsx'
import { DecisionSeal } from './DecisionSeal.tsx'
import { Differences } from './Differences.tsx'
import { Shortlist } from './Shortlist.tsx'
import { Withdrawn } from './Withdrawn.tsx'

export function Stopped({ children, ...facts }: DecisionFacts & { children?: ReactNode }) {
	const { decision, base } = facts
	return (
		<>
			<InsetText>
				<p>
					This vote was stopped{decision.closedAt && ` at ${longMoment(decision.closedAt)}`}. No votes were counted, and
					the ballots were destroyed.
				</p>
				<p className="as-typed">The reason: {decision.stoppedReason}</p>
			</InsetText>
			{children}
			<Withdrawn decision={decision} />
			<ChooseFrom decision={decision} />
			<Shortlist shortlist={decision.shortlist} />
			<DecisionSeal decision={decision} base={base} />
			<Differences {...facts} />
		</>
	)
}
