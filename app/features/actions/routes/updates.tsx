import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayReportOnAction } from '~/domain/access/policies.ts'
import { actionStatuses } from '~/domain/actions/action.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { allow, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { DateInput } from '~/ui/DateInput.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { findGroup } from '../../../../db/queries/groups.ts'
import { typedDay } from '../day-field.ts'
import { findReadableAction } from '../find-readable-action.server.ts'
import { dueWords } from '../present-action.ts'
import { reportForm, reportRefusals } from '../report-form.ts'
import { reportOnAction } from '../report-on-action.server.ts'
import { seenBy } from '../seen-by.ts'
import { capital, statusWords } from '../status-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Report on ${data?.reference} – Actions – ${data?.name}` },
]

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitAsMember(args)
	const { action, document } = await findReadableAction(args, here)
	allow(mayReportOnAction(here.membership, action), here, args.request)
	const group = document.groupId ? await findGroup(args.context.db.read, here.place, document.groupId) : null
	return {
		page: `/p/${here.partnership.slug}/actions/${action.id}`,
		name: here.partnership.name,
		id: newId(),
		title: action.title,
		reference: action.reference,
		due: dueWords(action),
		wentBackwards: action.status === 'went-backwards',
		seenBy: seenBy(document.visibility, here.partnership, group?.name),
	}
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitAsMember(args)
	const { membership, partnership } = here
	const { action } = await findReadableAction(args, here)
	allow(mayReportOnAction(membership, action), here, args.request)
	const { value, form } = await readForm(args.request, reportForm)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { words: value.words }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const reported = await reportOnAction(args.context.db, membership, action.id, value)
	if (reported.refused) {
		const { status, field, words } = reportRefusals[reported.refused]
		const kept = reported.refused === 'sent-already' ? anew(form) : form
		return data({ form: refuse(kept, words, field) }, { status })
	}
	return redirectSaying(
		args.context,
		`/p/${partnership.slug}/actions/${action.id}`,
		'Your report is saved. It stays as you wrote it.',
	)
}

export default function ReportPage() {
	const { page, id, title, reference, due, wentBackwards, seenBy: seen } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const errors = form?.errors ?? {}
	const typed = (name: string) => form?.values[name]?.toString()
	return (
		<>
			<BackLink href={page}>Back to the action</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Report on {reference}</h1>
			<VisibleTo>{seen} What you report stays as you wrote it.</VisibleTo>
			<p className="govuk-body">
				{title}. {due}
			</p>
			<form method="post">
				<input type="hidden" name="id" value={typed('id') ?? id} />
				<Radios
					name="status"
					legend="How does it stand?"
					hint={
						wentBackwards
							? 'It was said to be worse than before. Lists go on saying so until it is on track again, done or stopped.'
							: undefined
					}
					errors={errors.status}
					defaultValue={typed('status')}
					items={actionStatuses.map((value) => ({ value, text: capital(statusWords[value]) }))}
				/>
				<TextArea
					name="words"
					label="What has been done, what has not, and why"
					hint="Write it as you would tell a neighbour. Say what comes next."
					errors={errors.words}
					defaultValue={typed('words')}
				/>
				<DateInput
					name="dueOn"
					legend="A new due date, if it has moved"
					legendSize="s"
					hint="Leave this empty if the date stands. For example, 27 3 2027."
					errors={errors.dueOn}
					defaultValue={typedDay(form?.values ?? {}, 'dueOn')}
				/>
				<NhsNumberChoice form={form} />
				<Button>Save this report</Button>
			</form>
		</>
	)
}
