import {
	type Answer,
	type ChoosingRules,
	choices,
	consentChoices,
	type DecisionPart,
	isChoosing,
	type Method,
	type Option,
} from './decision.ts'
import { checkPoints } from './methods/points-limits.ts'

/** How a ballot is filled in. */
export type BallotForm = 'motion' | 'consent' | 'ticks' | 'scores' | 'points' | 'ranks'

/** Of a method; where money is shared, unless its rules say otherwise. */
const formOf: Record<Method, BallotForm> = {
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

/** How a ballot of this method, by these rules, is filled in. */
export function ballotForm({ method, rules }: { method: Method; rules: object }): BallotForm {
	return (rules as ChoosingRules).ballot ?? formOf[method]
}

/** Whether money is shared by points, given or for a place in somebody’s order, and not by ticks. */
export function sharesByPoints(rules: object): boolean {
	const { ballot = 'ticks' } = rules as ChoosingRules
	return ballot !== 'ticks'
}

export type AnswerRefusal =
	| 'wrong-form'
	| 'unknown-option'
	/** It was withdrawn while people vote. */
	| 'withdrawn'
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
	/** What is chosen costs more than the pot, where each ballot spends it: by how many pence. */
	| 'over-budget'
	/** Two options at one place, where only comparing pairs can use that. */
	| 'level'

/** What is wrong with an answer, with which option and by how much; null when it can be counted as it stands. */
export interface AnswerProblem {
	refused: AnswerRefusal
	option?: string
	by?: number
	/** The other option at the same place. */
	levelWith?: string
}

type Asked = DecisionPart<'method' | 'rules' | 'options'>

/** Whether this ballot can be cast: nothing invalid is ever stored, so no ballot of ours is ever spoilt. */
export function checkAnswer(asked: Asked, answer: Answer, reason: string): AnswerProblem | null {
	return answerProblems(asked, answer, reason)[0] ?? null
}

/** All that is wrong with a ballot, in the order of its fields, so that it can be mended at one go. */
export function answerProblems(asked: Asked, answer: Answer, reason: string): AnswerProblem[] {
	const form = ballotForm(asked)
	if (form === 'motion') return 'choice' in answer && choices.includes(answer.choice) ? [] : wrongForm
	if (form === 'consent') return consentProblems(answer, reason)
	if (!isChoosing(asked)) return wrongForm
	const { rules, options } = asked
	if (form === 'ranks')
		return 'ranks' in answer
			? rankProblems(answer.ranks, options, { mayBeLevel: asked.method === 'schulze', most: rules.most })
			: wrongForm
	if (!('marks' in answer)) return wrongForm
	const marks = Object.entries(answer.marks)
	const ids = new Set(options.map(({ id }) => id))
	if (marks.some(([id]) => !ids.has(id))) return [{ refused: 'unknown-option' }]
	if (form === 'ticks') return tickProblems(marks, asked)
	return form === 'scores' ? scoreProblems(marks, rules) : pointProblems(marks, rules)
}

const wrongForm: AnswerProblem[] = [{ refused: 'wrong-form' }]

function consentProblems(answer: Answer, reason: string): AnswerProblem[] {
	if (!('consent' in answer && consentChoices.includes(answer.consent))) return wrongForm
	if (answer.consent === 'agree') return []
	const problems: AnswerProblem[] = reason.trim() === '' ? [{ refused: 'reason-missing' }] : []
	if (answer.consent === 'object' && !answer.proposedChange?.trim()) problems.push({ refused: 'change-missing' })
	return problems
}

function tickProblems(marks: [string, number][], { rules, options }: Ticked): AnswerProblem[] {
	if (marks.some(([, mark]) => mark !== 1)) return wrongForm
	const { most = marks.length, withinBudget, budget = 0 } = rules
	const chosen = new Set(marks.map(([id]) => id))
	const cost = options.reduce((total, option) => total + (chosen.has(option.id) ? (option.cost ?? 0) : 0), 0)
	return [
		...(marks.length > most ? [{ refused: 'too-many' as const, by: marks.length - most }] : []),
		...(withinBudget && cost > budget ? [{ refused: 'over-budget' as const, by: cost - budget }] : []),
	]
}

interface Ticked {
	rules: ChoosingRules
	options: readonly Option[]
}

function scoreProblems(marks: [string, number][], { highest = 0 }: ChoosingRules): AnswerProblem[] {
	return marks.flatMap(([option, score]) => numberProblem(option, score, highest, 'over-highest'))
}

/** What is no whole number above zero cannot be added up, so the sum is of the others: mended, those can only add to it. */
function pointProblems(marks: [string, number][], { points = 0, cap }: ChoosingRules): AnswerProblem[] {
	const single = marks.flatMap(([option, given]) => numberProblem(option, given, cap, 'over-cap'))
	const counted = marks.filter(([, given]) => Number.isSafeInteger(given) && given >= 0)
	const over = checkPoints(
		counted,
		counted.map(([id]) => id),
		{ budget: points },
	)
	return over?.by ? [...single, { refused: 'over-points', by: over.by }] : single
}

function numberProblem(
	option: string,
	mark: number,
	most: number | undefined,
	over: 'over-highest' | 'over-cap',
): AnswerProblem[] {
	if (!Number.isSafeInteger(mark)) return [{ refused: 'not-whole', option }]
	if (mark < 0) return [{ refused: 'below-zero', option, by: -mark }]
	return most !== undefined && mark > most ? [{ refused: over, option, by: mark - most }] : []
}

function rankProblems(
	ranks: readonly (readonly string[])[],
	options: readonly Option[],
	{ mayBeLevel, most = options.length }: { mayBeLevel: boolean; most?: number | undefined },
): AnswerProblem[] {
	const ids = new Set(options.map(({ id }) => id))
	const named = ranks.flat()
	if (named.some((id) => !ids.has(id))) return [{ refused: 'unknown-option' }]
	const twice = named.find((id, at) => named.indexOf(id) < at)
	if (twice !== undefined) return [{ refused: 'named-twice', option: twice }]
	const level = ranks.flatMap((rank) =>
		rank.slice(1).map((option) => ({ refused: 'level' as const, option, levelWith: rank[0]! })),
	)
	return [
		...(named.length > most ? [{ refused: 'too-many' as const, by: named.length - most }] : []),
		...(mayBeLevel ? [] : level),
	]
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
