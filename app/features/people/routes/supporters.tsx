import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listMembers } from '~/../db/queries/members.ts'
import { listSupportedBy, listSupportersOf } from '~/../db/queries/supporters.ts'
import { mayNameSupporter } from '~/domain/access/policies.ts'
import { supportMonths, supportUntil } from '~/domain/people/supporter.ts'
import { rowId } from '~/features/account/account-form.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { longDate } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { SupportList } from '../components/SupportList.tsx'
import { nameSupporter } from '../name-supporter.server.ts'
import { refusals } from '../refusals.ts'
import { peopleTitle } from '../titles.ts'
import { visitMember } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, 'Who helps you to vote')

const askFor = 'Choose for how long'
const schema = z.object({
	id: rowId,
	supporter: z.string({ error: 'Choose who helps you' }).min(1, 'Choose who helps you').max(60),
	months: z
		.enum(supportMonths.map(String) as [string, ...string[]], { error: askFor })
		.transform((months) => supportMonths.find((known) => String(known) === months)!),
})

async function visitOwn(args: Args) {
	const here = await visitMember(args)
	allow(mayNameSupporter(here.membership, here.member), here, args.request)
	return here
}

export async function loader(args: LoaderFunctionArgs) {
	const now = new Date()
	const { partnership, place, member, base } = await visitOwn(args)
	const db = args.context.db.read
	const [mine, helped, people] = await Promise.all([
		listSupportersOf(db, member.id, now),
		listSupportedBy(db, member.id, now),
		listMembers(db, place),
	])
	const shown = ({ id, name, until }: (typeof mine)[number]) => ({ id, name, until })
	return {
		partnership: partnership.name,
		base,
		me: member.id,
		id: newId(),
		mine: mine.map(shown),
		helped: helped.map(shown),
		people: people
			.filter(({ id }) => id !== member.id && !mine.some(({ supporterId }) => supporterId === id))
			.map(({ id, name, voice }) => ({ value: id, text: `${name}, ${voice.toLowerCase()}` })),
		ends: supportMonths.map((months) => ({ months, until: supportUntil(now, months) })),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { membership, member, base } = await visitOwn(args)
	const { value, form } = await readForm(args.request, schema)
	if (!value) return data({ form }, { status: 422 })
	const { id, supporter, months } = value
	const named = await nameSupporter(args.context.db, membership, {
		id,
		memberId: member.id,
		supporterId: supporter,
		months,
	})
	if ('refused' in named && named.refused)
		return data({ form: refuse(form, refusals[named.refused], 'supporter') }, { status: 409 })
	return redirectSaying(args.context, `${base}/${member.id}/supporters`, 'Saved. You can end it at any time.')
}

const monthWords: Record<number, string> = { 1: 'One month', 3: 'Three months', 12: 'A year' }

export default function SupportersPage() {
	const { base, me, id, mine, helped, people, ends } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const typed = (name: string) => {
		const value = form?.values[name]
		return typeof value === 'string' ? value : undefined
	}
	return (
		<>
			<BackLink href={`${base}/${me}`}>Your page</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Who helps you to vote</h1>
			<VisibleTo>Only you can see this page. Your supporter sees that you named them.</VisibleTo>
			<p className="govuk-body">
				A supporter fills in your ballot with you, or sends it for you from their own phone. It stays your vote. They do
				not see what you chose before, and they cannot change what you cast yourself. They can help with votes that they
				can see themselves.
			</p>
			{mine.length === 0 ? (
				<EmptyState title="Nobody helps you to vote.">Name somebody below, if you want help.</EmptyState>
			) : (
				<SupportList label="Your supporters" base={`${base}/${me}`} all={mine} end={(name) => `End ${name}’s help`} />
			)}
			<h2 className="govuk-heading-m">Name a supporter</h2>
			<form method="post" noValidate>
				<input type="hidden" name="id" value={typed('id') ?? id} />
				<Select
					name="supporter"
					label="Who helps you?"
					hint="They must be a member here. Ask them first."
					errors={form?.errors.supporter}
					defaultValue={typed('supporter') ?? ''}
					items={[{ value: '', text: 'Choose a person' }, ...people]}
				/>
				<Radios
					name="months"
					legend="For how long?"
					legendSize="s"
					hint="Then it ends by itself, and you can name them again."
					errors={form?.errors.months}
					defaultValue={typed('months')}
					items={ends.map(({ months, until }) => ({
						value: String(months),
						text: `${monthWords[months]}, until ${longDate(until)}`,
					}))}
				/>
				<p className="govuk-body">By sending this you agree that they may help you with your votes.</p>
				<Button>Name my supporter</Button>
			</form>
			{helped.length > 0 && (
				<>
					<h2 className="govuk-heading-m">People you help to vote</h2>
					<SupportList
						label="People you help to vote"
						base={`${base}/${me}`}
						all={helped}
						end={(name) => `Stop helping ${name}`}
					/>
				</>
			)}
		</>
	)
}
