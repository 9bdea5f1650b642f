import { expect, test } from 'vitest'
import { board, bodyRules, clerk } from '../../../../tests/given-minute.ts'
import { judgeRules } from './judge-rules.ts'
import type { BodyRules, BodySeat } from './minute.ts'

const share = (numerator: number, denominator: number) => ({ least: { numerator, denominator } })
const classes = (...named: [string, number][]): BodyRules['quorum'] => ({
	least: 1,
	classes: named.map(([seat, least]) => ({ seat, least })),
})

test.each<[string, BodyRules['quorum'], readonly BodySeat[], string[]]>([
	['a number and a class', bodyRules.quorum, board, []],
	['all of them', { least: 6 }, board, []],
	['more than vote', { least: 7 }, board, ['least-too-high least']],
	['none', { least: 0 }, board, ['least-unclear least']],
	['a quarter', share(1, 4), board, []],
	['more than all', share(5, 4), board, ['least-unclear least']],
	['a class nobody sits in', classes(['Police', 1]), board, ['class-unknown classes.0.seat']],
	['a class with too few', classes(['NHS member', 2]), board, ['class-too-few classes.0.least']],
	['a class that needs nobody', classes(['NHS member', 0]), board, ['class-least-unclear classes.0.least']],
	['a class twice', classes(['NHS member', 1], ['NHS member', 1]), board, ['class-twice classes.1.seat']],
	['a class of seats without a vote', classes(['Clerk', 1]), board, ['class-unknown classes.0.seat']],
	[
		'a seat by no right',
		{ least: 1 },
		[
			{ ...board[0]!, right: ' ' },
			{ ...clerk, right: '' },
		],
		['right-missing rights.helen'],
	],
	['no voting seats', { least: 1 }, [clerk], ['nobody-votes ']],
])('%s', (_what, quorum, seats, problems) => {
	const judged = judgeRules({ ...bodyRules, quorum }, seats)
	expect(judged.map(({ problem, at }) => `${problem} ${at}`)).toEqual(problems)
})
