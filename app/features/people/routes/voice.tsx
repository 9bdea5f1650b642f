import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listVoices } from '~/../db/queries/partnerships.ts'
import { fieldsOf } from '~/features/account/fields-of.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { notFound, param } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { nameVoice } from '../name-voice.server.ts'
import { voiceForm } from '../people-form.ts'
import { refusals } from '../refusals.ts'
import { peopleTitle } from '../titles.ts'
import { visitAsFacilitator } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	peopleTitle(data?.partnership, data?.added ? 'Add a voice' : 'Rename a voice')

/** One voice to rename; under `new`, one to add. */
export async function loader(args: LoaderFunctionArgs) {
	const { partnership, place, base } = await visitAsFacilitator(args)
	const asked = param(args, 'voice')
	const back = `${base}/voices`
	const shared = { partnership: partnership.name, back }
	if (asked === 'new') return { ...shared, added: true, id: newId(), name: '', plural: '' }
	const voice = (await listVoices(args.context.db.read, place)).find(({ id }) => id === asked)
	if (!voice) throw notFound()
	return { ...shared, added: false, id: voice.id, name: voice.name, plural: voice.plural }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, base } = await visitAsFacilitator(args)
	const { value, form } = await readForm(args.request, voiceForm)
	if (!value) return data({ form }, { status: 422 })
	const named = await nameVoice(args.context.db, membership, value)
	if (named.refused) return data({ form: refuse(form, refusals[named.refused], 'name') }, { status: 409 })
	return redirectSaying(args.context, `${base}/voices`, `This voice is called ${value.name} now.`)
}

export default function VoicePage() {
	const { back, added, id, name, plural } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const field = fieldsOf(form, { name, plural })
	return (
		<>
			<BackLink href={back}>Voices</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">{added ? 'Add a voice' : `Rename ${name}`}</h1>
			{!added && <p className="govuk-body">The new name shows everywhere, also beside what was written before.</p>}
			<form method="post" noValidate>
				<input type="hidden" name="id" value={String(form?.values.id ?? id)} />
				<TextInput {...field('name')} label="One person" hint="Such as Citizen" width={20} />
				<TextInput {...field('plural')} label="Several people" hint="Such as Citizens" width={20} />
				<Button>{added ? 'Add this voice' : 'Save the name'}</Button>
			</form>
		</>
	)
}
