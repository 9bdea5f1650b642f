import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayMakeGroup } from '~/domain/access/policies.ts'
import { groupKinds } from '~/domain/people/group.ts'
import { fieldsOf } from '~/features/account/fields-of.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { kindHints, kindNames } from '../group-words.ts'
import { makeGroup } from '../make-group.server.ts'
import { groupForm } from '../people-form.ts'
import { refusals } from '../refusals.ts'
import { peopleTitle } from '../titles.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, 'Make a group')

async function visitToMake(args: Args) {
	const here = await visitAsMember(args)
	const kinds = groupKinds.filter((kind) => mayMakeGroup(here.membership, here.membership, kind))
	allow(kinds.length > 0, here, args.request)
	return { ...here, kinds, base: `/p/${here.partnership.slug}/people` }
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, base, kinds } = await visitToMake(args)
	return { partnership: partnership.name, base, kinds, id: newId() }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, base } = await visitToMake(args)
	const { value, form } = await readForm(args.request, groupForm)
	if (!value) return data({ form }, { status: 422 })
	const made = await makeGroup(args.context.db, membership, value)
	if (made.refused) return data({ form: refuse(form, refusals[made.refused], 'kind') }, { status: 403 })
	const said =
		value.kind === 'circle'
			? 'Your circle is made, and you chair it. Only its seats can see it.'
			: 'The group is made. Next, give people seats.'
	return redirectSaying(args.context, `${base}/groups/${value.id}`, said)
}

export default function NewGroupPage() {
	const { base, kinds, id } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const [only] = kinds.length === 1 ? kinds : []
	const field = fieldsOf(form)
	return (
		<>
			<BackLink href={base}>People</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">{only ? 'Start a private circle' : 'Make a group'}</h1>
			<form method="post" noValidate>
				<input type="hidden" name="id" value={String(form?.values.id ?? id)} />
				{only ? (
					<>
						<p className="govuk-body-l">{kindHints[only]}</p>
						<input type="hidden" name="kind" value={only} />
					</>
				) : (
					<Radios
						{...field('kind')}
						legend="What kind of group is it?"
						items={kinds.map((kind) => ({ value: kind, text: kindNames[kind], hint: kindHints[kind] }))}
					/>
				)}
				<TextInput {...field('name')} label="What is it called?" width={20} />
				<TextArea {...field('purpose')} label="What is it for?" rows={3} />
				<Button>{only ? 'Start the circle' : 'Make the group'}</Button>
			</form>
		</>
	)
}
