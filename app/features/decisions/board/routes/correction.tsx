import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changes } from '~/domain/decisions/board/changes.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Details } from '~/ui/Details.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { listActionsOf } from '../../../../../db/queries/actions.ts'
import { nameMembers } from '../../../../../db/queries/board-decisions.ts'
import { findItemOfDecision } from '../../../../../db/queries/meetings.ts'
import { mendWords } from '../../../meetings/attendance-words.ts'
import { findAttendanceDifferences } from '../../../meetings/under-item.server.ts'
import { DecisionTitle } from '../../components/DecisionTitle.tsx'
import { kindWords } from '../../decision-words.ts'
import { pageTitle } from '../../page-title.ts'
import { presentDecision } from '../../present-decision.server.ts'
import { nameSpokenOf } from '../beside-entry.server.ts'
import type { BodyMember } from '../body-member.ts'
import { changeWords } from '../change-words.ts'
import { checkEntry, withAmendments, withNews, withRestPresent } from '../check-entry.ts'
import { CheckMinute } from '../components/CheckMinute.tsx'
import { EntryForm } from '../components/EntryForm.tsx'
import type { Field } from '../components/field.ts'
import { RulesFields } from '../components/RulesFields.tsx'
import { correctBoardDecision } from '../correct-board-decision.server.ts'
import { correctionSchema, dayIn, valuesOf } from '../entry-form.ts'
import { findSeatsToCorrect } from '../find-body.server.ts'
import { idsOf, namingIn, presentMinute, type ShownMinute } from '../present-minute.ts'
import { correctRefusals } from '../refusals.ts'
import { inMinute } from '../rules-form.ts'
import { visitMinuteAsClerk } from '../visit-board-decision.server.ts'

interface Answer {
	form: FormState
	/** Whose part it may say, for the day that the form gives. */
	members: BodyMember[]
	checked: { shown: ShownMinute; changes: string[]; outcomeBefore: string; actions: string[]; differs: string[] } | null
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Correct the minute', data?.decision.question, kindWords['board-decision'].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, place, group, membership, address, standing } = await visitMinuteAsClerk(args)
	const { minute, corrections, approvedAt } = standing
	const ids = [...new Set([...idsOf(minute), membership.memberId])]
	const names = await nameMembers(args.context.db.read, ids)
	const nameOf = namingIn(names)
	const members = await findSeatsToCorrect(args.context.db.read, place, group.id, minute, minute.heldOn)
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		isLocked: approvedAt !== null,
		id: newId(),
		base: corrections,
		first: {
			...Object.fromEntries(members.map(({ memberId }) => [`seats.${memberId}.part`, 'none'])),
			...valuesOf(minute),
		},
		rules: minute.rules,
		officers: ids.map((id) => ({ value: id, text: nameOf(id) })),
		members,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { decision, place, group, membership, address, standing } = await visitMinuteAsClerk(args)
	const { minute: before } = standing
	const { db } = args.context
	const { value, form } = await readForm(args.request, correctionSchema)
	const day = dayIn(form.values) ?? before.heldOn
	const members = await findSeatsToCorrect(db.read, place, group.id, before, day)
	const answer = { form, members, checked: null }
	const refuseWith = (refused: keyof typeof correctRefusals, status = 409) =>
		data<Answer>(
			{
				...answer,
				form: refuse(
					// Having read of the other correction, they may send theirs on top of it.
					refused === 'corrected-meanwhile' ? withBase(form, standing.corrections) : form,
					correctRefusals[refused],
					refused === 'reason-missing' ? 'reason' : '',
				),
			},
			{ status },
		)
	if (value?.step === 'change') return data<Answer>(answer)
	if (value?.step === 'day' || value?.step === 'quorum') return data<Answer>(withNews(answer))
	if (value?.step === 'rest-present') return data<Answer>({ ...answer, form: withRestPresent(form, answer.members) })
	if (value?.step === 'add-amendment' || value?.step === 'drop-amendment')
		return data<Answer>({ ...answer, form: withAmendments(form, value.step) })
	const ids = [...idsOf(before), ...members.map(({ memberId }) => memberId), membership.memberId]
	const names = await nameMembers(db.read, ids)
	const nameOf = namingIn(names)
	const checked = checkEntry(
		form,
		{
			seats: members,
			rules: before.rules,
			me: membership.memberId,
			officerIds: ids,
			isCorrection: true,
			before: valuesOf(before),
			names: await nameSpokenOf(db.read, place, form),
		},
		value?.sure,
		new Date(),
	)
	if ('mend' in checked) return data<Answer>({ ...answer, form: checked.mend }, { status: 422 })
	if (!value) throw new Error('a form with nothing to mend was not read')
	const changed = changes(before, checked.minute)
	if (changed.length === 0) return refuseWith('nothing-changed')
	if (value.step !== 'save') {
		const shown = presentMinute(checked.minute, await nameMembers(db.read, idsOf(checked.minute)))
		const outcomeBefore = presentMinute(before, names).outcomeSaid
		const agreed = await listActionsOf(db.read, place, decision.id)
		const actions = agreed.map(({ reference, title }) => `${reference}, ${title}`)
		const under = await findItemOfDecision(db.read, place, decision.id)
		const differences = under
			? await findAttendanceDifferences(db.read, place, under.item.id, checked.minute.seats)
			: []
		const differs = differences.map(({ differs, memberId }) => mendWords[differs](nameOf(memberId)))
		return data<Answer>({
			...answer,
			checked: {
				shown,
				differs,
				outcomeBefore,
				actions,
				changes: changed.map((change) => changeWords(change, nameOf)),
			},
		})
	}
	const { id, base, reason } = value
	const correction = { id, base, reason, entry: checked.entry }
	const correcting = await correctBoardDecision(db, membership, decision.id, correction)
	if ('refused' in correcting) {
		if (correcting.refused === 'not-so') throw new Error('checked as it can be, refused as it cannot')
		return refuseWith(correcting.refused as keyof typeof correctRefusals)
	}
	return redirectSaying(args.context, address, 'The minute is corrected. What it said before stays on this page.')
}

