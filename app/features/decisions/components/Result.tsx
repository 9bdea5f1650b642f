import { Fragment } from 'react'
import { isOutcomeOnly } from '~/domain/decisions/decision.ts'
import { Details } from '~/ui/Details.tsx'
import { Panel } from '~/ui/Panel.tsx'
import { aboutWords, saysAbout } from '../amount-words.ts'
import { asBudget, type BudgetTold } from '../budget-words.ts'
import { kindWords } from '../decision-words.ts'
import { drawsLots, mostOf } from '../method-words.ts'
import { mainReasons, notFundedInFull } from '../not-funded-words.ts'
import type { DecisionFacts } from '../read-decision.server.ts'
import {
	cameClose,
	isMoneyShared,
	narrowlyMissed,
	narrowlyMissedTitle,
	resultTitle,
	resultWhyInParts,
	turnoutResultWords,
} from '../result-words.ts'
import { mostVotesFirstWords } from '../shares-compared-words.ts'
import { raisedInFull, raisedTitle } from '../shares-grown-words.ts'
import { noTiesWords, tieWords } from '../tie-words.ts'
import { type Chosen, chosenOf, type Named } from '../told.ts'
import { namedAsCast } from '../withdrawn-words.ts'
import { FundedTable, Paid } from './BudgetTables.tsx'
import { ByVoice } from './ByVoice.tsx'
import { Counts } from './Counts.tsx'
import { Lot } from './Lot.tsx'
import { ReasonsGiven, WhoVotedHow } from './Reasons.tsx'
import { Withdrawn } from './Withdrawn.tsx'

/** The outcome in one sentence, why in short, and what this kind of vote is worth. */
export function Outcome(facts: DecisionFacts) {
	const { decision } = facts
	return (
		<Panel title={resultTitle(decision)}>
			{whyOf(facts).box.map((words) => (
				<p key={words}>{words}</p>
			))}
			<p>{kindWords[decision.kind].means}</p>
		</Panel>
	)
}

function whyOf({ decision, voices, named, points, shares }: DecisionFacts) {
	return resultWhyInParts(decision, voices, shares, points ?? named)
}

/** Of money what is funded and what is not, and how it came to that: in sentences to be read aloud. */
export function MoneyTold(facts: DecisionFacts) {
	const { decision, named, points, shares } = facts
	const told = sharedMoney(decision)
	if (!told) return null
	const { below, after } = whyOf(facts)
	return (
		<>
			<FundedTable told={told} named={named} points={points} hasWithdrawn={(decision.withdrawn ?? []).length > 0} />
			<Said title="How it came to that" words={[...below, ...mainReasons(told, { named, points }, shares), ...after]} />
		</>
	)
}

function sharedMoney(decision: DecisionFacts['decision']): BudgetTold | null {
	const chosen = isMoneyShared(decision) ? chosenOf(decision) : null
	return chosen && asBudget(chosen)
}

/** Of money, what is exact: the reason and the sums of each that is not funded, how shares grew, and who paid for what. */
export function MoneyInFull({ decision, named, points, shares }: DecisionFacts) {
	const told = sharedMoney(decision)
	if (!told) return null
	const missed = notFundedInFull(told, { named, points }, shares)
	const { count } = told
	const isShares = count.method === 'equal-shares'
	const raised = isShares ? raisedInFull({ ...told, count }, shares) : []
	return (
		<>
			{missed.length > 0 && (
				<Details summary={`${narrowlyMissedTitle(decision)}, one by one`}>
					<Reasons missed={missed} />
				</Details>
			)}
			{isShares && raised.length > 0 && (
				<Details summary={raisedTitle({ ...told, count })}>{paragraphs(raised)}</Details>
			)}
			<Paid told={told} shares={shares} />
			<MostVotesFirst decision={decision} shares={shares} />
		</>
	)
}

function Reasons({ missed }: { missed: ReturnType<typeof notFundedInFull> }) {
	const sums = missed.flatMap(({ sums }) => sums ?? [])
	return (
		<>
			{missed.map(({ id, why, sums }) => (
				<Fragment key={id}>
					<p className="govuk-body">{why}</p>
					{sums && <p className="govuk-body">The sums: {sums}</p>}
				</Fragment>
			))}
			{saysAbout(sums) && <p className="govuk-body">{aboutWords}</p>}
		</>
	)
}

