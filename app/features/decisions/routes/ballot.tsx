import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { castRefusal } from '~/domain/decisions/cast.ts'
import { warnOfNhsNumber } from '~/features/documents/nhs-warning.ts'
import { type FormState, readPosted, refuse } from '~/http/forms.ts'
import { newId } from '~/http/new-id.ts'
import { BackLink } from '~/ui/BackLink.tsx'
import { ErrorSummary } from '~/ui/ErrorSummary.tsx'
import { InsetText } from '~/ui/InsetText.tsx'
import { findElector } from '../../../../db/queries/electors.ts'
import { readBallot, wordsIn } from '../ballot-form.ts'
import { cannotVote, cannotVoteWords } from '../cannot-vote.ts'
import { castBallot } from '../cast-ballot.server.ts'
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
import { readOwnPart } from '../read-own.server.ts'
import { writeReceipt } from '../receipt-cookie.ts'
import { castRefusals } from '../refusals.ts'
import { type SentBallot, sentBallot } from '../sent-ballot.ts'
import { visitVote, visitVoteAsMember } from '../visit-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Your vote', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const now = new Date()
	const { decision, membership, partnership, base, address } = await visitVoteAsMember(args)
	const part = await readOwnPart(args.context.db.read, decision, membership, now)
	return {
		base,
		address,
		name: partnership.name,
		decision: presentOwn(decision, now),
		why: cannotVote(decision, part, now),
		...part,
		ballotId: newId(),
	}
}

export async function action(args: ActionFunctionArgs) {
	const now = new Date()
	await handBack(args)
	const { decision, membership, address } = await visitVoteAsMember(args)
	const read = readBallot(decision, await readPosted(args.request))
	const sent = sentBallot(decision, read)
	const answer = (form: FormState, status = 200) => data({ form, sent }, { status })
	const elector = await findElector(args.context.db.read, decision.id, membership.memberId)
	// Before what is to be put right: where no ballot is taken, nobody is sent to mend one.
	const refusal = castRefusal(decision, elector !== null, now)
	if (refusal) return answer(refuse({ ...read.form, errors: {} }, castRefusals[refusal]), elector ? 409 : 403)
	if (read.step === 'mend') return answer(read.form, 422)
	if (read.step === 'look') return answer(read.form)
	const { vote, form, gaps, sure } = read
	const warning = warnOfNhsNumber(form, wordsIn(vote), sure)
	if (warning) return answer(warning, 422)

	const casting = await castBallot(args.context, membership, decision.id, vote, now)
	if ('refused' in casting) return answer(refuse(form, castRefusals[casting.refused as keyof typeof castRefusals]), 409)
	const cookie = await writeReceipt(args.context, address, casting.receipt)
	return redirect(`${address}/receipt${gaps.length > 0 ? `?left-out=${gaps.join('-')}` : ''}`, {
		status: 303,
		headers: { 'set-cookie': cookie },
	})
}

/** A session may end while somebody chooses. They get back what they chose, of a vote that they can read signed out. */
async function handBack(args: ActionFunctionArgs) {
	const { decision, visitor, typed } = await visitVote(args)
	if (visitor) return
	const read = readBallot(decision, await readPosted(args.request.clone()))
	throw data({ typed, chosen: sentBallot(decision, read).chosen }, { status: 401 })
}

export default function BallotPage() {
	const { base, address, decision, why, hasVoted, onPaper, mine, castWith, supporters, ballotId } =
		useLoaderData<typeof loader>()
	const answer = useActionData<{ form: FormState; sent: SentBallot }>()
	const form = answer?.form
	const mayVote = why === null
	const id = form?.values.id
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<ErrorSummary errors={form?.errors} />
			<DecisionTitle decision={decision}>
				{mayVote ? 'Your vote' : answer ? 'Your vote was not taken' : 'You cannot vote here'}
			</DecisionTitle>
			<Withdrawn decision={decision} hasVoted={hasVoted} onPaper={onPaper} />
			{mayVote && <BallotAbout decision={decision} base={base} />}
			{mayVote ? (
				<BallotForm
					decision={decision}
					base={base}
					address={address}
					ballotId={typeof id === 'string' ? id : ballotId}
					hasVoted={hasVoted}
					onPaper={onPaper && !form}
					mine={mine}
					castWith={castWith}
					supporters={supporters}
					form={form}
				/>
			) : (
				<>
					{!form?.errors[''] && <InsetText>{cannotVoteWords(why)}</InsetText>}
					{answer && <SentBack sent={answer.sent} />}
					<p className="govuk-body">
						<a href={address}>See this decision</a>
					</p>
				</>
			)}
			{mayVote && <Shortlist shortlist={decision.shortlist} />}
			<DecisionSeal decision={decision} base={base} isReader={!mayVote} />
		</>
	)
}
