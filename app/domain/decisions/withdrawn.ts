import type { AnswerProblem } from './answer.ts'
import { isBudget } from './askable.ts'
import { type Answer, type Choosing, type Decision, isChoosing, type Option, type Withdrawal } from './decision.ts'

export type WithdrawRefusal =
	| 'nothing-to-withdraw'
	| 'stopped'
	| 'voting-over'
	| 'no-such-option'
	| 'withdrawn-already'
	| 'reason-missing'
	/** What would be left is no choice any more: the vote can only be stopped. */
	| 'too-few-left'

/**
 * Records that something people choose among was withdrawn while voting is open, for ever. What was sealed stays sealed; from
 * now on nobody can choose it, and what was given to it is not counted (docs/decisions/016). As many must be left as a
 * vote needs to be opened, and as can be chosen.
 */
export function withdraw(
	decision: Decision,
	{ option, reason }: Pick<Withdrawal, 'option' | 'reason'>,
	now: Date,
): { refused: WithdrawRefusal } | { withdrawn: Withdrawal[] } {
	if (!isChoosing(decision)) return { refused: 'nothing-to-withdraw' }
	if (decision.state === 'stopped') return { refused: 'stopped' }
	if (decision.state !== 'open' || now >= decision.closesAt) return { refused: 'voting-over' }
	if (!decision.options.some(({ id }) => id === option)) return { refused: 'no-such-option' }
	if (withdrawnIds(decision).has(option)) return { refused: 'withdrawn-already' }
	if (reason.trim() === '') return { refused: 'reason-missing' }
	if (standingOptions(decision).length - 1 < fewestLeft(decision)) return { refused: 'too-few-left' }
	return { withdrawn: [...decision.withdrawn, { option, reason: reason.trim(), at: now.toISOString() }] }
}

/** Whether anything of it could be withdrawn once voting is open. */
export function allowsWithdrawing({ method, rules, options }: Pick<Decision, 'method' | 'rules' | 'options'>): boolean {
	const asked = { method, rules } as Decision
	return isChoosing(asked) && options.length - 1 >= fewestLeft(asked)
}

function fewestLeft({ method, rules: { seats = 1 } }: Pick<Choosing, 'method' | 'rules'>): number {
	return isBudget(method) ? 1 : Math.max(2, seats)
}

type WithWithdrawn = { withdrawn?: readonly Pick<Withdrawal, 'option'>[] }

export function withdrawnIds({ withdrawn = [] }: WithWithdrawn): ReadonlySet<string> {
	return new Set(withdrawn.map(({ option }) => option))
}

/** What can still be chosen, in the order of the question. */
export function standingOptions(asked: WithWithdrawn & { options: readonly Option[] }): Option[] {
	const gone = withdrawnIds(asked)
	return asked.options.filter(({ id }) => !gone.has(id))
}

/** What of an answer counts: the rest of the ballot stands, and in an order the next ones move up. */
export function standingAnswer(answer: Answer, gone: ReadonlySet<string>): Answer {
	if (gone.size === 0) return answer
	if ('marks' in answer)
		return { marks: Object.fromEntries(Object.entries(answer.marks).filter(([id]) => !gone.has(id))) }
	if (!('ranks' in answer)) return answer
	const ranks = answer.ranks.map((rank) => rank.filter((id) => !gone.has(id)))
	return { ranks: ranks.filter((rank) => rank.length > 0) }
}

/**
 * What is wrong with a ballot cast on a screen that gives something to what was withdrawn, each by name. A paper may: it
 * was filled in when it was, is read as it stands, and counts without it.
 */
export function withdrawnProblems(asked: WithWithdrawn, answer: Answer): AnswerProblem[] {
	const gone = withdrawnIds(asked)
	const named = 'marks' in answer ? Object.keys(answer.marks) : 'ranks' in answer ? answer.ranks.flat() : []
	return named.filter((id) => gone.has(id)).map((option) => ({ refused: 'withdrawn' as const, option }))
}
