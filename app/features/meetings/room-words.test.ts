import { expect, test } from 'vitest'
import type { Visibility } from '../../domain/documents/document.ts'
import type { GroupKind } from '../../domain/people/group.ts'
import { interestReaders } from './room-words.ts'

const press = /^Everyone, also the press, will read this/
const members = /^Every member of this partnership will read this/
const ofPaper = /^Whoever can read the paper of this item/
const ofBody = /^The members of this body and those who run its meetings/
const partB = /^This item is not public: the members of this body/

test.each<[string | null, Visibility | null, GroupKind, boolean, RegExp]>([
	[null, null, 'board', true, press],
	[null, 'public', 'board', true, press],
	[null, 'partnership', 'board', true, members],
	[null, 'group', 'board', true, ofPaper],
	[null, 'circle', 'board', false, ofPaper],
	[null, null, 'board', false, members],
	[null, 'public', 'board', false, members],
	[null, 'public', 'circle', true, ofBody],
	['It names prices.', 'public', 'board', true, partB],
])('who will read an interest: part B %s, paper %s, a %s, open %s', (privateReason, visibility, kind, open, words) => {
	const item = { privateReason, paper: visibility && { visibility } }
	expect(interestReaders(item, { kind }, { open })).toMatch(words)
})
