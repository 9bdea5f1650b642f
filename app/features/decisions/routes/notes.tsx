import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayDisagree } from '~/domain/access/policies.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { addNote } from '../add-note.server.ts'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { NoteForm, Notes } from '../components/Notes.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { listShownNotes } from '../read-own.server.ts'
import { noteRefusals } from '../refusals.ts'
import { visitDecision, visitDecisionAsMember } from '../visit-decision.server.ts'
import { noteSchema } from '../words-form.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['I see it differently', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, membership, partnership, address } = await visitDecision(args)
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		notes: await listShownNotes(args.context.db.read, decision, membership),
		noteId: newId(),
		mayAdd: mayDisagree(membership, decision) && decision.state !== 'open',
	}
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitDecisionAsMember(args)
	const { decision, membership, address } = here
	allow(mayDisagree(membership, decision), here, args.request)
	const { value, form } = await readForm(args.request, noteSchema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { words: value.words }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const adding = await addNote(args.context.db, membership, decision.id, value)
	if ('refused' in adding) {
		const refused = adding.refused as keyof typeof noteRefusals
		const kept = refused === 'added-already' ? anew(form) : form
		return data({ form: refuse(kept, noteRefusals[refused]) }, { status: 409 })
	}
	return redirectSaying(args.context, address, 'Your note now stands with this decision.')
}

export default function NotesPage() {
	const { address, decision, notes, noteId, mayAdd } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const id = form?.values.id
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>I see it differently</DecisionTitle>
			<Notes notes={notes} address={address} />
			{(mayAdd || form) && <NoteForm address={address} noteId={typeof id === 'string' ? id : noteId} form={form} />}
		</>
	)
}
