import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { mayFreezeDocument } from '~/domain/access/policies.ts'
import { shortFingerprint } from '~/domain/short-fingerprint.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { longMoment } from '~/ui/dates.ts'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Table } from '~/ui/Table.tsx'
import { listVersions } from '../../../../db/queries/versions.ts'
import { DocumentTitle } from '../components/DocumentTitle.tsx'
import { PowerAndMoneyInShort } from '../components/PowerAndMoney.tsx'
import { formId } from '../form-fields.ts'
import { freezeVersion } from '../freeze-version.server.ts'
import { pageTitle } from '../page-title.ts'
import { refusals } from '../refusals.ts'
import { visitAsWriter, visitDocument } from '../visit-document.server.ts'

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, document, membership, address, seenBy } = await visitDocument(args)
	const versions = await listVersions(args.context.db.read, place, document.id)
	return {
		id: newId(),
		place: partnership.name,
		document,
		address,
		seenBy,
		mayFreeze: mayFreezeDocument(membership, document),
		versions: versions.map(({ number, title, fingerprint, writers, frozenAt }) => ({
			number,
			title,
			fingerprint,
			writers,
			frozenAt,
		})),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { document, membership, address } = await visitAsWriter(args)
	const { value, form } = await readForm(args.request, z.object({ id: formId }))
	if (!value) return data({ form }, { status: 422 })
	const freezing = await freezeVersion(args.context, membership, document.id, value)
	if ('refused' in freezing)
		return data(
			{ form: refuse(form, refusals[freezing.refused]) },
			{ status: freezing.refused === 'not-allowed' ? 403 : 409 },
		)
	const { number } = freezing.version
	return await redirectSaying(
		args.context,
		`${address}/versions/${number}`,
		`Version ${number} is frozen. It will never change, and it can be read at this address for ever.`,
	)
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(data && `Versions – ${data.document.title}`, data?.place)

export default function Versions() {
	const { id, document, address, seenBy, mayFreeze, versions } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	return (
		<>
			<BackLink href={address}>Back to the document</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DocumentTitle document={document} seenBy={seenBy}>
				Versions
			</DocumentTitle>
			<PowerAndMoneyInShort terms={document.terms} change={mayFreeze ? `${address}/terms` : undefined} />
			{versions.length === 0 ? (
				<EmptyState title="No versions yet.">
					<p className="govuk-body">
						When somebody freezes one, its number, its day and its fingerprint appear here. A decision is always about
						one version.
					</p>
				</EmptyState>
			) : (
				<Table
					caption="Every version, newest first"
					head={[
						{ text: 'Version' },
						{ text: 'Frozen' },
						{ text: 'Writers', numeric: true },
						{ text: 'Fingerprint: a code made from its words' },
					]}
					rows={versions.map(({ number, fingerprint, writers, frozenAt }) => [
						<a key="version" href={`${address}/versions/${number}`}>
							Version {number}
						</a>,
						longMoment(frozenAt),
						writers,
						<code key="fingerprint">{shortFingerprint(fingerprint)}</code>,
					])}
				/>
			)}
			{mayFreeze && (
				<form method="post">
					<input type="hidden" name="id" value={id} />
					<h2 className="govuk-heading-m">Freeze a version</h2>
					<p className="govuk-body">
						This makes a numbered copy of the words as they stand now, with the need and the statement of power and
						money. Nobody can ever change it. People can go on writing.
					</p>
					<Button>Freeze a version now</Button>
				</form>
			)}
		</>
	)
}
