import { type Answer, type ChoosingRules, type DecisionPart, isChoosing, type Method, type Option } from './decision.ts'
import { checkPoints } from './methods/points.ts'

/** How a ballot of this method is filled in. */
export type BallotForm = 'motion' | 'consent' | 'ticks' | 'scores' | 'points' | 'ranks'

export const ballotForms: Record<Method, BallotForm> = {
	motion: 'motion',
	consent: 'consent',
	approval: 'ticks',
	greedy: 'ticks',
	'greedy-no-skip': 'ticks',
	'equal-shares': 'ticks',
	score: 'scores',
	points: 'points',
	irv: 'ranks',
	'scottish-stv': 'ranks',
	schulze: 'ranks',
}

export type AnswerRefusal =
	| 'wrong-form'
	| 'unknown-option'
	| 'named-twice'
	/** An objection without its reason, or without what would meet it. */
	| 'reason-missing'
	| 'change-missing'
	| 'too-many'
	| 'not-whole'
	| 'below-zero'
	| 'over-highest'
	| 'over-cap'
	| 'over-points'
	/** Two options at one place, where only comparing pairs can use that. */
	| 'level'

/** What is wrong with an answer, with which option and by how much; null when it can be counted as it stands. */
export interface AnswerProblem {
	refused: AnswerRefusal
	option?: string
	by?: number
}

const choices: ReadonlySet<string> = new Set(['for', 'against', 'abstain'])
const consents: ReadonlySet<string> = new Set(['agree', 'concern', 'object'])

type Asked = DecisionPart<'method' | 'rules' | 'options'>

/** Whether this ballot can be cast: nothing invalid is ever stored, so no ballot of ours is ever spoilt. */
export function checkAnswer(asked: Asked, answer: Answer, reason: string): AnswerProblem | null {
	const form = ballotForms[asked.method]
	if (form === 'motion') return 'choice' in answer && choices.has(answer.choice) ? null : { refused: 'wrong-form' }
	if (form === 'consent') return checkConsent(answer, reason)
	if (!isChoosing(asked)) return { refused: 'wrong-form' }
	const { rules } = asked
	if (form === 'ranks')
		return 'ranks' in answer
			? checkRanks(answer.ranks, asked.options, asked.method === 'schulze')
			: { refused: 'wrong-form' }
	if (!('marks' in answer)) return { refused: 'wrong-form' }
	const marks = Object.entries(answer.marks)
	const unknown = marks.find(([id]) => !asked.options.some((option) => option.id === id))
	if (unknown) return { refused: 'unknown-option' }
	if (form === 'ticks') return checkTicks(marks, rules)
	if (form === 'scores') return checkScores(marks, rules)
	return checkDots(marks, asked.options, rules)
}

function checkConsent(answer: Answer, reason: string): AnswerProblem | null {
	if (!('consent' in answer) || !consents.has(answer.consent)) return { refused: 'wrong-form' }
	if (answer.consent === 'agree') return null
	if (reason.trim() === '') return { refused: 'reason-missing' }
	return answer.consent === 'object' && !answer.proposedChange?.trim() ? { refused: 'change-missing' } : null
}

function checkTicks(marks: [string, number][], { most }: ChoosingRules): AnswerProblem | null {
	if (marks.some(([, mark]) => mark !== 1)) return { refused: 'wrong-form' }
	return most !== undefined && marks.length > most ? { refused: 'too-many', by: marks.length - most } : null
}

function checkScores(marks: [string, number][], { highest = 0 }: ChoosingRules): AnswerProblem | null {
	for (const [option, score] of marks) {
		if (!Number.isSafeInteger(score)) return { refused: 'not-whole', option }
		if (score < 0) return { refused: 'below-zero', option, by: -score }
		if (score > highest) return { refused: 'over-highest', option, by: score - highest }
	}
	return null
}

function checkDots(marks: [string, number][], options: readonly Option[], { points = 0, cap }: ChoosingRules) {
	const problem = checkPoints(
		marks,
		options.map(({ id }) => id),
		{ budget: points, ...(cap !== undefined && { cap }) },
	)
	if (!problem) return null
	const names = { 'over-budget': 'over-points', 'unknown-choice': 'unknown-option' } as const
	const { refused, choice, by } = problem
	return {
		refused: refused in names ? names[refused as keyof typeof names] : (refused as AnswerRefusal),
		...(choice !== undefined && { option: choice }),
		...(by !== undefined && { by }),
	}
}

function checkRanks(ranks: readonly (readonly string[])[], options: readonly Option[], mayBeLevel: boolean) {
	const seen = new Set<string>()
	for (const rank of ranks)
		for (const option of rank) {
			if (!options.some(({ id }) => id === option)) return { refused: 'unknown-option' as const }
			if (seen.has(option)) return { refused: 'named-twice' as const, option }
			seen.add(option)
		}
	const level = mayBeLevel ? undefined : ranks.find((rank) => rank.length > 1)
	return level ? { refused: 'level' as const, option: level[1]! } : null
}

/**
 * One text for one answer, however it was typed: what is compared when the same form comes twice, and what is stored.
 * A nought of points says the same as nothing; a score of nought does not.
 */
export function settled(method: Method, answer: Answer): Answer {
	if ('marks' in answer) {
		const kept = Object.entries(answer.marks).filter(([, mark]) => method === 'score' || mark !== 0)
		return { marks: Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1))) }
	}
	if ('ranks' in answer)
		return { ranks: answer.ranks.filter((rank) => rank.length > 0).map((rank) => [...rank].sort()) }
	if ('consent' in answer)
		return {
			consent: answer.consent,
			...(answer.consent === 'object' && { proposedChange: answer.proposedChange?.trim() ?? '' }),
		}
	return { choice: answer.choice }
}
