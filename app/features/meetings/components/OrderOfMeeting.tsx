import type { ReactNode } from 'react'
import { EmptyState } from '~/ui/EmptyState.tsx'
import { nothingDecidedHere, whenWords, withheldWords } from '../meeting-words.ts'
import type { ShownAgenda, ShownItem } from '../read-agenda.server.ts'
import { interestRule } from '../room-words.ts'
import { AgendaItem } from './AgendaItem.tsx'
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

/** Who presides, apologies, interests, minutes of last time, items, part B, next date: as a board goes through it. */
export function OrderOfMeeting({
	agenda,
	base,
	apologies,
	interests,
	mayApprove = false,
	isDecided,
	below,
}: OrderOfMeetingProps) {
	const { items, withheld, presider, earlier, next } = agenda
	const partA = items.filter(({ privateReason }) => privateReason === null)
	const partB = items.filter(({ privateReason }) => privateReason !== null)
	return (
		<>
			<h2 className="govuk-heading-m">Who presides</h2>
			<p className="govuk-body">{presider ?? 'The body chooses who presides when it meets.'}</p>
			<h2 className="govuk-heading-m">Who cannot come, and who comes instead (apologies and substitutes)</h2>
			{apologies ?? <p className="govuk-body">Told at the meeting.</p>}
			<h2 className="govuk-heading-m">Interests</h2>
			{interests ?? <p className="govuk-body">{interestRule} None has been declared here.</p>}
			<h2 className="govuk-heading-m">Minutes of last time</h2>
			<LastMinutes earlier={earlier} base={base} approving={mayApprove && agenda} />
			<h2 className="govuk-heading-m" id="items">
				Items
			</h2>
			{!isDecided && <p className="govuk-body">{nothingDecidedHere}</p>}
			{partA.length === 0 ? (
				<EmptyState title={partB.length + withheld.length > 0 ? 'No item is public.' : 'No item yet.'}>
					{partB.length + withheld.length > 0
						? 'Why each is not, it says below.'
						: 'Items appear here when the clerk puts them on the agenda.'}
				</EmptyState>
			) : (
				<Items items={partA} base={base} below={below} />
			)}
			{(partB.length > 0 || withheld.length > 0) && <h2 className="govuk-heading-m">Part B, not public</h2>}
			{partB.length > 0 && <Items items={partB} base={base} below={below} />}
			{withheld.map((item) => (
				<p className="govuk-body as-typed" key={item.number}>
					{withheldWords(item)}
				</p>
			))}
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

function Items({ items, base, below }: Pick<OrderOfMeetingProps, 'base' | 'below'> & { items: ShownItem[] }) {
	return (
		// biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no bullets
		<ol className="agenda" role="list">
			{items.map((item) => (
				<AgendaItem key={item.id} item={item} base={base}>
					{below?.(item)}
				</AgendaItem>
			))}
		</ol>
	)
}
