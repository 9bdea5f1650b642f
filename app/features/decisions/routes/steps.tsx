import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { Table } from '~/ui/Table.tsx'
import { amountWords, exactAmountWords } from '../amount-words.ts'
import { comparisonSaid } from '../budget-words.ts'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { kindWords } from '../decision-words.ts'
import { nameOf } from '../option-names.ts'
import { pageTitle } from '../page-title.ts'
import { readSteps } from '../read-steps.server.ts'
import { beginningWords, leftOutWords, priceWords, raisingWords, sharedWords, togetherWords } from '../steps-words.ts'
import { tieSentence } from '../tie-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Step by step', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	return await readSteps(args)
}

type Facts = Awaited<ReturnType<typeof readSteps>>

/** Equal shares to follow with a pencil: everybody's part, each purchase, who paid what, what is left. */
export default function StepsPage() {
	const facts = useLoaderData<typeof loader>() as Facts
	const { address, decision, budget, step, endowment, steps, byGreedy, comparison, notConsidered } = facts
	const isByVoice = typeof endowment.perVoter !== 'string'
	const tookGreedy = comparison?.kept === 'greedy'
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<DecisionTitle decision={decision}>The count, step by step</DecisionTitle>
			<p className="govuk-body">
				Nobody’s name is here. People who chose exactly the same are counted together, because they always have the same
				left. Where an amount is not whole pence, the rest is said as a fraction of a penny, so that everything adds up.
			</p>
			<h2 className="govuk-heading-m">What everybody begins with</h2>
			<p className="govuk-body">There is {amountWords(budget)} to share.</p>
			{raisingWords(endowment, step, isByVoice).map((words) => (
				<p className="govuk-body" key={words}>
					{words}
				</p>
			))}
			<Beginnings {...facts} />
			<h2 className="govuk-heading-m">How a project is picked</h2>
			<p className="govuk-body">
				{decision.rules && 'utility' in decision.rules && decision.rules.utility === 'cardinality'
					? 'At each step, the project is bought that asks the smallest part from each of those who chose it.'
					: 'At each step, the project is bought whose cost is shared by most people: its cost divided by what each of them has to pay. Somebody who has less than that gives all they have left, and the others pay a little more.'}
			</p>
			{notConsidered.length > 0 && (
				<>
					<p className="govuk-body">Left out from the start:</p>
					<ul className="govuk-list govuk-list--bullet">
						{notConsidered.map(({ project, why }) => (
							<li key={project}>
								{nameOf(decision.options, project)}: {leftOutWords[why]}
							</li>
						))}
					</ul>
				</>
			)}
			{tookGreedy && comparison && (
				<>
					<h2 className="govuk-heading-m">The comparison that settled it</h2>
					<p className="govuk-body">{comparisonSaid(comparison)}</p>
				</>
			)}
			{steps.map((one, at) => (
				<Step key={one.project} number={at + 1} step={one} facts={facts} />
			))}
			{steps.length === 0 && !tookGreedy && (
				<p className="govuk-body">No project could be paid for by those who chose it.</p>
			)}
			{byGreedy.length > 0 && (
				<Table
					caption={tookGreedy ? 'Most votes first' : 'With the money left over: most votes first, what still fits'}
					captionSize="m"
					head={[
						{ text: 'Project' },
						{ text: 'Cost', numeric: true },
						{ text: 'People who chose it', numeric: true },
						{ text: 'Money left then', numeric: true },
					]}
					rows={byGreedy.map(({ project, cost, votes, left }) => [
						nameOf(decision.options, project),
						amountWords(cost),
						votes,
						amountWords(left ?? '0'),
					])}
				/>
			)}
			{!tookGreedy && <Unbought {...facts} />}
			{!tookGreedy && <Purses {...facts} />}
			{comparison && !tookGreedy && (
				<>
					<h2 className="govuk-heading-m">The comparison at the end</h2>
					<p className="govuk-body">{comparisonSaid(comparison)}</p>
				</>
			)}
		</>
	)
}

function Beginnings({ budget, endowment, voters, step, voices }: Facts) {
	const { perVoter, increments } = endowment
	if (typeof perVoter === 'string')
		return beginningWords({ budget, voters, step }, { perVoter, increments }).map((words) => (
			<p className="govuk-body" key={words}>
				{words}
			</p>
		))
	return (
		<Table
			caption="What each person begins with"
			captionSize="s"
			head={[{ text: 'Voice' }, { text: 'Each person', numeric: true }]}
			rows={Object.entries(perVoter).map(([voice, share]) => [voices[voice] ?? voice, exactAmountWords(share)])}
		/>
	)
}

