import { Details } from '~/ui/Details.tsx'
import { nameOf } from '../option-names.ts'
import type { Told } from '../told.ts'
import { namedAsCast } from '../withdrawn-words.ts'

type Drawn = Pick<Told, 'tieOrder' | 'tieSeed' | 'options' | 'withdrawn'> & { seal: string }

/** The lot for ties: its order, in words for everybody, and what a computer needs to draw it again. */
export function Lot({ told }: { told: Drawn }) {
	const { tieOrder, tieSeed, seal } = told
	const options = namedAsCast(told)
	return (
		<Details summary="If two are level: the lot, and how it was drawn">
			<p className="govuk-body">
				A lot is like drawing names from a hat. This one was drawn when voting opened, before anybody voted. If nothing
				else settles a tie, the one that comes first here is favoured:
			</p>
			<ol className="govuk-list govuk-list--number">
				{tieOrder.map((id) => (
					<li key={id}>
						{nameOf(options, id)} (<code>{id}</code>)
					</li>
				))}
			</ol>
			<p className="govuk-body">
				It was drawn by a fixed rule from everything that was sealed and the moment voting opened, so nobody could
				choose it.
			</p>
			<Details summary="To draw it again with a computer">
				<p className="govuk-body">
					Make the code that computers call SHA-256 from the seed below, a line feed and the letter of each one, and
					sort by what comes out.
				</p>
				<p className="govuk-body">
					The seed: <code className="long-code">{tieSeed}</code>
				</p>
				<p className="govuk-body">
					The whole seal: <code className="long-code">{seal}</code>
				</p>
			</Details>
		</Details>
	)
}
