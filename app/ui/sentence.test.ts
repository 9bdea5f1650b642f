import { expect, test } from 'vitest'
import { sentence } from './sentence.ts'

test.each([
	['Evening breaks', 'Evening breaks.'],
	['Evening breaks.', 'Evening breaks.'],
	['Evening breaks. ', 'Evening breaks.'],
	['Who pays?', 'Who pays?'],
	['Put in: “six months.”', 'Put in: “six months.”'],
	['Put in: “six months”', 'Put in: “six months”.'],
])('“%s” ends once', (typed, ended) => {
	expect(sentence(typed)).toBe(ended)
})
