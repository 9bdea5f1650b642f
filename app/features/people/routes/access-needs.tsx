import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findAccessNeeds } from '~/../db/queries/members.ts'
import { mayReadAccessNeeds } from '~/domain/access/policies.ts'
import { accessNeeds } from '~/features/account/account-form.ts'
import { fieldsOf } from '~/features/account/fields-of.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { type Args, allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { refusals } from '../refusals.ts'
import { setAccessNeeds } from '../set-access-needs.server.ts'
import { peopleTitle } from '../titles.ts'
import { visitMember } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	peopleTitle(data?.partnership, `What helps ${data?.name ?? ''} take part`)

const schema = z.object({ accessNeeds, sure: z.string().max(10).optional() })

async function visitNeeds(args: Args) {
	const here = await visitMember(args)
	allow(mayReadAccessNeeds(here.membership, here.member), here, args.request)
	return here
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, place, member, base } = await visitNeeds(args)
	const accessNeeds = await findAccessNeeds(args.context.db.read, place, member.id)
	return { partnership: partnership.name, name: member.name, back: `${base}/${member.id}`, accessNeeds }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, member, base } = await visitNeeds(args)
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data({ form }, { status: 422 })
	const warned = warnOfNhsNumber(form, { accessNeeds: value.accessNeeds }, value.sure)
	if (warned) return data({ form: warned }, { status: 422 })
	const saved = await setAccessNeeds(args.context.db, membership, member.id, value.accessNeeds)
	if (saved.refused) return data({ form: refuse(form, refusals[saved.refused]) }, { status: 409 })
	return redirectSaying(
		args.context,
		`${base}/${member.id}`,
		`Saved. Only ${member.name} and the facilitators can read it.`,
	)
}

export default function AccessNeedsPage() {
	const { name, back, accessNeeds } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={back}>{name}</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">What helps {name} take part</h1>
			<VisibleTo>Only {name} and the facilitators can read this.</VisibleTo>
			<form method="post">
				<TextArea
					{...fieldsOf(form, { accessNeeds })('accessNeeds')}
					label="What helps?"
					hint="Write what they told you, in their words. No diagnosis, no NHS number."
					optional
				/>
				<NhsNumberChoice form={form} />
				<Button>Save</Button>
			</form>
		</>
	)
}
