import { quorumNeeded } from '../methods/quorum.ts'
import type { BodyRules, BodySeat } from './minute.ts'

export type RulesProblem =
	| 'least-unclear'
	| 'least-too-high'
	| 'class-unknown'
	| 'class-least-unclear'
	| 'class-too-few'
	| 'class-twice'
	| 'right-missing'
	| 'nobody-votes'

/**
 * What cannot be so in a body's rules, all at once. `at` is the way to it: `least`, `classes.0.seat`, `rights.<member>`.
 * A class of seat must have enough voting seats, written the same way, or no meeting could ever have a quorum.
 */
export function judgeRules(
	{ quorum: { least, classes = [] } }: BodyRules,
	seats: readonly BodySeat[],
): { problem: RulesProblem; at: string; memberId?: string }[] {
	const voting = seats.filter(({ votes }) => votes)
	if (voting.length === 0) return [{ problem: 'nobody-votes', at: '' }]
	const judged: ReturnType<typeof judgeRules> = []
	if (!isClear(least)) judged.push({ problem: 'least-unclear', at: 'least' })
	else if (quorumNeeded(least, voting.length) > voting.length) judged.push({ problem: 'least-too-high', at: 'least' })
	for (const [index, { seat, least }] of classes.entries()) {
		const there = voting.filter(({ right }) => right === seat).length
		if (classes.findIndex((other) => other.seat === seat) < index)
			judged.push({ problem: 'class-twice', at: `classes.${index}.seat` })
		else if (there === 0) judged.push({ problem: 'class-unknown', at: `classes.${index}.seat` })
		else if (!isWhole(least)) judged.push({ problem: 'class-least-unclear', at: `classes.${index}.least` })
		else if (there < least) judged.push({ problem: 'class-too-few', at: `classes.${index}.least` })
	}
	for (const { memberId, right } of voting)
		if (right.trim() === '') judged.push({ problem: 'right-missing', at: `rights.${memberId}`, memberId })
	return judged
}

function isClear(least: BodyRules['quorum']['least']) {
	if (typeof least === 'number') return isWhole(least)
	return isWhole(least.numerator) && isWhole(least.denominator) && least.numerator <= least.denominator
}

function isWhole(number: number) {
	return Number.isSafeInteger(number) && number > 0
}
