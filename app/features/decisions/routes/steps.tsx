import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { BackLink } from '~/ui/BackLink.tsx'
import { Details } from '~/ui/Details.tsx'
import { Table } from '~/ui/Table.tsx'
import { amountWords, exactAmountWords } from '../amount-words.ts'
import { noMoneyWords } from '../budget-words.ts'
import { DecisionTitle } from '../components/DecisionTitle.tsx'
import { Purses, Step, Unbought } from '../components/ShareSteps.tsx'
import { Withdrawn } from '../components/Withdrawn.tsx'
import { kindWords } from '../decision-words.ts'
import { mostOf } from '../method-words.ts'
import { capital, nameOf } from '../option-names.ts'
import { pageTitle } from '../page-title.ts'
import { readSteps, type StepsFacts } from '../read-steps.server.ts'
import { comparisonSaid } from '../shares-compared-words.ts'
import { oneMoreWords } from '../shares-grown-words.ts'
import { beginningWords, leftOutWords, pickedWords, raisingWords } from '../steps-words.ts'
import { tieSentence } from '../tie-words.ts'
import { sayFor } from '../would-words.ts'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
	pageTitle(['Step by step', data?.decision.question, data && kindWords[data.decision.kind].name, data?.name])

export async function loader(args: LoaderFunctionArgs) {
	return await readSteps(args)
}

/** Equal shares to follow with a pencil: everybody's share, each purchase, who paid what, what is left. */
export default function StepsPage() {
	const facts = useLoaderData<typeof loader>() as StepsFacts
	const { address, decision, budget, steps, byGreedy, comparison, notConsidered, ties, named, isByPoints } = facts
	const tookGreedy = comparison?.kept === 'greedy'
	const say = sayFor(decision)
	return (
		<>
			<BackLink href={address}>Back to this decision</BackLink>
			<DecisionTitle decision={decision}>The count, step by step</DecisionTitle>
			<p className="govuk-body">
				Nobody’s name is here. People who chose exactly the same are counted together, because they always have the same
				left.
			</p>
			<Details summary="How amounts that are not whole pence are written here">
				<p className="govuk-body">
					What is left over after whole pence is said as a fraction of a penny. Where it says “about”, it is rounded to
					the penny. The count itself rounds nothing, so your own sums may differ by a penny or two.
				</p>
			</Details>
			<h2 className="govuk-heading-m">What everybody {say('begins', 'would begin')} with</h2>
			<p className="govuk-body">
				{noMoneyWords(decision)}There {say('is', 'would be')} {amountWords(budget)} to share.
			</p>
			<Beginnings {...facts} />
			<h2 className="govuk-heading-m">How a project is picked</h2>
			<p className="govuk-body">
				{pickedWords(
					isByPoints
						? 'points'
						: 'utility' in decision.rules && decision.rules.utility === 'cardinality'
							? 'cardinality'
							: 'cost',
					say,
				)}
			</p>
			<Withdrawn decision={decision} />
			{notConsidered.length > 0 && (
				<>
					<p className="govuk-body">Left out from the start:</p>
					<ul className="govuk-list govuk-list--bullet">
						{notConsidered.map(({ project, why }) => (
							<li key={project}>
								{nameOf(decision.options, project)}:{' '}
								{why === 'no-supporter' && isByPoints ? 'it has no points' : leftOutWords[why]}
							</li>
						))}
					</ul>
				</>
			)}
			{tookGreedy && comparison && (
				<>
					<h2 className="govuk-heading-m">The comparison that settled it</h2>
					<p className="govuk-body">{comparisonSaid(comparison, decision)}</p>
				</>
			)}
			{steps.map((one, at) => (
				<Step key={one.project} number={at + 1} step={one} facts={facts} />
			))}
			{steps.length === 0 && !tookGreedy && (
				<p className="govuk-body">No project could be paid for by those who want it.</p>
			)}
			{byGreedy.length > 0 && (
				<Table
					caption={
						tookGreedy
							? `${capital(mostOf(decision.rules))} first`
							: `With the money left over: ${mostOf(decision.rules)} first, what still fits`
					}
					captionSize="m"
					head={[
						{ text: 'Project' },
						{ text: 'Cost', numeric: true },
						{ text: isByPoints ? 'Points' : 'People who chose it', numeric: true },
						{ text: 'Money left then', numeric: true },
						{ text: 'Result' },
					]}
					rows={byGreedy.map(({ project, cost, votes, score, left, funded = true }) => [
						nameOf(decision.options, project),
						amountWords(cost),
						isByPoints ? score : votes,
						amountWords(left ?? '0'),
						funded ? 'Fits' : 'Does not fit',
					])}
				/>
			)}
			{ties
				.filter(({ kind }) => kind === 'order')
				.map((tie) => (
					<p className="govuk-body" key={tie.round}>
						{tieSentence(tie, decision.options, named, isByPoints)}
					</p>
				))}
			{!tookGreedy && <Unbought {...facts} />}
			{!tookGreedy && <Purses {...facts} />}
			{comparison && !tookGreedy && (
				<>
					<h2 className="govuk-heading-m">The comparison at the end</h2>
					<p className="govuk-body">{comparisonSaid(comparison, decision)}</p>
				</>
			)}
		</>
	)
}

/** The equal part first, then why and by how much it was raised. */
function Beginnings({ budget, endowment, voters, step, voices, oneMore, decision }: StepsFacts) {
	const { perVoter, increments } = endowment
	const isByVoice = typeof perVoter !== 'string'
	const say = sayFor(decision)
	const raising = raisingWords(
		endowment,
		{ step, budget, isByVoice, oneMore: oneMore && oneMoreWords(decision, oneMore) },
		say,
	)
	if (!isByVoice) {
		const [shared, ...raised] = beginningWords({ budget, voters, step }, { perVoter, increments }, say)
		return <Said words={[shared ?? '', ...raising, ...raised]} />
	}
	return (
		<>
			<Said words={raising} />
			<Table
				caption={`What each person ${say('begins', 'would begin')} with`}
				captionSize="s"
				head={[{ text: 'Voice' }, { text: 'Each person', numeric: true }]}
				rows={Object.entries(perVoter).map(([voice, share]) => [voices[voice] ?? voice, exactAmountWords(share)])}
			/>
		</>
	)
}

function Said({ words }: { words: string[] }) {
	return words.map((sentence) => (
		<p className="govuk-body" key={sentence}>
			{sentence}
		</p>
	))
}
