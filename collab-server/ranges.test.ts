import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '../tests/seed.ts'
import { type Range, subtract } from './ranges.ts'

fc.configureGlobal({ seed })

const ranges = fc.array(
	fc
		.record({ client: fc.nat(2), clock: fc.nat(20), length: fc.nat(6) })
		.map(({ client, clock, length }): Range => ({ client, clock, end: clock + length })),
	{ maxLength: 8 },
)

const ids = (all: readonly Range[]) =>
	new Set(
		all.flatMap(({ client, clock, end }) => Array.from({ length: end - clock }, (_, at) => `${client}.${clock + at}`)),
	)

test('subtracting ranges is subtracting ids', () => {
	fc.assert(
		fc.property(ranges, ranges, (from, taken) => {
			const gone = ids(taken)
			expect(ids(subtract(from, taken))).toEqual(new Set([...ids(from)].filter((id) => !gone.has(id))))
		}),
	)
})
