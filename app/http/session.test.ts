import { expect, test } from 'vitest'
import { deviceName, safeNext } from './session.ts'

test.each<[string, string | null, string | null]>([
	['a page of ours', '/p/harbourside?page=2', '/p/harbourside?page=2'],
	['another site', 'https://evil.example', null],
	['another site without a scheme', '//evil.example', null],
	['another site behind a backslash', '/\\evil.example', null],
	['a script', 'javascript:alert(1)', null],
	['climbing up', '/p/../../etc', '/etc'],
	['nothing', '', null],
	['not given', null, null],
])('after signing in: %s', (_what, next, to) => {
	expect(safeNext(next)).toBe(to)
})

test.each([
	['Mozilla/5.0 (Linux; Android 9) AppleWebKit/537.36 Chrome/95.0 Mobile Safari/537.36', 'Chrome on Android'],
	['Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Version/15.0 Mobile Safari/604.1', 'Safari on iPhone'],
	['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/120 Safari/537.36 Edg/120', 'Edge on Windows'],
	[null, 'A browser on a device'],
	['x'.repeat(5000), 'A browser on a device'],
])('a device is named in words', (userAgent, name) => {
	expect(deviceName(userAgent)).toBe(name)
})
