import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { NhsNumberChoice } from '../components/NhsNumberChoice.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { reasonSchema } from '../form-fields.ts'
import { warnOfNhsNumber } from '../nhs-warning.ts'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { stopDocument } from '../stop-document.server.ts'
import { visitAsRunner } from '../visit-document.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, document, address, seenBy } = await visitAsRunner(args)
	return { place: partnership.name, document, address, seenBy }
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsRunner(args)
	const { value, form } = await readForm(args.request, reasonSchema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const stopping = await stopDocument(args.context.db, membership, document.id, value.reason)
	if ('refused' in stopping) return data({ form: refuse(form, refusals[stopping.refused], 'reason') }, { status: 409 })
	await args.context.live.recheck()
	return await redirectSaying(args.context, address, 'This work is stopped. Its words stay readable, with your reason.')
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Stop – ${data.document.title}`, data?.place)

export default function StopDocument() {
	const { document, address, seenBy } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Stop this work
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} />
			<p className="govuk-body">
				Nobody can write here after this, and it cannot be undone. The words stay readable with your reason beside them,
				for everyone who can read the document.
			</p>
			<form method="post">
				<TextArea
					name="reason"
					label="Why does it stop?"
					labelSize="m"
					hint="Say what happened and what people can do instead."
					errors={form?.errors.reason}
					defaultValue={form?.values.reason as string | undefined}
				/>
				<NhsNumberChoice form={form} />
				<Button kind="warning">Stop this work</Button>
			</form>
		</>
	)
}
