import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { Button } from '~/ui/Button.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { pageTitle } from '../../decisions/page-title.ts'
import { setDispensation } from '../change-interest.server.ts'
import { InterestHead } from '../components/InterestHead.tsx'
import { dispensationSchema } from '../room-forms.ts'
import { changeInterestRefusals } from '../room-refusals.ts'
import { visitInterest } from '../visit-interest.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Allow somebody to take part in spite of an interest', data?.title, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	return (await visitInterest(args)).shown
}

export async function action(args: ActionFunctionArgs) {
	const { meeting, interest, membership, address } = await visitInterest(args)
	const { value, form } = await readForm(args.request, dispensationSchema)
	if (!value) return data({ form }, { status: 422 })
	const { dispensation } = value
	const warning = warnOfNhsNumber(form, { dispensation }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const asked = { meetingId: meeting.id, interestId: interest.id, dispensation }
	const setting = await setDispensation(args.context.db, membership, asked)
	if ('refused' in setting)
		return data({ form: refuse(form, changeInterestRefusals[setting.refused]) }, { status: 409 })
	const said = dispensation
		? 'They are allowed to take part. By whom and why stands beside the item.'
		: 'They are not allowed to take part in this item.'
	return redirectSaying(args.context, `${address}/room`, said)
}

export default function DispensationPage() {
	const page = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const typed = form?.values.dispensation
	return (
		<>
			<InterestHead page={page} heading="Allow them to take part all the same" errors={form?.errors} />
			{!page.closed && (
				<form method="post" noValidate>
					<TextArea
						name="dispensation"
						label="Who allowed it, and why?"
						hint="For example: the monitoring officer, because too few would be left to decide. Leave this empty if nobody did."
						rows={3}
						optional
						errors={form?.errors.dispensation}
						defaultValue={typeof typed === 'string' ? typed : page.dispensation}
					/>
					<NhsNumberChoice form={form} />
					<Button>Save who allowed it</Button>
				</form>
			)}
		</>
	)
}
