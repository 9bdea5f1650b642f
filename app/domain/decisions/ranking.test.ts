import { expect, test } from 'vitest'
import { type Move, move, ranksFrom } from './ranking.ts'

test.each<[string, [string, number][], string[][], number[]]>([
	['nothing typed is no order', [], [], []],
	[
		'numbers put options in order, whatever order they stand in',
		[
			['A', 2],
			['B', 1],
		],
		[['B'], ['A']],
		[],
	],
	[
		'gaps are closed up and known',
		[
			['A', 1],
			['B', 4],
		],
		[['A'], ['B']],
		[2, 3],
	],
	['a missing first number is a gap too', [['A', 2]], [['A']], [1]],
	[
		'the same number is the same place',
		[
			['A', 1],
			['B', 1],
			['C', 3],
		],
		[['A', 'B'], ['C']],
		[2],
	],
])('%s', (_rule, numbers, ranks, gaps) => {
	expect(ranksFrom(numbers)).toEqual({ ranks, gaps })
})

test.each<[string, string[][], string, Move, string[][]]>([
	['up passes the one before', [['A'], ['B'], ['C']], 'C', 'up', [['A'], ['C'], ['B']]],
	['up from the top changes nothing', [['A'], ['B']], 'A', 'up', [['A'], ['B']]],
	['up without a place takes the last one', [['A']], 'C', 'up', [['A'], ['C']]],
	['up leaves behind whoever was level', [['A'], ['B', 'C']], 'C', 'up', [['A'], ['C'], ['B']]],
	['down passes the one after', [['A'], ['B'], ['C']], 'A', 'down', [['B'], ['A'], ['C']]],
	['down leaves whoever was level ahead', [['A', 'B'], ['C']], 'A', 'down', [['B'], ['A'], ['C']]],
	['down from the last place is no place', [['A'], ['B']], 'B', 'down', [['A']]],
	['down without a place changes nothing', [['A']], 'B', 'down', [['A']]],
	['first goes before all', [['A'], ['B', 'C']], 'C', 'first', [['C'], ['A'], ['B']]],
	['first without a place goes before all', [['A']], 'B', 'first', [['B'], ['A']]],
])('%s', (_rule, ranks, option, how, after) => {
	expect(move(ranks, option, how)).toEqual(after)
})
