import { longDate } from '~/ui/dates.ts'
import type { ItemOutcome as Outcome } from '../read-outcomes.server.ts'
import { interestLine } from '../room-words.ts'

/** What came of an item: interests, what was said, the result with its words, what people see differently, and actions. */
export function ItemOutcome({ base, outcome }: { base: string; outcome: Outcome }) {
	const { decision, noted, interests } = outcome
	return (
		<>
			{interests.length > 0 && (
				<>
					<p className="govuk-body">Interests declared in this item:</p>
					<ul className="govuk-list govuk-list--bullet">
						{interests.map((one) => (
							<li key={one.id} className="as-typed">
								{interestLine(one)}
							</li>
						))}
					</ul>
				</>
			)}
			{noted && <p className="govuk-body as-typed">{noted}</p>}
			{decision && <Decided base={base} decision={decision} />}
		</>
	)
}

function Decided({ base, decision }: { base: string; decision: NonNullable<Outcome['decision']> }) {
	const { id, reference, outcomeSaid, isAgreed, wording, differences, actions } = decision
	return (
		<>
			<p className="govuk-body">
				<strong>{outcomeSaid}</strong> <a href={`${base}/decisions/${id}`}>Board decision {reference}</a>
				{differences > 0 && (
					<>
						{'. '}
						<a href={`${base}/decisions/${id}/notes`}>
							{differences === 1 ? '1 person sees it differently' : `${differences} people see it differently`}
						</a>
					</>
				)}
			</p>
			<p className="govuk-body as-typed">
				{isAgreed ? 'Decided: ' : 'Voted on: '}
				{wording}
			</p>
			{actions.length > 0 && (
				<ul className="govuk-list govuk-list--bullet">
					{actions.map((action) => (
						<li key={action.id}>
							<a href={`${base}/actions/${action.id}`}>
								{action.reference}, {action.title}
							</a>
							. {action.accountableBody}, due {longDate(action.dueOn)}.
						</li>
					))}
				</ul>
			)}
		</>
	)
}
