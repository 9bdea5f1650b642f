import { longDate, longMoment } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import type { FollowedAction } from '../follow-action.server.ts'
import { capital, statusWords } from '../status-words.ts'
import { Paragraphs } from './Paragraphs.tsx'

/** Newest first. Nothing said here is ever changed or taken away. */
export function Updates({ updates }: Pick<FollowedAction, 'updates'>) {
	if (updates.length === 0) {
		return (
			<EmptyState title="Nothing has been reported yet.">
				What is done, what is not, and why, appears here as the people who lead it report.
			</EmptyState>
		)
	}
	return (
		<ol className="entries" aria-label="Reports, newest first" reversed>
			{updates.map(({ id, status, words, dueOn, at, by }) => (
				<li key={id} className="entries__entry">
					<h3 className="govuk-heading-s">
						{capital(statusWords[status])}, {longMoment(at)}
					</h3>
					<Paragraphs words={words} />
					{dueOn && <p className="govuk-body">This moved the due date to {longDate(dueOn)}.</p>}
					<p className="row__meta">
						{by.name && `${by.name}, `}
						<VoiceMark shape={by.shape} name={by.voice} />
					</p>
				</li>
			))}
		</ol>
	)
}
