import { expect, test } from 'vitest'
import { isWholeReceipt, normaliseReceipt, receiptFrom } from './receipt.ts'

test('a receipt is twelve readable letters in three groups', () => {
	expect(receiptFrom('00ff1f20'.repeat(8))).toBe('0ZZ0-0ZZ0-0ZZ0')
	expect(receiptFrom('7f3a91c2'.repeat(8))).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
})

test.each([
	['as printed', 'K7QM-2XPD-9RTA'],
	['small letters and spaces', ' k7qm 2xpd 9rta '],
	['all together', 'k7qm2xpd9rta'],
])('is understood %s', (_how, typed) => {
	expect(normaliseReceipt(typed)).toBe('K7QM-2XPD-9RTA')
})

test('letters that look like digits are read as digits', () => {
	expect(normaliseReceipt('oil0-0000-0000')).toBe('0110-0000-0000')
})

test.each([
	['k7qm 2xpd 9rta', true],
	['K7QM-2XPD-9RTA', true],
	['abc', false],
	['K7QM-2XPD-9RTA-1', false],
])('%s has as many letters as a receipt: %s', (typed, expected) => {
	expect(isWholeReceipt(typed)).toBe(expected)
})
