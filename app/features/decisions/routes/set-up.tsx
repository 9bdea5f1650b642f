import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Membership } from '~/domain/access/membership.ts'
import { open } from '~/domain/decisions/open.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { anew, type FormState, readForm, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow, notFound, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { CheckAnswers, type CheckedQuestion } from '../components/CheckAnswers.tsx'
import { SetUpForm } from '../components/SetUpForm.tsx'
import { kindWords } from '../decision-words.ts'
import { findSetUp, mayAskSomeone } from '../find-set-up.server.ts'
import { mendAt } from '../mend-at.ts'
import { openDecision } from '../open-decision.server.ts'
import { pageTitle } from '../page-title.ts'
import { seenBy } from '../present-decision.server.ts'
import { openRefusalFields, openRefusals } from '../refusals.ts'
import { setUpSchema } from '../set-up-form.ts'

type Answer = { form: FormState; checked: CheckedQuestion | null; mendAt?: string | null }

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Put a version to people', data?.about?.title, 'Decisions', data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitAsMember(args)
	const base = `/p/${here.partnership.slug}`
	allow(await mayAskSomeone(args.context.db.read, here.membership), here, args.request)
	const asked = await askedFor(args, here.membership)
	if (!asked) return { base, name: here.partnership.name, about: null, groups: [], id: newId() }
	allow(asked.groups.length > 0, here, args.request)
	const { version, document, groups } = asked
	return {
		base,
		name: here.partnership.name,
		id: newId(),
		about: {
			documentId: document.id,
			title: version.title,
			number: version.number,
			seenBy: seenBy(document.visibility, here.partnership, groups[0]!.group.name),
		},
		groups: groups.map(({ group, voting, all, usualSecrecy }) => ({
			id: group.id,
			name: group.name,
			voting,
			all,
			usualSecrecy,
		})),
	}
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitAsMember(args)
	allow(await mayAskSomeone(args.context.db.read, here.membership), here, args.request)
	const asked = await askedFor(args, here.membership)
	if (!asked) throw notFound()
	allow(asked.groups.length > 0, here, args.request)

	const { value, form } = await readForm(args.request, setUpSchema)
	if (!value) return data<Answer>({ form, checked: null }, { status: 422 })
	if (value.step === 'change') return data<Answer>({ form, checked: null })
	const group = asked.groups.find(({ group: { id } }) => id === value.groupId)
	if (!group)
		return data<Answer>(
			{ form: refuse(form, 'Choose the group you are asking', 'group'), checked: null },
			{ status: 422 },
		)

	const { step, twice, sure, ...question } = value
	const warning = warnOfNhsNumber(form, { question: value.question }, sure)
	if (warning) return data<Answer>({ form: warning, checked: null }, { status: 422 })
	const refuseToOpen = (refused: keyof typeof openRefusals) =>
		data<Answer>(
			{
				form: refuse(
					refused === 'opened-already' ? anew(form) : form,
					openRefusals[refused],
					openRefusalFields[refused],
				),
				checked: null,
				mendAt:
					refused === 'opened-already' ? `/decisions/${question.id}` : mendAt(refused, here.membership, asked.document),
			},
			{ status: 409 },
		)
	const checking = open(question, { document: asked.document, version: asked.version, ...group }, new Date())
	if ('refused' in checking) return refuseToOpen(checking.refused)
	if (step !== 'open')
		return data<Answer>({
			form,
			checked: { ...question, twice, groupName: group.group.name, electorate: checking.electorate },
		})

	const opening = await openDecision(args.context.db, here.membership, { ...question, versionId: asked.version.id })
	if ('refused' in opening) return refuseToOpen(opening.refused)
	await args.context.live.recheck()
	return redirectSaying(
		args.context,
		`/p/${here.partnership.slug}/decisions/${opening.decision.id}`,
		'Voting is open. Nothing of it can be changed now.',
	)
}

async function askedFor({ request, context }: Args, who: Membership) {
	const versionId = new URL(request.url).searchParams.get('version')
	if (!versionId) return null
	const asked = await findSetUp(context.db.read, who, versionId)
	if (!asked) throw notFound()
	return asked
}

export default function SetUpPage() {
	const { base, about, groups, id } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	if (!about) return <ChooseVersionFirst base={base} />
	const checked = answer?.checked
	return (
		<>
			<BackLink href={`${base}/documents/${about.documentId}/versions/${about.number}`}>Back to this version</BackLink>
			<ErrorSummary errors={answer?.form.errors} hrefs={answer?.mendAt ? { '': base + answer.mendAt } : {}} />
			<span className="govuk-caption-l">
				Version {about.number} of “{about.title}”{checked && `: ${kindWords[checked.kind].name}`}
			</span>
			<h1 className="govuk-heading-l">
				{checked ? 'Check your answers before voting opens' : 'Put this version to people'}
			</h1>
			<VisibleTo>{about.seenBy} The vote will be just as visible.</VisibleTo>
			{checked && answer ? (
				<CheckAnswers checked={checked} form={answer.form} />
			) : (
				<SetUpForm id={id} groups={groups} form={answer?.form} />
			)}
		</>
	)
}

function ChooseVersionFirst({ base }: { base: string }) {
	return (
		<>
			<h1 className="govuk-heading-l">Put a version to people</h1>
			<EmptyState title="Choose the words first.">
				A vote is about one version of one document. Open the version you want people to vote on, and start from there.{' '}
				<a href={`${base}/documents`}>See the documents</a>
			</EmptyState>
		</>
	)
}
