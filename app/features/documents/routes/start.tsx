import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { hasSeat, mayStartDocument } from '~/domain/access/policies.ts'
import type { StartRefusal } from '~/domain/documents/start.ts'
import { type TemplateId, templates } from '~/domain/documents/templates.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { Select } from '~/ui/Select.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { TextInput } from '~/ui/TextInput.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { listGroups } from '../../../../db/queries/groups.ts'
import { NhsNumberChoice } from '../components/NhsNumberChoice.tsx'
import { startSchema } from '../form-fields.ts'
import { warnOfNhsNumber } from '../nhs-warning.ts'
import { pageTitle } from '../page-title.ts'
import { startDocument } from '../start-document.server.ts'
import { visibilityChoices } from '../visibility-words.ts'

async function visitToStart(args: Args) {
	const here = await visitAsMember(args)
	allow(mayStartDocument(here.membership, here.place), here, args.request)
	return here
}

export async function loader(args: LoaderFunctionArgs) {
	const { place, partnership, membership } = await visitToStart(args)
	const groups = await listGroups(args.context.db.read, place)
	return {
		id: newId(),
		place: partnership.name,
		address: `/p/${partnership.slug}/documents`,
		groups: groups.filter((group) => hasSeat(membership, group.id)).map(({ id, name, kind }) => ({ id, name, kind })),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { partnership, membership } = await visitToStart(args)
	const { value, form } = await readForm(args.request, startSchema)
	if (!value) return data({ form }, { status: 422 })
	const { title, need, needSource, group } = value
	const warning = warnOfNhsNumber(form, { title, need, needSource }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })

	const started = await startDocument(args.context.db, membership, {
		...value,
		template: value.template as TemplateId,
		groupId: group ?? null,
	})
	if ('refused' in started) {
		const { field, words } = refusals[started.refused]
		return data({ form: refuse(form, words, field) }, { status: started.refused === 'not-allowed' ? 403 : 409 })
	}
	return await redirectSaying(
		args.context,
		`/p/${partnership.slug}/documents/${started.document.id}`,
		'You have started a document. Now write the first words.',
	)
}

const refusals: Record<StartRefusal, { field: string; words: string }> = {
	'not-allowed': {
		field: '',
		words: 'Only members who take part can start a document. A facilitator can change what you may do.',
	},
	'group-not-found': {
		field: 'group',
		words: 'That group is no longer here. Choose another one, or the whole partnership',
	},
	'no-seat': {
		field: 'group',
		words:
			'You have no seat in that group, so you cannot write for it. Choose another one, or ask its chair for a seat',
	},
	'circle-is-private': {
		field: 'visibility',
		words: 'What a circle writes can be read by the circle only. Choose “Only the circle that writes it”',
	},
	'needs-group': { field: 'visibility', words: 'To show it to a group only, choose the group that writes it' },
	'needs-circle': {
		field: 'visibility',
		words: 'Only a circle’s documents can be closed to the facilitators too. Choose a circle, or another answer',
	},
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle('Start a document', data?.place)

export default function StartDocument() {
	const { id, address, groups } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const value = (name: string) => form?.values[name] as string | undefined
	const hasCircle = groups.some(({ kind }) => kind === 'circle')
	return (
		<>
			<BackLink href={address}>Back to documents</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-xl">Start a document</h1>
			<VisibleTo>You say below who can read it. Nobody sees it before you start it.</VisibleTo>
			<form method="post">
				<input type="hidden" name="id" value={value('id') ?? id} />
				<Radios
					name="template"
					legend="What are you writing?"
					errors={form?.errors.template}
					defaultValue={value('template')}
					items={Object.values(templates).map((template) => ({
						value: template.id,
						text: template.name,
						hint: template.about,
					}))}
				/>
				<TextInput
					name="title"
					label="Title"
					labelSize="m"
					hint="Short and plain, as you would say it."
					errors={form?.errors.title}
					defaultValue={value('title')}
				/>
				<TextArea
					name="need"
					label="What need is this about?"
					labelSize="m"
					hint="One or two sentences, in people’s own words where you can. This is where everything else starts."
					rows={4}
					errors={form?.errors.need}
					defaultValue={value('need')}
				/>
				<TextInput
					name="needSource"
					label="Where was it heard, and when?"
					labelSize="m"
					hint="For example: 31 carers, kitchen table talks, spring 2026"
					errors={form?.errors.needSource}
					defaultValue={value('needSource')}
				/>
				{groups.length > 0 && (
					<Select
						name="group"
						label="Who writes it?"
						labelSize="m"
						errors={form?.errors.group}
						defaultValue={value('group') ?? ''}
						items={[
							{ value: '', text: 'Every member of the partnership' },
							...groups.map((group) => ({
								value: group.id,
								text: group.kind === 'circle' ? `${group.name} (private circle)` : group.name,
							})),
						]}
					/>
				)}
				<Radios
					name="visibility"
					legend="Who can read it?"
					errors={form?.errors.visibility}
					defaultValue={value('visibility') ?? 'public'}
					items={[
						...visibilityChoices.filter((choice) => choice.value !== 'group' || groups.length > 0),
						...(hasCircle
							? [
									{
										value: 'circle',
										text: 'Only the circle that writes it',
										hint: 'Nobody else, not even the facilitators.',
									},
								]
							: []),
					]}
				/>
				<NhsNumberChoice form={form} />
				<Button>Start writing</Button>
			</form>
		</>
	)
}
