import { isOutcomeOnly } from '~/domain/decisions/decision.ts'
import { Table } from '~/ui/Table.tsx'
import type { Pairs } from '../../../domain/decisions/worked.ts'
import { type Chosen, chosenOf, type Named, type Told } from '../told.ts'
import { BudgetTables } from './BudgetTables.tsx'
import { IrvRounds } from './IrvRounds.tsx'
import { MarkTotals } from './MarkTotals.tsx'
import { PairsTable } from './PairsTable.tsx'
import { StvRounds } from './StvRounds.tsx'

export interface CountsProps {
	told: Told
	named: Named
	points?: Named | null
	pairs: Pairs | null
}

/** The whole count: drawn where a drawing helps, and the same numbers in a table. */
export function Counts({ told, named, points = null, pairs }: CountsProps) {
	const { result } = told
	if (!result || isOutcomeOnly(result)) return null
	if ('tally' in result) {
		const { for: inFavour, against, abstain } = result.tally
		return (
			<Answers
				rows={[
					['For', inFavour],
					['Against', against],
					['Abstained', abstain],
				]}
			/>
		)
	}
	if ('counts' in result) {
		const { agree, concern, object, silent } = result.counts
		return (
			<Answers
				rows={[
					['Agreed', agree],
					['With a concern', concern],
					['Objected', object],
					['Said nothing', silent],
				]}
			/>
		)
	}
	const chosen = chosenOf(told)
	return (
		chosen && (
			<Among
				chosen={chosen}
				named={named}
				points={points}
				pairs={pairs}
				hasWithdrawn={(told.withdrawn ?? []).length > 0}
			/>
		)
	)
}

function Answers({ rows }: { rows: [string, number][] }) {
	return (
		<Table
			caption="The count"
			captionSize="m"
			head={[{ text: 'Answer' }, { text: 'How many', numeric: true }]}
			rows={rows}
		/>
	)
}

interface AmongProps extends Omit<CountsProps, 'told'> {
	chosen: Chosen
	hasWithdrawn: boolean
}

function Among({ chosen, named, points = null, pairs, hasWithdrawn }: AmongProps) {
	const { count } = chosen
	switch (count.method) {
		case 'approval':
		case 'score':
		case 'points':
			return <MarkTotals told={{ ...chosen, count }} />
		case 'irv':
			return (
				<>
					<IrvRounds told={{ ...chosen, count }} />
					{pairs && <PairsTable told={chosen} pairs={pairs} />}
				</>
			)
		case 'scottish-stv':
			return <StvRounds told={{ ...chosen, count }} />
		case 'schulze':
			return pairs && <PairsTable told={chosen} pairs={pairs} />
		default:
			return <BudgetTables told={{ ...chosen, count }} named={named} points={points} hasWithdrawn={hasWithdrawn} />
	}
}
