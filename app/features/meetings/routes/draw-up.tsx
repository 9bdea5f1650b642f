import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { typedDay } from '~/features/actions/day-field.ts'
import { listBodies } from '~/features/decisions/board/bodies.server.ts'
import { pageTitle } from '~/features/decisions/page-title.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Select } from '~/ui/Select.tsx'
import { WhenAndWhereFields } from '../components/WhenAndWhereFields.tsx'
import { drawUpMeeting } from '../draw-up-meeting.server.ts'
import { drawUpForm } from '../meeting-forms.ts'
import { agendaRefusals } from '../refusals.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(['Draw up a meeting', 'Meetings', data?.name])

async function visitToDrawUp(args: Args) {
	const here = await visitAsMember(args)
	const bodies = await listBodies(args.context.db.read, here.membership)
	allow(bodies.length > 0, here, args.request)
	return { ...here, bodies, base: `/p/${here.partnership.slug}` }
}

export async function loader(args: LoaderFunctionArgs) {
	const { bodies, base, partnership } = await visitToDrawUp(args)
	return { id: newId(), base, name: partnership.name, bodies: bodies.map(({ id, name }) => ({ id, name })) }
}

export async function action(args: ActionFunctionArgs) {
	const { membership, base } = await visitToDrawUp(args)
	const { value, form } = await readForm(args.request, drawUpForm)
	if (!value) return data({ form }, { status: 422 })
	const { sure, ...asked } = value
	const warning = warnOfNhsNumber(form, { place: asked.place }, sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const drawn = await drawUpMeeting(args.context.db, membership, asked)
	if (drawn.refused) {
		const [words, status] = agendaRefusals[drawn.refused]
		const kept = drawn.refused === 'drawn-up-already' ? anew(form) : form
		return data({ form: refuse(kept, words, fieldOf(drawn.refused)) }, { status })
	}
	const done = `${drawn.meeting.reference} is drawn up as a draft. Put its items in order, then publish it.`
	return redirectSaying(args.context, `${base}/meetings/${drawn.meeting.id}/items`, done)
}

function fieldOf(refused: string): string {
	if (refused === 'in-the-past' || refused === 'too-far-ahead') return 'day'
	return refused === 'group-closed' || refused === 'not-allowed' ? 'groupId' : ''
}

export default function DrawUpPage() {
	const { id, base, bodies } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const errors = form?.errors ?? {}
	const typed = (name: string) => form?.values[name]?.toString()
	return (
		<>
			<BackLink href={`${base}/meetings`}>Back to meetings</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Draw up a meeting</h1>
			<p className="govuk-body">
				It stays a draft, for the body and those who run it, until you publish its agenda. Publish it five clear working
				days before the meeting.
			</p>
			<form method="post" noValidate>
				<input type="hidden" name="id" value={typed('id') ?? id} />
				<Select
					name="groupId"
					label="Which body meets"
					errors={errors.groupId}
					defaultValue={typed('groupId')}
					items={[
						...(bodies.length > 1 ? [{ value: '', text: 'Choose a body' }] : []),
						...bodies.map(({ id, name }) => ({ value: id, text: name })),
					]}
				/>
				<WhenAndWhereFields
					errors={errors}
					day={typedDay(form?.values ?? {}, 'day')}
					time={typed('time')}
					place={typed('place')}
				/>
				<NhsNumberChoice form={form} />
				<Button>Draw up this meeting</Button>
			</form>
		</>
	)
}
