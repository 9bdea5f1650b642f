import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listVoices } from '~/../db/queries/partnerships.ts'
import { mayManagePeople } from '~/domain/access/policies.ts'
import { fieldsOf } from '~/features/account/fields-of.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { type Args, allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { changeMembership } from '../change-membership.server.ts'
import { membershipForm } from '../people-form.ts'
import { refusals } from '../refusals.ts'
import { peopleTitle } from '../titles.ts'
import { visitMember } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	peopleTitle(data?.partnership, `Voice and part of ${data?.member.name ?? ''}`)

async function visitToChange(args: Args) {
	const here = await visitMember(args)
	allow(mayManagePeople(here.membership, here.member), here, args.request)
	return here
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, place, member, base } = await visitToChange(args)
	const voices = await listVoices(args.context.db.read, place)
	return { partnership: partnership.name, base, member, voices }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, member, base } = await visitToChange(args)
	const { value, form } = await readForm(args.request, membershipForm)
	if (!value) return data({ form }, { status: 422 })
	const changed = await changeMembership(args.context.db, membership, member.id, value)
	if (changed.refused) return data({ form: refuse(form, refusals[changed.refused]) }, { status: 409 })
	await args.context.live.recheck()
	return redirectSaying(args.context, `${base}/${member.id}`, `${member.name}’s voice and part are saved.`)
}

export default function MembershipPage() {
	const { base, member, voices } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const field = fieldsOf(form, { voiceId: member.voiceId, role: member.role })
	return (
		<>
			<BackLink href={`${base}/${member.id}`}>{member.name}</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Voice and part of {member.name}</h1>
			<form method="post">
				<Radios
					{...field('voiceId')}
					legend="Which side do they speak from?"
					items={voices.map(({ id, name }) => ({ value: id, text: name }))}
				/>
				<Radios
					{...field('role')}
					legend="What may they do?"
					items={[
						{ value: 'member', text: 'Member', hint: 'Writes, comments, votes where they have a seat.' },
						{ value: 'facilitator', text: 'Facilitator', hint: 'Also invites people, fills seats and opens votes.' },
						{ value: 'observer', text: 'Observer', hint: 'Reads. Keeps any seats, without the votes.' },
					]}
				/>
				<p className="govuk-body">The change goes into the record, for all to see.</p>
				<Button>Save</Button>
			</form>
		</>
	)
}
