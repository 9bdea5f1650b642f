import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { redirectSaying } from '~/http/flash.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { checkInvitationsFile } from '../check-invitations-file.server.ts'
import { BadRows } from '../components/BadRows.tsx'
import { FileInput } from '../components/FileInput.tsx'
import { keepInvitationsWaiting } from '../keep-invitations-waiting.server.ts'
import type { FileRefusal } from '../read-invitations-file.server.ts'
import { refusals } from '../refusals.ts'
import { peopleTitle } from '../titles.ts'
import { visitAsFacilitator } from '../visit-people.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => peopleTitle(data?.partnership, 'Invite from a file')

const fileRefusals: Record<FileRefusal, string> = {
	empty: 'Choose a file with a first row of column names and at least one person',
	'too-large': 'The file is larger than 200 kB. Send it in parts',
	'too-many-rows': 'The file has more than 500 rows. Send it in parts',
	'no-name-column': 'The first row needs a column called name',
	unreadable: 'The file cannot be read as CSV. In your spreadsheet, save it as “CSV UTF-8”',
}

export async function loader(args: LoaderFunctionArgs) {
	const { partnership, base } = await visitAsFacilitator(args)
	return { partnership: partnership.name, base }
}

export async function action(args: ActionFunctionArgs) {
	const { context } = args
	const { membership, base } = await visitAsFacilitator(args)
	const file = (await args.request.formData()).get('file')
	const bytes = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
	const checked = await checkInvitationsFile(context.db.read, membership, bytes)
	if ('refused' in checked)
		return data({ errors: { file: [fileRefusals[checked.refused]] }, kept: 0, bad: [] }, { status: 422 })

	const { rows, bad } = checked
	const kept = await keepInvitationsWaiting(context, membership, rows)
	if (kept.refused) return data({ errors: { '': [refusals[kept.refused]] }, kept: 0, bad: [] }, { status: 403 })
	if (bad.length > 0) return data({ errors: {}, kept: rows.length, bad })
	return redirectSaying(context, `${base}/invitations`, 'The file is read. Nobody is invited before you say yes below.')
}

export default function InviteFromFilePage() {
	const { base } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>()
	return (
		<>
			<BackLink href={base}>People</BackLink>
			<ErrorSummary errors={answer?.errors} />
			<h1 className="govuk-heading-xl">Invite from a file</h1>
			{answer && answer.bad.length > 0 && <BadRows bad={answer.bad} kept={answer.kept} base={base} />}
			<p className="govuk-body">
				Save your list as a CSV file, with these names in the first row: <strong>name</strong>, <strong>email</strong>,{' '}
				<strong>voice</strong>, <strong>group</strong>. Only the name is needed. Up to 500 people and 200 kB.
			</p>
			<p className="govuk-body">Nobody is invited yet. On the next page you say yes to each.</p>
			<form method="post" encType="multipart/form-data">
				<FileInput name="file" label="The file" errors={answer?.errors.file} />
				<Button>Read the file</Button>
			</form>
		</>
	)
}
