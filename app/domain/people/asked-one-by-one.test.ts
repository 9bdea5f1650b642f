import { expect, test } from 'vitest'
import { isAskedOneByOne } from './asked-one-by-one.ts'

test.each<[string, string | null, 'panel' | 'board' | 'collaborative' | null, boolean]>([
	['a citizen', 'citizen', null, false],
	['a citizen for a panel', 'citizen', 'panel', false],
	['somebody who will say', null, null, false],
	['a provider for a collaborative', 'provider', 'collaborative', false],
	['a voice that the partnership added', 'a1b2', 'panel', false],
	['a commissioner', 'commissioner', null, true],
	['a commissioner for a panel', 'commissioner', 'panel', true],
	['a citizen for a board', 'citizen', 'board', true],
	['somebody for a board who will say', null, 'board', true],
])('%s', (_who, kind, group, isAsked) => {
	expect(isAskedOneByOne(kind ? { kind } : null, group ? { kind: group } : null)).toBe(isAsked)
})
