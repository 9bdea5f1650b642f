import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { mayAgreeAction, mayDisagree, mayRunGroup } from '~/domain/access/policies.ts'
import { refuseGround } from '~/domain/actions/agree.ts'
import { ThreadOf } from '~/features/thread/components/ThreadOf.tsx'
import { newId } from '~/http/new-id.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { findElector, findTurnout } from '../../../../db/queries/decisions.ts'
import { findThread } from '../../../../db/queries/thread.ts'
import { BallotForm } from '../components/BallotForm.tsx'
import { DecisionSeal } from '../components/DecisionSeal.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { NoteForm, Notes } from '../components/Notes.tsx'
import { ReasonsGiven, WhoVotedHow } from '../components/Reasons.tsx'
import { ReceiptCheckForm } from '../components/ReceiptCheckForm.tsx'
import { Result } from '../components/Result.tsx'
import { countWords, kindWords, turnoutWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { presentDecision } from '../present-decision.server.ts'
import { findOwnBallot, listShownNotes } from '../read-own.server.ts'
import { readResult, readStanding } from '../read-result.server.ts'
import { visitDecision } from '../visit-decision.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle([data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	const now = new Date()
	const { decision, group, place, partnership, membership, base, address } = await visitDecision(args)
	const db = args.context.db.read
	const elector = membership && (await findElector(db, decision.id, membership.memberId))
	const [turnout, standing, result, thread, notes, mine] = await Promise.all([
		findTurnout(db, decision.id),
		readStanding(db, decision),
		readResult(db, place, decision),
		findThread(db, place, decision.about.documentId, { through: { decisionId: decision.id } }),
		listShownNotes(db, decision, membership),
		findOwnBallot(db, decision, elector),
	])
	return {
		...result,
		base,
		address,
		name: partnership.name,
		decision: presentDecision(decision, now),
		turnout,
		standing,
		thread,
		notes,
		mine,
		isElector: elector !== null,
		hasVoted: elector?.hasVoted ?? false,
		isMember: membership !== null,
		ballotId: newId(),
		noteId: newId(),
		runs: mayRunGroup(membership, group),
		mayAgree: mayAgreeAction(membership, group) && !refuseGround(decision),
		mayDisagree: mayDisagree(membership, decision),
	}
}

export default function DecisionPage() {
	const shown = useLoaderData<typeof loader>()
	const { decision, thread, base } = shown
	return (
		<>
			<DecisionTitle decision={decision} />
			<ThreadOf thread={thread} here="decision" base={base} />
			{decision.state === 'open' && <Voting />}
			{decision.state === 'closing' && <Counting />}
			{decision.state === 'stopped' && <Stopped />}
			{decision.state === 'closed' && <Decided />}
		</>
	)
}

function Voting() {
	const { decision, base, address, turnout, standing, mine, isElector, hasVoted, isMember, ballotId, runs } =
		useLoaderData<typeof loader>()
	return (
		<>
			<DecisionSeal decision={decision} base={base} />
			<p className="govuk-body">
				{turnoutWords(turnout)}. Voting ends at {longMoment(decision.closesAt)}.{' '}
				{isMember && <a href={`${address}/electors`}>See who may vote</a>}
			</p>
			{standing ? (
				<p className="govuk-body">It stands at {countWords(standing)} This vote was set up to show how it stands.</p>
			) : (
				<p className="govuk-body">Nobody sees how it stands before voting ends.</p>
			)}
			{isElector ? (
				<BallotForm decision={decision} address={address} ballotId={ballotId} hasVoted={hasVoted} mine={mine} />
			) : (
				<NotOnTheRoll />
			)}
			{hasVoted && <ReceiptCheckForm address={address} />}
			{runs && (
				<p className="govuk-body">
					<a href={`${address}/stop`}>Stop this vote</a>
				</p>
			)}
		</>
	)
}

function NotOnTheRoll() {
	const { decision, isMember, address } = useLoaderData<typeof loader>()
	return (
		<InsetText>
			{isMember ? (
				<>
					You are not among the people asked here. Who may vote was fixed when this opened. You can say how you see it
					once voting ends.
				</>
			) : (
				<>
					The people in {decision.groupName} answer this. If you are one of them,{' '}
					<a href={`/sign-in?next=${encodeURIComponent(address)}`}>sign in to vote</a>.
				</>
			)}
		</InsetText>
	)
}

function Counting() {
	const { decision, base, address } = useLoaderData<typeof loader>()
	return (
		<>
			<InsetText>
				Voting ended at {longMoment(decision.closesAt)}. The votes are being counted. It takes a few seconds.{' '}
				<a href={address}>Look again</a>
			</InsetText>
			<DecisionSeal decision={decision} base={base} />
		</>
	)
}

function Stopped() {
	const { decision, base } = useLoaderData<typeof loader>()
	return (
		<>
			<InsetText>
				<p>
					This vote was stopped{decision.closedAt && ` at ${longMoment(decision.closedAt)}`}. No votes were counted, and
					the ballots were destroyed.
				</p>
				<p>The reason: {decision.stoppedReason}</p>
			</InsetText>
			<DecisionSeal decision={decision} base={base} />
			<Differences />
		</>
	)
}

function Decided() {
	const { decision, base, address, voices, votes, reasons, isMember } = useLoaderData<typeof loader>()
	return (
		<>
			<Result decision={decision} voices={voices} />
			<LedTo />
			<WhoVotedHow votes={votes} />
			<ReasonsGiven reasons={reasons} />
			<Differences />
			<h2 className="govuk-heading-m">What was voted on</h2>
			<DecisionSeal decision={decision} base={base} />
			<p className="govuk-body">
				Voting was open from {longMoment(decision.opensAt)} to {longMoment(decision.closesAt)}.{' '}
				{isMember && <a href={`${address}/electors`}>See who could vote</a>}
			</p>
			<ReceiptCheckForm address={address} />
		</>
	)
}

function LedTo() {
	const { decision, base, address, runs, mayAgree } = useLoaderData<typeof loader>()
	return (
		<>
			<h2 className="govuk-heading-m">What this led to</h2>
			{decision.outcome ? (
				<p className="govuk-body said">{decision.outcome}</p>
			) : (
				<p className="govuk-body">
					Nobody has written yet what this led to. The people who run {decision.groupName} write it here.
				</p>
			)}
			{mayAgree && <ButtonLink href={`${base}/actions/new?decision=${decision.id}`}>Agree an action</ButtonLink>}
			{runs && (
				<p className="govuk-body">
					<a href={`${address}/outcome`}>{decision.outcome ? 'Write this again' : 'Write what this led to'}</a>
				</p>
			)}
		</>
	)
}

function Differences() {
	const { address, notes, noteId, mayDisagree } = useLoaderData<typeof loader>()
	return (
		<section>
			<h2 className="govuk-heading-m">I see it differently</h2>
			<Notes notes={notes} address={address} />
			{mayDisagree && <NoteForm address={address} noteId={noteId} />}
		</section>
	)
}
