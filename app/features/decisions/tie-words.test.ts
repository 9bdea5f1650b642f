import { expect, test } from 'vitest'
import type { Tie } from '../../domain/decisions/methods/count.ts'
import { whyBeforeByPoints } from './tie-words.ts'

const options = [
	{ id: 'A', name: 'A ramp', cost: 100_00 },
	{ id: 'B', name: 'A bus', cost: 200_00 },
	{ id: 'C', name: 'A cook', cost: 200_00 },
]

test.each<[picked: string, other: string, decidedBy: Tie['decidedBy'], said: string]>([
	['A', 'B', 'cost', 'because it costs less'],
	['A', 'B', 'support', 'because it costs less'],
	['B', 'C', 'support', 'because it had more points'],
	['B', 'C', 'lot', 'as is told below, with what was level'],
])('where points count, %s went before %s (%s): %s', (picked, other, decidedBy, said) => {
	const tie: Tie = { round: 1, kind: 'fund', among: ['A', 'B', 'C'], picked, decidedBy }
	expect(whyBeforeByPoints(tie, other, options)).toBe(said)
})
