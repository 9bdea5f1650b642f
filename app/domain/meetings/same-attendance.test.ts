import { expect, test } from 'vitest'
import { board, seat } from '../../../tests/given-minute.ts'
import type { Attendance } from '../decisions/board/minute.ts'
import { attendanceDifferences, comingAndGoing } from './same-attendance.ts'
import type { SaidOfAttended } from './seats-now.ts'

const came = (change: Partial<SaidOfAttended> = {}): SaidOfAttended => ({
	memberId: 'joe',
	here: 'present',
	joined: 'room',
	late: false,
	left: false,
	substitute: '',
	...change,
})

test.each<[string, Partial<SaidOfAttended>, Partial<Attendance>, string | null]>([
	['there, and voted', {}, { part: 'for' }, null],
	['there, and shut out by an interest', {}, { part: 'interest' }, null],
	['absent from both', { here: 'absent' }, { part: 'absent' }, null],
	['absent, and voted', { here: 'absent' }, { part: 'for' }, 'absent-throughout'],
	['absent, and shut out as if there', { here: 'absent' }, { part: 'interest' }, 'absent-throughout'],
	['there throughout, and absent from the item', {}, { part: 'absent' }, 'there-throughout'],
	['there throughout, and left before the vote', {}, { part: 'left' }, 'there-throughout'],
	['there throughout, and came in late', {}, { part: 'present', late: true }, 'there-throughout'],
	['came late, and absent from the item', { late: true }, { part: 'absent' }, null],
	['left, and voted before', { left: true }, { part: 'for' }, null],
	['left, and absent from the item', { left: true }, { part: 'absent' }, null],
	['remotely, and voted in the room', { joined: 'remote' }, { part: 'for' }, 'other-way-of-joining'],
	['remotely in both', { joined: 'remote' }, { part: 'present', joined: 'remote' }, null],
	['remotely at first, and came late into the room', { joined: 'remote', late: true }, { part: 'for' }, null],
	['the same substitute, typed otherwise', { substitute: 'Dr Ade' }, { part: 'for', substitute: 'dr ade ' }, null],
	['somebody else instead', { substitute: 'Dr Ade' }, { part: 'for', substitute: 'Dr Bee' }, 'other-substitute'],
	['a substitute, and the member', { substitute: 'Dr Ade' }, { part: 'for' }, 'other-substitute'],
	['the member left, and a substitute took over', { left: true }, { part: 'for', substitute: 'Dr Ade' }, null],
])('%s', (_rule, said, atItem, differs) => {
	const found = attendanceDifferences([came(said)], [seat('joe', atItem)])
	expect(found).toEqual(differs ? [{ differs, memberId: 'joe' }] : [])
})

test('of whom the meeting says nothing, an item says what it will', () => {
	expect(attendanceDifferences([], board)).toEqual([])
})

const items = (...parts: Attendance['part'][]) =>
	parts.map((part, at) => ({ number: at + 1, seats: [seat('joe', { part })] }))

test.each([
	['left before the last of three', came({ left: true }), items('for', 'for', 'absent'), { left: 'before', item: 3 }],
	['left before all of them', came({ left: true }), items('absent', 'absent'), { left: 'before', item: 1 }],
	['left in the second', came({ left: true }), items('for', 'left', 'absent'), { left: 'during', item: 2 }],
	['left after all of them', came({ left: true }), items('for', 'for'), null],
	['came after the first', came({ late: true }), items('absent', 'for'), { cameAfter: 1 }],
	['came late and missed nothing', came({ late: true }), items('for', 'for'), null],
	['went out for the second', came({ late: true }), items('for', 'absent', 'for'), { awayFor: [2] }],
	['left, and was away before', came({ left: true }), items('absent', 'for', 'absent'), { awayFor: [1, 3] }],
	['nothing is decided yet', came({ left: true }), [], null],
	['the item says nothing of them', came({ left: true }), [{ number: 1, seats: [] }], null],
] as const)('%s', (_said, attended, decided, moved) => {
	expect(comingAndGoing(attended, decided)).toEqual(moved)
})
