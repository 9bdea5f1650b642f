import type { ChoosingRules } from '~/domain/decisions/decision.ts'
import { amountOf } from '~/domain/decisions/methods/exact.ts'
import { Table } from '~/ui/Table.tsx'
import { amountWords, exactAmountWords } from '../amount-words.ts'
import { capital, nameOf } from '../option-names.ts'
import type { StepsFacts } from '../read-steps.server.ts'
import { peopleWords, pointPriceWords, priceWords, togetherWords, widthWords } from '../steps-words.ts'
import { tieSentence } from '../tie-words.ts'
import { blankOrWithdrawn } from '../withdrawn-words.ts'
import { sayFor } from '../would-words.ts'

/** One purchase: how its price comes out, who pays what, what is left, and what else there was to buy. */
export function Step({
	number,
	step,
	facts,
}: {
	number: number
	step: StepsFacts['steps'][number]
	facts: StepsFacts
}) {
	const { decision, voices } = facts
	const { project, cost, price, payers, others } = step
	const isByVoice = payers.some(({ voice }) => voice !== '')
	const people = payers.reduce((sum, payer) => sum + payer.people, 0)
	const { isByPoints } = facts
	const gave = backedBy(decision)
	const say = sayFor(decision)
	return (
		<section>
			<h2 className="govuk-heading-m">
				Step {number}: {nameOf(decision.options, project)}
			</h2>
			<p className="govuk-body">
				It costs {amountWords(cost)}. {capital(peopleWords(people))} {gave}.{' '}
				{isByPoints
					? pointPriceWords(step, say)
					: `${priceWords(step, say)} Its cost divided by that price is ${widthWords(cost, price)}.`}
			</p>
			{facts.ties
				.filter(({ kind, round }) => kind === 'fund' && round === number)
				.map((tie) => (
					<p className="govuk-body" key={tie.round}>
						{tieSentence(tie, decision.options, facts.named, isByPoints)}
					</p>
				))}
			<Table
				caption={`Those who ${gave}, step ${number}`}
				captionSize="s"
				head={[
					{ text: 'People' },
					...(isByVoice ? [{ text: 'Voice' }] : []),
					...(isByPoints ? [{ text: 'Points each', numeric: true }] : []),
					{ text: say('Had', 'Would have'), numeric: true },
					{ text: say('Paid each', 'Would pay each'), numeric: true },
					{ text: say('Paid together', 'Would pay together'), numeric: true },
					{ text: 'Left to each', numeric: true },
				]}
				rows={payers.map(({ people, voice, points = 1, had, paid, left }) => [
					peopleWords(people),
					...(isByVoice ? [voices[voice] ?? voice] : []),
					...(isByPoints ? [points] : []),
					exactAmountWords(had),
					`${exactAmountWords(paid)}${isAll({ paid, price, points }) ? ' (all they had)' : ''}`,
					togetherWords(people, paid),
					exactAmountWords(left),
				])}
			/>
			<p className="govuk-body">
				What {say('is paid', 'they would pay')} together adds up to {amountWords(cost)}.
			</p>
			{others.length > 0 && (
				<Table
					caption={`What else ${say('there was', 'there would be')} to buy at step ${number}`}
					captionSize="s"
					head={[
						{ text: 'Project' },
						{ text: 'Cost', numeric: true },
						{ text: `Those who ${gave} ${say('have', 'would have')} together`, numeric: true },
						...(isByPoints
							? [{ text: 'Price of a point', numeric: true }]
							: [
									{ text: 'Price each', numeric: true },
									{ text: 'Cost divided by price', numeric: true },
								]),
					]}
					rows={others.map((other) => [
						nameOf(decision.options, other.project),
						amountWords(other.cost),
						exactAmountWords(other.together),
						...(other.price
							? [exactAmountWords(other.price), ...(isByPoints ? [] : [widthWords(other.cost, other.price)])]
							: [say('They cannot pay for it', 'They could not pay for it')]),
					])}
				/>
			)}
		</section>
	)
}

/** Whether somebody pays less than the price, of a point where points count: then it is all they had. */
function isAll({ paid, price, points }: { paid: string; price: string; points: number }): boolean {
	const [p, each] = [amountOf(paid), amountOf(price)]
	return p.n * each.d !== each.n * BigInt(points) * p.d
}

/** "chose it", "gave it points": what those did who pay for a project. */
function backedBy({ rules }: StepsFacts['decision']): string {
	const { ballot = 'ticks' } = rules as ChoosingRules
	return { ticks: 'chose it', points: 'gave it points', ranks: 'ranked it' }[ballot]
}

/** What its people could not pay for, from when on, and by how much. */
export function Unbought({ decision, unbought }: StepsFacts) {
	if (unbought.length === 0) return null
	const say = sayFor(decision)
	return (
		<Table
			caption={`What ${say('was', 'would')} not ${say('bought', 'be bought')}, and why`}
			captionSize="m"
			head={[
				{ text: 'Project' },
				{ text: 'Cost', numeric: true },
				{ text: `People who ${backedBy(decision)}`, numeric: true },
				{ text: say('They had too little', 'They would have too little') },
				{ text: say('They had together then', 'They would have together then'), numeric: true },
				{ text: 'Too little by', numeric: true },
			]}
			rows={unbought.map(({ project, cost, people, after, together, short }) => [
				nameOf(decision.options, project),
				amountWords(cost),
				people,
				after === null
					? 'From the start'
					: `After ${say(`${nameOf(decision.options, after)} was paid for`, `paying for ${nameOf(decision.options, after)}`)}`,
				exactAmountWords(together),
				exactAmountWords(short),
			])}
		/>
	)
}

/** Equal ballots together, with what they could still have spent. */
export function Purses({ decision, endowment, purses, morePurses, voices, isByPoints }: StepsFacts) {
	const isByVoice = purses.some(({ voice }) => voice !== '')
	if (purses.length === 0) return null
	const say = sayFor(decision)
	return (
		<>
			<Table
				caption={`What ${say('is', 'would be')} left to whom at the end`}
				captionSize="m"
				head={[
					{ text: 'People' },
					...(isByVoice ? [{ text: 'Voice' }] : []),
					{ text: isByPoints ? 'What they gave points to' : 'What they chose' },
					{ text: 'Left to each', numeric: true },
				]}
				rows={purses.map(({ people, voice, choices, points, left }) => [
					peopleWords(people),
					...(isByVoice ? [voices[voice] ?? voice] : []),
					choices.map((id, at) => `${nameOf(decision.options, id)}${points ? `: ${points[at]}` : ''}`).join(', ') ||
						blankOrWithdrawn(decision),
					exactAmountWords(left),
				])}
			/>
			{endowment.increments > 0 && (
				<p className="govuk-body">
					Added up, this is more than the money that {say('is', 'would be')} left, because everybody’s share was raised.
					It shows who could still have backed a project.{say(' Only what the projects cost is real money.', '')}
				</p>
			)}
			{morePurses > 0 && (
				<p className="govuk-body">
					{morePurses} smaller groups of equal ballots are not listed here. They are in the ballots file.
				</p>
			)}
		</>
	)
}
