import type { ShownItem } from '../read-agenda.server.ts'
import type { SoFar } from '../read-so-far.server.ts'
import { ownInterest } from '../room-words.ts'
import { ItemOutcome } from './ItemOutcome.tsx'
import { OnSamePaper } from './OnSamePaper.tsx'

/** What came of an item so far, and the reader’s own interest in it. */
export function SoFarBelow({
	item,
	soFar,
	base,
	address,
}: {
	item: ShownItem
	soFar: SoFar
	base: string
	address: string
}) {
	const outcome = soFar.outcomes[item.id]
	if (!outcome) return null
	const own = outcome.interests.find(({ memberId, isWithdrawn }) => memberId === soFar.me && !isWithdrawn)
	const mayDeclare = soFar.mayDeclare && !outcome.decision && item.takenOffReason === null
	return (
		<>
			<ItemOutcome base={base} outcome={outcome} />
			<OnSamePaper base={base} elsewhere={soFar.elsewhere[item.id]} />
			{own && !own.dispensation && (
				<p className="govuk-body">
					<strong>{ownInterest}</strong>
				</p>
			)}
			{mayDeclare && !own && (
				<p className="govuk-body screen-only">
					<a href={`${address}/items/${item.id}/interest`}>
						Declare an interest in {item.number === null ? '' : `item ${item.number}: `}
						{item.title}
					</a>
				</p>
			)}
		</>
	)
}

/** Told at the meeting, until somebody has told. */
export function Away({ away, substitutes }: Pick<SoFar, 'away' | 'substitutes'>) {
	if (away.length + substitutes.length === 0) return <p className="govuk-body">Told at the meeting.</p>
	return (
		<>
			{away.length > 0 && <p className="govuk-body">Absent: {away.join(', ')}.</p>}
			{substitutes.length > 0 && <p className="govuk-body as-typed">{substitutes.join('; ')}.</p>}
		</>
	)
}
