import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import type { FormState } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { longDate } from '~/ui/dates.ts'
import { Note } from '~/ui/Note.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'

export interface ShownNote {
	id: string
	name: string
	voice: string
	shape: number
	words: string
	at: Date
	isWithdrawn: boolean
	isMine: boolean
}

/** "I see it differently": these travel with the decision wherever it goes. */
export function Notes({ notes, address }: { notes: ShownNote[]; address: string }) {
	return (
		<>
			{notes.length === 0 && <p className="govuk-body">Nobody has added a note.</p>}
			{notes.map((note) => (
				<Note key={note.id}>
					{note.isWithdrawn ? (
						<p>A note stood here. Its writer took it back.</p>
					) : (
						<>
							<p className="as-typed">{note.words}</p>
							<p>
								{note.name}, <VoiceMark shape={note.shape} name={note.voice} />, {longDate(note.at)}
							</p>
							{note.isMine && (
								<form method="post" action={`${address}/notes/${note.id}/withdrawal`}>
									<Button kind="secondary">Take my note back</Button>
								</form>
							)}
						</>
					)}
				</Note>
			))}
		</>
	)
}

export function NoteForm({ address, noteId, form }: { address: string; noteId: string; form?: FormState }) {
	const words = form?.values.words
	return (
		<form method="post" action={`${address}/notes`} className="screen-only" noValidate>
			<input type="hidden" name="id" value={noteId} />
			<TextArea
				name="words"
				label="How do you see it differently?"
				labelSize="s"
				rows={4}
				hint="It stays with this decision, with your name and voice. Everyone who can see this page can read it."
				errors={form?.errors.words}
				defaultValue={typeof words === 'string' ? words : undefined}
			/>
			<NhsNumberChoice form={form} />
			<Button kind="secondary">Add my note</Button>
		</form>
	)
}
