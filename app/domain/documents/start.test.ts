import { expect, test } from 'vitest'
import type { Visibility } from './document.ts'
import { widens } from './start.ts'

test.each<[Visibility, Visibility, boolean]>([
	['group', 'partnership', true],
	['group', 'public', true],
	['partnership', 'public', true],
	['public', 'public', false],
	['public', 'partnership', false],
	['partnership', 'group', false],
])('from %s to %s opens it to more people: %s', (from, to, wider) => {
	expect(widens(from, to)).toBe(wider)
})
