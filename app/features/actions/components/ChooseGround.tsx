import type { DecisionKind } from '~/domain/decisions/decision.ts'
import { kindWords } from '~/features/decisions/decision-words.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { Row } from '~/ui/Row.tsx'
import { Rows } from '~/ui/Rows.tsx'

/** An action begins from a decision: which one? */
export function ChooseGround({
	base,
	ground,
}: {
	base: string
	ground: { id: string; kind: DecisionKind; question: string; reference: string }[]
}) {
	if (ground.length === 0) {
		return (
			<EmptyState title="There is no agreed decision you can act on yet.">
				Actions follow from a panel vote that was agreed, in a group you run.{' '}
				<a href={`${base}/decisions`}>See the decisions</a>
			</EmptyState>
		)
	}
	return (
		<>
			<p className="govuk-body">Which decision does it follow from?</p>
			<Rows label="Agreed decisions">
				{ground.map(({ id, kind, question, reference }) => (
					<Row
						key={id}
						href={`${base}/actions/new?decision=${id}`}
						title={question}
						meta={`${kindWords[kind].name} · ${reference}`}
					/>
				))}
			</Rows>
		</>
	)
}
