import type { Phase } from '~/domain/documents/document.ts'
import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'

export interface FinalWordsProps {
	phase: Phase
	/** Newest first. */
	turns: {
		id: string
		turn: 'final' | 'opened-again'
		version: number
		reason: string
		by: string
		at: Date | string
	}[]
	/** Words that were stored in the second in which they were said to be final, so that they are in no version. */
	hasMore?: boolean
}

/** That words are final, or were and are open again: when, by whom and why, each time. */
export function FinalWords({ phase, turns, hasMore = false }: FinalWordsProps) {
	if (turns.length === 0) return null
	return (
		<InsetText>
			{phase === 'final' && (
				<p className="govuk-body">
					<strong>These words are final.</strong> Nobody can change them. They are version {turns[0]!.version}.
				</p>
			)}
			{hasMore && (
				<p className="govuk-body">
					Some words came in the very second in which these were said to be final. They are kept and stand below, but
					they are not in version {turns[0]!.version}, which is what people decide on.
				</p>
			)}
			{turns.map(({ id, turn, version, reason, by, at }) => (
				<p key={id} className="govuk-body">
					{turn === 'final' ? `${by} said that version ${version} is final` : `${by} opened these words again`} at{' '}
					{longMoment(at)}. The reason: <span className="as-typed">{reason}</span>
				</p>
			))}
		</InsetText>
	)
}
