import type { NamedVote } from '~/domain/decisions/named-votes.ts'
import { Checkboxes } from '~/ui/Checkboxes.tsx'
import { WarningText } from '~/ui/WarningText.tsx'

interface NamedVotesProps {
	named: readonly NamedVote[]
	/** Which votes: "about this document". */
	about: string
	errors: string[] | undefined
}

/** Before more people can read them. Whoever voted with their name was told who could see it then. */
export function NamedVotes({ named, about, errors }: NamedVotesProps) {
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
			<Checkboxes
				name="readOfNames"
				legend="Should more people see these names?"
				legendSize="s"
				errors={errors}
				items={[{ value: 'yes', text: 'Yes. I know that their names and votes will be seen by more people.' }]}
			/>
		</>
	)
}
