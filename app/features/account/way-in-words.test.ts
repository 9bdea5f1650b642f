import { expect, test } from 'vitest'
import { wayInWords } from './way-in-words.ts'

test.each([
	['an address', { email: 'a@b.test', hasCard: false, belongs: true }, /^a@b\.test$/],
	['a card', { email: null, hasCard: true, belongs: true }, /^None\. You come in with your return card\.$/],
	[
		'neither',
		{ email: null, hasCard: false, belongs: true },
		/cannot come back.* or ask a facilitator to print you a card/,
	],
	[
		'neither, and nobody who could print one',
		{ email: null, hasCard: false, belongs: false },
		/so give an address first\.$/,
	],
])('how somebody comes back with %s', (_what, ways, words) => {
	expect(wayInWords(ways)).toMatch(words)
})
