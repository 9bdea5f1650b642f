import { longMoment } from '~/ui/dates.ts'
import { Note } from '~/ui/Note.tsx'
import type { ShownBoard } from '../read-board.server.ts'

/** What the minute said before is never gone: each correction stands here with its reason. */
export function Corrections({ corrections }: Pick<ShownBoard, 'corrections'>) {
	return (
		<section>
			<h2 className="govuk-heading-m">Corrections</h2>
			{corrections.length === 0 && <p className="govuk-body">The minute has not been corrected.</p>}
			{corrections.map(({ number, reason, by, at, changes }) => (
				<Note key={number}>
					<p>
						<strong>Correction {number}</strong>, {by}, {longMoment(at)}
					</p>
					<p className="as-typed">The reason: {reason}</p>
					<ul className="govuk-list govuk-list--bullet">
						{changes.map((change) => (
							<li key={change} className="as-typed">
								{change}
							</li>
						))}
					</ul>
				</Note>
			))}
		</section>
	)
}
