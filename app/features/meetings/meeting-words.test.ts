import { expect, test } from 'vitest'
import type { Visibility } from '../../domain/documents/document.ts'
import type { GroupKind } from '../../domain/people/group.ts'
import { movedWords, narrowPaperWords, withheldWords } from './meeting-words.ts'

const some =
	'Only some members of this partnership can read this paper, so everybody else who reads the agenda will see that there is an item and not what it is.'
const members =
	'Only members of this partnership can read this paper, so the public will see that there is an item and not what it is.'

test.each<[Visibility, GroupKind, boolean, string | null]>([
	['public', 'board', true, null],
	['partnership', 'board', true, members],
	['partnership', 'board', false, null],
	['partnership', 'circle', true, null],
	['group', 'board', true, some],
	['group', 'board', false, some],
	['circle', 'panel', true, some],
])('before a %s paper goes on the agenda of a %s, open %s', (visibility, kind, open, words) => {
	expect(narrowPaperWords({ visibility }, { kind }, { open })).toBe(words)
})

test('an item whose paper somebody may not read says to whom it is open, and names no group', () => {
	const item = { number: 2, because: 'paper' } as const
	expect(withheldWords({ ...item, openTo: 'members' })).toBe(
		'Item 2 is not public, because its paper is open to members of this partnership only.',
	)
	expect(withheldWords({ ...item, openTo: 'some-members' })).toBe(
		'Item 2 is not public, because its paper is open to some members of this partnership only.',
	)
})

test.each([
	['another day', { startsAt: '2026-12-08T14:00:00Z' }, 'Moved from Tuesday 1 December 2026, at 2pm. Why: Snow.'],
	['another place', { place: 'Town Hall' }, 'Moved from Library. Why: Snow.'],
	[
		'both',
		{ startsAt: '2026-12-08T14:00:00Z', place: 'Town Hall' },
		'Moved from Tuesday 1 December 2026, at 2pm, Library. Why: Snow.',
	],
])('a meeting that was moved to %s says from where, and why', (_to, change, words) => {
	const from = { startsAt: '2026-12-01T14:00:00.000Z', place: 'Library' }
	expect(movedWords({ from, to: { ...from, ...change }, reason: 'Snow' })).toBe(words)
})
