import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayGiveVerdict } from '~/domain/access/policies.ts'
import { verdictAnswers } from '~/domain/actions/action.ts'
import { londonDay } from '~/domain/actions/days.ts'
import { isAskable } from '~/domain/actions/verdict.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { readForm, refuse } from '~/http/forms.ts'
import { allow, visitAsMember } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { VisibleTo } from '~/ui/VisibleTo.tsx'
import { hasGivenVerdict } from '../../../../db/queries/verdicts.ts'
import { findReadableAction } from '../find-readable-action.server.ts'
import { giveVerdict } from '../give-verdict.server.ts'
import { answerWords } from '../status-words.ts'
import { verdictForm, verdictRefusals } from '../verdict-form.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
	{ title: `Did it make a difference? – ${data?.title} – Actions – ${data?.name}` },
]

export async function loader(args: LoaderFunctionArgs) {
	const here = await visitAsMember(args)
	const { action } = await findReadableAction(args, here)
	allow(mayGiveVerdict(here.membership, action), here, args.request)
	const hasAnswered = await hasGivenVerdict(args.context.db.read, action.id, here.membership.memberId)
	const refused = hasAnswered ? 'already-given' : isAskable(action, londonDay(new Date())) ? null : 'too-early'
	return {
		page: `/p/${here.partnership.slug}/actions/${action.id}`,
		name: here.partnership.name,
		title: action.title,
		expectedDifference: action.expectedDifference,
		refused: refused && verdictRefusals[refused].words,
	}
}

export async function action(args: ActionFunctionArgs) {
	const here = await visitAsMember(args)
	const { membership, partnership } = here
	const { action } = await findReadableAction(args, here)
	allow(mayGiveVerdict(membership, action), here, args.request)
	const { value, form } = await readForm(args.request, verdictForm)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { words: value.words }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const given = await giveVerdict(args.context.db, membership, action.id, value)
	const page = `/p/${partnership.slug}/actions/${action.id}#difference`
	if ('given' in given) return redirectSaying(args.context, page, 'Your answer is in. Nobody can see that it is yours.')
	const { status, words } = verdictRefusals[given.refused]
	// The second press of one person: the first has already said what there is to say.
	if (given.refused === 'already-given') return redirectSaying(args.context, page, words)
	return data({ form: refuse(form, words) }, { status })
}

export default function VerdictPage() {
	const { page, title, expectedDifference, refused } = useLoaderData<typeof loader>()
	const form = useActionData<typeof action>()?.form
	const errors = form?.errors ?? {}
	return (
		<>
			<BackLink href={page}>Back to the action</BackLink>
			<ErrorSummary errors={form?.errors} />
			<h1 className="govuk-heading-l">Did it make a difference?</h1>
			<VisibleTo>Nobody can see how you answered. Answers are shown without names, five at a time.</VisibleTo>
			<p className="govuk-body">
				{title}. What was hoped for: {expectedDifference}
			</p>
			{refused ? (
				<InsetText>{refused}</InsetText>
			) : (
				<form method="post">
					<Radios
						name="answer"
						legend="Did it make a difference to you, or to people you know?"
						errors={errors.answer}
						defaultValue={form?.values.answer?.toString()}
						items={verdictAnswers.map((value) => ({ value, text: answerWords[value] }))}
					/>
					<TextArea
						name="words"
						label="Anything you want to add"
						hint="One sentence is enough. It is shown apart from your answer and without your name, so leave out what would tell people who you are."
						optional
						rows={3}
						errors={errors.words}
						defaultValue={form?.values.words?.toString()}
					/>
					<p className="govuk-body">
						You can answer once. We cannot change your answer, because we cannot tell which one is yours.
					</p>
					<NhsNumberChoice form={form} />
					<Button>Send my answer</Button>
				</form>
			)}
		</>
	)
}
