import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayMinute } from '~/domain/access/policies.ts'
import { visitGroup } from '~/features/people/visit-people.server.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { idPattern } from '~/http/new-id.ts'
import { type Args, allow, notFound } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { pageTitle } from '../../page-title.ts'
import { RulesForm } from '../components/RulesForm.tsx'
import { findBodyNow } from '../find-body.server.ts'
import { rulesProblems, rulesRefusals } from '../refusals.ts'
import { rulesFrom, rulesSchema, seatsFrom, valuesOfRules, valuesOfSeats } from '../rules-form.ts'
import { setBodyRules } from '../set-body-rules.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle([`The rules of ${data?.group ?? ''}`, 'People', data?.name])

/** With `?version=`, whoever came here from a decision they were entering is led back to it. */
async function visitBody(args: Args) {
	const here = await visitGroup(args)
	if (here.group.kind !== 'board' && here.group.kind !== 'collaborative') throw notFound()
	allow(mayMinute(here.membership, here.group), here, args.request)
	const version = new URL(args.request.url).searchParams.get('version') ?? ''
	const entry = `/p/${here.partnership.slug}/decisions/board/new?version=${version}&group=${here.group.id}`
	const groupPage = `${here.base}/groups/${here.group.id}`
	return { ...here, back: idPattern.test(version) ? entry : groupPage }
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, place, group, back } = await visitBody(args)
	const { rules, seats } = await findBodyNow(args.context.db.read, place, group.id)
	const first = { ...valuesOfRules(rules), ...valuesOfSeats(seats) }
	return { name: partnership.name, group: group.name, back, seats, first }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, place, group, back } = await visitBody(args)
	const { value, form } = await readForm(args.request, rulesSchema)
	if (!value) return data({ form }, { status: 422 })
	const { seats } = await findBodyNow(args.context.db.read, place, group.id)
	const { rights, since, errors } = seatsFrom(
		form.values,
		seats.map(({ memberId }) => memberId),
	)
	if (Object.keys(errors).length > 0) return data({ form: { ...form, errors } }, { status: 422 })
	const own = { groupId: group.id, rules: rulesFrom(value, form.values), rights, since }
	const set = await setBodyRules(args.context.db, membership, own)
	if (set.refused === 'not-so') {
		const nameOf = (id?: string) => seats.find(({ memberId }) => memberId === id)?.name ?? ''
		const mend = set.problems.reduce<FormState>(
			(form, { problem, at, memberId }) => refuse(form, rulesProblems[problem](nameOf(memberId)), at),
			form,
		)
		return data({ form: mend }, { status: 422 })
	}
	if (set.refused) return data({ form: refuse(form, rulesRefusals[set.refused]) }, { status: 409 })
	return redirectSaying(args.context, back, `The rules of ${group.name} are written down.`)
}

export default function BodyRulesPage() {
	const { group, back, seats, first } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	return (
		<>
			<BackLink href={back}>Back</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">The rules of {group} for its own meetings</h1>
			<VisibleTo>
				Only those who run {group} can see this page. A decision shows the rules it was taken under to everyone who can
				read it.
			</VisibleTo>
			<p className="govuk-body">
				Take them from its terms of reference. A change counts for decisions entered from now on, not for earlier ones.
			</p>
			<RulesForm seats={seats} first={first} form={form} />
		</>
	)
}
