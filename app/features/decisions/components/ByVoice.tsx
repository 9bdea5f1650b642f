import { ballotForm, sharesByPoints } from '~/domain/decisions/answer.ts'
import { isConsent, isMotion } from '~/domain/decisions/decision.ts'
import { standingOptions } from '~/domain/decisions/withdrawn.ts'
import { Details } from '~/ui/Details.tsx'
import { Table } from '~/ui/Table.tsx'
import { VoiceMark } from '~/ui/VoiceMark.tsx'
import { capital, listWords, nameOf } from '../option-names.ts'
import type { ShownDecision } from '../present-decision.server.ts'
import type { ShownVoice } from '../read-result.server.ts'
import { votedOf } from '../result-words.ts'
import { lockedWords } from '../yes-or-no-words.ts'

const tooFew = 'Too few to show safely.'

/** What each voice said. A voice so small that somebody's answer could be worked out is said to be hidden. */
export function ByVoice({ decision, voices }: { decision: ShownDecision; voices: ShownVoice[] }) {
	if (votedOf(decision) === 0) return null
	const hidden = voices.filter(({ tally }) => !tally)
	return (
		<>
			{isMotion(decision) || isConsent(decision) ? (
				<Answers isConsent={isConsent(decision)} voices={voices} kind={decision.kind} />
			) : (
				<Choices decision={decision} voices={voices} />
			)}
			{hidden.length > 0 && (
				<p className="govuk-body">
					There are too few answers in some voices to show them safely: it could be worked out how one person voted.
					They are counted in the result all the same.
				</p>
			)}
		</>
	)
}

const answerColumns = {
	motion: [
		['for', 'For'],
		['against', 'Against'],
		['abstain', 'Abstained'],
	],
	consent: [
		['agree', 'Agreed'],
		['concern', 'With a concern'],
		['object', 'Objected'],
	],
} as const

interface AnswersProps {
	isConsent: boolean
	voices: ShownVoice[]
	kind: ShownDecision['kind']
}

function Answers({ isConsent, voices, kind }: AnswersProps) {
	const columns = answerColumns[isConsent ? 'consent' : 'motion']
	const isLocked = voices.some(({ locked }) => locked)
	return (
		<Table
			caption="Votes by voice"
			captionSize="m"
			head={[
				{ text: 'Voice' },
				...(isLocked ? [{ text: 'By itself' }] : []),
				{ text: 'Could vote', numeric: true },
				...columns.map(([, text]) => ({ text, numeric: true })),
			]}
			rows={voices.map(({ voice, shape, electors, tally, locked }) => [
				<VoiceMark key={voice} shape={shape} name={voice} />,
				...(isLocked ? [locked ? capital(lockedWords(kind, locked, tally)) : 'Not asked'] : []),
				electors,
				...(tally ? columns.map(([key]) => tally[key] ?? 0) : [tooFew]),
			])}
		/>
	)
}

/** Options down, voices across: there may be many options and there are few voices. */
function Choices({ decision, voices }: { decision: ShownDecision; voices: ShownVoice[] }) {
	const shown = voices.filter(({ tally }) => tally)
	const hidden = voices.filter(({ tally }) => !tally)
	const form = ballotForm(decision)
	const isRanked = form === 'ranks'
	const isPoints = form === 'points' && sharesByPoints(decision.rules)
	if (shown.length === 0)
		return (
			<>
				<h2 className="govuk-heading-m">Votes by voice</h2>
				<p className="govuk-body">{tooFew}</p>
			</>
		)
	const caption = isRanked
		? 'First choices by voice'
		: isPoints
			? 'How many in each voice gave each some points'
			: 'How many in each voice chose each'
	const ids = [...standingOptions(decision).map(({ id }) => id), ...(isRanked ? ['-'] : [])]
	return (
		<>
			<h2 className="govuk-heading-m">Votes by voice</h2>
			<Details summary={caption}>
				<Table
					caption={caption}
					captionSize="s"
					head={[
						{ text: 'Option' },
						...shown.map(({ voice, shape }) => ({ text: <VoiceMark shape={shape} name={voice} />, numeric: true })),
					]}
					rows={[
						...ids.map((id) => [
							id === '-' ? 'No one first choice' : nameOf(decision.options, id),
							...shown.map(({ tally }) => tally?.[id] ?? 0),
						]),
						['Took part, of those who could', ...shown.map(({ voted, electors }) => `${voted ?? '?'} of ${electors}`)],
					]}
				/>
			</Details>
			{hidden.length > 0 && (
				<p className="govuk-body">
					{listWords(hidden.map(({ voice, electors }) => `${voice} (${electors} could vote)`))}: too few to show safely.
				</p>
			)}
		</>
	)
}
