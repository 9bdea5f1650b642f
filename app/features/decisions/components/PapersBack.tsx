import { Button } from '~/ui/Button.tsx'
import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import type { ShownDecision } from '../present-decision.server.ts'
import type { Papers } from '../read-papers.server.ts'

interface PapersBackProps {
	decision: ShownDecision
	papers: Papers
	/** Whether there are two people to read them. */
	takesIn: boolean
}

/** The roll, with one button a person: their paper came back, or was noted by mistake. */
export function PapersBack({ decision, papers, takesIn }: PapersBackProps) {
	const isOpen = decision.state === 'open'
	return (
		<>
			<h2 className="govuk-heading-m">2. Take in, unread</h2>
			<p className="govuk-body">
				{isOpen
					? 'When somebody hands in their paper, note it here at once and put it with the others, unread. From then on no screen takes a vote from them.'
					: 'Voting has ended, so no more papers are taken in and none is taken off. If one is not there, two people read it as a paper that cannot be counted.'}{' '}
				{papers.returned} {papers.returned === 1 ? 'paper has' : 'papers have'} come back.
			</p>
			<Table
				caption="Who may vote"
				captionSize="s"
				head={[{ text: 'Name and voice' }, { text: 'Paper' }]}
				rows={papers.roll.map(({ memberId, name, voice, shape, cameBy }) => [
					<>
						{name}
						<br />
						<VoiceMark shape={shape} name={voice} />
					</>,
					cameBy === 'screen' ? (
						'Has voted on a screen'
					) : (
						<form key={memberId} method="post">
							<input type="hidden" name="member" value={memberId} />
							{cameBy === 'paper' ? (
								<>
									Came back.{' '}
									{isOpen && (
										<button type="submit" className="link-button" name="does" value="back">
											Noted by mistake<span className="govuk-visually-hidden">: {name}</span>
										</button>
									)}
								</>
							) : (
								isOpen &&
								takesIn && (
									<Button kind="secondary" name="does" value="came">
										Paper came back<span className="govuk-visually-hidden">: {name}</span>
									</Button>
								)
							)}
						</form>
					),
				])}
			/>
		</>
	)
}
