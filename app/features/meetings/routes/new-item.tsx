import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { holdsOffice } from '~/domain/access/policies.ts'
import { isLate } from '~/domain/meetings/agenda.ts'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, notFound } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { addAgendaItem } from '../add-item.server.ts'
import { PaperCheck } from '../components/AgendaItem.tsx'
import { OnAgenda } from '../components/OnAgenda.tsx'
import { PurposeAndPresenterFields } from '../components/PurposeAndPresenterFields.tsx'
import { listReadyItems } from '../list-ready-items.server.ts'
import { itemForm } from '../meeting-forms.ts'
import { askChairReason, meetingName, narrowPaperWords } from '../meeting-words.ts'
import { presentMeeting } from '../read-agenda.server.ts'
import { agendaRefusals } from '../refusals.ts'
import { visitMeetingAsClerk } from '../visit-meeting.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Add an item', data && meetingName(data.meeting), 'Meetings', data?.name])

/** The paper that the address names, if this body may have it on its agenda. */
async function visitToAdd(args: Args) {
	const here = await visitMeetingAsClerk(args)
	const versionId = new URL(args.request.url).searchParams.get('version')
	const ready = versionId ? await listReadyItems(args.context.db.read, here.membership, here.meeting.body) : []
	const chosen = ready.find(({ paper }) => paper.versionId === versionId)
	if (versionId && !chosen) throw notFound()
	return { ...here, chosen: chosen ?? null }
}

export async function loader(args: LoaderFunctionArgs) {
	const { membership, meeting, base, address, partnership, chosen } = await visitToAdd(args)
	const now = new Date()
	return {
		id: newId(),
		base,
		address,
		name: partnership.name,
		meeting: presentMeeting(meeting, now),
		isLate: isLate(meeting, now),
		asked: askChairReason('for adding it now', holdsOffice(membership, meeting.groupId, 'chair')),
		paper: chosen && {
			title: chosen.paper.title,
			number: chosen.paper.number,
			missing: chosen.missing,
			onAgendas: chosen.onAgendas,
			narrow: narrowPaperWords(chosen.paper, meeting.body, partnership),
		},
	}
}

export async function action(args: ActionFunctionArgs) {
	const { membership, meeting, address, chosen } = await visitToAdd(args)
	const { value, form } = await readForm(args.request, itemForm)
	if (!value) return data({ form }, { status: 422 })
	const { sure, ...item } = value
	const { title, presenter, privateReason, lateReason } = item
	const warning = warnOfNhsNumber(form, { title, presenter, privateReason, lateReason }, sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const asked = { ...item, versionId: chosen?.paper.versionId ?? null }
	const added = await addAgendaItem(args.context.db, membership, meeting.id, asked)
	if ('refused' in added) {
		const [words, status] = agendaRefusals[added.refused]
		const kept = added.refused === 'added-already' ? anew(form) : form
		return data({ form: refuse(kept, words, fieldOf(added.refused)) }, { status })
	}
	return redirectSaying(args.context, `${address}/items`, `“${added.item.title}” is on the agenda.`)
}

function fieldOf(refused: string): string {
	if (refused === 'needs-paper') return 'purpose'
	return refused === 'late-reason-missing' ? 'lateReason' : ''
}

export default function NewItemPage() {
	const { id, base, address, meeting, isLate, asked, paper } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const errors = form?.errors ?? {}
	const typed = (name: string) => form?.values[name]?.toString()
	return (
		<>
			<BackLink href={`${address}/items`}>Back to the agenda you work on</BackLink>
			<ErrorSummary errors={form?.errors} />
			<span className="govuk-caption-l">{meetingName(meeting)}</span>
			<h1 className="govuk-heading-l">{paper ? 'Put a paper on the agenda' : 'Add an item without a paper'}</h1>
			{paper && (
				<>
					<p className="govuk-body">
						The paper: version {paper.number} of “{paper.title}”.
					</p>
					<PaperCheck missing={paper.missing} />
					<OnAgenda items={paper.onAgendas} base={base} saysVersion />
					{paper.narrow && <p className="govuk-body">{paper.narrow}</p>}
				</>
			)}
			<form method="post" noValidate>
				<input type="hidden" name="id" value={typed('id') ?? id} />
				<TextInput
					name="title"
					label="What the item is"
					hint="In a few everyday words."
					errors={errors.title}
					defaultValue={typed('title') ?? paper?.title}
				/>
				<PurposeAndPresenterFields
					errors={errors}
					purpose={typed('purpose') ?? (paper ? 'decide' : undefined)}
					presenter={typed('presenter')}
					hasPaper={paper !== null}
				/>
				<TextArea
					name="privateReason"
					label="If it cannot be public, why not?"
					hint="Then it goes into part B, for the body and those who run it. Everyone reads this reason after “is not public, because”, and nothing else of the item."
					rows={2}
					optional
					errors={errors.privateReason}
					defaultValue={typed('privateReason')}
				/>
				{(isLate || errors.lateReason) && (
					<TextArea
						name="lateReason"
						label={asked.label}
						hint={`The agenda is published, and fewer than five clear working days are left. Everyone reads it beside the item. ${asked.hint}`}
						rows={2}
						errors={errors.lateReason}
						defaultValue={typed('lateReason')}
					/>
				)}
				<NhsNumberChoice form={form} />
				<Button>Put it on the agenda</Button>
			</form>
		</>
	)
}
