import { expect, test } from 'vitest'
import type { Visibility } from '../../domain/documents/document.ts'
import { agendaReaders, type ItemReaders, itemReaders, type ReadItem, withheldReaders } from './who-reads.ts'

test.each<[string | null, Visibility | null, ItemReaders]>([
	[null, null, 'all'],
	[null, 'public', 'all'],
	[null, 'partnership', 'members'],
	[null, 'group', 'some-members'],
	[null, 'circle', 'some-members'],
	['It names prices.', 'public', 'body'],
])('an item that is private (%s) with a paper for %s is read by %s', (privateReason, visibility, readers) => {
	expect(itemReaders({ privateReason, paper: visibility && { visibility } })).toBe(readers)
})

test('of an item that is not named to the reader the same is said', () => {
	const withheld = [
		{ because: 'private', reason: 'It names prices.', number: 3 },
		{ because: 'paper', openTo: 'members', number: 4 },
		{ because: 'paper', openTo: 'some-members', number: null },
	] as const
	expect(withheld.map(withheldReaders)).toEqual(['body', 'members', 'some-members'])
})

const published = { isPublished: true, kind: 'board', isOpen: true } as const
const of = (...readers: ItemReaders[]): ReadItem[] => readers.map((one, at) => ({ number: at + 1, readers: one }))

test.each([
	['a draft', { ...published, isPublished: false }, of('body'), /^This is a draft\. Only the body that meets/],
	['a private circle', { ...published, kind: 'circle' }, of('all'), /^Only the members of this body and those who/],
	['everything public', published, of('all', 'all'), 'Everyone can read this page.'],
	['members alone', { ...published, isOpen: false }, of('all'), 'Only members of this partnership can read this page.'],
	[
		'one in part B',
		published,
		of('all', 'body'),
		'Everyone can read this page, but not every item. Item 2: only the members of this body and those who run its meetings, because it is in part B.',
	],
	[
		'papers for fewer',
		published,
		of('members', 'members', 'some-members'),
		'Everyone can read this page, but not every item. Items 1 and 2: only members of this partnership, because its paper is open to them alone. Item 3: only those who can read its paper.',
	],
	[
		'in the order of the agenda, whatever the reason',
		published,
		of('all', 'members', 'body'),
		'Everyone can read this page, but not every item. Item 2: only members of this partnership, because its paper is open to them alone. Item 3: only the members of this body and those who run its meetings, because it is in part B.',
	],
	[
		'where members are everybody, a paper for members is no exception',
		{ ...published, isOpen: false },
		of('members', 'some-members'),
		'Only members of this partnership can read this page, but not every item. Item 2: only those who can read its paper.',
	],
	[
		'some were taken off',
		published,
		[...of('body'), { number: null, readers: 'body' }],
		/Items? 1 and one that was taken off: only the members of this body/,
	],
	['only one that was taken off', published, [{ number: null, readers: 'body' }], /One that was taken off: only/],
] as [string, Parameters<typeof agendaReaders>[0], ReadItem[], string | RegExp][])(
	'%s',
	(_what, meeting, items, words) => {
		const said = agendaReaders(meeting, items)
		if (typeof words === 'string') expect(said).toBe(words)
		else expect(said).toMatch(words)
	},
)
