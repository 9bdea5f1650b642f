import type { BadRow } from '~/domain/people/invitation-rows.ts'
import { WarningText } from '~/ui/WarningText.tsx'

/** What could not be read, line by line. The good rows are kept and wait. */
export function BadRows({ bad, kept, base }: { bad: BadRow[]; kept: number; base: string }) {
	return (
		<section>
			<WarningText>
				{bad.length === 1 ? '1 row needs mending.' : `${bad.length} rows need mending.`}{' '}
				{kept === 0
					? 'No other rows were found.'
					: kept === 1
						? 'The other one is kept.'
						: `The other ${kept} are kept.`}
			</WarningText>
			<ul className="govuk-list govuk-list--bullet">
				{bad.map(({ line, reasons }) => (
					<li key={line}>
						Line {line}: {reasons.join(' ')}
					</li>
				))}
			</ul>
			<p className="govuk-body">Mend these rows in your list and send only them again.</p>
			{kept > 0 && (
				<p className="govuk-body">
					<a className="govuk-link" href={`${base}/invitations`}>
						Say yes to the rows that are kept
					</a>
				</p>
			)}
		</section>
	)
}
