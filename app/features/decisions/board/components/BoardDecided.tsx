import type { ReactNode } from 'react'
import { longDate, longMoment } from '~/ui/dates.ts'
import { InsetText } from '~/ui/InsetText.tsx'
import { Panel } from '~/ui/Panel.tsx'
import { Seal } from '~/ui/Seal.tsx'
import { WarningText } from '~/ui/WarningText.tsx'
import { codeOfAll, codeOfWords } from '../../code-words.ts'
import { LedTo } from '../../components/Decided.tsx'
import { Differences } from '../../components/Differences.tsx'
import { kindWords } from '../../decision-words.ts'
import type { DecisionFacts } from '../../read-decision.server.ts'
import { approvalWords, removalWords } from '../minute-text.ts'
import { Amendments } from './Amendments.tsx'
import { Corrections } from './Corrections.tsx'
import { HowEachTookPart } from './HowEachTookPart.tsx'

type BoardFacts = DecisionFacts & { board: NonNullable<DecisionFacts['board']>; children?: ReactNode }

/** A decision taken at a meeting: the outcome and why first, then what was decided, by whom, and how sure the minute is. */
export function BoardDecided({ children, ...facts }: BoardFacts) {
	const { decision, base, address, board, mayMinute, mayApprove } = facts
	const { about } = decision
	const mayCorrect = mayMinute && !board.approved
	return (
		<>
			<Panel title={board.outcomeSaid}>
				{board.why.map((sentence) => (
					<p key={sentence}>{sentence}</p>
				))}
				<p>{kindWords[decision.kind].means}</p>
			</Panel>
			<LedTo {...facts} />
			{children}
			<InsetText>
				<p>
					{approvalWords(board)} <a href={`${address}/board-minute`}>Read or print the minute</a>.{' '}
					<a href={`${address}/board-minute.txt`}>Download it as text</a>.
				</p>
				{board.own && !board.approved && (
					<p>
						The minute says of you: {board.own.took}. If that is wrong, tell {board.recorded.by}, who entered it, before
						it is approved.
					</p>
				)}
				{removalWords(board).map((words) => (
					<p key={words} className="as-typed">
						{words}
					</p>
				))}
				{mayCorrect && (
					<p className="screen-only">
						<a href={`${address}/correction`}>Correct the minute</a>
						{mayApprove && (
							<>
								{' or '}
								<a href={`${address}/approval`}>say that it was approved</a>
							</>
						)}
						.
					</p>
				)}
			</InsetText>
			{board.groundless > 0 && (
				<WarningText>
					{board.groundless === 1 ? 'An action was' : `${board.groundless} actions were`} agreed on the ground of this
					decision before its outcome was corrected. <a href={`${base}/actions`}>See the actions</a>
				</WarningText>
			)}
			<h2 className="govuk-heading-m">{board.outcome === 'agreed' ? 'What was decided' : 'What was voted on'}</h2>
			<p className="govuk-body as-typed">{board.wording}</p>
			<p className="govuk-body">
				{board.mover && `Moved by ${board.mover}. `}
				{board.seconder && `Seconded by ${board.seconder}. `}
				Taken on {longDate(board.heldOn)} at {board.place}. {board.presider} presided.
				{board.meeting && (
					<>
						{' '}
						<a href={`${base}/meetings/${board.meeting.id}/minutes`}>
							See the minutes of the whole meeting, {board.meeting.reference}
						</a>
					</>
				)}
			</p>
			<h2 className="govuk-heading-m">The reasons</h2>
			<p className="govuk-body as-typed">{board.reasons}</p>
			<HowEachTookPart members={board.members} />
			<Amendments amendments={board.amendments} />
			{board.casting && (
				<section>
					<h2 className="govuk-heading-m">Casting vote</h2>
					<p className="govuk-body as-typed">{board.levelSaid}</p>
				</section>
			)}
			<Differences {...facts} />
			<Corrections corrections={board.corrections} />
			{mayMinute && (
				<p className="govuk-body screen-only">
					<a href={`${address}/names`}>Take somebody’s name out of this minute</a>
				</p>
			)}
			<h2 className="govuk-heading-m">The words it was about</h2>
			<Seal>
				<p>
					The decision was about these words and no others:{' '}
					<a href={`${base}/documents/${about.documentId}/versions/${about.number}`}>
						version {about.number} of “{about.title}”
					</a>
					. Their fingerprint is <code>{about.fingerprint}</code>, {codeOfWords}
				</p>
				<p>
					{board.recorded.by} entered it at {longMoment(board.recorded.at)}. The seal over the words and the minute as
					it stands is <code>{decision.shortSeal}</code>, {codeOfAll} A correction gives a new seal, and the record
					keeps both.
				</p>
			</Seal>
		</>
	)
}
