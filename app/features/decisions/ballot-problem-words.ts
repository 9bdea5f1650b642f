import { type AnswerProblem, ballotForm } from '../../domain/decisions/answer.ts'
import { type ChoosingRules, type DecisionPart, isChoosing } from '../../domain/decisions/decision.ts'
import { markField } from './ballot-fields.ts'
import { poundsText } from './money-words.ts'
import { castRefusals } from './refusals.ts'
import { type Whose, yours } from './whose-words.ts'

type Asked = DecisionPart<'method' | 'rules' | 'options'>

/** What is wrong with an answer, by how much, and beside which field it is said. `''`: none of them. */
export function problemWords(
	asked: Asked,
	problem: AnswerProblem,
	of: Whose = yours,
): { field: string; words: string } {
	const { refused, option } = problem
	if (refused === 'reason-missing') return { field: 'reason', words: castRefusals[refused] }
	if (refused === 'change-missing') return { field: 'change', words: castRefusals[refused] }
	if (!isChoosing(asked)) return { field: '', words: castRefusals[refused] }
	const words = amountWords(asked, problem, of)
	if (refused === 'too-many' && ballotForm(asked) === 'ranks') return { field: 'order', words }
	if (refused === 'too-many' || refused === 'over-budget') return { field: 'tick', words }
	if (refused === 'over-points') return { field: 'points', words }
	// Where it stood there is no field any more.
	if (refused === 'withdrawn') return { field: '', words }
	return { field: option === undefined ? '' : markField(option), words }
}

function amountWords(asked: Asked, { refused, option, by = 0, levelWith }: AnswerProblem, of: Whose): string {
	const {
		highest = 0,
		most = 0,
		points = 0,
		cap = 0,
		budget = 0,
	}: Partial<ChoosingRules> = isChoosing(asked) ? asked.rules : {}
	const name = (id?: string) => asked.options.find((one) => one.id === id)?.name ?? ''
	const it = name(option)
	const least = asked.method === 'score' ? ` from 0 to ${highest}` : ', like 3'
	switch (refused) {
		case 'too-many':
			return ballotForm(asked) === 'ranks'
				? `${of.subject} ${of.have} put ${most + by} in order, and ${of.they} may put ${most}. Take ${by} away`
				: `${of.subject} ${of.have} chosen ${most + by}, and ${of.they} may choose ${most}. Take ${by} away`
		case 'over-budget':
			return `${of.subject} ${of.have} chosen ${poundsText(budget + by)}, and there is ${poundsText(budget)} to give. That is ${poundsText(by)} too much: take something out`
		case 'not-whole':
			return `${it}: enter a whole number${least}, or leave it empty`
		case 'below-zero':
			return `${it}: enter 0 or more, or leave it empty`
		case 'over-highest':
			return `${it}: you entered ${highest + by}, which is ${by} over the highest score. Enter ${highest} or less`
		case 'over-cap':
			return `${it}: you gave ${pointsText(cap + by)}, and ${cap} is the most for one. Take ${by} away`
		case 'over-points':
			return `${of.subject} ${of.have} given ${points + by} of ${pointsText(points)}. That is ${by} too many: take ${by} away`
		case 'withdrawn':
			return `“${it}” was withdrawn, so it can no longer be chosen. What else ${of.they} ${of.have} chosen is still below: look it over and send it again`
		case 'level':
			return `${it} has the same number as ${name(levelWith)}. Give each its own`
		default:
			return castRefusals[refused]
	}
}

export function pointsText(points: number) {
	return points === 1 ? '1 point' : `${points} points`
}
