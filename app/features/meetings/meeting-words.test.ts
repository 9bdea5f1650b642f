import { expect, test } from 'vitest'
import type { Visibility } from '../../domain/documents/document.ts'
import type { GroupKind } from '../../domain/people/group.ts'
import { narrowPaperWords, withheldWords } from './meeting-words.ts'

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
