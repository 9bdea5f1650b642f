import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayHelpToVote } from '~/domain/access/policies.ts'
import { castRefusal } from '~/domain/decisions/cast.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { type FormState, readPosted, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { type Args, allow, param } from '~/http/visit.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { findElector } from '../../../../db/queries/electors.ts'
import { findMember } from '../../../../db/queries/members.ts'
import { findStanding } from '../../../../db/queries/supporters.ts'
import { readBallot, wordsIn } from '../ballot-form.ts'
import { cannotVote, cannotVoteWords } from '../cannot-vote.ts'
import { castWithSupporter } from '../cast-ballot.server.ts'
import { BallotAbout } from '../components/BallotAbout.tsx'
import { BallotForm } from '../components/BallotForm.tsx'
import { DecisionSeal } from '../components/DecisionSeal.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { SentBack } from '../components/SentBack.tsx'
import { Shortlist } from '../components/Shortlist.tsx'
import { Withdrawn } from '../components/Withdrawn.tsx'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentOwn } from '../present-decision.server.ts'
import { writeReceipt } from '../receipt-cookie.ts'
import { helpedRefusals } from '../refusals.ts'
import { type SentBallot, sentBallot } from '../sent-ballot.ts'
import { visitVoteAsMember } from '../visit-decision.server.ts'
import { whoseBallot } from '../whose-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle([
		`${data?.helped.name ?? ''}’s vote`,
		data?.decision.question,
		data && kindWords[data.decision.kind].name,
		data?.name,
	])

/** Somebody else's ballot, for the one person they have named to help them with it. */
async function visitHelped(args: Args, now: Date) {
	const here = await visitVoteAsMember(args)
	const db = args.context.db.read
	const memberId = param(args, 'member')
	const support = await findStanding(db, here.membership, memberId, now)
	allow(mayHelpToVote(here.membership, support, { memberId }, now), here, args.request)
	const [member, elector] = await Promise.all([
		findMember(db, here.place, memberId),
		findElector(db, here.decision.id, memberId),
	])
	const { name, role } = member!
	return { ...here, elector, isObserver: role === 'observer', helped: { id: memberId, name } }
}

export async function loader(args: LoaderFunctionArgs) {
	const now = new Date()
	const { decision, elector, isObserver, helped, partnership, base, address } = await visitHelped(args, now)
	return {
		base,
		address,
		helped,
		name: partnership.name,
		decision: presentOwn(decision, now),
		why: cannotVote(decision, { isElector: elector !== null, isObserver }, now),
		ballotId: newId(),
	}
}

export async function action(args: ActionFunctionArgs) {
	const now = new Date()
	const { decision, membership, elector, helped, address } = await visitHelped(args, now)
	const read = readBallot(decision, await readPosted(args.request), whoseBallot(helped))
	const sent = sentBallot(decision, read)
	const answer = (form: FormState, status = 200) => data({ form, sent }, { status })
	const refusal = castRefusal(decision, elector !== null, now)
	if (refusal) return answer(refuse({ ...read.form, errors: {} }, helpedRefusals[refusal]), elector ? 409 : 403)
	if (read.step === 'mend') return answer(read.form, 422)
	if (read.step === 'look') return answer(read.form)
	const { vote, form, gaps, sure } = read
	const warning = warnOfNhsNumber(form, wordsIn(vote), sure)
	if (warning) return answer(warning, 422)

	const casting = await castWithSupporter(args.context, membership, helped.id, decision.id, vote, now)
	if ('refused' in casting)
		return answer(refuse(form, helpedRefusals[casting.refused as keyof typeof helpedRefusals]), 409)
	const cookie = await writeReceipt(args.context, address, casting.receipt)
	const asked = new URLSearchParams({ of: helped.id, ...(gaps.length > 0 && { 'left-out': gaps.join('-') }) })
	return redirect(`${address}/receipt?${asked}`, { status: 303, headers: { 'set-cookie': cookie } })
}

export default function HelpedBallotPage() {
	const { base, address, decision, helped, why, ballotId } = useLoaderData<typeof loader>()
	const answer = useActionData<{ form: FormState; sent: SentBallot }>()
	const form = answer?.form
	const mayVote = why === null
	const id = form?.values.id
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>{`${helped.name}’s vote`}</DecisionTitle>
			{mayVote ? (
				<>
					<WarningText>
						You are helping {helped.name}. This is {helped.name}’s vote, not yours.
					</WarningText>
					<p className="govuk-body">
						Write down what {helped.name} tells you, and nothing else. This page does not show what {helped.name} chose
						before. {helped.name} can see that you cast it and can change it.
					</p>
					<Withdrawn decision={decision} />
					<BallotAbout decision={decision} base={base} helping={helped} />
					<BallotForm
						decision={decision}
						base={base}
						address={address}
						ballotId={typeof id === 'string' ? id : ballotId}
						hasVoted={false}
						mine={null}
						form={form}
						helping={helped}
					/>
				</>
			) : (
				<>
					{!form?.errors[''] && <InsetText>{cannotVoteWords(why, whoseBallot(helped))}</InsetText>}
					{answer && <SentBack sent={answer.sent} helping={helped} />}
					<p className="govuk-body">
						<a href={address}>See this decision</a>
					</p>
				</>
			)}
			{mayVote && <Shortlist shortlist={decision.shortlist} />}
			<DecisionSeal decision={decision} base={base} helping={helped} isReader={!mayVote} />
		</>
	)
}
