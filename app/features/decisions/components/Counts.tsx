import { BarChart } from '~/ui/BarChart.tsx'
import { FlowChart } from '~/ui/FlowChart.tsx'
import { Table } from '~/ui/Table.tsx'
import {
	amountWords,
	type BudgetRound,
	type Chosen,
	type IrvRound,
	type MarksRound,
	moneyLeft,
	nameOf,
	numberWords,
	type Pairs,
	roundsOf,
	type StvRound,
	sizeOf,
} from '../count-facts.ts'
import { poundsText } from '../money-words.ts'

export interface CountsProps {
	told: Chosen
	/** How many chose each option. */
	named: Readonly<Record<string, number>>
	pairs: Pairs | null
	address: string
	isMissingVoices: boolean
}

/** The whole count: drawn, and the same numbers in a table. */
export function Counts(props: CountsProps) {
	const { told, pairs } = props
	switch (told.method) {
		case 'approval':
		case 'score':
		case 'points':
			return <Totals {...props} />
		case 'irv':
			return (
				<>
					<IrvRounds told={told} />
					{pairs && <PairsTable told={told} pairs={pairs} />}
				</>
			)
		case 'scottish-stv':
			return <StvRounds told={told} />
		case 'schulze':
			return pairs && <PairsTable told={told} pairs={pairs} />
		default:
			return <Budget {...props} />
	}
}

function Totals({ told }: CountsProps) {
	const [round] = roundsOf<MarksRound>(told.result.count)
	const { winners } = told.result.count
	if (!round) return null
	const isMean = round.mean !== undefined && told.rules.missing !== 'zero'
	const main = (id: string): string =>
		isMean ? (round.mean?.[id] ?? '0') : `${(round.sum ?? round.points ?? round.votes)?.[id] ?? 0}`
	const ids = told.options
		.map(({ id }) => id)
		.sort((a, b) => sizeOf(main(b)) - sizeOf(main(a)) || told.tieOrder.indexOf(a) - told.tieOrder.indexOf(b))
	const shown = (id: string) => (isMean && !round.mean?.[id] ? 'no score' : numberWords(main(id)))
	const heads = { approval: 'Ticks', points: 'Points', score: isMean ? 'Average score' : 'Total score' } as const
	const givers = round.given ?? (told.method === 'points' ? round.votes : undefined)
	return (
		<>
			<BarChart
				legend={`Full bars are those ${chosenWord(told)}.`}
				bars={ids.map((id) => ({
					label: nameOf(told.options, id),
					value: shown(id),
					size: sizeOf(main(id)),
					isHollow: !winners.includes(id),
				}))}
			/>
			<Table
				caption="The count"
				captionSize="m"
				head={[
					{ text: 'Option' },
					{ text: heads[told.method as keyof typeof heads], numeric: true },
					...(givers
						? [{ text: told.method === 'score' ? 'People who scored it' : 'People who gave it points', numeric: true }]
						: []),
					{ text: 'Result' },
				]}
				rows={ids.map((id) => [
					nameOf(told.options, id),
					shown(id),
					...(givers ? [givers[id] ?? 0] : []),
					winners.includes(id) ? capital(chosenWord(told)) : '',
				])}
			/>
		</>
	)
}

/** Of a show of views nothing is chosen; of a count without a quorum neither. */
export function chosenWord({ kind, method, result }: Pick<Chosen, 'kind' | 'method' | 'result'>): string {
	if (result.outcome === 'no-quorum') return 'ahead'
	if (kind === 'show-of-views') return 'preferred'
	return method.startsWith('greedy') || method === 'equal-shares' ? 'funded' : 'chosen'
}

function capital(text: string) {
	return text.charAt(0).toUpperCase() + text.slice(1)
}

