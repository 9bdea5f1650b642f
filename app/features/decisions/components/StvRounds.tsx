import { Table } from '~/ui/Table.tsx'
import { numberWords, sizeOf } from '../amount-words.ts'
import { capital, nameOf } from '../option-names.ts'
import { type StvTold, stvRestWords, stvRoundWords } from '../ranked-words.ts'
import { chosenWord } from '../told.ts'
import { type RoundRow, Rounds } from './Rounds.tsx'

/** Those chosen first, in the order they were. */
export function StvRounds({ told }: { told: StvTold }) {
	const { count, options } = told
	const { rounds, winners } = count
	const ids = [...winners, ...options.map(({ id }) => id).filter((id) => !winners.includes(id))]
	const outAt = (id: string) => rounds.findIndex(({ action, candidate }) => action === 'exclude' && candidate === id)
	const fateOf = (id: string) => {
		const chosen = rounds.findIndex(({ elected }) => elected.includes(id))
		if (chosen >= 0) return `${capital(chosenWord(told))} in round ${chosen + 1}`
		return outAt(id) >= 0 ? `Dropped out in round ${outAt(id) + 1}` : 'Still in at the end'
	}
	const rows = ids.map(
		(id): RoundRow => ({
			id,
			name: nameOf(options, id),
			votes: rounds.map(({ votes }, at) => (outAt(id) >= 0 && at >= outAt(id) ? null : sized(votes[id] ?? '0'))),
			fate: fateOf(id),
		}),
	)
	const rest = {
		id: '–',
		name: 'Moved to nobody',
		votes: rounds.map(({ nonTransferable }) => sized(nonTransferable)),
		fate: '',
	}
	return (
		<>
			<Rounds rows={rows} rest={rest} notes={stvRestWords(told)} />
			<Table
				caption="What happened in each round"
				captionSize="m"
				head={[{ text: 'Round' }, { text: 'What happened' }]}
				rows={rounds.map((round, at) => [at + 1, stvRoundWords(told, round)])}
			/>
		</>
	)
}

function sized(votes: string) {
	return { words: numberWords(votes), size: sizeOf(votes) }
}
