import { verdictAnswers } from '~/domain/actions/action.ts'
import type { VerdictTally } from '~/domain/actions/verdict.ts'
import { ButtonLink } from '~/ui/ButtonLink.tsx'
import { Table } from '~/ui/Table.tsx'
import type { FollowedAction } from '../follow-action.server.ts'
import { answerWords } from '../status-words.ts'
import { Paragraphs } from './Paragraphs.tsx'

type Props = Pick<FollowedAction, 'action' | 'felt' | 'words' | 'isAsked' | 'hasAnswered' | 'mayAnswer'> & {
	base: string
}

/** People's own answers, beside what the body says. */
export function Difference({ base, action, felt, words, isAsked, hasAnswered, mayAnswer }: Props) {
	return (
		<>
			<h2 className="govuk-heading-m" id="difference">
				Did it make a difference?
			</h2>
			{action.difference && <p className="lede">{action.difference}</p>}
			{isAsked && !felt.shown && (
				<p className="govuk-body">
					There are too few answers to show this safely. They are shown once five people have answered.
				</p>
			)}
			{!isAsked && (
				<p className="govuk-body">
					People are asked when it is done, when it is stopped, or once its due date has gone by.
				</p>
			)}
			{felt.shown && <Split split={felt.split} />}
			{felt.shown && isAsked && (
				<p className="govuk-body">
					Answers are added five at a time, so that nobody can tell whose was which. Those that came since are shown
					once there are five of them.
				</p>
			)}
			{words.length > 0 && <Words words={words} />}
			{mayAnswer && <ButtonLink href={`${base}/actions/${action.id}/verdict`}>Say if it made a difference</ButtonLink>}
			{hasAnswered && (
				<p className="govuk-body">You have answered. Your answer cannot be traced to you, so it cannot be changed.</p>
			)}
		</>
	)
}

function Split({ split }: { split: VerdictTally | null }) {
	if (!split)
		return (
			<p className="govuk-body">
				“A lot” and “a little” count as a difference. Each answer by itself was given by too few people to show safely.
			</p>
		)
	return (
		<Table
			caption="What people answered"
			head={[{ text: 'Answer' }, { text: 'People', numeric: true }]}
			rows={verdictAnswers.map((answer) => [answerWords[answer], split[answer]])}
		/>
	)
}

function Words({ words }: { words: string[] }) {
	return (
		<>
			<h3 className="govuk-heading-s">In people’s own words</h3>
			<p className="govuk-body">In no order, and without names.</p>
			<ul className="govuk-list govuk-list--bullet">
				{words.map((said, index) => (
					<li key={index}>
						<Paragraphs words={said} />
					</li>
				))}
			</ul>
		</>
	)
}
