import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listGroups } from '~/../db/queries/groups.ts'
import { listInvitations } from '~/../db/queries/join-codes.ts'
import { listVoices } from '~/../db/queries/partnerships.ts'
import { isAskedOneByOne } from '~/domain/people/asked-one-by-one.ts'
import { redirectSaying } from '~/http/flash.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { approveInvitations } from '../approve-invitations.server.ts'
import { OpenInvitations } from '../components/OpenInvitations.tsx'
import { PrintedCards } from '../components/PrintedCards.tsx'
import { WaitingInvitations } from '../components/WaitingInvitations.tsx'
import { refusals } from '../refusals.ts'
import { sendInvitations } from '../send-invitations.server.ts'
import { peopleTitle } from '../titles.ts'
import { visitAsFacilitator } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, 'Invitations')

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, place, base } = await visitAsFacilitator(args)
	const db = args.context.db.read
	const [invitations, voices, groups] = await Promise.all([
		listInvitations(db, place, ['waiting', 'live']),
		listVoices(db, place),
		listGroups(db, place),
	])
	const shown = invitations.map(({ id, name, email, voiceId, groupId, state, expiresAt }) => {
		const voice = voices.find((one) => one.id === voiceId) ?? null
		const group = groups.find((one) => one.id === groupId) ?? null
		return {
			id,
			name,
			email,
			voice: voice?.name ?? 'They will say',
			group: group?.name ?? null,
			isAskedOneByOne: isAskedOneByOne(voice, group),
			state,
			expiresAt,
		}
	})
	return {
		partnership: partnership.name,
		base,
		waiting: shown.filter(({ state }) => state === 'waiting'),
		open: shown.filter(({ state }) => state === 'live'),
	}
}

/** The facilitator's yes to chosen rows. Cards are answered at once, since their codes are kept nowhere. */
export async function action(args: ActionFunctionArgs) {
	const { context } = args
	const { partnership, membership, base } = await visitAsFacilitator(args)
	const chosen = (await args.request.formData()).getAll('chosen').map(String)
	if (chosen.length === 0)
		return data({ errors: { chosen: ['Choose at least one person to invite'] }, cards: [] }, { status: 422 })
	const approved = await approveInvitations(context, membership, chosen)
	if ('refused' in approved) return data({ errors: { '': [refusals[approved.refused]] }, cards: [] }, { status: 403 })
	const invited = approved.invited.map(({ invitation: { name, email }, code }) => ({ name, email, code }))
	const cards = await sendInvitations(context, membership, partnership, invited)
	if (cards.length > 0) return data({ errors: {}, cards })
	return redirectSaying(context, `${base}/invitations`, saidOf(invited.length, approved.passedOver.length))
}

function saidOf(invited: number, passedOver: number) {
	const people = invited === 1 ? '1 person is invited.' : `${invited} people are invited.`
	if (passedOver === 0) return people
	return `${people} ${passedOver} taken off the list: a member already, or their group or voice is gone.`
}

export default function InvitationsPage() {
	const { base, waiting, open } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	if (answer && answer.cards.length > 0)
		return (
			<PrintedCards
				title="Invitations to print"
				back={`${base}/invitations`}
				backTo="Invitations"
				cards={answer.cards}
			/>
		)
	return (
		<>
			<BackLink href={base}>People</BackLink>
			<ErrorSummary errors={answer?.errors} />
			<h1 className="govuk-heading-xl">Invitations</h1>
			<VisibleTo>Only facilitators can see this page.</VisibleTo>
			{waiting.length > 0 && <WaitingInvitations waiting={waiting} errors={answer?.errors.chosen} base={base} />}
			<OpenInvitations open={open} base={base} />
		</>
	)
}
