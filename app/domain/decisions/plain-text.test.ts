import { expect, test } from 'vitest'
import { isVisible, lookOf, plainText } from './plain-text.ts'

test.each([
	['capitals', 'A Van', 'a van'],
	['spaces', 'A  van', 'A\u00a0van'],
	['signs without a shape', 'A\u200bvan', 'Avan'],
	['letters of another alphabet', 'A cаr pаrk', 'A car park'],
	['wide letters', 'Ｖan', 'Van'],
	['one letter in two ways', 'Cafe\u0301', 'Café'],
])('two names that look alike: %s', (_how, one, other) => {
	expect(lookOf(one)).toBe(lookOf(other))
})

test.each([
	['an accent', 'Résumé', 'Resume'],
	['a number', 'Option 1', 'Option 2'],
	['a whole other alphabet', 'Автобус', 'Кухня'],
	['right to left', 'מטבח', 'אוטובוס'],
	['a picture', '🚐', '🍲'],
])('two names that do not: %s', (_how, one, other) => {
	expect(lookOf(one)).not.toBe(lookOf(other))
})

test('signs that turn a page round go, and everything anybody can read stays', () => {
	expect(plainText('\u202e005£ of \u2067all\u2069')).toBe('005£ of all')
	expect(plainText(' A van\u0007\nor two ')).toBe('A van or two')
	for (const words of ['מטבח 🍲', 'Café – “très” bon', '👩🏽‍🦽 A ramp']) expect(plainText(words)).toBe(words)
})

test.each(['', ' ', '\u200b', '\u00ad\u2060', '\u3164', '\u200e'])('nothing to see: %j', (typed) => {
	expect(isVisible(typed)).toBe(false)
})

test.each(['a', '🚐', '1', '?'])('something to see: %s', (typed) => {
	expect(isVisible(typed)).toBe(true)
})
