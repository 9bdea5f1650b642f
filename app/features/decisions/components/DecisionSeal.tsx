import { longMoment } from '~/ui/dates.ts'
import { Seal } from '~/ui/Seal.tsx'
import { kindWords, secrecyWords } from '../decision-words.ts'
import { ruleWords } from '../method-words.ts'
import type { ShownDecision } from '../present-decision.server.ts'

/** Which words are being voted on, and that no others are. Shown on the ballot, the receipt and the result. */
export function DecisionSeal({ decision, base }: { decision: ShownDecision; base: string }) {
	const { about, kind, rules, state, closesAt, shortSeal, electors } = decision
	const isOpen = state === 'open'
	return (
		<Seal>
			<p>
				<strong>
					{isOpen ? 'You are voting on these words and no others:' : 'The vote was on these words and no others:'}
				</strong>{' '}
				<a href={`${base}/documents/${about.documentId}/versions/${about.number}`}>
					version {about.number} of “{about.title}”
				</a>
				, fingerprint <code>{about.fingerprint}</code>.
			</p>
			<p>
				The question, the rules, the words and who may vote are sealed together as <code>{shortSeal}</code>. Nobody can
				change them.
			</p>
			{isOpen && (
				<p>
					This is a {kindWords[kind].name.toLowerCase()}. {secrecyWords(rules, electors)} You can change your mind until{' '}
					{longMoment(closesAt)}.
				</p>
			)}
			<p>{ruleWords(decision)} A vote that arrives at the closing time itself is too late.</p>
		</Seal>
	)
}
