import { type ActionFunctionArgs, data, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { readForm, refuse } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { joinCode, ticked } from '../account-form.ts'
import { comeIn } from '../come-in.server.ts'
import { comeInByCard } from '../come-in-by-card.server.ts'
import { SharedDevice } from '../components/SharedDevice.tsx'
import { TicketForm } from '../components/TicketForm.tsx'
import { fieldsOf } from '../fields-of.ts'
import { readTicket } from '../join-ticket.server.ts'
import { joinRefusals } from '../refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Come in with a code – Alongside' }]

const schema = z.object({ code: joinCode, shared: ticked })

/** A typed card lets its holder in at once; its code never stands in an address, where a shared device would keep it. */
export async function action({ request, context }: ActionFunctionArgs) {
	const { value, form } = await readForm(request, schema)
	if (!value) return data({ form, ticket: null }, { status: 422 })
	const { ticket, refused, status } = await readTicket(context, value.code)
	if (!ticket)
		return data({ form: refuse(form, refused, 'code'), ticket: null }, { status: status === 429 ? 429 : 422 })
	if (ticket.kind === 'invitation') return data({ form: null, ticket })
	const came = await comeInByCard(context, value.code)
	if ('refused' in came)
		return data({ form: refuse(form, joinRefusals[came.refused], 'code'), ticket: null }, { status: 409 })
	return comeIn(request, context, { ...came, sharedDevice: value.shared })
}

export default function JoinPage() {
	const answer = useActionData<typeof action>()
	if (answer?.ticket) {
		return (
			<SiteLayout>
				<TicketForm ticket={answer.ticket} />
			</SiteLayout>
		)
	}
	const form = answer?.form ?? undefined
	return (
		<SiteLayout>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">Come in with a code</h1>
			<form method="post" action="/join" noValidate>
				<TextInput
					{...fieldsOf(form)('code')}
					label="The code on your card or invitation"
					hint="Ten letters and numbers, such as 7KQ2M-XD94H. Capitals and the dash do not matter."
					width={20}
					autoComplete="off"
					spellCheck={false}
				/>
				<SharedDevice ticked={form?.values.shared === 'on'} />
				<Button>Come in</Button>
			</form>
			<p className="govuk-body">
				No code?{' '}
				<a className="govuk-link" href="/sign-in">
					Sign in with your e-mail address
				</a>
				, or ask a facilitator for a card.
			</p>
		</SiteLayout>
	)
}
