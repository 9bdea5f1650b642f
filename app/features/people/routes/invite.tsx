import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InvitationQuestions } from '../components/InvitationQuestions.tsx'
import { PrintedCards } from '../components/PrintedCards.tsx'
import { inviteMember } from '../invite-member.server.ts'
import { listInvitationChoices } from '../list-invitation-choices.server.ts'
import { invitationForm } from '../people-form.ts'
import { refusals } from '../refusals.ts'
import { sendInvitations } from '../send-invitations.server.ts'
import { peopleTitle } from '../titles.ts'
import { visitAsFacilitator } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, 'Invite somebody')

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, membership, base } = await visitAsFacilitator(args)
	const choices = await listInvitationChoices(args.context.db.read, membership)
	return { partnership: partnership.name, base, id: newId(), ...choices }
}

export async function action(args: ActionFunctionArgs) {
	const { context, request } = args
	const { partnership, membership, base } = await visitAsFacilitator(args)
	const { value, form } = await readForm(request, invitationForm)
	if (!value) return data({ form, cards: [] }, { status: 422 })
	const { way, ...asked } = value
	if (way === 'email' && !asked.email)
		return data(
			{ form: refuse(form, 'Enter their e-mail address, or choose a card', 'email'), cards: [] },
			{ status: 422 },
		)
	const email = way === 'email' ? (asked.email ?? null) : null
	const input = { ...asked, email, voiceId: asked.voiceId ?? null, groupId: asked.groupId ?? null }
	const invited = await inviteMember(context, membership, input)
	if ('refused' in invited) {
		const field = invited.refused === 'already-here' ? 'email' : invited.refused === 'group-unknown' ? 'groupId' : ''
		return data({ form: refuse(form, refusals[invited.refused], field), cards: [] }, { status: 409 })
	}
	if (invited.code === null)
		return redirectSaying(
			context,
			`${base}/invitations`,
			`${value.name} was invited already. A code is shown only once.`,
		)
	const cards = await sendInvitations(context, membership, partnership, [{ ...input, code: invited.code }])
	if (cards.length > 0) return data({ form: null, cards })
	return redirectSaying(context, base, `${value.name} is invited. The e-mail is on its way.`)
}

export default function InvitePage() {
	const { base, id, voices, groups } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && answer.cards.length > 0)
		return (
			<PrintedCards
				title={`Invitation for ${answer.cards[0]!.name}`}
				back={base}
				backTo="People"
				cards={answer.cards}
			/>
		)
	const form = answer?.form ?? undefined
	return (
		<>
			<BackLink href={base}>People</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">Invite somebody</h1>
			<form method="post" noValidate>
				<input type="hidden" name="id" value={String(form?.values.id ?? id)} />
				<InvitationQuestions form={form} voices={voices} groups={groups} />
				<Button>Invite</Button>
			</form>
		</>
	)
}
