import { expect, test } from 'vitest'
import { minute, taking } from '../../../../tests/given-minute.ts'
import { approveRefusal } from './approve.ts'
import { changes } from './changes.ts'
import { correct, type Minuted } from './correct.ts'

const now = new Date('2026-07-12T10:00:00Z')
const standing: Minuted = { minute, corrections: 1, approvedAt: null }
const approved = { ...standing, approvedAt: now }
const mended = { ...minute, seats: taking({ colin: 'against' }) }
const reason = 'Colin’s vote was written beside the wrong name.'

test.each([
	[
		'with a reason, by somebody who has seen the last one',
		standing,
		{ minute: mended, reason, base: 1 },
		{ number: 2 },
	],
	['once approved', approved, { minute: mended, reason, base: 1 }, { refused: 'approved' }],
	[
		'by somebody who has not seen the last one',
		standing,
		{ minute: mended, reason, base: 0 },
		{ refused: 'corrected-meanwhile' },
	],
	['without a reason', standing, { minute: mended, reason: ' ', base: 1 }, { refused: 'reason-missing' }],
	[
		'to what stands already',
		standing,
		{ minute: structuredClone(minute), reason, base: 1 },
		{ refused: 'nothing-changed' },
	],
	[
		'the rules it was decided under, to rules that can be',
		standing,
		{ minute: { ...minute, rules: { ...minute.rules, quorum: { least: 3 } } }, reason, base: 1 },
		{ number: 2 },
	],
	[
		'the rules to what can be none',
		standing,
		{ minute: { ...minute, rules: { ...minute.rules, quorum: { least: 99 } } }, reason, base: 1 },
		{ refused: 'not-so' },
	],
	['to what cannot be', standing, { minute: { ...mended, moverId: null }, reason, base: 1 }, { refused: 'not-so' }],
] as const)('correcting %s', (_what, from, asked, answer) => {
	expect(correct(from, asked, now)).toMatchObject(answer)
})

test.each([
	['at a later meeting', standing, { day: '2026-07-12', base: 1 }, null],
	['twice', approved, { day: '2026-07-12', base: 1 }, 'approved'],
	['without a day', standing, { day: '', base: 1 }, 'day-missing'],
	['at the meeting itself', standing, { day: '2026-06-12', base: 1 }, 'day-not-after'],
	['at a meeting to come', standing, { day: '2026-07-13', base: 1 }, 'day-later'],
	[
		'on a day on which no meeting was entered',
		standing,
		{ day: '2026-07-12', base: 1, elsewhere: false },
		'day-no-meeting',
	],
	['not asked once more', standing, { day: '2026-07-12', base: 1, checked: '' }, 'not-checked'],
	['of words the approver has not seen', standing, { day: '2026-07-12', base: 0 }, 'corrected-meanwhile'],
])('approving %s', (_what, from, asked, refused) => {
	const day = { elsewhere: true, checked: asked.day }
	expect(approveRefusal(from, { ...day, ...asked }, [], now)).toBe(refused)
})

test('a correction shows each thing it changed, and nothing else', () => {
	const casting = { choice: 'for', reason: 'They cannot wait.' } as const
	const after = {
		...mended,
		place: 'Online',
		moverId: 'joe',
		vote: { how: 'assent' } as const,
		casting,
		amendments: [],
	}
	expect(changes(minute, minute)).toEqual([])
	expect(changes(minute, after)).toEqual([
		{ what: 'place', before: minute.place, after: 'Online' },
		{ what: 'moverId', before: 'colin', after: 'joe' },
		{ what: 'part', memberId: 'colin', before: 'for', after: 'against' },
		{ what: 'vote', before: { how: 'names' }, after: { how: 'assent' } },
		{ what: 'casting', before: null, after: casting },
	])
})
