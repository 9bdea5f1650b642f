import { expect, test } from 'vitest'
import type { Visibility } from '../../domain/documents/document.ts'
import type { GroupKind } from '../../domain/people/group.ts'
import {
	movedWords,
	narrowPaperWords,
	noticeLeftWords,
	noticeWords,
	whenAndWhereWords,
	withheldWords,
} from './meeting-words.ts'

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

test('in a list every move is told, the newest first: an earlier day is not lost behind a later place', () => {
	const moves = [
		{ said: 'Moved from Town Hall. Why: Damp.' },
		{ said: 'Moved from Tuesday 1 December 2026, at 2pm. Why: Snow.' },
	]
	const meeting = { startsAt: '2026-12-08T14:00:00Z', place: 'Library', moves }
	expect(whenAndWhereWords(meeting)).toBe(
		'Tuesday 8 December 2026, at 2pm · Library · Moved from Town Hall. Why: Damp. · Moved from Tuesday 1 December 2026, at 2pm. Why: Snow.',
	)
})

test.each([
	['as it stands', '2026-12-01T14:00:00Z', '12 clear working days before the meeting'],
	['at another hour of that day', '2026-12-01T16:00:00Z', '12 clear working days before the meeting'],
	['on another day', '2026-12-08T14:00:00Z', '12 clear working days before the day it was to be then'],
])('notice was given of a meeting that is now %s', (_how, startsNow, words) => {
	const told = { toldAt: '2026-11-12T09:00:00Z', startsAt: '2026-12-01T14:00:00Z', clearDays: 12 }
	expect(noticeWords({ ...told, startsNow })).toBe(words)
})

test('of what was published once it had begun, nobody was told before', () => {
	const told = { toldAt: '2026-12-01T15:00:00Z', startsAt: '2026-12-01T14:00:00Z', clearDays: 0 }
	expect(noticeWords({ ...told, startsNow: told.startsAt })).toBe('after the meeting had begun')
})

test.each([
	['in good time', {}, 'Published today, it leaves 12 clear working days.', /so publish it by 23 November 2026\./],
	[
		'too late, with what is needed',
		{ isShort: true, clearDays: 1 },
		'Published today, it leaves 1 clear working day.',
		/had to be published by 23 November 2026\. You can still publish it, with the chair’s reason, which everyone reads\./,
	],
	['once its hour has come', { isShort: true, hasBegun: true }, 'The hour of this meeting has come.', /call it off\.$/],
])('a draft says what notice is left: %s', (_when, change, now, next) => {
	const left = { hasBegun: false, isShort: false, clearDays: 12, publishBy: '2026-11-23' }
	expect(noticeLeftWords({ ...left, ...change })).toEqual({ now, next: expect.stringMatching(next) })
})
