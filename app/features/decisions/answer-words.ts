import type { Answer, Choice, ConsentChoice, Option } from '../../domain/decisions/decision.ts'
import { nameOf } from './option-names.ts'

export const choiceWords: Record<Choice, string> = { for: 'For', against: 'Against', abstain: 'Abstain' }

export const consentWords: Record<ConsentChoice, string> = {
	agree: 'I agree',
	concern: 'I can live with it, with a concern',
	object: 'I object',
}

/** What a ballot says, in one line: "For"; "Weekend breaks, Night sitting"; "1 Amina, 2 Joe"; "Weekend breaks: 4 points". */
export function answerWords(answer: Answer, options: readonly Option[]): string {
	if ('choice' in answer) return choiceWords[answer.choice]
	if ('consent' in answer) return consentWords[answer.consent]
	const name = (id: string) => nameOf(options, id)
	if ('ranks' in answer)
		return answer.ranks.map((rank, at) => `${at + 1} ${rank.map(name).join(' and ')}`).join(', ') || blankWords
	const marks = Object.entries(answer.marks)
	if (marks.every(([, mark]) => mark === 1)) return marks.map(([id]) => name(id)).join(', ') || blankWords
	return marks.map(([id, mark]) => `${name(id)}: ${mark}`).join(', ')
}

const blankWords = 'Left blank'

/** An objection's reason is nothing without what would meet it. */
export function reasonWords(answer: Answer | null, reason: string): string {
	if (!answer || !('consent' in answer) || !answer.proposedChange) return reason
	return `${reason} What would meet it: ${answer.proposedChange}`.trim()
}
