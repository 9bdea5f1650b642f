import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin.ts'

const ours = new Set(['https://alongside.example'])

test.each<[string, Record<string, string>, boolean]>([
	['our own page, said by the browser', { 'sec-fetch-site': 'same-origin' }, true],
	['our own page, by its origin', { origin: 'https://alongside.example' }, true],
	['an old browser that sends a referer only', { referer: 'https://alongside.example/p/harbourside' }, true],
	[
		'typed into the address bar, from our page',
		{ 'sec-fetch-site': 'none', origin: 'https://alongside.example' },
		true,
	],
	['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
	['a neighbour on the same domain', { 'sec-fetch-site': 'same-site' }, false],
	['another site, by its origin', { origin: 'https://evil.example' }, false],
	['an origin that starts like ours', { origin: 'https://alongside.example.evil.example' }, false],
	['the same host without https', { origin: 'http://alongside.example' }, false],
	['a sandboxed frame', { origin: 'null' }, false],
	['a referer from elsewhere that names us', { referer: 'https://evil.example/?https://alongside.example' }, false],
	['nothing said at all', {}, false],
	['nonsense', { referer: 'not an address' }, false],
])('%s', (_from, headers, allowed) => {
	expect(isSameOrigin(new Headers(headers), ours)).toBe(allowed)
})
