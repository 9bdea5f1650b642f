import { type ChoosingMethod, type ChoosingRules, isChoosing, type Option } from '~/domain/decisions/decision.ts'
import { Details } from '~/ui/Details.tsx'
import { kindWords, secrecyWords } from '../decision-words.ts'
import { poundsText } from '../money-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { BallotForm } from './BallotForm.tsx'

/** How it will look to everyone it reaches, before anything is fixed. */
export function BallotPreviews({ preview, elector }: { preview: ShownDecision; elector: string }) {
	return (
		<>
			<h2 className="govuk-heading-m">What people will see</h2>
			<Details summary="Somebody voting on a screen">
				{/* Its boxes show how it looks and cannot be used. */}
				<fieldset className="govuk-fieldset" disabled>
					<legend className="govuk-visually-hidden">The ballot, to look at</legend>
					<BallotForm decision={preview} address="" ballotId="" hasVoted={false} mine={null} />
				</fieldset>
			</Details>
			<Details summary="Somebody voting with a supporter">
				<p className="govuk-body">
					The same ballot, with nothing more and nothing less on it. Above it stands whose vote it is: “You are helping{' '}
					{elector}. This is {elector}’s vote, not yours.” A supporter has no part in it, and votes only if they are on
					the list themselves.
				</p>
			</Details>
			<Details summary="Somebody voting on paper">
				<PaperBallot preview={preview} />
			</Details>
			<Details summary="Somebody who may not vote">
				<p className="govuk-body">
					{preview.seenBy} They see the question, the words it is about, the rules and how many have voted. In place of
					the ballot stands:
				</p>
				<p className="govuk-body">
					The people in {preview.groupName} answer this. Who may vote is fixed when it opens.
				</p>
			</Details>
		</>
	)
}

/** The paper as the clerk reads it out and types it in: the question, the choices and where to write. */
function PaperBallot({ preview }: { preview: ShownDecision }) {
	const { kind, question, method, options, rules, electors } = preview
	const lines = method === 'motion' ? motionLines : method === 'consent' ? consentLines : options.map(optionLine)
	return (
		<>
			<p className="govuk-body">
				<strong>{question}</strong>
			</p>
			<p className="govuk-body">
				{kindWords[kind].means} {secrecyWords(rules, electors)}
			</p>
			<p className="govuk-body">{isChoosing(preview) ? paperWords[preview.method](preview.rules) : crossWords}</p>
			<ul className="govuk-list">
				{lines.map((line) => (
					<li key={line}>
						<span aria-hidden="true">☐</span> {line}
					</li>
				))}
			</ul>
		</>
	)
}

const crossWords = 'Put a cross in one box.'
const motionLines = ['For', 'Against', 'Abstain']
const consentLines = [
	'I agree',
	'I can live with it, with a concern. Write the concern below.',
	'I object. Write why, and what would have to change, below.',
]

function optionLine({ id, name, cost }: Option) {
	return `${id}. ${name}${cost === undefined ? '' : `, ${poundsText(cost)}`}`
}

const ticks = ({ most }: ChoosingRules) =>
	`Put a cross beside each one you choose, ${most ? `${most} at most` : 'as many as you like'}.`
const inOrder = (level: string) => () =>
	`Write 1 beside your first choice, 2 beside your second, and so on, as far as you like. ${level}`
const allDifferent = inOrder('Give each its own number.')

const paperWords: Record<ChoosingMethod, (rules: ChoosingRules) => string> = {
	approval: ticks,
	greedy: ticks,
	'greedy-no-skip': ticks,
	'equal-shares': ticks,
	score: ({ highest = 0 }) => `Write a score from 0 to ${highest} in each box, or leave it empty.`,
	points: ({ points = 0, cap }) =>
		`You have ${points} points. Write how many you give each one${cap ? `, ${cap} at most for one` : ''}.`,
	irv: allDifferent,
	'scottish-stv': allDifferent,
	schulze: inOrder('Two may have the same number.'),
}
