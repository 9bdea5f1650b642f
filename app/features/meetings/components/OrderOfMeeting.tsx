import type { ReactNode } from 'react'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { nothingDecidedHere, whenWords } from '../meeting-words.ts'
import type { ShownAgenda, ShownItem } from '../read-agenda.server.ts'
import { interestRule } from '../room-words.ts'
import { AgendaRows } from './AgendaRows.tsx'
import { LastMinutes } from './LastMinutes.tsx'

export interface OrderOfMeetingProps {
	agenda: ShownAgenda
	base: string
	/** What is known by now of those who are away. */
	apologies?: ReactNode
	interests?: ReactNode
	/** Whoever reads it may enter that the minutes of last time were approved. */
	mayApprove?: boolean
	/** A decision stands below one of its items. */
	isDecided?: boolean
	/** What stands below an item. */
	below?: (item: ShownItem) => ReactNode
}

/**
 * Items and part B first, because that is what people come for; then how a board begins (who presides, apologies, interests,
 * minutes of last time), and when it meets next.
 */
export function OrderOfMeeting({
	agenda,
	base,
	apologies,
	interests,
	mayApprove = false,
	isDecided,
	below,
}: OrderOfMeetingProps) {
	const { rows, presider, earlier, next } = agenda
	const partA = rows.filter(({ isPartB }) => !isPartB)
	const partB = rows.filter(({ isPartB }) => isPartB)
	return (
		<>
			<h2 className="govuk-heading-m" id="items">
				Items
			</h2>
			{!isDecided && <p className="govuk-body">{nothingDecidedHere}</p>}
			{partA.length === 0 ? (
				<EmptyState title={partB.length > 0 ? 'No item is public.' : 'No item yet.'}>
					{partB.length > 0
						? 'Why each is not, it says below.'
						: 'Items appear here when the clerk puts them on the agenda.'}
				</EmptyState>
			) : (
				<AgendaRows rows={partA} base={base} below={below} />
			)}
			{partB.length > 0 && (
				<>
					<h2 className="govuk-heading-m">Part B, not public</h2>
					<AgendaRows rows={partB} base={base} below={below} />
				</>
			)}
			<h2 className="govuk-heading-m">How the meeting begins</h2>
			<h3 className="govuk-heading-s">Who presides</h3>
			<p className="govuk-body">{presider ?? 'The body chooses who presides when it meets.'}</p>
			<h3 className="govuk-heading-s">Who cannot come, and who comes instead (apologies and substitutes)</h3>
			{apologies ?? <p className="govuk-body">Told at the meeting.</p>}
			<h3 className="govuk-heading-s">Interests</h3>
			{interests ?? <p className="govuk-body">{interestRule} None has been declared here.</p>}
			<h3 className="govuk-heading-s">Minutes of last time</h3>
			<LastMinutes earlier={earlier} base={base} approving={mayApprove && agenda} />
			<h2 className="govuk-heading-m">Next meeting</h2>
			<p className="govuk-body">
				{next ? (
					<a href={`${base}/meetings/${next.id}`}>
						{whenWords(next.startsAt)}, {next.place}
					</a>
				) : (
					'The date is not set yet.'
				)}
			</p>
		</>
	)
}
