import type { DecisionFacts } from '../read-decision.server.ts'
import { NoteForm, Notes } from './Notes.tsx'

export function Differences({ address, notes, noteId, mayDisagree }: DecisionFacts) {
	return (
		<section>
			<h2 className="govuk-heading-m">I see it differently</h2>
			<Notes notes={notes} address={address} />
			{mayDisagree && <NoteForm address={address} noteId={noteId} />}
		</section>
	)
}
