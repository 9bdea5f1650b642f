import { Details } from '~/ui/Details.tsx'
import { longMoment } from '~/ui/dates.ts'
import { Seal } from '~/ui/Seal.tsx'
import { codeOfAll, codeOfWords } from '../code-words.ts'
import { kindWords, readerSecrecyWords, secrecyWords, secrecyWordsOf } from '../decision-words.ts'
import { drawsLots, ruleWords } from '../method-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import { whoseBallot } from '../whose-words.ts'
import { besideSealWords, exceptWithdrawing } from '../withdrawn-words.ts'
import { Lot } from './Lot.tsx'

interface DecisionSealProps {
	decision: ShownDecision
	base: string
	/** Whose vote it is, on a page that their supporter reads. */
	helping?: { name: string } | null
	/** The reader has no ballot here to cast or to change. */
	isReader?: boolean
}

/** Which words are being voted on, and that no others are. Shown on the ballot, the receipt and the result. */
export function DecisionSeal({ decision, base, helping, isReader = false }: DecisionSealProps) {
	const { about, kind, rules, state, closesAt, shortSeal, electors, options, shortlist } = decision
	const isOpen = state === 'open'
	// A result shows the lot where it tells how ties fell.
	const isResult = state === 'closed'
	const of = whoseBallot(helping)
	return (
		<Seal>
			<p>
				<strong>
					{isOpen
						? `${isReader ? 'People are' : `${of.subject} ${of.are}`} voting on these words and no others:`
						: 'The vote was on these words and no others:'}
				</strong>{' '}
				<a href={`${base}/documents/${about.documentId}/versions/${about.number}`}>
					version {about.number} of “{about.title}”
				</a>
				.
			</p>
			<p>
				Everything here is frozen: the question, {options.length > 0 && 'what there is to choose from, '}
				{shortlist && 'how that list was made, '}the rules, the words and who may vote.{' '}
				{isOpen ? 'Nobody can change it' : 'Nobody could change it'}
				{exceptWithdrawing(decision)}. {besideSealWords(decision)}
			</p>
			<p>
				This {isOpen ? 'is' : 'was'} a {kindWords[kind].name.toLowerCase()}.
				{kind === 'panel-vote' &&
					' Even where a board holds it, it is not a board decision: that is taken at a meeting, and its clerk records it.'}
				{isOpen && isReader && ` ${readerSecrecyWords(rules.secrecy)}`}
				{isOpen && !isReader && (
					<>
						{' '}
						{helping ? secrecyWordsOf(helping.name, rules, electors) : secrecyWords(rules, electors)} {of.subject} can
						change {helping ? 'their' : 'your'} mind until {longMoment(closesAt)}.
					</>
				)}
			</p>
			<p>{ruleWords(decision)} A vote that arrives at the closing time itself is too late.</p>
			<Details summary="The codes that prove it: fingerprint and seal">
				<p>
					The fingerprint of the words is <code>{about.fingerprint}</code>, {codeOfWords}
				</p>
				<p>
					The seal of this vote is <code>{shortSeal}</code>, {codeOfAll}
				</p>
			</Details>
			{drawsLots(decision) && !isResult && <Lot told={decision} />}
		</Seal>
	)
}
