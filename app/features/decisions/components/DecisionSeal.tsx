import { Details } from '~/ui/Details.tsx'
import { longMoment } from '~/ui/dates.ts'
import { Seal } from '~/ui/Seal.tsx'
import { kindWords, secrecyWords, secrecyWordsOf } from '../decision-words.ts'
import { drawsLots, ruleWords } from '../method-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { whoseBallot } from '../whose-words.ts'
import { besideSealWords, namedAsCast } from '../withdrawn-words.ts'

interface DecisionSealProps {
	decision: ShownDecision
	base: string
	/** Whose vote it is, on a page that their supporter reads. */
	helping?: { name: string } | null
}

/** Which words are being voted on, and that no others are. Shown on the ballot, the receipt and the result. */
export function DecisionSeal({ decision, base, helping }: DecisionSealProps) {
	const { about, kind, rules, state, closesAt, shortSeal, electors, options, shortlist } = decision
	const isOpen = state === 'open'
	const of = whoseBallot(helping)
	return (
		<Seal>
			<p>
				<strong>
					{isOpen
						? `${of.subject} ${of.are} voting on these words and no others:`
						: 'The vote was on these words and no others:'}
				</strong>{' '}
				<a href={`${base}/documents/${about.documentId}/versions/${about.number}`}>
					version {about.number} of “{about.title}”
				</a>
				, fingerprint <code>{about.fingerprint}</code>.
			</p>
			<p>
				Everything here is frozen: the question, {options.length > 0 && 'what there is to choose from, '}
				{shortlist && 'how that list was made, '}the rules, the words and who may vote are sealed together as{' '}
				<code>{shortSeal}</code>. Nobody can change them. {besideSealWords(decision)}
			</p>
			<p>
				This {isOpen ? 'is' : 'was'} a {kindWords[kind].name.toLowerCase()}.
				{isOpen && (
					<>
						{' '}
						{helping ? secrecyWordsOf(helping.name, rules, electors) : secrecyWords(rules, electors)} {of.subject} can
						change {helping ? 'their' : 'your'} mind until {longMoment(closesAt)}.
					</>
				)}
			</p>
			<p>{ruleWords(decision)} A vote that arrives at the closing time itself is too late.</p>
			{drawsLots(decision) && <Lot decision={decision} />}
		</Seal>
	)
}

/** The order that settles what nothing else settles, with what anybody needs to draw it again. */
function Lot({ decision }: { decision: ShownDecision }) {
	const { tieOrder, tieSeed, seal } = decision
	const nameOf = (id: string) => namedAsCast(decision).find((option) => option.id === id)?.name
	return (
		<Details summary="If two are level: the lot, and how it was drawn">
			<p>If nothing else settles it, the one that comes first in this order wins. It was drawn before anyone voted.</p>
			<ol className="govuk-list govuk-list--number">
				{tieOrder.map((id) => (
					<li key={id}>
						{nameOf(id)} (<code>{id}</code>)
					</li>
				))}
			</ol>
			<p>
				The lot was drawn from the sealed words and the moment voting opened, so nobody could choose it. Anybody can
				draw it again: take the SHA-256 of the seed, a line feed and the letter of each one, and sort by what comes out.
			</p>
			<p>
				The seed: <code className="long-code">{tieSeed}</code>
			</p>
			<p>
				The whole seal: <code className="long-code">{seal}</code>
			</p>
		</Details>
	)
}