function IrvRounds({ told }: { told: Chosen }) {
	const rounds = roundsOf<IrvRound>(told.result.count)
	const [winner] = told.result.count.winners
	const ids = told.options
		.map(({ id }) => id)
		.sort((a, b) => lastRound(rounds, b) - lastRound(rounds, a) || told.tieOrder.indexOf(a) - told.tieOrder.indexOf(b))
	return (
		<>
			{rounds.length > 1 && (
				<FlowChart
					caption="How votes moved from round to round. The table says the same in numbers."
					rows={[
						...ids.map((id) => ({
							label: nameOf(told.options, id),
							sizes: rounds.map(({ votes }) => votes[id] ?? null),
						})),
						{ label: 'No choice left', sizes: rounds.map(({ exhausted }) => exhausted || null) },
					]}
				/>
			)}
			<Table
				caption="Votes in each round"
				captionSize="m"
				head={[
					{ text: 'Option' },
					...rounds.map((_, at) => ({ text: `Round ${at + 1}`, numeric: true })),
					{ text: 'What became of it' },
				]}
				rows={[
					...ids.map((id) => {
						const out = rounds.findIndex(({ excluded }) => excluded === id)
						return [
							nameOf(told.options, id),
							...rounds.map(({ votes }) => votes[id] ?? '–'),
							id === winner
								? 'More than half'
								: out >= 0
									? `Dropped out after round ${out + 1}`
									: 'Still in at the end',
						]
					}),
					['No choice left', ...rounds.map(({ exhausted }) => exhausted), ''],
				]}
			/>
		</>
	)
}

function lastRound(rounds: readonly IrvRound[], id: string): number {
	return rounds.filter(({ votes }) => votes[id] !== undefined).length * 1_000_000 + (rounds.at(-1)?.votes[id] ?? 0)
}

function StvRounds({ told }: { told: Chosen }) {
	const { count } = told.result
	const rounds = roundsOf<StvRound>(count)
	const ids = [...count.winners, ...told.options.map(({ id }) => id).filter((id) => !count.winners.includes(id))]
	const isOut = (id: string, at: number) =>
		rounds.slice(0, at + 1).some((round) => round.action === 'exclude' && round.candidate === id)
	return (
		<>
			{rounds.length > 1 && (
				<FlowChart
					caption="How votes moved from round to round. The table says the same in numbers."
					rows={[
						...ids.map((id) => ({
							label: nameOf(told.options, id),
							sizes: rounds.map(({ votes }, at) => (isOut(id, at) ? null : sizeOf(votes[id] ?? '0'))),
						})),
						{
							label: 'Moved to nobody',
							sizes: rounds.map(({ nonTransferable }) => sizeOf(nonTransferable) || null),
						},
					]}
				/>
			)}
			<Table
				caption="Votes in each round"
				captionSize="m"
				head={[
					{ text: 'Option' },
					...rounds.map((_, at) => ({ text: `Round ${at + 1}`, numeric: true })),
					{ text: 'What became of it' },
				]}
				rows={[
					...ids.map((id) => [
						nameOf(told.options, id),
						...rounds.map(({ votes }, at) => (isOut(id, at) ? '–' : numberWords(votes[id] ?? '0'))),
						fateOf(told, rounds, id),
					]),
					['Moved to nobody', ...rounds.map(({ nonTransferable }) => numberWords(nonTransferable)), ''],
				]}
			/>
			<Table
				caption="What happened in each round"
				captionSize="m"
				head={[{ text: 'Round' }, { text: 'What happened' }]}
				rows={rounds.map((round, at) => [at + 1, roundWords(told, round)])}
			/>
		</>
	)
}

function fateOf(told: Chosen, rounds: readonly StvRound[], id: string): string {
	const at = rounds.findIndex(({ elected }) => elected.includes(id))
	if (at >= 0) return `${capital(chosenWord(told))} in round ${at + 1}`
	const out = rounds.findIndex(({ action, candidate }) => action === 'exclude' && candidate === id)
	return out >= 0 ? `Dropped out in round ${out + 1}` : 'Still in at the end'
}

function roundWords(told: Chosen, { action, candidate, surplus, elected }: StvRound): string {
	const name = candidate === null ? '' : `“${nameOf(told.options, candidate)}”`
	const did = {
		first: 'First choices were counted.',
		surplus: `${name} had ${numberWords(surplus ?? '0')} votes more than needed. Each of its ballots moved on, worth that much less.`,
		exclude: `${name} had fewest and dropped out. Its votes moved to their next choices.`,
	}[action]
	const now = elected.map((id) => `“${nameOf(told.options, id)}”`).join(' and ')
	return now ? `${did} Now ${chosenWord(told)}: ${now}.` : did
}

