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
	const { decision, base, runs } = facts
	const { documentId, number, title } = decision.about
	const version = `${base}/documents/${documentId}/versions/${number}`
	return (
		<>
			<InsetText>
				<p>
					This vote was stopped{decision.closedAt && ` at ${longMoment(decision.closedAt)}`}. No votes were counted, and
					the ballots were destroyed.
				</p>
				<p className="as-typed">The reason: {decision.stoppedReason}</p>
			</InsetText>
			{runs ? (
				<p className="govuk-body">
					Do you want to ask again? A stopped vote cannot be opened again, but its words can be put to people once more,
					with what was wrong put right.{' '}
					<a href={version}>
						Start from version {number} of “{title}”
					</a>
				</p>
			) : (
				<p className="govuk-body">
					The question can be put to people again. Whoever runs {decision.groupName} decides that.{' '}
					<a href={version}>
						Read version {number} of “{title}”, which it was about
					</a>
				</p>
			)}
			{children}
			<Withdrawn decision={decision} />
			<ChooseFrom decision={decision} />
			<Shortlist shortlist={decision.shortlist} />
			<DecisionSeal decision={decision} base={base} />
			<Differences {...facts} />
		</>
	)
}
