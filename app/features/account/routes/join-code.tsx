import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { SiteLayout } from '~/features/partnership/components/SiteLayout.tsx'
import { readForm, refuse } from '~/http/forms.ts'
import { param } from '~/http/visit.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { acceptInvitation } from '../accept-invitation.server.ts'
import { displayName, rowId, ticked } from '../account-form.ts'
import { comeIn } from '../come-in.server.ts'
import { comeInByCard } from '../come-in-by-card.server.ts'
import { TicketForm } from '../components/TicketForm.tsx'
import { readTicket } from '../join-ticket.server.ts'
import { joinRefusals, tooManyGuesses } from '../refusals.ts'

export const meta: MetaFunction = () => [{ title: 'Come in – Alongside' }]

const cardForm = z.object({ shared: ticked })
const invitationForm = z.object({
	shared: ticked,
	name: displayName,
	voiceId: z.string().max(40).optional(),
	memberId: rowId,
	personId: rowId,
})

export async function loader(args: LoaderFunctionArgs) {
	const { ticket, refused, status } = await readTicket(args.context, param(args, 'code'))
	return data({ ticket, refused }, { status })
}

export async function action(args: ActionFunctionArgs) {
	const { request, context } = args
	const code = param(args, 'code')
	if (!(await context.limits.mayGuess(context.address)))
		return data({ refused: tooManyGuesses, form: null }, { status: 429 })
	const posted = await request.clone().formData()
	return posted.has('personId') ? join(request, context, code) : returnByCard(request, context, code)
}

async function returnByCard(request: Request, context: ActionFunctionArgs['context'], code: string) {
	const { value } = await readForm(request, cardForm)
	const came = await comeInByCard(context, code)
	if ('refused' in came) {
		if (came.refused === 'unknown') await context.limits.guessedWrong(context.address)
		return data({ refused: joinRefusals[came.refused], form: null }, { status: 409 })
	}
	return comeIn(request, context, { ...came, sharedDevice: value?.shared ?? false })
}

async function join(request: Request, context: ActionFunctionArgs['context'], code: string) {
	const { value, form } = await readForm(request, invitationForm)
	if (!value) return data({ form, refused: null }, { status: 422 })
	const joined = await acceptInvitation(context, { ...value, code, voiceId: value.voiceId ?? null })
	if ('refused' in joined) {
		if (joined.refused === 'unknown') await context.limits.guessedWrong(context.address)
		if (joined.refused === 'voice-missing')
			return data({ form: refuse(form, joinRefusals['voice-missing'], 'voiceId'), refused: null }, { status: 422 })
		if (joined.refused === 'form-used')
			return data({ form: refuse(form, joinRefusals['form-used']), refused: null }, { status: 409 })
		return data({ refused: joinRefusals[joined.refused], form: null }, { status: 409 })
	}
	const said = joined.card
		? 'You are in. Keep your code: it lets you back in on any device.'
		: 'You are in. Next time, sign in with your e-mail address.'
	const { personId, partnershipId } = joined
	return comeIn(request, context, { personId, partnershipId, sharedDevice: value.shared, said })
}

export default function JoinCodePage() {
	const { ticket, refused } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	const words = answer?.refused ?? refused
	if (words || !ticket) return <DeadCode words={words ?? joinRefusals.unknown} />
	return (
		<SiteLayout>
			<ErrorSummary errors={answer?.form?.errors} />
			<TicketForm ticket={ticket} form={answer?.form ?? undefined} />
		</SiteLayout>
	)
}

function DeadCode({ words }: { words: string }) {
	return (
		<SiteLayout>
			<h1 className="govuk-heading-xl">This code does not work</h1>
			<p className="govuk-body">{words}</p>
			<ButtonLink href="/join">Type a code</ButtonLink>
			<p className="govuk-body">
				<a className="govuk-link" href="/sign-in">
					Sign in with your e-mail address
				</a>
			</p>
		</SiteLayout>
	)
}
