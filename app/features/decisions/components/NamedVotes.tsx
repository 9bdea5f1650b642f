import type { NamedVote } from '~/domain/decisions/named-votes.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { WarningText } from '~/ui/WarningText.tsx'

interface NamedVotesProps {
	named: readonly NamedVote[]
	/** Which votes: "about this document". */
	about: string
}

/** Before more people can read them. Whoever voted with their name was told who could see it then. */
export function NamedVotes({ named, about }: NamedVotesProps) {
	return (
		<>
			<WarningText>
				{named.length === 1 ? 'One vote' : `${named.length} votes`} {about} {named.length === 1 ? 'shows' : 'show'} who
				voted how. When people voted, fewer could see it. They did not agree to more. Ask them first.
			</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{named.map(({ id, reference, question }) => (
					<li key={id}>
						{reference}, {question}
					</li>
				))}
			</ul>
		</>
	)
}

/** One tick for all names that stand above it. */
export function NamesRead({ errors }: { errors: string[] | undefined }) {
	return (
		<Checkboxes
			name="readOfNames"
			legend="Should more people see these names?"
			legendSize="s"
			errors={errors}
			items={[
				{ value: 'yes', text: 'Yes. I know that these names, and what stands with them, will be seen by more people.' },
			]}
		/>
	)
}
