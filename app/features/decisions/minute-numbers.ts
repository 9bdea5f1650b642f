import { ballotForm, sharesByPoints } from '../../domain/decisions/answer.ts'
import { isMotion, isOutcomeOnly } from '../../domain/decisions/decision.ts'
import { withdrawnIds } from '../../domain/decisions/withdrawn.ts'
import { pointsText } from './ballot-problem-words.ts'
import { countWords } from './decision-words.ts'
import { markLines } from './marks-words.ts'
import { nameOf } from './option-names.ts'
import { tooFewToShow } from './outcome-only-words.ts'
import type { ShownDecision } from './present-decision.server.ts'
import { irvLines, schulzeLines, stvLines } from './ranked-words.ts'
import type { ShownVoice } from './read-result.server.ts'
import { peopleWords } from './steps-words.ts'
import { type Chosen, chosenOf, type Named } from './told.ts'
import { lockedWords } from './yes-or-no-words.ts'

/** The numbers that the rule went by, a line each; of a vote too small to show any, that. */
export function numbers(decision: ShownDecision, named: Named, points: Named | null): string[] {
	const { result } = decision
	if (!result) return []
	if (isOutcomeOnly(result)) return [tooFewToShow]
	if ('tally' in result) return [countWords(result.tally)]
	if ('counts' in result) {
		const { agree, concern, object, silent } = result.counts
		return [`${agree} agreed, ${concern} with a concern, ${object} objected, ${silent} said nothing.`]
	}
	const chosen = chosenOf(decision)
	return chosen ? countLines(chosen, named, points) : []
}

function countLines(chosen: Chosen, named: Named, points: Named | null): string[] {
	const { count, options } = chosen
	switch (count.method) {
		case 'approval':
		case 'points':
		case 'score':
			return markLines({ ...chosen, count })
		case 'irv':
			return irvLines({ ...chosen, count })
		case 'scottish-stv':
			return stvLines({ ...chosen, count })
		case 'schulze':
			return schulzeLines({ ...chosen, count })
		default:
			return options.map(({ id, name }) =>
				points
					? `${name}: ${pointsText(points[id] ?? 0)}, from ${peopleWords(named[id] ?? 0)}`
					: `${name}: chosen by ${named[id] ?? 0}`,
			)
	}
}

/** "Citizens: 9 could vote; 6 for, 3 against, 0 abstained. By itself: agreed" */
export function voiceLine(decision: ShownDecision, { voice, electors, tally, locked }: ShownVoice): string {
	const byItself = locked ? `. By itself: ${lockedWords(decision.kind, locked, tally)}` : ''
	const could = `${voice}: ${electors} could vote`
	if (!tally) return `${could}; too few to show safely${byItself}`
	if (isMotion(decision)) {
		const { for: inFavour = 0, against = 0, abstain = 0 } = tally
		return `${could}; ${countWords({ for: inFavour, against, abstain }).slice(0, -1)}${byItself}`
	}
	return `${could}; ${countedWords(decision)}${tallyWords(decision, tally)}${byItself}`
}

const consentSaid: Record<string, string> = { agree: 'agreed', concern: 'with a concern', object: 'objected' }

/** What these are of: beside points, or places in an order, a number of people is taken for those. */
function countedWords(decision: ShownDecision): string {
	const form = ballotForm(decision)
	if (form === 'ranks') return 'first choices: '
	return form === 'points' && sharesByPoints(decision.rules) ? 'people who gave it points: ' : ''
}

function tallyWords({ options, withdrawn }: ShownDecision, tally: Readonly<Record<string, number>>): string {
	const gone = withdrawnIds({ withdrawn })
	return Object.entries(tally)
		.filter(([id]) => !gone.has(id))
		.map(([id, count]) => {
			if (options.length === 0) return `${count} ${consentSaid[id] ?? id}`
			return `${id === '-' ? 'no one first choice' : nameOf(options, id)} ${count}`
		})
		.join(', ')
}
