import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { ApprovalDay } from '~/domain/meetings/approval-day.ts'
import { typedDay } from '~/features/actions/day-field.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { longDate } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { ApprovalCheck, Elsewhere } from '../../../meetings/components/ApprovalCheck.tsx'
import { DecisionTitle } from '../../components/DecisionTitle.tsx'
import { kindWords } from '../../decision-words.ts'
import { pageTitle } from '../../page-title.ts'
import { presentDecision } from '../../present-decision.server.ts'
import { approveBoardDecision } from '../approve-board-decision.server.ts'
import { approvalSchema } from '../entry-form.ts'
import { approveRefusals } from '../refusals.ts'
import { visitMinuteToApprove } from '../visit-board-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Approve the minute', data?.decision.question, kindWords['board-decision'].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address, standing } = await visitMinuteToApprove(args)
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		heldOn: standing.minute.heldOn,
		base: standing.corrections,
		approvedOn: standing.approvedOn,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitMinuteToApprove(args)
	const { value, form } = await readForm(args.request, approvalSchema)
	if (!value) return data({ form }, { status: 422 })
	const approving = await approveBoardDecision(args.context.db, membership, decision.id, value)
	if ('refused' in approving) {
		const refused = approving.refused as keyof typeof approveRefusals
		if (refused === 'not-checked') return data({ form, check: value })
		const field = refused.startsWith('day-') ? 'day' : ''
		return data({ form: refuse(form, approveRefusals[refused], field) }, { status: 409 })
	}
	return redirectSaying(args.context, address, 'The minute is approved and locked.')
}

interface Answered {
	form: FormState
	/** What would be locked: they are asked once more. */
	check?: ApprovalDay & { base: number }
}

export default function ApprovalPage() {
	const { address, decision, heldOn, base, approvedOn } = useLoaderData<typeof loader>()
	const { form, check } = useActionData<Answered>() ?? {}
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>The minute was approved</DecisionTitle>
			{approvedOn ? (
				<p className="govuk-body">
					It was approved at the meeting on {longDate(approvedOn)} and is locked.{' '}
					<a href={address}>See this decision</a>
				</p>
			) : check ? (
				<ApprovalCheck
					what={`The minute of ${longDate(heldOn)}`}
					button="Approve and lock the minute"
					again={`${address}/approval`}
					sent={{ base: String(check.base) }}
					{...check}
				/>
			) : (
				<form method="post" noValidate>
					<p className="govuk-body">
						The decision was taken on {longDate(heldOn)}.{' '}
						<a href={`${address}/board-minute`}>Read the minute as it stands</a> before you go on.
					</p>
					<WarningText>Once it is approved the minute is locked. Nobody can correct it any more.</WarningText>
					<input type="hidden" name="base" value={base} />
					<DateInput
						name="day"
						legend="At which later meeting was it approved?"
						hint="The day of that meeting, for example 12 9 2026."
						errors={form?.errors.day}
						defaultValue={form && typedDay(form.values, 'day')}
					/>
					{form && <Elsewhere form={form} />}
					<Button>Continue</Button>
				</form>
			)}
		</>
	)
}