function Said({ title, words }: { title: string; words: string[] }) {
	if (words.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{title}</h2>
			{paragraphs(words)}
		</>
	)
}

function paragraphs(words: string[]) {
	return words.map((said) => (
		<p className="govuk-body" key={said}>
			{said}
		</p>
	))
}

/** The numbers, and how many took part. Of a secret vote with fewer than five ballots no number at all. */
export function Counted({ decision, pairs, named, points }: DecisionFacts) {
	const { result } = decision
	if (!result) return null
	const isHidden = isOutcomeOnly(result)
	return (
		<>
			<Withdrawn decision={decision} />
			{!isHidden && result.outcome !== 'nobody-voted' && (
				<Counts told={decision} named={named} points={points} pairs={pairs} />
			)}
			<h2 className="govuk-heading-m">How many took part</h2>
			<p className="govuk-body">{turnoutResultWords(decision)}</p>
		</>
	)
}

/** For whoever looks further: what came close, what each voice said, who voted how, ties, and reasons. */
export function Further(facts: DecisionFacts) {
	const { decision, voices, named, points, isMissingVoices, votes, reasons, shares } = facts
	const { result } = decision
	if (!result) return null
	const isHidden = isOutcomeOnly(result)
	return (
		<>
			{!isMoneyShared(decision) && (
				<CameClose
					words={narrowlyMissed(decision, { named, points }, shares)}
					isAmong={chosenOf(decision)?.outcome === 'chosen'}
				/>
			)}
			{!isHidden && <ByVoice decision={decision} voices={voices} />}
			{isMissingVoices && (
				<p className="govuk-body">
					The rule asks each voice by itself. Some voices are so small that publishing theirs could show how one person
					voted. So anybody can count the totals again, but not what each voice said.
				</p>
			)}
			<WhoVotedHow votes={votes} options={namedAsCast(decision)} />
			{decision.options.length > 0 && (
				<Ties told={decision} chosen={chosenOf(decision)} named={points ?? named} isWithheld={isMissingVoices} />
			)}
			<ReasonsGiven reasons={reasons} options={decision.options} />
		</>
	)
}

/** People ask it of every count by equal shares. */
function MostVotesFirst({ decision, shares }: Pick<DecisionFacts, 'decision' | 'shares'>) {
	const chosen = chosenOf(decision)
	if (!shares || chosen?.outcome !== 'chosen' || chosen.count.method !== 'equal-shares') return null
	return (
		<Details summary={`What “${mostOf(chosen.rules)} first” would have funded`}>
			{paragraphs(mostVotesFirstWords({ ...chosen, count: chosen.count }, shares.mostVotesFirst))}
		</Details>
	)
}

interface TiesProps {
	told: DecisionFacts['decision']
	/** Null where no number is shown. */
	chosen: Chosen | null
	named: Named
	/** Money was shared by voice, and voices are too small to show how levels fell. */
	isWithheld: boolean
}

function Ties({ told, chosen, named, isWithheld }: TiesProps) {
	const ties = chosen ? tieWords(chosen, named) : []
	if (!chosen && !drawsLots(told)) return null
	return (
		<>
			<h2 className="govuk-heading-m">Ties, and how they fell</h2>
			{ties.length > 0 && (
				<ul className="govuk-list govuk-list--bullet">
					{ties.map((words) => (
						<li key={words}>{words}</li>
					))}
				</ul>
			)}
			{ties.length === 0 && <p className="govuk-body">{noTiesWords(!chosen || isWithheld)}</p>}
			{drawsLots(told) && <Lot told={told} />}
		</>
	)
}

/** Where one is chosen among options people look for it; a motion that came close to nothing says nothing. */
function CameClose({ words, isAmong }: { words: string[]; isAmong: boolean }) {
	if (words.length === 0 && !isAmong) return null
	return <Said title={cameClose} words={words.length > 0 ? words : ['Nothing else came close.']} />
}
