import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { choiceWords } from '../decision-words.ts'
import type { NamedVote, UnnamedReason } from '../read-result.server.ts'

/** A named vote's roll: who voted how, and why. */
export function WhoVotedHow({ votes }: { votes: NamedVote[] }) {
	if (votes.length === 0) return null
	return (
		<Table
			caption="Who voted how"
			captionSize="m"
			head={[{ text: 'Name' }, { text: 'Voice' }, { text: 'Vote' }, { text: 'Reason' }]}
			rows={votes.map(({ memberId, name, voice, shape, choice, reason }) => [
				name,
				<VoiceMark key={memberId} shape={shape} name={voice} />,
				choice ? choiceWords[choice] : 'Did not vote',
				reason,
			])}
		/>
	)
}

/** A secret vote's reasons, by choice, with nobody's name or voice and in no order that tells anything. */
export function ReasonsGiven({ reasons }: { reasons: UnnamedReason[] }) {
	if (reasons.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">Reasons people gave</h2>
			{(['for', 'against', 'abstain'] as const).map((choice) => {
				const given = reasons.filter((reason) => reason.choice === choice)
				if (given.length === 0) return null
				return (
					<div key={choice}>
						<h3 className="govuk-heading-s">{choiceWords[choice]}</h3>
						<ul className="govuk-list govuk-list--bullet">
							{given.map(({ id, reason }) => (
								<li key={id}>{reason}</li>
							))}
						</ul>
					</div>
				)
			})}
		</section>
	)
}
