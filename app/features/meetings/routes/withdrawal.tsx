import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { pageTitle } from '../../decisions/page-title.ts'
import { withdrawInterest } from '../change-interest.server.ts'
import { InterestHead } from '../components/InterestHead.tsx'
import { withdrawalSchema } from '../room-forms.ts'
import { changeInterestRefusals } from '../room-refusals.ts'
import { visitInterest } from '../visit-interest.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Withdraw an interest', data?.title, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	return (await visitInterest(args)).shown
}

export async function action(args: ActionFunctionArgs) {
	const { meeting, interest, membership, address } = await visitInterest(args)
	const { value, form } = await readForm(args.request, withdrawalSchema)
	if (!value) return data({ form }, { status: 422 })
	const { reason } = value
	const warning = warnOfNhsNumber(form, { reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const asked = { meetingId: meeting.id, interestId: interest.id, reason }
	const withdrawing = await withdrawInterest(args.context.db, membership, asked)
	if ('refused' in withdrawing)
		return data({ form: refuse(form, changeInterestRefusals[withdrawing.refused]) }, { status: 409 })
	return redirectSaying(
		args.context,
		`${address}/room`,
		'The interest is withdrawn. The reason stands beside the item.',
	)
}

export default function WithdrawalPage() {
	const page = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const typed = form?.values.reason
	return (
		<>
			<InterestHead page={page} heading="Withdraw this interest" errors={form?.errors} />
			{!page.closed && (
				<form method="post" noValidate>
					<p className="govuk-body">
						What it was is no longer shown. That one was written down and withdrawn, and why, stays in the minutes.
					</p>
					<TextArea
						name="reason"
						label="Why is it withdrawn?"
						rows={3}
						errors={form?.errors.reason}
						defaultValue={typeof typed === 'string' ? typed : undefined}
					/>
					<NhsNumberChoice form={form} />
					<Button>Withdraw this interest</Button>
				</form>
			)}
		</>
	)
}
