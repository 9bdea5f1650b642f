import { type BallotForm, ballotForm } from '~/domain/decisions/answer.ts'
import type { ChoosingRules } from '~/domain/decisions/decision.ts'
import { standingOptions } from '~/domain/decisions/withdrawn.ts'
import { longMoment } from '~/ui/dates.ts'
import { choiceWords, consentWords } from '../answer-words.ts'
import { kindWords, namedVoteWords, secretVoteWords } from '../decision-words.ts'
import { ruleWords } from '../method-words.ts'
import { poundsText, pricedName } from '../money-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { withdrawnWords } from '../withdrawn-words.ts'

/** One sheet to fill in by hand: what is asked, how, by when, and under which seal. */
export function BallotPaper({
	decision,
	partnership,
	voice,
}: {
	decision: ShownDecision
	partnership: string
	voice?: string
}) {
	const { kind, question, rules, about, closesAt, electors, shortSeal, reference, groupName, shortlist } = decision
	const form = ballotForm(decision)
	return (
		<section className="ballot-paper" aria-label={voice ? `Ballot paper: ${voice}` : 'Ballot paper'}>
			<p className="govuk-body-s">
				{partnership}. {groupName}. {kindWords[kind].name}
				{reference === '' ? (
					'. The number and the seal of this vote will stand here. Both are made when voting opens.'
				) : (
					<>
						{' '}
						{reference}. Seal, made from all that was fixed: <code>{shortSeal}</code>.
					</>
				)}
			</p>
			{voice && (
				<p className="govuk-body">
					<strong>Voice: {voice}</strong>
				</p>
			)}
			<h2 className="govuk-heading-m">{question}</h2>
			<p className="govuk-body">
				About version {about.number} of “{about.title}”. {kindWords[kind].means} {ruleWords(decision)}
			</p>
			<p className="govuk-body">{howTo(form, rules as ChoosingRules)}</p>
			<ul className="ballot-paper__choices">
				{choicesOf(decision).map(({ key, text, about }) => (
					<li key={key}>
						<span className="ballot-paper__box" aria-hidden="true" /> <strong>{text}</strong>
						{about && <> {about}</>}
					</li>
				))}
			</ul>
			<ListMade shortlist={shortlist} />
			{withdrawnWords(decision).map(({ option, says }) => (
				<p key={option} className="govuk-body">
					{says} It can no longer be chosen.
				</p>
			))}
			<p className="govuk-body">Your reason, if you like (everyone can read it with the result):</p>
			<p className="ballot-paper__line" />
			{form === 'consent' && (
				<>
					<p className="govuk-body">If you object, what would have to change:</p>
					<p className="ballot-paper__line" />
				</>
			)}
			{rules.secrecy === 'named' ? (
				<>
					<p className="govuk-body">{namedVoteWords(rules)} Your name:</p>
					<p className="ballot-paper__line" />
				</>
			) : (
				<p className="govuk-body">
					{secretVoteWords(rules, electors)} Two people read it, and no name is kept with it. Do not write your name.
					Fold the paper before you hand it in.
				</p>
			)}
			<p className="govuk-body">
				Hand it in before {longMoment(closesAt)}. If you also vote on a screen, whichever came first counts.
			</p>
		</section>
	)
}

/** How the list was made, as the ballot on a screen has it beside it. */
function ListMade({ shortlist }: Pick<ShownDecision, 'shortlist'>) {
	if (!shortlist) return null
	const { rule, leftOut } = shortlist
	return (
		<>
			<p className="govuk-body as-typed">The rule for being on this list: {rule}</p>
			{leftOut.length === 0 ? (
				<p className="govuk-body">Everything that was put forward is on it.</p>
			) : (
				<>
					<p className="govuk-body">Put forward, and not on the list:</p>
					<ul className="govuk-list govuk-list--bullet">
						{leftOut.map(({ name, cost, reason }) => (
							<li key={name}>
								{name}
								{cost !== undefined && `, ${poundsText(cost)}`}: {reason}
							</li>
						))}
					</ul>
				</>
			)}
		</>
	)
}

function choicesOf(decision: ShownDecision): { key: string; text: string; about?: string }[] {
	const form = ballotForm(decision)
	if (form === 'motion') return Object.entries(choiceWords).map(([key, text]) => ({ key, text }))
	if (form === 'consent') return Object.entries(consentWords).map(([key, text]) => ({ key, text }))
	return standingOptions(decision).map(({ id, name, about, cost }) => ({
		key: id,
		text: pricedName({ name, cost }),
		...(about && { about }),
	}))
}

function howTo(form: BallotForm, rules: ChoosingRules): string {
	const { most, highest = 0, points = 0, cap, withinBudget, budget = 0 } = rules
	switch (form) {
		case 'motion':
		case 'consent':
			return 'Put a cross in one box.'
		case 'ticks':
			return [
				most === undefined ? 'Put a cross beside as many as you like.' : `Put a cross beside ${most} at most.`,
				...(withinBudget
					? [`Together they may cost ${poundsText(budget)} at most, or the paper cannot be counted.`]
					: []),
			].join(' ')
		case 'scores':
			return `Write a whole number from 0 to ${highest} in each box. You may leave boxes empty.`
		case 'points':
			return `You have ${points} points. Write how many each gets, in whole numbers, ${points} together at most${cap ? `, and ${cap} at most for one` : ''}.`
		case 'ranks':
			return most === undefined
				? 'Write 1 beside your first choice, 2 beside the next, and so on. You may leave boxes empty.'
				: `Write 1 beside your first choice, 2 beside the next, and so on, ${most} at most. You may leave boxes empty.`
	}
}
