import { expect, test } from 'vitest'
import { type SeatEvent, type SeatNow, seatsOn } from './seats-on.ts'

const at = (day: string) => new Date(`2026-${day}T15:00:00Z`)
const plain = { votes: true, office: 'none' as const }
const given = (day: string, change = {}): SeatEvent => ({
	kind: 'seat-given',
	memberId: 'joe',
	at: at(day),
	...plain,
	...change,
})
const changed = (day: string, change: object) => ({ ...given(day), kind: 'seat-changed', ...change }) as SeatEvent
const taken = (day: string): SeatEvent => ({ kind: 'seat-taken-away', memberId: 'joe', at: at(day) })
const now = (day: string, change = {}): SeatNow => ({ memberId: 'joe', since: at(day), ...plain, ...change })

const held = { memberId: 'joe', ...plain, handover: false }

test.each<[string, SeatNow[], SeatEvent[], Record<string, string>, object[]]>([
	['before the seat was given', [now('06-13')], [given('06-13')], {}, []],
	['on the day it was given', [now('06-12')], [given('06-12')], {}, [{ ...held, handover: true }]],
	['after it was given', [now('06-11')], [given('06-11')], {}, [held]],
	['on the day it was taken away', [], [given('05-01'), taken('06-12')], {}, [{ ...held, handover: true }]],
	['after it was taken away', [], [given('05-01'), taken('06-11')], {}, []],
	['before it was taken away, by somebody who left since', [], [given('05-01'), taken('06-20')], {}, [held]],
	[
		'before it lost its vote',
		[now('05-01', { votes: false })],
		[given('05-01'), changed('06-13', { votes: false })],
		{},
		[held],
	],
	[
		'on the day it lost its vote: as it was last that day',
		[now('05-01', { votes: false })],
		[given('05-01'), changed('06-12', { votes: false })],
		{},
		[{ ...held, votes: false }],
	],
	['between two times of sitting there', [now('07-01')], [given('05-01'), taken('06-01'), given('07-01')], {}, []],
	['a seat the record never spoke of', [now('05-01')], [], {}, [held]],
	['the same, before it began', [now('06-13')], [], {}, []],
	[
		'before it was given here, by somebody who sat there in truth',
		[now('06-20')],
		[given('06-20')],
		{ joe: '2026-01-01' },
		[held],
	],
	['before they sat there in truth', [now('06-20')], [given('06-20')], { joe: '2026-06-13' }, []],
	['on the day they began in truth', [now('06-20')], [given('06-20')], { joe: '2026-06-12' }, [held]],
	['a seat long lost is not given back by that', [], [given('05-01'), taken('06-01')], { joe: '2026-01-01' }, []],
])('%s', (_when, seats, events, since, sat) => {
	expect(seatsOn('2026-06-12', { now: seats, events, since })).toEqual(sat)
})

test('a day is a day in London', () => {
	const late = { ...given('06-12'), at: new Date('2026-06-12T23:30:00Z') }
	expect(seatsOn('2026-06-12', { now: [], events: [late], since: {} })).toEqual([])
})
