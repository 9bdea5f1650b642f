import { expect, test } from 'vitest'
import { normaliseCode, openSecrets } from './secrets.ts'

const secrets = openSecrets('k'.repeat(32))

test('a card code survives being typed in every way people type', () => {
	expect(normaliseCode(' k7qfm 3m2px ')).toBe('K7QFM-3M2PX')
	expect(normaliseCode('KOQFM–IL2PX')).toBe('K0QFM-112PX')
	expect(normaliseCode('K7QFM3M2PX')).toBe('K7QFM-3M2PX')
})

test('what is not a code stays apart from every code', () => {
	expect(normaliseCode('hello')).toBe('HE110')
	expect(normaliseCode('')).toBe('')
})

test('a new code reads back as itself', () => {
	for (let i = 0; i < 200; i++) {
		const code = secrets.newCardCode()
		expect(normaliseCode(code)).toBe(code)
	}
})

test('the same code for another purpose, or under another key, has another hash', () => {
	expect(secrets.hash('card', 'x')).not.toBe(secrets.hash('session', 'x'))
	expect(secrets.hash('card', 'x')).not.toBe(openSecrets('j'.repeat(32)).hash('card', 'x'))
})

test('six digits are always six', () => {
	for (let i = 0; i < 200; i++) expect(secrets.newSixDigits()).toMatch(/^\d{6}$/)
})
