import { expect, test } from 'vitest'
import { fileWords } from './file-words.ts'

test('the file of a hidden vote is not said to hold rounds or ties', () => {
	expect(fileWords('result.json', false)).toMatch(/every round, ties, the lot/)
	expect(fileWords('result.json', true)).toMatch(/the outcome, .* nothing that says how many gave which answer/)
	expect(fileWords('result.json', true)).not.toMatch(/round|ties|recount/)
})
