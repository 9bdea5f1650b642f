import { isChoosing } from '~/domain/decisions/decision.ts'
import { Panel } from '~/ui/Panel.tsx'
import type { Chosen } from '../count-facts.ts'
import { kindWords } from '../decision-words.ts'
import { drawsLots } from '../method-words.ts'
import type { DecisionFacts } from '../read-decision.server.ts'
import { narrowlyMissed, resultTitle, resultWhy, tieWords, turnoutResultWords } from '../result-words.ts'
import { ByVoice } from './ByVoice.tsx'
import { Counts } from './Counts.tsx'
import { Lot } from './Lot.tsx'

/** The outcome in one sentence and why the rule gives it, to be read aloud; then who took part; then the numbers. */
export function Result(facts: DecisionFacts) {
	const { decision, voices, pairs, named, address, isMissingVoices } = facts
	const { kind, result } = decision
	if (!result) return null
	const missed = narrowlyMissed(decision, named)
	const chosen = isChoosing(decision) ? (decision as unknown as Chosen) : null
	return (
		<>
			<Panel title={resultTitle(decision)}>
				{resultWhy(decision).map((words) => (
					<p key={words}>{words}</p>
				))}
				{kind === 'show-of-views' && <p>{kindWords[kind].means}</p>}
			</Panel>
			<p className="govuk-body">{turnoutResultWords(decision)}</p>
			{missed.length > 0 && (
				<>
					<h2 className="govuk-heading-m">What came close</h2>
					{missed.map((words) => (
						<p className="govuk-body" key={words}>
							{words}
						</p>
					))}
				</>
			)}
			{chosen && result.outcome !== 'nobody-voted' && (
				<Counts told={chosen} named={named} pairs={pairs} address={address} isMissingVoices={isMissingVoices} />
			)}
			{chosen && <Ties told={chosen} />}
			<ByVoice decision={decision} voices={voices} />
			{isMissingVoices && (
				<p className="govuk-body">
					The rule asks each voice by itself. Some voices are so small that publishing theirs could show how one person
					voted. So anybody can count the totals again, but not what each voice said.
				</p>
			)}
			<p className="govuk-body">
				<a href={`${address}/files`}>Take the ballots away and count them yourself</a>
			</p>
		</>
	)
}

function Ties({ told }: { told: Chosen }) {
	const ties = tieWords(told)
	return (
		<>
			<h2 className="govuk-heading-m">Ties, and how they fell</h2>
			{ties.length === 0 ? (
				<p className="govuk-body">Nothing was level where it mattered.</p>
			) : (
				<ul className="govuk-list govuk-list--bullet">
					{ties.map((words) => (
						<li key={words}>{words}</li>
					))}
				</ul>
			)}
			{drawsLots(told) && <Lot told={told} />}
		</>
	)
}
