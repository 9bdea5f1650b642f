import type { Option } from '~/domain/decisions/decision.ts'
import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { answerWords, choiceWords, consentWords, reasonWords } from '../answer-words.ts'
import type { NamedVote, UnnamedReason } from '../read-result.server.ts'

/** A named vote's roll: who voted how, and why. */
export function WhoVotedHow({ votes, options }: { votes: NamedVote[]; options: readonly Option[] }) {
	if (votes.length === 0) return null
	return (
		<Table
			caption="Who voted how"
			captionSize="m"
			head={[{ text: 'Name' }, { text: 'Voice' }, { text: 'Vote' }, { text: 'Reason' }]}
			rows={votes.map(({ memberId, name, voice, shape, answer, isSpoilt, reason }) => [
				name,
				<VoiceMark key={memberId} shape={shape} name={voice} />,
				answer ? answerWords(answer, options) : isSpoilt ? 'Paper could not be read' : 'Did not vote',
				reasonWords(answer, reason),
			])}
		/>
	)
}

/**
 * A secret vote's reasons, with nobody's name or voice and in no order that tells anything. Beside a plain answer stands what
 * was answered; not beside a whole ballot of many options, which whoever knows the writer would then know too.
 */
export function ReasonsGiven({ reasons, options }: { reasons: UnnamedReason[]; options: readonly Option[] }) {
	if (reasons.length === 0) return null
	const answered = reasons.flatMap(({ answer, ...rest }) => (answer ? [{ ...rest, answer }] : []))
	if (answered.length === 0)
		return (
			<section>
				<h2 className="govuk-heading-m">Reasons people gave</h2>
				<ul className="govuk-list govuk-list--bullet">
					{reasons.map(({ id, reason }) => (
						<li key={id}>{reason}</li>
					))}
				</ul>
			</section>
		)
	const answers = [...new Set(answered.map(({ answer }) => answerWords(answer, options)))].sort(inOrder)
	return (
		<section>
			<h2 className="govuk-heading-m">Reasons people gave</h2>
			{answers.map((said) => (
				<div key={said}>
					<h3 className="govuk-heading-s">{said}</h3>
					<ul className="govuk-list govuk-list--bullet">
						{answered
							.filter(({ answer }) => answerWords(answer, options) === said)
							.map(({ id, answer, reason }) => (
								<li key={id}>{reasonWords(answer, reason)}</li>
							))}
					</ul>
				</div>
			))}
		</section>
	)
}

const usualOrder: string[] = [...Object.values(choiceWords), ...Object.values(consentWords)]

function inOrder(a: string, b: string) {
	return usualOrder.indexOf(a) - usualOrder.indexOf(b) || (a < b ? -1 : 1)
}