function withBase(form: FormState, base: number): FormState {
	return { ...form, values: { ...form.values, base: String(base) } }
}

export default function CorrectionPage() {
	const { address, decision, isLocked, base, ...facts } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const checked = answer?.checked
	const typed = (name: string) => {
		const value = answer?.form.values[name]
		return typeof value === 'string' ? value : undefined
	}
	const values: Record<string, string | string[]> = answer?.form.values ?? facts.first
	const ofRules: Field = (name) => {
		const value = values[name]
		return { name, errors: answer?.form.errors[name], defaultValue: typeof value === 'string' ? value : undefined }
	}
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={answer?.form.errors} />
			<DecisionTitle decision={decision}>
				{checked ? 'Check the correction before you save' : 'Correct the minute'}
			</DecisionTitle>
			{isLocked && (
				<p className="govuk-body">
					{correctRefusals.approved} <a href={address}>See this decision</a>
				</p>
			)}
			{!isLocked && checked && answer && (
				<CheckMinute shown={checked.shown} form={answer.form} button="Save this correction">
					{checked.differs.length > 0 && (
						<WarningText>
							This does not fit who was there at the meeting, and its minutes say so until it does. Mend it here or on
							the page of the meeting. {checked.differs.map((words) => `${words}.`).join(' ')}
						</WarningText>
					)}
					<h2 className="govuk-heading-m">What changes</h2>
					{checked.outcomeBefore !== checked.shown.outcomeSaid && (
						<p className="govuk-body">
							<strong>
								The outcome was “{checked.outcomeBefore}” and becomes “{checked.shown.outcomeSaid}”
							</strong>
						</p>
					)}
					{checked.outcomeBefore !== checked.shown.outcomeSaid && checked.actions.length > 0 && (
						<WarningText>
							Actions were agreed on the ground of this decision: {checked.actions.join('; ')}. They stay as they are,
							and the decision’s page will say that its outcome was corrected after. Tell the people who do them.
						</WarningText>
					)}
					<ul className="govuk-list govuk-list--bullet">
						{checked.changes.map((change) => (
							<li key={change} className="as-typed">
								{change}
							</li>
						))}
					</ul>
					<p className="govuk-body as-typed">The reason: {typed('reason')}</p>
				</CheckMinute>
			)}
			{!isLocked && !checked && (
				<>
					<p className="govuk-body">
						Change what was entered wrongly. What it says now stays on the decision’s page, with your reason beside it.
					</p>
					<EntryForm {...facts} members={answer?.members ?? facts.members} form={answer?.form} asksRights>
						{/* Open once the form has come back: what was changed here stays in sight. */}
						<Details summary="The body’s rules at that meeting" open={answer !== undefined}>
							<p className="govuk-body">
								Change these only if they were written down wrongly. The rules for other meetings stay as they are.
							</p>
							<RulesFields field={ofRules} prefix={inMinute} />
						</Details>
						<input type="hidden" name="base" value={typed('base') ?? base} />
						<TextArea
							name="reason"
							label="Why is it corrected?"
							labelSize="m"
							hint="Everyone who can see this decision will read it."
							rows={3}
							errors={answer?.form.errors.reason}
							defaultValue={typed('reason')}
						/>
					</EntryForm>
				</>
			)}
		</>
	)
}