/** Beside an instant run-off this is information. It never changes who wins. */
function PairsTable({ told, pairs }: { told: Chosen; pairs: Pairs }) {
	const ids = told.options.map(({ id }) => id).filter((id) => pairs.pairwise[id])
	const isOwn = told.method === 'schulze'
	const { condorcetWinner, order } = pairs
	const [winner] = told.result.count.winners
	const beats = condorcetWinner
		? `“${nameOf(told.options, condorcetWinner)}” is put above each of the others by more people than the other way round.`
		: 'None is put above each of the others by more people.'
	return (
		<>
			<h2 className="govuk-heading-m">Every two compared</h2>
			<p className="govuk-body">
				{beats}{' '}
				{!isOwn &&
					(condorcetWinner && condorcetWinner !== winner
						? 'That is another option than the one the rule gives. It is shown so that everybody knows; the rule was fixed before voting, so it changes nothing.'
						: 'This is shown as information. The rule does not use it.')}
				{isOwn && order && `The whole order: ${order.map((id) => nameOf(told.options, id)).join(', ')}.`}
			</p>
			<Table
				caption="How many people put the one on the left above the one at the top"
				captionSize="s"
				head={[{ text: 'Option' }, ...ids.map((id) => ({ text: nameOf(told.options, id), numeric: true }))]}
				rows={ids.map((row) => [
					nameOf(told.options, row),
					...ids.map((column) => {
						if (row === column) return '–'
						const [over, under] = [pairs.pairwise[row]?.[column] ?? 0, pairs.pairwise[column]?.[row] ?? 0]
						return over > under ? <strong key={column}>{over} wins</strong> : over === under ? `${over} level` : over
					}),
				])}
			/>
		</>
	)
}

function Budget({ told, named, address, isMissingVoices }: CountsProps) {
	const { count } = told.result
	const rounds = roundsOf<BudgetRound>(count)
	const bought = rounds.filter(({ project, funded }) => funded ?? count.winners.includes(project))
	const others = told.options
		.filter(({ id }) => !count.winners.includes(id))
		.sort((a, b) => (named[b.id] ?? 0) - (named[a.id] ?? 0))
	const left = moneyLeft(told)
	const isShares = told.method === 'equal-shares'
	const showsPrice = isShares && bought.some(({ price }) => price)
	const word = capital(
		told.kind === 'show-of-views' ? 'would be funded' : told.result.outcome === 'no-quorum' ? 'ahead' : 'funded',
	)
	return (
		<>
			{showsPrice && (
				<BarChart
					legend="Who paid for what: the full part is from people who paid the whole price, the striped part from people who gave all they had left."
					bars={bought.filter(({ price }) => price).map((round) => barOf(told, round))}
				/>
			)}
			{!showsPrice && (
				<BarChart
					legend={`Votes for each. Full bars: ${word.toLowerCase()}.`}
					bars={[...told.options]
						.sort((a, b) => (named[b.id] ?? 0) - (named[a.id] ?? 0))
						.map(({ id, name }) => ({
							label: name,
							value: `${named[id] ?? 0}`,
							size: named[id] ?? 0,
							isHollow: !count.winners.includes(id),
						}))}
				/>
			)}
			<Table
				caption={word}
				captionSize="m"
				head={[
					{ text: 'Project' },
					{ text: 'Cost', numeric: true },
					{ text: 'People who chose it', numeric: true },
					...(showsPrice
						? [
								{ text: 'Price each', numeric: true },
								{ text: 'Paid the price', numeric: true },
								{ text: 'Gave all they had left', numeric: true },
							]
						: []),
				]}
				rows={bought.map((round) => [
					nameOf(told.options, round.project),
					amountWords(round.cost),
					round.votes,
					...(showsPrice
						? round.price
							? [amountWords(round.price), round.paidInFull ?? 0, round.gaveTheRest ?? 0]
							: ['From the money left over']
						: []),
				])}
			/>
			{others.length > 0 && (
				<Table
					caption={`Not ${word === 'Would be funded' ? 'among them' : 'funded'}`}
					captionSize="m"
					head={[{ text: 'Project' }, { text: 'Cost', numeric: true }, { text: 'People who chose it', numeric: true }]}
					rows={others.map(({ id, name, cost = 0 }) => [name, poundsText(cost), named[id] ?? 0])}
				/>
			)}
			{left !== null && <p className="govuk-body">Money left: {amountWords(left)}.</p>}
			{isShares && !isMissingVoices && (
				<p className="govuk-body">
					<a href={`${address}/steps`}>Follow the count step by step, as if by hand</a>
				</p>
			)}
		</>
	)
}

function barOf(told: Chosen, { project, cost, price, paidInFull = 0 }: BudgetRound) {
	const full = Math.min(sizeOf(cost), sizeOf(price ?? '0') * paidInFull)
	return {
		label: nameOf(told.options, project),
		value: amountWords(cost),
		size: full,
		striped: sizeOf(cost) - full,
	}
}
