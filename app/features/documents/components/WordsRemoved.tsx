import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'

export interface WordsRemovedProps {
	/** Newest first; `doneAt` is null while it is under way. */
	erasures: { id: string; by: string; reason: string; doneAt: Date | string | null }[]
	from: string
}

/** That words were removed for good: when, by whom and why; never which. */
export function WordsRemoved({ erasures, from }: WordsRemovedProps) {
	if (erasures.length === 0) return null
	return (
		<InsetText>
			{erasures.map(({ id, by, reason, doneAt }) => (
				<p key={id} className="govuk-body">
					<strong>
						{doneAt
							? `Words were removed from ${from} for good at ${longMoment(doneAt)}, by ${by}.`
							: `${by} is removing words from ${from} for good.`}
					</strong>{' '}
					The reason: <span className="as-typed">{reason}</span>
				</p>
			))}
		</InsetText>
	)
}
