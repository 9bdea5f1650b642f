import type { ReactNode } from 'react'
import { withheldWords } from '../meeting-words.ts'
import type { ShownItem, ShownRow } from '../read-agenda.server.ts'
import { AgendaItem } from './AgendaItem.tsx'

interface AgendaRowsProps {
	rows: readonly ShownRow[]
	base: string
	/** What stands below an item. */
	below?: ((item: ShownItem) => ReactNode) | undefined
}

/** Items in the order of the meeting. One that is not open to the reader keeps its place and is not named. */
export function AgendaRows({ rows, base, below }: AgendaRowsProps) {
	return (
		// biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when a list has no bullets
		<ol className="agenda" role="list">
			{rows.map(({ item, withheld }, at) =>
				item ? (
					<AgendaItem key={item.id} item={item} base={base}>
						{below?.(item)}
					</AgendaItem>
				) : (
					<li className="agenda__item" key={at}>
						<p className="govuk-body as-typed">{withheldWords(withheld)}</p>
					</li>
				),
			)}
		</ol>
	)
}
