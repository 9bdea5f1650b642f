import type { ReactNode } from 'react'
import { longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { cannotVoteWords } from '../cannot-vote.ts'
import { countWords, turnoutWords } from '../decision-words.ts'
import type { DecisionFacts } from '../read-decision.server.ts'
import { BallotAbout } from './BallotAbout.tsx'
import { BallotForm } from './BallotForm.tsx'
import { ChooseFrom } from './ChooseFrom.tsx'
import { DecisionSeal } from './DecisionSeal.tsx'
import { ReceiptCheckForm } from './ReceiptCheckForm.tsx'
import { Shortlist } from './Shortlist.tsx'
import { Withdrawn } from './Withdrawn.tsx'

/**
 * While voting is open. The ballot comes first, for those who have one: on a phone nobody should have to look for it
 * under what is sealed.
 */
export function Voting({
	decision,
	base,
	address,
	turnout,
	standing,
	mine,
	isElector,
	isObserver,
	hasVoted,
	onPaper,
	isSignedIn,
	isMember,
	ballotId,
	castWith,
	supporters,
	helps,
	runs,
	children,
}: DecisionFacts & { children?: ReactNode }) {
	return (
		<>
			{helps.map(({ memberId, name }) => (
				<p key={memberId} className="govuk-body">
					You are {name}’s supporter. <a href={`${address}/ballot/${memberId}`}>Help {name} to vote</a>
				</p>
			))}
			<Withdrawn decision={decision} hasVoted={hasVoted} onPaper={onPaper} />
			{isElector ? (
				<>
					<BallotAbout decision={decision} base={base} />
					<BallotForm
						decision={decision}
						base={base}
						address={address}
						ballotId={ballotId}
						hasVoted={hasVoted}
						onPaper={onPaper}
						mine={mine}
						castWith={castWith}
						supporters={supporters}
					/>
				</>
			) : (
				<NotOnTheRoll
					decision={decision}
					isSignedIn={isSignedIn}
					isMember={isMember}
					isObserver={isObserver}
					address={address}
				/>
			)}
			{(!isElector || onPaper) && <ChooseFrom decision={decision} />}
			<p className="govuk-body">
				{turnoutWords(turnout)}. Voting ends at {longMoment(decision.closesAt)}.{' '}
				{isMember && <a href={`${address}/electors`}>See who may vote</a>}
			</p>
			{standing ? (
				<p className="govuk-body">It stands at {countWords(standing)} This vote was set up to show how it stands.</p>
			) : (
				<p className="govuk-body">Nobody sees how it stands before voting ends.</p>
			)}
			<Shortlist shortlist={decision.shortlist} />
			<DecisionSeal decision={decision} base={base} isReader={!isElector || onPaper} />
			{hasVoted && !onPaper && <ReceiptCheckForm address={address} />}
			{!isElector && (
				<p className="govuk-body">
					<a href={`${address}/receipt`}>Check a receipt</a>
				</p>
			)}
			{runs && (
				<p className="govuk-body">
					<a href={`${address}/paper`}>Paper votes</a> <br />
					{decision.options.length > 0 && (
						<>
							<a href={`${address}/withdrawn`}>Withdraw something</a> <br />
						</>
					)}
					<a href={`${address}/stop`}>Stop this vote</a>
				</p>
			)}
			{children}
		</>
	)
}

type Reader = Pick<DecisionFacts, 'decision' | 'isSignedIn' | 'isMember' | 'isObserver' | 'address'>

function NotOnTheRoll({ decision, isSignedIn, isMember, isObserver, address }: Reader) {
	if (isSignedIn && !isMember) {
		return (
			<InsetText>
				The people in {decision.groupName} answer this. You are signed in, but you are not a member of this partnership.
				A facilitator here can invite you.
			</InsetText>
		)
	}
	return (
		<InsetText>
			{isMember ? (
				cannotVoteWords(isObserver ? 'observer' : 'not-on-the-roll')
			) : (
				<>
					The people in {decision.groupName} answer this. If you are one of them,{' '}
					<a href={`/sign-in?next=${encodeURIComponent(address)}`}>sign in to vote</a>.
				</>
			)}
		</InsetText>
	)
}
