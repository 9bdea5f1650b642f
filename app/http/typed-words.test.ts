import { expect, test } from 'vitest'
import { typedWords } from './typed-words.ts'

const post = (fields: Record<string, string>) =>
	new Request('http://here.invalid', { method: 'POST', body: new URLSearchParams(fields) })

test('sentences come back; ids, choices and hashes do not', async () => {
	const words = await typedWords(
		post({
			id: '0123456789abcdef',
			base: 'a'.repeat(64),
			choice: 'for',
			by: '2026-11-21',
			text: 'We want\ntwo evenings.',
		}),
	)
	expect(words).toEqual(['We want\ntwo evenings.'])
})

test('a page that was only opened has none', async () => {
	expect(await typedWords(new Request('http://here.invalid/p'))).toEqual([])
})

test('what is not a form has none', async () => {
	const odd = new Request('http://here.invalid', {
		method: 'POST',
		body: 'x',
		headers: { 'content-type': 'text/plain' },
	})
	expect(await typedWords(odd)).toEqual([])
})
