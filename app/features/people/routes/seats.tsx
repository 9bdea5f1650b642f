import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listMembers } from '~/../db/queries/members.ts'
import { fieldsOf } from '~/features/account/fields-of.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { changeSeat } from '../change-seat.server.ts'
import { giveSeat } from '../give-seat.server.ts'
import { seatForm } from '../people-form.ts'
import { refusals } from '../refusals.ts'
import { takeSeatAway } from '../take-seat-away.server.ts'
import { peopleTitle } from '../titles.ts'
import { visitGroup, visitToRunGroup } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	peopleTitle(data?.partnership, `Seats of ${data?.group ?? ''}`)

/** Gives a seat, or with `?member=` changes the one that member holds. */
export async function loader(args: LoaderFunctionArgs) {
	const { partnership, place, group, seats, base } = await visitToRunGroup(args)
	const asked = new URL(args.request.url).searchParams.get('member')
	const members = await listMembers(args.context.db.read, place)
	return {
		partnership: partnership.name,
		back: `${base}/groups/${group.id}`,
		group: group.name,
		held: seats.find(({ memberId }) => memberId === asked) ?? null,
		free: members
			.filter(({ id }) => !seats.some(({ memberId }) => memberId === id))
			.map(({ id, name, voice }) => ({ value: id, text: `${name}, ${voice.toLowerCase()}` })),
	}
}

export async function action(args: ActionFunctionArgs) {
	const step = (await args.request.clone().formData()).get('step')
	return step === 'take-away' ? takeAway(args) : settle(args)
}

async function takeAway(args: ActionFunctionArgs) {
	const { membership, group, base } = await visitGroup(args)
	const memberId = String((await args.request.formData()).get('memberId') ?? '')
	const taken = await takeSeatAway(args.context.db, membership, { groupId: group.id, memberId })
	if (taken.refused) {
		const form: FormState = { errors: { '': [refusals[taken.refused]] }, values: {} }
		return data({ form }, { status: taken.refused === 'not-allowed' ? 403 : 409 })
	}
	await args.context.live.recheck()
	const stays = group.kind !== 'circle' || memberId !== membership.memberId
	return redirectSaying(args.context, stays ? `${base}/groups/${group.id}` : base, 'The seat is taken away.')
}

async function settle(args: ActionFunctionArgs) {
	const { membership, group, seats, base } = await visitToRunGroup(args)
	const { value, form } = await readForm(args.request, seatForm)
	if (!value) return data({ form }, { status: 422 })
	const input = { groupId: group.id, memberId: value.memberId, votes: value.votes === 'yes', office: value.office }
	const holds = seats.some(({ memberId }) => memberId === value.memberId)
	const seated = await (holds ? changeSeat : giveSeat)(args.context.db, membership, input)
	if ('refused' in seated && seated.refused)
		return data({ form: refuse(form, refusals[seated.refused]) }, { status: 409 })
	await args.context.live.recheck()
	return redirectSaying(
		args.context,
		`${base}/groups/${group.id}`,
		holds ? 'The seat is changed.' : 'The seat is given.',
	)
}

export default function SeatsPage() {
	const { back, group, held, free } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const field = fieldsOf(form, { votes: held?.votes === false ? 'no' : 'yes', office: held?.office ?? 'none' })
	return (
		<>
			<BackLink href={back}>{group}</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">{held ? `The seat of ${held.name}` : `Give somebody a seat in ${group}`}</h1>
			{!held && free.length === 0 ? (
				<p className="govuk-body">Everybody who is a member has a seat here already. Invite somebody first.</p>
			) : (
				<form method="post" noValidate>
					{held ? (
						<input type="hidden" name="memberId" value={held.memberId} />
					) : (
						<Select {...field('memberId')} label="Who?" items={[{ value: '', text: 'Choose a person' }, ...free]} />
					)}
					<Radios
						{...field('votes')}
						legend="Do they vote?"
						inline
						items={[
							{ value: 'yes', text: 'Yes' },
							{ value: 'no', text: 'No' },
						]}
					/>
					<Radios
						{...field('office')}
						legend="Do they hold an office?"
						items={[
							{ value: 'none', text: 'No' },
							{ value: 'chair', text: 'Chair', hint: 'Runs the group: gives seats and opens votes.' },
							{ value: 'clerk', text: 'Clerk', hint: 'Does the same, and keeps its papers.' },
						]}
					/>
					<p className="govuk-body">The change goes into the record.</p>
					<ButtonGroup>
						<Button>{held ? 'Save the seat' : 'Give the seat'}</Button>
						{held && (
							<Button kind="warning" name="step" value="take-away">
								Take the seat away
							</Button>
						)}
					</ButtonGroup>
				</form>
			)}
		</>
	)
}