function Step({ number, step, facts }: { number: number; step: Facts['steps'][number]; facts: Facts }) {
	const { decision, voices } = facts
	const { project, cost, price, payers, others } = step
	const isByVoice = payers.some(({ voice }) => voice !== '')
	const people = payers.reduce((sum, payer) => sum + payer.people, 0)
	return (
		<section>
			<h2 className="govuk-heading-m">
				Step {number}: {nameOf(decision.options, project)}
			</h2>
			<p className="govuk-body">
				It costs {amountWords(cost)}. {people === 1 ? 'One person' : `${people} people`} chose it. {priceWords(step)} So
				it is as if shared by {sharedWords(cost, price)}.
			</p>
			{facts.ties
				.filter(({ round }) => round === number)
				.map((tie) => (
					<p className="govuk-body" key={tie.round}>
						{tieSentence(tie, decision.options)}
					</p>
				))}
			<Table
				caption={`Those who chose it, step ${number}`}
				captionSize="s"
				head={[
					{ text: 'People' },
					...(isByVoice ? [{ text: 'Voice' }] : []),
					{ text: 'Had', numeric: true },
					{ text: 'Paid each', numeric: true },
					{ text: 'Paid together', numeric: true },
					{ text: 'Left to each', numeric: true },
				]}
				rows={payers.map(({ people, voice, had, paid, left }) => [
					people,
					...(isByVoice ? [voices[voice] ?? voice] : []),
					exactAmountWords(had),
					`${exactAmountWords(paid)}${paid !== price ? ' (all they had)' : ''}`,
					togetherWords(people, paid),
					exactAmountWords(left),
				])}
			/>
			<p className="govuk-body">What is paid together adds up to {amountWords(cost)}.</p>
			{others.length > 0 && (
				<Table
					caption={`What else there was to buy at step ${number}`}
					captionSize="s"
					head={[
						{ text: 'Project' },
						{ text: 'Cost', numeric: true },
						{ text: 'Those who chose it have together', numeric: true },
						{ text: 'Price each', numeric: true },
						{ text: 'As if shared by', numeric: true },
					]}
					rows={others.map((other) => [
						nameOf(decision.options, other.project),
						amountWords(other.cost),
						exactAmountWords(other.together),
						...(other.price
							? [exactAmountWords(other.price), sharedWords(other.cost, other.price)]
							: ['They cannot pay for it']),
					])}
				/>
			)}
		</section>
	)
}

/** What its people could not pay for in the end, and by how much. */
function Unbought({ decision, unbought }: Facts) {
	if (unbought.length === 0) return null
	return (
		<Table
			caption="What was not bought, and why"
			captionSize="m"
			head={[
				{ text: 'Project' },
				{ text: 'Cost', numeric: true },
				{ text: 'People who chose it', numeric: true },
				{ text: 'They have left together', numeric: true },
				{ text: 'Too little by', numeric: true },
			]}
			rows={unbought.map(({ project, cost, people, together, short }) => [
				nameOf(decision.options, project),
				amountWords(cost),
				people,
				exactAmountWords(together),
				exactAmountWords(short),
			])}
		/>
	)
}

function Purses({ decision, endowment, purses, morePurses, voices }: Facts) {
	const isByVoice = purses.some(({ voice }) => voice !== '')
	if (purses.length === 0) return null
	return (
		<>
			<Table
				caption="What is left to whom at the end"
				captionSize="m"
				head={[
					{ text: 'People' },
					...(isByVoice ? [{ text: 'Voice' }] : []),
					{ text: 'What they chose' },
					{ text: 'Left to each', numeric: true },
				]}
				rows={purses.map(({ people, voice, choices, left }) => [
					people,
					...(isByVoice ? [voices[voice] ?? voice] : []),
					choices.map((id) => nameOf(decision.options, id)).join(', ') || 'Left blank',
					exactAmountWords(left),
				])}
			/>
			{endowment.increments > 0 && (
				<p className="govuk-body">
					Added up, this is more than the money that is left, because everybody’s part was raised. It shows who could
					still have backed a project. Only what the projects cost is real money.
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
