import { expect, test } from 'vitest'
import { minute } from '../../../../tests/given-minute.ts'
import type { Minute } from '../../../domain/decisions/board/minute.ts'
import { checkEntry, withAmendments } from './check-entry.ts'
import { entryFrom, valuesOf } from './entry-form.ts'
import { withParts } from './with-parts.ts'

const ids = minute.seats.map(({ memberId }) => memberId)
const body = { rules: minute.rules, seats: minute.seats.map((seat) => ({ ...seat, name: seat.memberId })) }
const now = new Date('2026-06-13T09:00:00Z')
const whole: Minute = {
	...minute,
	seats: minute.seats.map((seat) =>
		seat.memberId === 'priya' ? { ...seat, part: 'interest', interest: 'Would be paid' } : seat,
	),
	amendments: [
		{
			change: 'Put 2028 for 2027',
			moverId: 'joe',
			seconderId: null,
			vote: { how: 'hands', for: 2, against: 2, abstain: 1 },
			casting: { choice: 'for', reason: 'It is ready then.' },
			wording: 'That it be a priority for 2028.',
		},
	],
	vote: { how: 'hands', for: 3, against: 1, abstain: 1 },
}

test('a minute put into the form and read again is the same minute', () => {
	const { entry, errors } = entryFrom(valuesOf(whole), ids)
	expect(errors).toEqual({})
	const { seats, rules, ...said } = whole
	expect(withParts(seats, rules, entry)).toEqual({ ...said, rules, seats })
})

test('line ends of a browser are no change', () => {
	const { entry } = entryFrom({ ...valuesOf(minute), motion: 'One\r\ntwo' }, ids)
	expect(entry.motion).toBe('One\ntwo')
})

test.each([
	['a day there is not', { 'heldOn.day': '31' }, 'heldOn'],
	['no way of voting', { how: '' }, 'how'],
	['a part there is not', { 'seats.joe.part': 'asleep' }, 'seats.joe.part'],
	['too many words', { place: 'a'.repeat(301) }, 'place'],
	['a mover who does not sit there', { moverId: 'stranger' }, 'moverId'],
	['numbers that are none', { how: 'hands', for: 'six', against: '0' }, 'for'],
])('%s is said beside its field', (_what, change, field) => {
	const checked = checkEntry({ errors: {}, values: { ...valuesOf(minute), ...change } }, body, undefined, now)
	expect('mend' in checked && Object.keys(checked.mend.errors)).toEqual([field])
})

test('an empty form is told all there is to mend, from the top of the page down', () => {
	const checked = checkEntry({ errors: {}, values: { 'seats.colin.part': 'for' } }, body, undefined, now)
	const fields = 'mend' in checked ? Object.keys(checked.mend.errors).filter((name) => !name.startsWith('seats')) : []
	expect(fields).toEqual([
		'heldOn',
		'place',
		'presiderId',
		'officerId',
		'question',
		'motion',
		'moverId',
		'how',
		'reasons',
	])
})

test('an NHS number anywhere is asked about before anything is saved', () => {
	const values = { ...valuesOf(minute), 'seats.priya.substitute': 'Ann, 943 476 5919' }
	const checked = checkEntry({ errors: {}, values }, body, undefined, now)
	expect('mend' in checked && checked.mend.errors['seats.priya.substitute']?.[0]).toContain('looks like an NHS number')
	expect(checkEntry({ errors: {}, values }, body, 'yes', now)).toHaveProperty('minute')
})

test('room is made for an amendment, and the last one is taken out with its words', () => {
	const form = { errors: {}, values: valuesOf(whole) }
	const more = withAmendments(form, 'add-amendment')
	expect(more.values).toMatchObject({ amendmentCount: '2', 'amendments.0.change': 'Put 2028 for 2027' })
	const fewer = withAmendments(form, 'drop-amendment')
	expect(fewer.values.amendmentCount).toBe('0')
	expect(Object.keys(fewer.values).filter((name) => name.startsWith('amendments.'))).toEqual([])
	expect(fewer.values.motion).toBe(minute.motion)
})
