import type { Answer, Choice, ConsentChoice, Option } from '../../domain/decisions/decision.ts'

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
	const nameOf = (id: string) => options.find((option) => option.id === id)?.name ?? id
	if ('ranks' in answer)
		return answer.ranks.map((rank, at) => `${at + 1} ${rank.map(nameOf).join(' and ')}`).join(', ') || blankWords
	const marks = Object.entries(answer.marks)
	if (marks.every(([, mark]) => mark === 1)) return marks.map(([id]) => nameOf(id)).join(', ') || blankWords
	return marks.map(([id, mark]) => `${nameOf(id)}: ${mark}`).join(', ')
}

const blankWords = 'Left blank'
