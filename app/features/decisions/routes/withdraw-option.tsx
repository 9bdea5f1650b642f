import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { isChoosing } from '~/domain/decisions/decision.ts'
import { standingOptions } from '~/domain/decisions/withdrawn.ts'
import { NhsNumberChoice } from '~/features/documents/components/NhsNumberChoice.tsx'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, inPageOrder, readForm, refuse } from '~/http/forms.ts'
import { type Args, notFound } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { Button } from '~/ui/Button.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { Radios } from '~/ui/Radios.tsx'
import { TextArea } from '~/ui/TextArea.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { withdrawRefusals } from '../refusals.ts'
import { visitVoteAsRunner } from '../visit-decision.server.ts'
import { withdrawSchema } from '../withdraw-form.ts'
import { withdrawOption } from '../withdraw-option.server.ts'
import { isForOwnSeats } from '../withdrawal-letter.ts'
import { lapseWords, mailWords } from '../withdrawn-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Withdraw something', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address } = await visitChoosingAsRunner(args)
	return {
		address,
		name: partnership.name,
		decision: presentDecision(decision, new Date()),
		isOwn: isForOwnSeats(decision),
	}
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitChoosingAsRunner(args)
	const { value, form } = await readForm(args.request, withdrawSchema)
	if (!value) return data({ form: inPageOrder(form, ['option', 'words']) }, { status: 422 })
	const warning = warnOfNhsNumber(form, { words: value.words }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const asked = { option: value.option, reason: value.words }
	const withdrawing = await withdrawOption(args.context.db, membership, decision.id, asked)
	if ('refused' in withdrawing) {
		const refused = withdrawing.refused as keyof typeof withdrawRefusals
		return data({ form: refuse(form, withdrawRefusals[refused], fields[refused] ?? '') }, { status: 409 })
	}
	return redirectSaying(
		args.context,
		address,
		'It is withdrawn. Everyone who can see this vote can read why. We write to those who may vote and have given an e-mail address, unless they want no e-mails about votes.',
	)
}

const fields: Partial<Record<keyof typeof withdrawRefusals, string>> = {
	'no-such-option': 'option',
	'withdrawn-already': 'option',
	'too-few-left': 'option',
	'reason-missing': 'words',
}

/** A vote in which people choose among nothing has no such page. */
async function visitChoosingAsRunner(args: Args) {
	const here = await visitVoteAsRunner(args)
	if (!isChoosing(here.decision)) throw notFound()
	return here
}

export default function WithdrawOptionPage() {
	const { address, decision, isOwn } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const typed = (name: string) => (typeof form?.values[name] === 'string' ? form.values[name] : undefined)
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>Withdraw something</DecisionTitle>
			{decision.state === 'open' ? (
				<>
					<p className="govuk-body">
						For when those who proposed something take it back, or it cannot be carried out any more, while people are
						voting. {lapseWords(decision)} Everyone who has voted can still change their vote until voting ends.
					</p>
					<form method="post" noValidate>
						<Radios
							name="option"
							legend="What was withdrawn?"
							errors={form?.errors.option}
							defaultValue={typed('option')}
							items={standingOptions(decision).map(({ id, name }) => ({ value: id, text: name }))}
						/>
						<TextArea
							name="words"
							label="Why was it withdrawn?"
							labelSize="m"
							hint="Everyone who can see this vote will read it. Nobody is named beside it: leave out who asked, unless it must be known."
							errors={form?.errors.words}
							defaultValue={typed('words')}
						/>
						<NhsNumberChoice form={form} />
						<WarningText>
							This cannot be undone: it cannot be put back in this vote. What was sealed when voting opened stays
							sealed, and this is recorded beside it. {mailWords(isOwn)}
						</WarningText>
						<Button kind="warning">Record that it was withdrawn</Button>
					</form>
				</>
			) : (
				<p className="govuk-body">
					Voting is no longer open, so nothing in it can be withdrawn. <a href={address}>See this decision</a>
				</p>
			)}
		</>
	)
}
