import { Tag } from '~/ui/Tag.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { kindWords } from '../decision-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'

interface DecisionTitleProps {
	decision: ShownDecision
	/** The outcome just below says what this kind of vote is worth. */
	isKindSaid?: boolean
	children?: string
}

/** The top of every page of a decision: what kind it is before anything else, the question, and who can see it. */
export function DecisionTitle({ decision, isKindSaid = false, children }: DecisionTitleProps) {
	const { kind, reference, groupName, question, state, seenBy } = decision
	return (
		<>
			<span className="govuk-caption-l">
				{kindWords[kind].name} {reference}, {groupName}
			</span>
			<h1 className="govuk-heading-l">{children ?? question}</h1>
			{children && <p className="govuk-body">{question}</p>}
			{!isKindSaid && (
				<p className="govuk-body">
					{state === 'open' && <Tag tone="open">voting is open</Tag>}
					{state === 'closing' && <Tag>voting has ended, counting now</Tag>}
					{state === 'stopped' && <Tag tone="late">stopped</Tag>} {kindWords[kind].means}
				</p>
			)}
			<VisibleTo>{seenBy}</VisibleTo>
		</>
	)
}
