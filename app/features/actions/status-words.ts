import type { ActionStatus, VerdictAnswer } from '~/domain/actions/action.ts'

export const statusWords: Record<ActionStatus, string> = {
	'not-started': 'not started',
	'on-track': 'on track',
	'at-risk': 'at risk',
	late: 'late',
	done: 'done',
	stopped: 'stopped',
	'went-backwards': 'worse than before',
}

/** Reported done, and few of those who answered feel it. */
export const doneOnPaper = 'done, but not felt by most'

/** Late is said beside what was last reported only where it would hide it: an action that is worse than before says both. */
export function standingWords(status: ActionStatus, daysLate: number): string {
	if (daysLate === 0) return statusWords[status]
	const late = `late by ${daysLate} day${daysLate === 1 ? '' : 's'}`
	return status === 'went-backwards' ? `${statusWords[status]}, ${late}` : late
}

export const answerWords: Record<VerdictAnswer, string> = {
	'a-lot': 'Yes, a lot',
	'a-little': 'Yes, a little',
	no: 'No',
	worse: 'It made things worse',
	'dont-know': 'I do not know',
}

/** As it begins a sentence, a choice or a row. */
export function capital(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1)
}
