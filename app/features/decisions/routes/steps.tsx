import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { Table } from '~/ui/Table.tsx'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { amountWords, nameOf } from '../count-facts.ts'
import { kindWords } from '../decision-words.ts'
import { pageTitle } from '../page-title.ts'
import { readSteps } from '../read-steps.server.ts'
import { comparisonWords } from '../result-words.ts'
import { leftOutWords, raisingWords, sharedBy } from '../steps-words.ts'

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
				left.
			</p>
			<h2 className="govuk-heading-m">What everybody begins with</h2>
			<p className="govuk-body">There is {amountWords(budget)} to share.</p>
			<Beginnings {...facts} />
			{raisingWords(endowment, step, isByVoice).map((words) => (
				<p className="govuk-body" key={words}>
					{words}
				</p>
			))}
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
					<p className="govuk-body">{comparisonWords(comparison)}</p>
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
			{!tookGreedy && <Purses {...facts} />}
			{comparison && !tookGreedy && (
				<>
					<h2 className="govuk-heading-m">The comparison at the end</h2>
					<p className="govuk-body">{comparisonWords(comparison)}</p>
				</>
			)}
		</>
	)
}

function Beginnings({ endowment, voters, voices }: Facts) {
	const { perVoter } = endowment
	if (typeof perVoter === 'string')
		return (
			<p className="govuk-body">
				{voters} {voters === 1 ? 'person' : 'people'} voted, those with a blank ballot among them. In the count below
				each begins with {amountWords(perVoter)}.
			</p>
		)
	return (
		<Table
			caption="What each person begins with"
			captionSize="s"
			head={[{ text: 'Voice' }, { text: 'Each person', numeric: true }]}
			rows={Object.entries(perVoter).map(([voice, share]) => [voices[voice] ?? voice, amountWords(share)])}
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
				It costs {amountWords(cost)}. {people === 1 ? 'One person' : `${people} people`} chose it. Each pays{' '}
				{amountWords(price)}, or all they have left if that is less. So it is as if shared by {sharedBy(cost, price)}{' '}
				people.
			</p>
			<Table
				caption={`Those who chose it, step ${number}`}
				captionSize="s"
				head={[
					{ text: 'People' },
					...(isByVoice ? [{ text: 'Voice' }] : []),
					{ text: 'Had', numeric: true },
					{ text: 'Paid each', numeric: true },
					{ text: 'Left to each', numeric: true },
				]}
				rows={payers.map(({ people, voice, had, paid, left }) => [
					people,
					...(isByVoice ? [voices[voice] ?? voice] : []),
					amountWords(had),
					`${amountWords(paid)}${paid !== price ? ' (all they had)' : ''}`,
					amountWords(left),
				])}
			/>
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
						amountWords(other.together),
						...(other.price
							? [amountWords(other.price), `${sharedBy(other.cost, other.price)} people`]
							: ['They cannot pay for it']),
					])}
				/>
			)}
		</section>
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
					amountWords(left),
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
