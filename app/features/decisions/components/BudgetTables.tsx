import { sharesByPoints } from '~/domain/decisions/answer.ts'
import { amountOf, exactText, less } from '~/domain/decisions/methods/exact.ts'
import type { SharesStory } from '~/domain/decisions/shares-story.ts'
import { BarChart } from '~/ui/BarChart.tsx'
import { Details } from '~/ui/Details.tsx'
import { Table } from '~/ui/Table.tsx'
import { amountWords, exactAmountWords, sizeOf } from '../amount-words.ts'
import { backedBy } from '../backed-words.ts'
import { type BudgetTold, moneyLeftWords } from '../budget-words.ts'
import { poundsText, thousands } from '../money-words.ts'
import { nameOf } from '../option-names.ts'
import { chosenWord, mostFirst, type Named } from '../told.ts'
import { sayFor } from '../would-words.ts'

interface Props {
	told: BudgetTold
	/** How many want each project. */
	named: Named
	/** Where money is shared by points: how many each has, which decide and not how many people. */
	points?: Named | null | undefined
	/** `told` names only what was counted, so it cannot say whether something was withdrawn. */
	hasWithdrawn?: boolean
}

/** More projects than these are folded, those that are funded and the others apart. */
const mostShown = 12

/** Each project with its cost, how many want it, and whether it is funded: read right after the outcome. */
export function FundedTable({ told, named, points, hasWithdrawn }: Props) {
	const { count, options } = told
	const inOrder = count.winners.flatMap((id) => options.filter((option) => option.id === id))
	const others = options.filter(({ id }) => !count.winners.includes(id)).sort(mostFirst(points ?? named))
	const [yes, no] = resultWords[chosenWord(told)] ?? resultWords.funded!
	const table = (caption: string, some: typeof others) => (
		<Projects told={told} named={named} points={points} caption={caption} projects={some} result={[yes, no]} />
	)
	const all =
		others.length === 0 ? (
			<p className="govuk-body">Every project {hasWithdrawn && 'that was not withdrawn '}is among them.</p>
		) : null
	if (options.length <= mostShown)
		return (
			<>
				{table(`${yes} and ${no.toLowerCase()}`, [...inOrder, ...others])}
				{all}
			</>
		)
	return (
		<>
			{inOrder.length > 0 && <Details summary={`${yes}: ${inOrder.length} projects`}>{table(yes, inOrder)}</Details>}
			{others.length > 0 && <Details summary={`${no}: ${others.length} projects`}>{table(no, others)}</Details>}
			{all}
		</>
	)
}

const resultWords: Partial<Record<ReturnType<typeof chosenWord>, [yes: string, no: string]>> = {
	funded: ['Funded', 'Not funded'],
	'would be funded': ['Would be funded', 'Would not be funded'],
	ahead: ['Ahead', 'Not ahead'],
}

interface ProjectsProps extends Props {
	caption: string
	projects: BudgetTold['options']
	result: [yes: string, no: string]
}

function Projects({ told: { count }, named, points, caption, projects, result: [yes, no] }: ProjectsProps) {
	const { it } = backedBy(count)
	return (
		<Table
			caption={caption}
			captionSize="m"
			isClose
			head={[
				{ text: 'Project' },
				{ text: 'Result' },
				{ text: 'Cost' },
				...(points ? [{ text: 'Points' }] : []),
				{ text: `How many ${it}` },
			]}
			rows={projects.map(({ id, name, cost = 0 }) => [
				name,
				count.winners.includes(id) ? <strong key={id}>{yes}</strong> : no,
				poundsText(cost),
				...(points ? [thousands(points[id] ?? 0)] : []),
				`${thousands(named[id] ?? 0)} ${it}`,
			])}
		/>
	)
}

/** How many want each, or their points where these decide: drawn where who paid for what is not. */
export function VotesDrawn({ told, named, points }: Props) {
	const { count, options } = told
	if (paymentsOf(told).length > 0) return null
	const votes = points ?? named
	const byVotes = [...options].sort(mostFirst(votes))
	return (
		<BarChart
			legend={`${points ? 'How many points each has' : `How many ${backedBy(count).it}`}. Full bars: ${chosenWord(told)}.`}
			same="The table has the same numbers."
			bars={byVotes.map(({ id, name }) => ({
				label: name,
				value: `${votes[id] ?? 0}`,
				size: votes[id] ?? 0,
				isHollow: !count.winners.includes(id),
			}))}
		/>
	)
}

/** A count that settled nothing: its numbers, and that all the money is left. Where money was shared the table stands on top. */
export function BudgetTables({ told, named, points, hasWithdrawn }: Props) {
	const isShared = told.outcome === 'chosen' || told.outcome === 'none-chosen'
	return (
		<>
			{!isShared && (
				<>
					<FundedTable told={told} named={named} points={points} hasWithdrawn={hasWithdrawn} />
					<p className="govuk-body">Money left: {moneyLeftWords(told)}.</p>
				</>
			)}
			<VotesDrawn told={told} named={named} points={points} />
		</>
	)
}

/** What those who chose it paid for. None where the projects with most votes are taken, or prices are not published. */
function paymentsOf({ count }: BudgetTold) {
	if (count.method !== 'equal-shares') return []
	return count.rounds.flatMap((round) =>
		round.by === 'equal-shares' && round.price !== undefined
			? [{ ...round, price: round.price, full: round.paidInFull ?? 0, rest: round.gaveTheRest ?? 0 }]
			: [],
	)
}

/** Folded, for it is long on a phone: the story in words says why, and the page of steps follows every payment. */
export function Paid({ told, shares }: Pick<Props, 'told'> & { shares: SharesStory | null }) {
	const { count, options, rules } = told
	const payments = paymentsOf(told)
	if (payments.length === 0) return null
	const isByPoints = sharesByPoints(rules)
	const fromRest = count.rounds.filter(({ project }) => !payments.some((payment) => payment.project === project))
	const say = sayFor(told)
	const title = say('Who paid for what', 'Who would pay for what')
	const [paid, gave] = [say('paid', 'would pay'), say('gave all they had left', 'would give all they had left')]
	return (
		<Details summary={title}>
			<Table
				caption={title}
				captionSize="s"
				head={[
					{ text: 'Project' },
					{ text: 'Cost', numeric: true },
					{ text: isByPoints ? 'Price of a point' : 'Price each', numeric: true },
					{ text: `People who ${paid} ${isByPoints ? 'it for every point' : 'the price'}`, numeric: true },
					{ text: `People who ${gave}`, numeric: true },
				]}
				rows={[
					...payments.map(({ project, cost, price, full, rest }) => [
						nameOf(options, project),
						amountWords(cost),
						exactAmountWords(price),
						full,
						rest,
					]),
					...fromRest.map(({ project, cost }) => [
						nameOf(options, project),
						amountWords(cost),
						'From the money left over',
					]),
				]}
			/>
			{shares && (
				<BarChart
					legend={`The full part is from people who ${paid} the whole price${isByPoints ? ' for every point they gave' : ''}, the striped part from people who ${gave}.`}
					same={`The table “${title}” says of how many people.`}
					bars={payments.map(({ project, cost }) => {
						const inFull = shares.inFull[project] ?? '0'
						return {
							label: nameOf(options, project),
							value: amountWords(cost),
							size: sizeOf(inFull),
							striped: sizeOf(exactText(less(amountOf(cost), amountOf(inFull)))),
						}
					})}
				/>
			)}
		</Details>
	)
}
