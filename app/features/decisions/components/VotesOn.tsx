import { Rows } from '~/ui/Rows.tsx'
import type { ListedDecision } from '../list-shown.server.ts'
import { DecisionRow } from './DecisionRow.tsx'

interface VotesOnProps {
	title: string
	votes: ListedDecision[]
	base: string
	/** Of a whole document: each says which version it was about. */
	withVersion?: boolean
}

/** Every vote on a document’s words or on one version of them. Nothing where there was none: the thread says so. */
export function VotesOn({ title, votes, base, withVersion }: VotesOnProps) {
	if (votes.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{title}</h2>
			<Rows label={title}>
				{votes.map((decision) => (
					<DecisionRow key={decision.id} decision={decision} base={base} withVersion={withVersion} />
				))}
			</Rows>
		</section>
	)
}
