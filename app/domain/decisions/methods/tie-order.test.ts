import { expect, test } from 'vitest'
import { completeTieOrder, drawTieOrder } from './tie-order.ts'

test('a seed gives one order, whatever order the ids come in', () => {
	const drawn = drawTieOrder('seed of 21 November', ['a', 'b', 'c', 'd'])
	expect(drawTieOrder('seed of 21 November', ['d', 'c', 'b', 'a'])).toEqual(drawn)
	// Anyone can check: printf 'seed of 21 November\na' | sha256sum, and so on, sorted.
	expect(drawn).toMatchInlineSnapshot(`
		[
		  "c",
		  "b",
		  "d",
		  "a",
		]
	`)
})

test('a given order is made whole', () => {
	expect(completeTieOrder(['c', 'x', 'c'], ['a', 'b', 'c'])).toEqual(['c', 'a', 'b'])
})
