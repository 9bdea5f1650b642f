import { type IrvTold, irvRestWords } from '../ranked-words.ts'
import { type RoundRow, Rounds } from './Rounds.tsx'

/** Longest in the count first, then by what it had at the end. */
export function IrvRounds({ told }: { told: IrvTold }) {
	const { count, options, tieOrder } = told
	const { rounds, winners } = count
	const stayed = (id: string) => rounds.filter(({ votes }) => votes[id] !== undefined).length
	const atEnd = (id: string) => rounds.at(-1)?.votes[id] ?? 0
	const ids = options
		.map(({ id }) => id)
		.sort((a, b) => stayed(b) - stayed(a) || atEnd(b) - atEnd(a) || tieOrder.indexOf(a) - tieOrder.indexOf(b))
	const fateOf = (id: string) => {
		if (winners.includes(id)) return 'More than half'
		const out = rounds.findIndex(({ excluded }) => excluded === id)
		return out >= 0 ? `Dropped out after round ${out + 1}` : 'Still in at the end'
	}
	const rows = ids.map(
		(id): RoundRow => ({
			id,
			name: options.find((option) => option.id === id)!.name,
			votes: rounds.map(({ votes }) => sized(votes[id])),
			fate: fateOf(id),
		}),
	)
	const rest = { id: '–', name: 'No choice left', votes: rounds.map(({ exhausted }) => sized(exhausted)), fate: '' }
	return <Rounds rows={rows} rest={rest} notes={irvRestWords(told)} />
}

function sized(votes: number | undefined) {
	return votes === undefined ? null : { words: `${votes}`, size: votes }
}
