import type { Action, VerdictAnswer } from './action.ts'
import type { Day } from './days.ts'
import { daysLate } from './standing.ts'

/** How many people gave each answer. */
export type VerdictTally = Record<VerdictAnswer, number>

/** Fewer answers than this are shown to nobody (product.md, rule 10). */
export const fewestShown = 5

/**
 * Answers are shown five at a time. Were the totals to move with each, whoever watches them, and knows who has just
 * answered, would know the answer. So what one look shows more than an earlier one is always five people's or more.
 * `waiting` are those not shown yet, with the one that has just come.
 */
export function areShownNow(waiting: number): boolean {
	return waiting >= fewestShown
}

export const noVerdicts: VerdictTally = { 'a-lot': 0, 'a-little': 0, no: 0, worse: 0, 'dont-know': 0 }

export function tallyVerdicts(counts: Iterable<{ answer: VerdictAnswer; count: number }>): VerdictTally {
	const tally = { ...noVerdicts }
	for (const { answer, count } of counts) tally[answer] += count
	return tally
}

/** What may be shown of people's answers. `split` is null when an answer was given by too few to stand alone. */
export type Felt = { shown: false } | { shown: true; felt: number; people: number; split: VerdictTally | null }

/** `felt` counts "a lot" and "a little", out of everyone who answered, "I do not know" included. */
export function feltBy(tally: VerdictTally): Felt {
	const people = Object.values(tally).reduce((sum, count) => sum + count, 0)
	if (people < fewestShown) return { shown: false }
	const isSafe = Object.values(tally).every((count) => count === 0 || count >= fewestShown)
	return { shown: true, felt: tally['a-lot'] + tally['a-little'], people, split: isSafe ? tally : null }
}

/** Done, but not felt by most: reported done, and fewer than half of those who answered say it made a difference. */
export function isDoneOnPaper({ status }: Pick<Action, 'status'>, felt: Felt): boolean {
	return status === 'done' && felt.shown && felt.felt * 2 < felt.people
}

/**
 * People are asked once it is over, has gone backwards, or should have been done by now: nobody can put the question
 * off by never reporting. Before that an answer, which cannot be changed, would come too soon.
 */
export function isAskable(action: Pick<Action, 'status' | 'dueOn'>, today: Day): boolean {
	return ['done', 'stopped', 'went-backwards'].includes(action.status) || daysLate(action, today) > 0
}
