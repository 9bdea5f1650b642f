import { Details } from '~/ui/Details.tsx'
import { nameOf } from '../option-names.ts'
import type { Told } from '../told.ts'
import { namedAsCast } from '../withdrawn-words.ts'

/** The lot for ties: its order, what it was drawn from, and how anybody draws it again. */
export function Lot({ told }: { told: Pick<Told, 'tieOrder' | 'tieSeed' | 'options' | 'withdrawn'> }) {
	const { tieOrder, tieSeed } = told
	const options = namedAsCast(told)
	return (
		<Details summary="The lot that settles a tie when nothing else does">
			<p className="govuk-body">It was drawn when voting opened, so nobody could choose it. The first is favoured:</p>
			<ol className="govuk-list govuk-list--number">
				{tieOrder.map((id) => (
					<li key={id}>{nameOf(options, id)}</li>
				))}
			</ol>
			<p className="govuk-body">
				To draw it again, take the SHA-256 of this seed, a line feed and the short name of each, and sort by what comes
				out. The seed is the fingerprint of everything that was sealed: <code className="fingerprint">{tieSeed}</code>
			</p>
			<p className="govuk-body">
				The short names, in the same order: <code className="fingerprint">{tieOrder.join(', ')}</code>
			</p>
		</Details>
	)
}
