import type { Passage } from '~/domain/decisions/board/compare-wording.ts'

/** What an amendment did to a motion. Marks are read aloud too, and are never told apart by colour alone. */
export function ComparedWords({ passages }: { passages: readonly Passage[] }) {
	return (
		<p className="govuk-body as-typed compared">
			{passages.map(({ is, words }, at) => {
				if (is === 'same') return <span key={at}>{words}</span>
				const Mark = is === 'out' ? 'del' : 'ins'
				return (
					<Mark key={at}>
						<span className="govuk-visually-hidden">{is === 'out' ? ' taken out: ' : ' put in: '}</span>
						{words}
						<span className="govuk-visually-hidden"> end of change </span>
					</Mark>
				)
			})}
		</p>
	)
}
