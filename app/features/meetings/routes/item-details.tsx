import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { judgeChangingItem } from '~/domain/meetings/agenda.ts'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { changeItemDetails, detailsBase } from '../change-item-details.server.ts'
import { PurposeAndPresenterFields } from '../components/PurposeAndPresenterFields.tsx'
import { itemDetailsForm } from '../meeting-forms.ts'
import { meetingName, purposeWords } from '../meeting-words.ts'
import { agendaRefusals } from '../refusals.ts'
import { visitItemAsClerk } from '../visit-item.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Change purpose or presenter', data && meetingName(data.meeting), 'Meetings', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { meeting, item, address, partnership } = await visitItemAsClerk(args)
	const { title, purpose, presenter, paper } = item
	const judged = judgeChangingItem(meeting, item, item, new Date())
	return {
		address,
		name: partnership.name,
		item: { title, purpose, presenter, hasPaper: paper !== null },
		base: detailsBase(item),
		refused: judged === 'ok' ? null : agendaRefusals[judged][0],
		meeting: { body: meeting.body.name, startsAt: meeting.startsAt },
	}
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, item, address } = await visitItemAsClerk(args)
	const { value, form } = await readForm(args.request, itemDetailsForm)
	if (!value) return data<Answer>({ form }, { status: 422 })
	const { sure, ...asked } = value
	const warning = warnOfNhsNumber(form, { presenter: value.presenter }, sure)
	if (warning) return data<Answer>({ form: warning }, { status: 422 })
	const here = { meetingId: meeting.id, itemId: item.id }
	const changing = await changeItemDetails(args.context.db, membership, { ...asked, ...here })
	if ('refused' in changing) {
		const [words, status] = agendaRefusals[changing.refused]
		const field = changing.refused === 'needs-paper' ? 'purpose' : ''
		return data<Answer>({ form: refuse(form, words, field) }, { status })
	}
	return redirectSaying(args.context, `${address}/items`, `“${item.title}” is changed.`)
}

interface Answer {
	form: FormState
}

export default function ItemDetailsPage() {
	const { address, item, base, refused, meeting } = useLoaderData<typeof loader>()
	const form = useActionData<Answer>()?.form
	const typed = (name: string) => form?.values[name]?.toString()
	return (
		<>
			<BackLink href={`${address}/items`}>Back to the agenda you work on</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{meetingName(meeting)}</span>
			<h1 className="govuk-heading-l">What “{item.title}” is for, and who presents it</h1>
			{refused ? (
				<InsetText>{refused}</InsetText>
			) : (
				<>
					{form && (
						<InsetText>
							<p className="as-typed">
								It stands now: {purposeWords[item.purpose]}.{item.presenter && ` Presented by ${item.presenter}.`}
							</p>
						</InsetText>
					)}
					<form method="post" noValidate>
						<input type="hidden" name="base" value={base} />
						<PurposeAndPresenterFields
							errors={form?.errors ?? {}}
							purpose={typed('purpose') ?? item.purpose}
							presenter={typed('presenter') ?? item.presenter}
							hasPaper={item.hasPaper}
						/>
						<NhsNumberChoice form={form} />
						<Button>Save this</Button>
					</form>
				</>
			)}
		</>
	)
}
