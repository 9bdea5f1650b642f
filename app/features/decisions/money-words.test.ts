import { expect, test } from 'vitest'
import { mendPounds, readPounds } from './money-words.ts'

test.each<[string, number | null]>([
	['1200', 1_200_00],
	['£1200', 1_200_00],
	['£1,200.50', 1_200_50],
	['1 200', 1_200_00],
	['£ 20,000', 20_000_00],
	['1,200,000', 1_200_000_00],
	[' 12.50 ', 12_50],
	['40,00', null],
	['12,50', null],
	['1,2', null],
	['1200,500', null],
	['1,200,50', null],
	['1.200', null],
	['12.5', null],
	['40 00', null],
	['1,,200', null],
	[',200', null],
	['', null],
])('“%s” is %s pence', (typed, pence) => {
	expect(readPounds(typed)).toBe(pence)
})

test('whoever writes pence after a comma is told how to write them', () => {
	expect(mendPounds('Enter the cost', '12,50')).toBe(
		'Enter the cost. A comma can only stand between thousands, as in 1,200. Write pence after a full stop, as in 12.50',
	)
	expect(mendPounds('Enter the cost', 'lots')).toBe('Enter the cost')
})
