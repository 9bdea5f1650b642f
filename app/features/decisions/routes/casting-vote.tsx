import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayGiveCastingVote } from '~/domain/access/policies.ts'
import { castingVoteEnds } from '~/domain/decisions/casting-vote.ts'
import { isMotion } from '~/domain/decisions/decision.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { redirectSaying } from '~/http/flash.ts'
import { type FormState, readForm, refuse } from '~/http/forms.ts'
import { type Args, allow, notFound } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { castingVoteSchema } from '../casting-vote-form.ts'
import { CastingVoteForm } from '../components/CastingVoteForm.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { countWords, kindWords } from '../decision-words.ts'
import { giveCastingVote } from '../give-casting-vote.server.ts'
import { pageTitle } from '../page-title.ts'
import { presentOwn } from '../present-decision.server.ts'
import { castingVoteRefusals } from '../refusals.ts'
import { visitVoteAsMember } from '../visit-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['The casting vote', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const { decision, partnership, address, tally } = await visitLevel(args)
	return {
		address,
		name: partnership.name,
		decision: presentOwn(decision, new Date()),
		ends: castingVoteEnds(decision),
		tally,
	}
}

export async function action(args: ActionFunctionArgs) {
	const { decision, membership, address } = await visitLevel(args)
	const { value, form } = await readForm(args.request, castingVoteSchema)
	if (!value) return data({ form }, { status: 422 })
	const warning = warnOfNhsNumber(form, { reason: value.reason }, value.sure)
	if (warning) return data({ form: warning }, { status: 422 })
	const giving = await giveCastingVote(args.context.db, membership, decision.id, value)
	if ('refused' in giving) {
		const refused = giving.refused as keyof typeof castingVoteRefusals
		return data({ form: refuse(form, castingVoteRefusals[refused]) }, { status: 409 })
	}
	return redirectSaying(args.context, address, 'Your casting vote stands with the result, and so does your reason.')
}

/** A vote that was level and is its chair’s to settle; for everybody else, and for every other vote, there is no such page. */
async function visitLevel(args: Args) {
	const here = await visitVoteAsMember(args)
	const { result } = here.decision
	const wasLevel = isMotion(here.decision) && result && (result.outcome === 'level' || 'casting' in result)
	if (!wasLevel) throw notFound()
	allow(mayGiveCastingVote(here.membership, here.decision), here, args.request)
	/** Null of a vote that is too small to show any number. */
	return { ...here, tally: 'tally' in result ? result.tally : null }
}

export default function CastingVotePage() {
	const { address, decision, ends, tally } = useLoaderData<typeof loader>()
	const form = useActionData<{ form: FormState }>()?.form
	const reason = form?.values.reason
	const isOpen = decision.result?.outcome === 'level' && !decision.castingVoteOver
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>The casting vote</DecisionTitle>
			{isOpen ? (
				<>
					<p className="govuk-body">
						{tally && `${countWords(tally)} `}For and against are level, and the rules give you the casting vote. You
						can give it once, until {longMoment(ends)}. Without it this is not agreed.
					</p>
					<p className="govuk-body">Everyone who can see this decision will see your name, how you used it and why.</p>
					<CastingVoteForm form={form} />
				</>
			) : (
				<>
					<p className="govuk-body">
						{castingVoteRefusals[decision.castingVoteOver ? 'too-late' : 'given-already']}{' '}
						<a href={address}>See this decision</a>
					</p>
					{typeof reason === 'string' && reason !== '' && (
						<p className="govuk-body">
							What you wrote is not saved. Copy it if you want to keep it: <span className="as-typed">{reason}</span>
						</p>
					)}
				</>
			)}
		</>
	)
}
