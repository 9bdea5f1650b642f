import type { ReactNode } from 'react'
import { isOutcomeOnly } from '~/domain/decisions/decision.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { longMoment } from '~/ui/dates.ts'
import { hasSteps } from '../has-steps.ts'
import { nothingToRecount } from '../outcome-only-words.ts'
import type { DecisionFacts } from '../read-decision.server.ts'
import { DecisionSeal } from './DecisionSeal.tsx'
import { Differences } from './Differences.tsx'
import { ReceiptCheckForm } from './ReceiptCheckForm.tsx'
import { Counted, Further, MoneyInFull, MoneyTold, Outcome } from './Result.tsx'
import { Shortlist } from './Shortlist.tsx'

/**
 * The result, why in short and what it led to, all on the first screens of an old phone; then its numbers, whatever else is known of
 * the count, how to check it, how people see it, and what exactly was voted on.
 */
export function Decided({ children, ...facts }: DecisionFacts & { children?: ReactNode }) {
	const { decision, base, address, webAddress, isMember, hasCastingVote } = facts
	return (
		<>
			<Outcome {...facts} />
			{hasCastingVote && <ButtonLink href={`${address}/casting-vote`}>Give the casting vote</ButtonLink>}
			<LedTo {...facts} />
			<MoneyTold {...facts} />
			<MoneyInFull {...facts} />
			{children}
			<Counted {...facts} />
			<Further {...facts} />
			<TakeAway {...facts} />
			<p className="govuk-body print-only">
				Somebody with a receipt can check that their vote is in the count on this decision’s own page: {webAddress}
			</p>
			<ReceiptCheckForm address={address} />
			<Differences {...facts} />
			<Shortlist shortlist={decision.shortlist} />
			<h2 className="govuk-heading-m">What was voted on</h2>
			<DecisionSeal decision={decision} base={base} />
			<p className="govuk-body">
				Voting was open from {longMoment(decision.opensAt)} to {longMoment(decision.closesAt)}.{' '}
				{isMember && (
					<a className="screen-only" href={`${address}/electors`}>
						See who could vote
					</a>
				)}
			</p>
			{decision.rules.secrecy === 'secret' && (
				<p className="govuk-body screen-only">
					<a href={`${base}/decisions/secrecy`}>What secrecy protects, and what it does not</a>
				</p>
			)}
		</>
	)
}

/** Everything to take away, in one place. */
function TakeAway({ decision: { result }, address, isMissingVoices }: DecisionFacts) {
	const isHidden = result !== null && isOutcomeOnly(result)
	return (
		<>
			<h2 className="govuk-heading-m">Take it away, and check it</h2>
			{isHidden && <p className="govuk-body">{nothingToRecount}</p>}
			<ul className="govuk-list govuk-list--bullet">
				{hasSteps(result, isMissingVoices) && (
					<li>
						<a href={`${address}/steps`}>Follow the count step by step, as if by hand</a>
					</li>
				)}
				<li>
					<a href={`${address}/files`}>
						{isHidden ? 'Take the outcome away as a file' : 'Take the ballots away and count them yourself'}
					</a>
				</li>
				<li>
					<a href={`${address}/minute`}>The minute of this vote, to print or take away</a>
				</li>
			</ul>
		</>
	)
}

export function LedTo({ decision, base, address, runs, mayAgree }: DecisionFacts) {
	return (
		<>
			<h2 className="govuk-heading-m">What this led to</h2>
			{decision.outcome ? (
				<p className="govuk-body as-typed">{decision.outcome}</p>
			) : (
				<p className="govuk-body">
					Nobody has written yet what this led to. The people who run {decision.groupName} write it here.
				</p>
			)}
			{mayAgree && <ButtonLink href={`${base}/actions/new?decision=${decision.id}`}>Agree an action</ButtonLink>}
			{runs && (
				<p className="govuk-body screen-only">
					<a href={`${address}/outcome`}>{decision.outcome ? 'Write this again' : 'Write what this led to'}</a>
				</p>
			)}
		</>
	)
}
