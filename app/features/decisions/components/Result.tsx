import { isMotion } from '~/domain/decisions/decision.ts'
import { Panel } from '~/ui/Panel.tsx'
import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { kindWords, outcomeWords, whyWords } from '../decision-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import type { ShownVoice } from '../read-result.server.ts'

export interface ResultProps {
	decision: ShownDecision
	voices: ShownVoice[]
}

/** The outcome in one sentence and why the rule gives it; then the numbers. */
export function Result({ decision, voices }: ResultProps) {
	if (!isMotion(decision) || !decision.result) return null
	const { kind, result, rules } = decision
	const tookPart = result.tally.for + result.tally.against + result.tally.abstain
	const someHidden = voices.some(({ tally }) => !tally)
	return (
		<>
			<Panel title={outcomeWords(kind, result.outcome)}>
				<p>{whyWords(rules, result.tally)}</p>
				{kind === 'show-of-views' && <p>{kindWords[kind].means}</p>}
			</Panel>
			<p className="govuk-body">
				{tookPart} of {result.electors} who could vote took part.
			</p>
			{tookPart > 0 && (
				<Table
					caption="Votes by voice"
					captionSize="m"
					head={[
						{ text: 'Voice' },
						{ text: 'Could vote', numeric: true },
						{ text: 'For', numeric: true },
						{ text: 'Against', numeric: true },
						{ text: 'Abstained', numeric: true },
					]}
					rows={voices.map(({ voice, shape, electors, tally }) => [
						<VoiceMark key={voice} shape={shape} name={voice} />,
						electors,
						...(tally ? [tally.for, tally.against, tally.abstain] : ['Too few to show safely.']),
					])}
				/>
			)}
			{someHidden && (
				<p className="govuk-body">
					There are too few answers in some voices to show them safely: it could be worked out how one person voted.
					They are counted in the result all the same.
				</p>
			)}
		</>
	)
}
