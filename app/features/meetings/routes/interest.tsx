import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasSeat, mayMinute } from '~/domain/access/policies.ts'
import { closedToInterests, declareRefusal } from '~/domain/meetings/interests.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ButtonGroup } from '~/ui/ButtonGroup.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { Select } from '~/ui/Select.tsx'
import { SummaryList } from '~/ui/SummaryList.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { Carried } from '../../decisions/components/Carried.tsx'
import { pageTitle } from '../../decisions/page-title.ts'
import { declareInterest } from '../declare-interest.server.ts'
import { findRoom } from '../find-room.server.ts'
import { interestSchema } from '../room-forms.ts'
import { declareRefusals } from '../room-refusals.ts'
import { interestReaders, interestRule, ownInterest } from '../room-words.ts'
import { visitItem } from '../visit-item.server.ts'
import type { MeetingMemberVisit } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Declare an interest', data?.title, data?.body, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { meeting, item, membership, partnership, place, base, address, isClerk } = await visitToDeclare(args)
	const { body, interests } = await findRoom(args.context.db.read, place, meeting)
	const { memberId } = membership
	const own = interests.find((one) => one.itemId === item.id && one.memberId === memberId && one.withdrawnAt === null)
	const closed = closedToInterests(meeting, item, new Date())
	return {
		id: newId(),
		base,
		address,
		groupId: meeting.groupId,
		name: partnership.name,
		body: meeting.body.name,
		title: item.title,
		isPrivateDecision: item.privateReason !== null && item.purpose === 'decide',
		readers: interestReaders(item, meeting.body, partnership),
		/** Who takes the minutes, if anybody was named. */
		clerk: body.seats.find((seat) => seat.memberId === meeting.clerkId || (!meeting.clerkId && seat.office === 'clerk'))
			?.name,
		closed: closed && declareRefusals[closed],
		own: own ? { interest: own.interest, dispensation: own.dispensation } : null,
		/** Those who run the meeting write it down for any seat. */
		members: isClerk ? body.seats.map(({ memberId, name }) => ({ value: memberId, text: name })) : null,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { meeting, item, membership, place, address, isClerk } = await visitToDeclare(args)
	const { value, form } = await readForm(args.request, interestSchema)
	if (form.values.step === 'change') return data<Answer>({ form: { ...form, errors: {} } })
	if (!value) return data<Answer>({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { interest: value.interest }, value.sure)
	if (warning) return data<Answer>({ form: warning }, { status: 422 })
	const { id, interest, step } = value
	const memberId = isClerk ? (value.member ?? '') : membership.memberId
	const refuseWith = (refused: keyof typeof declareRefusals) => {
		const kept = refused === 'sent-before' ? anew(form) : form
		return data<Answer>({ form: refuse(kept, declareRefusals[refused], fieldOf(refused, isClerk)) }, { status: 409 })
	}
	const { db } = args.context
	if (step !== 'declare') {
		const { body, interests } = await findRoom(db.read, place, meeting)
		const said = { sitting: body.seats, standing: interests.filter(({ itemId }) => itemId === item.id) }
		const refused = declareRefusal({ meeting, item }, { memberId, interest }, said, new Date())
		if (refused) return refuseWith(refused)
		const whose = body.seats.find((seat) => seat.memberId === memberId)?.name ?? ''
		return data<Answer>({ form, look: { whose, interest } })
	}
	const asked = { id, itemId: item.id, memberId, interest }
	const declaring = await declareInterest(db, membership, meeting.id, asked)
	if ('refused' in declaring) return refuseWith(declaring.refused)
	return memberId === membership.memberId
		? redirectSaying(args.context, `${address}/items/${item.id}/interest`, 'Your interest is declared.')
		: redirectSaying(args.context, `${address}/room`, 'The interest is written down.')
}

interface Answer {
	form: FormState
	/** What would be declared: nobody reads it yet. */
	look?: { whose: string; interest: string }
}

function fieldOf(refused: string, isClerk: boolean): string {
	if (refused === 'interest-missing') return 'interest'
	return isClerk && (refused === 'no-seat' || refused === 'declared-already') ? 'member' : ''
}

/** Whoever has a seat there now, and those who run the meeting. */
async function visitToDeclare(args: Args) {
	const here = await visitItem(args)
	const { membership, meeting } = here
	const isClerk = mayMinute(membership, meeting.body)
	allow(isClerk || (membership !== null && hasSeat(membership, meeting.groupId)), here, args.request)
	return { ...(here as typeof here & MeetingMemberVisit), isClerk }
}

export default function InterestPage() {
	const { id, base, address, groupId, title, body, readers, clerk, isPrivateDecision, closed, own, members } =
		useLoaderData<typeof loader>()
	const { form, look } = useActionData<Answer>() ?? {}
	const text = (name: string) => {
		const value = form?.values[name]
		return typeof value === 'string' ? value : undefined
	}
	return (
		<>
			<BackLink href={members ? `${address}/room` : address}>
				{members ? 'Back to the meeting' : 'Back to the agenda'}
			</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l as-typed">
				{body}: {title}
			</span>
			<h1 className="govuk-heading-l">{headingOf(members !== null, look !== undefined)}</h1>
			<VisibleTo>
				{readers}
				{isPrivateDecision &&
					' The minute of what is decided is read by whoever can read the paper. It says who had an interest, and of what kind in the words of the clerk, not in these.'}
			</VisibleTo>
			{own && (
				<InsetText>
					<p>
						<strong>
							{own.dispensation
								? 'You declared an interest in this item. You were allowed to take part all the same.'
								: ownInterest}
						</strong>
					</p>
					<p className="as-typed">{own.interest}</p>
					{own.dispensation && <p className="as-typed">Who allowed it, and why: {own.dispensation}</p>}
				</InsetText>
			)}
			{!members && !closed && (
				<p className="govuk-body">
					{own ? 'If this is wrong' : 'If you make a mistake'}, tell{' '}
					{clerk ? `${clerk}, the clerk` : 'the body’s chair or clerk'}, who can withdraw it with a reason.
				</p>
			)}
			{closed && <p className="govuk-body">{closed}</p>}
			{(closed || (own && !members)) && text('interest') && (
				<p className="govuk-body as-typed">What you typed now, not saved: {text('interest')}</p>
			)}
			{!closed && members?.length === 0 && (
				<EmptyState title="Nobody had a seat in this body on the day of the meeting.">
					<a href={`${base}/people/groups/${groupId}`}>Give its members their seats</a>, then come back.
				</EmptyState>
			)}
			{!closed && look && form && <LookOver look={look} form={form} isClerk={members !== null} />}
			{!closed && !look && (members ? members.length > 0 : !own) && (
				<form method="post" noValidate>
					<input type="hidden" name="id" value={text('id') ?? id} />
					<p className="govuk-body">{interestRule}</p>
					{members && (
						<Select
							name="member"
							label="Whose interest is it?"
							errors={form?.errors.member}
							defaultValue={text('member')}
							items={[{ value: '', text: 'Choose a person' }, ...members]}
						/>
					)}
					<TextArea
						name="interest"
						label={members ? 'What is the interest?' : 'What is your interest in this item?'}
						hint="For example: I rent a room in the building this is about."
						rows={3}
						errors={form?.errors.interest}
						defaultValue={text('interest')}
					/>
					<NhsNumberChoice form={form} />
					<p className="govuk-body">You see it once more before anybody else reads it.</p>
					<Button name="step" value="look">
						Look it over
					</Button>
				</form>
			)}
		</>
	)
}

function headingOf(isClerk: boolean, isLook: boolean): string {
	if (isLook) return 'Look it over before others read it'
	return isClerk ? 'Write down an interest' : 'Declare an interest'
}

/** The last look: above it stands who will read it. */
function LookOver({ look, form, isClerk }: { look: NonNullable<Answer['look']>; form: FormState; isClerk: boolean }) {
	return (
		<form method="post" noValidate>
			<Carried form={form} />
			<SummaryList
				rows={[
					{ key: 'Whose interest it is', value: look.whose },
					{ key: 'What the interest is', value: <span className="as-typed">{look.interest}</span> },
					{ key: 'What it means', value: interestRule },
				]}
			/>
			<WarningText>
				Nobody reads it yet. Once it is {isClerk ? 'written down' : 'declared'} it stays to be seen that there was one,
				also if it is withdrawn.
			</WarningText>
			<ButtonGroup>
				<Button name="step" value="declare">
					{isClerk ? 'Write down this interest' : 'Declare this interest'}
				</Button>
				<Button kind="secondary" name="step" value="change">
					Change the words
				</Button>
			</ButtonGroup>
		</form>
	)
}
