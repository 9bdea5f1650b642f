import { BarChart } from '~/ui/BarChart.tsx'
import { Details } from '~/ui/Details.tsx'
import { Table } from '~/ui/Table.tsx'
import { amountWords, exactAmountWords, sizeOf } from '../amount-words.ts'
import { type BudgetTold, moneyLeftWords } from '../budget-words.ts'
import { poundsText } from '../money-words.ts'
import { capital, nameOf } from '../option-names.ts'
import { chosenWord, type Named } from '../told.ts'

interface Props {
	told: BudgetTold
	/** How many chose each project. */
	named: Named
	/** `told` names only what was counted, so it cannot say whether something was withdrawn. */
	hasWithdrawn?: boolean
}

/** What is funded and what is not, with the numbers people ask for; of equal shares also who paid for what. */
export function BudgetTables({ told, named, hasWithdrawn }: Props) {
	const word = chosenWord(told)
	const payments = paymentsOf(told)
	return (
		<>
			<Funded told={told} caption={capital(word)} named={named} hasChart={payments.length === 0} />
			<NotFunded told={told} named={named} hasWithdrawn={hasWithdrawn} />
			<p className="govuk-body">Money left: {moneyLeftWords(told)}.</p>
			{payments.length > 0 && <Paid told={told} payments={payments} />}
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

interface PaidProps {
	told: BudgetTold
	payments: ReturnType<typeof paymentsOf>
}

/** Folded, for it is long on a phone: the story in words says why, and the page of steps follows every payment. */
function Paid({ told: { count, options }, payments }: PaidProps) {
	const fromRest = count.rounds.filter(({ project }) => !payments.some((payment) => payment.project === project))
	return (
		<Details summary="Who paid for what">
			<Table
				caption="Who paid for what"
				captionSize="s"
				head={[
					{ text: 'Project' },
					{ text: 'Cost', numeric: true },
					{ text: 'Price each', numeric: true },
					{ text: 'People who paid the price', numeric: true },
					{ text: 'People who gave all they had left', numeric: true },
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
			<BarChart
				legend="The full part is from people who paid the whole price, the striped part from people who gave all they had left."
				same="The table “Who paid for what” has the same numbers."
				bars={payments.map(({ project, cost, price, full }) => {
					const inFull = Math.min(sizeOf(cost), sizeOf(price) * full)
					return {
						label: nameOf(options, project),
						value: amountWords(cost),
						size: inFull,
						striped: sizeOf(cost) - inFull,
					}
				})}
			/>
		</Details>
	)
}

interface FundedProps extends Props {
	caption: string
	hasChart: boolean
}

function Funded({ told: { count, options }, caption, named, hasChart }: FundedProps) {
	const costOf = new Map(options.map(({ id, cost = 0 }) => [id, cost]))
	const byVotes = [...options].sort((a, b) => (named[b.id] ?? 0) - (named[a.id] ?? 0))
	return (
		<>
			{count.winners.length > 0 && (
				<Table
					caption={caption}
					captionSize="m"
					head={[{ text: 'Project' }, { text: 'Cost', numeric: true }, { text: 'People who chose it', numeric: true }]}
					rows={count.winners.map((id) => [nameOf(options, id), poundsText(costOf.get(id) ?? 0), named[id] ?? 0])}
				/>
			)}
			{hasChart && (
				<BarChart
					legend={`People who chose each. Full bars: ${caption.toLowerCase()}.`}
					same="The tables have the same numbers."
					bars={byVotes.map(({ id, name }) => ({
						label: name,
						value: `${named[id] ?? 0}`,
						size: named[id] ?? 0,
						isHollow: !count.winners.includes(id),
					}))}
				/>
			)}
		</>
	)
}

const othersWords: Partial<Record<ReturnType<typeof chosenWord>, string>> = {
	'would be funded': 'Not among them',
	funded: 'Not funded',
	ahead: 'Not ahead',
}

function NotFunded({ told, named, hasWithdrawn }: Props) {
	const others = told.options
		.filter(({ id }) => !told.count.winners.includes(id))
		.sort((a, b) => (named[b.id] ?? 0) - (named[a.id] ?? 0))
	if (others.length === 0)
		return <p className="govuk-body">Every project {hasWithdrawn && 'that was not withdrawn '}is among them.</p>
	return (
		<Table
			caption={othersWords[chosenWord(told)]}
			captionSize="m"
			head={[{ text: 'Project' }, { text: 'Cost', numeric: true }, { text: 'People who chose it', numeric: true }]}
			rows={others.map(({ id, name, cost = 0 }) => [name, poundsText(cost), named[id] ?? 0])}
		/>
	)
}
