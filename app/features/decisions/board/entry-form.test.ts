import { expect, test } from 'vitest'
import { minute } from '../../../../tests/given-minute.ts'
import type { Minute } from '../../../domain/decisions/board/minute.ts'
import type { BodyMember } from './body-member.ts'
import { checkEntry, withAmendments, withRestPresent } from './check-entry.ts'
import { entryFrom, valuesOf } from './entry-form.ts'
import { quorumNowWords } from './minute-words.ts'
import { quorumNow } from './quorum-now.ts'
import { withParts } from './with-parts.ts'

const ids = minute.seats.map(({ memberId }) => memberId)
const asked = ids.map((memberId) => ({ memberId }))
const seats: BodyMember[] = minute.seats.map(({ memberId, voiceId, right, votes, office }) => ({
	memberId,
	voiceId,
	right,
	votes,
	office,
	name: memberId,
	voice: 'Citizen',
	shape: 0,
	handover: false,
	since: null,
}))
const body = {
	seats,
	rules: minute.rules,
	officerIds: ids,
	me: 'farah',
	isCorrection: false,
	names: new Map([['wei', 'Wei']]),
}
const now = new Date('2026-06-13T09:00:00Z')
const whole: Minute = {
	...minute,
	seats: minute.seats.map((seat) =>
		seat.memberId === 'priya'
			? { ...seat, part: 'left', joined: 'remote', late: true, interest: 'Would be paid', dispensation: 'Full council' }
			: seat,
	),
	amendments: [
		{
			change: 'Put 2028 for 2027',
			moverId: 'joe',
			seconderId: null,
			parts: { amina: 'against', priya: 'away' },
			vote: { how: 'hands', for: 2, against: 2, abstain: 1 },
			casting: { choice: 'for', reason: 'It is ready then.' },
			wording: 'That it be a priority for 2028.',
		},
	],
	vote: { how: 'hands', for: 3, against: 1, abstain: 1 },
}

test('a minute put into the form and read again is the same minute', () => {
	const { entry, errors } = entryFrom(valuesOf(whole), asked, ids)
	expect(errors).toEqual({})
	const { seats, rules, ...said } = whole
	expect(withParts(seats, rules, entry)).toEqual({ ...said, rules, seats })
})

test('line ends of a browser are no change', () => {
	const { entry } = entryFrom({ ...valuesOf(minute), motion: 'One\r\ntwo' }, asked, ids)
	expect(entry.motion).toBe('One\ntwo')
})

test.each([
	['a day there is not', { 'heldOn.day': '31' }, 'heldOn'],
	['no way of voting', { how: '' }, 'how'],
	['a part there is not', { 'seats.joe.part': 'asleep' }, 'seats.joe.part'],
	['too many words', { place: 'a'.repeat(301) }, 'place'],
	['a mover who does not sit there', { moverId: 'stranger' }, 'moverId'],
	['an officer nobody has named', { officerId: 'stranger' }, 'officerId'],
	['no seat, of somebody who held one all day', { 'seats.joe.part': 'none' }, 'seats.joe.part'],
	['the part of somebody who held no seat that day', { 'seats.wei.part': 'for' }, 'heldOn'],
	['an interest of the member who fills it in', { 'seats.farah.interest': 'A cousin' }, 'seats.farah.part'],
	['numbers that are none', { how: 'hands', for: 'six', against: '0' }, 'for'],
])('%s is said beside its field', (_what, change, field) => {
	const checked = checkEntry({ errors: {}, values: { ...valuesOf(minute), ...change } }, body, undefined, now)
	expect('mend' in checked && Object.keys(checked.mend.errors)).toEqual([field])
})

test.each([
	['somebody absent', { 'seats.joe.part': 'absent' }],
	['somebody who left', { 'seats.joe.part': 'left' }],
	['somebody shut out by an interest', { 'seats.joe.part': 'interest', 'seats.joe.interest': 'A cousin' }],
	['somebody who joined remotely', { 'seats.joe.joined': 'remote' }],
	['somebody against what was by assent', { how: 'assent', 'votes.joe': 'against' }],
])('the vote of %s is mended where it was entered', (_who, change) => {
	const checked = checkEntry({ errors: {}, values: { ...valuesOf(minute), ...change } }, body, undefined, now)
	expect('mend' in checked && Object.keys(checked.mend.errors)).toEqual(['votes.joe'])
})

test('what must be mended is told in the order of the form: who was there, what was moved, amendments, the vote', () => {
	const change = {
		reasons: '',
		how: '',
		'votes.amina': 'for',
		'seats.amina.part': 'absent',
		'amendments.0.change': '',
		motion: '',
		'seats.ngozi.part': '',
		place: '',
	}
	const checked = checkEntry({ errors: {}, values: { ...valuesOf(whole), ...change } }, body, undefined, now)
	expect('mend' in checked && Object.keys(checked.mend.errors)).toEqual([
		'place',
		'seats.ngozi.part',
		'motion',
		'seconderId',
		'amendments.0.change',
		'amendments.0.for',
		'amendments.0.parts.amina',
		'amendments.0.castingChoice',
		'amendments.0.wording',
		'how',
		'votes.amina',
		'reasons',
	])
})

test('whoever is not spoken of yet is asked about by name, and not called absent for having presided or moved', () => {
	const values = { ...valuesOf(minute), 'seats.helen.part': '', 'seats.colin.part': '' }
	const checked = checkEntry({ errors: {}, values }, body, undefined, now)
	expect('mend' in checked && checked.mend.errors).toEqual({
		'seats.helen.part': ['Choose how helen took part'],
		'seats.colin.part': ['Choose how colin took part'],
	})
})

test('one press says that everybody of whom nothing is said was there, but whoever may have held no seat', () => {
	const changing = seats.map((seat) => (seat.memberId === 'joe' ? { ...seat, handover: true } : seat))
	const form = { errors: { place: ['Enter it'] }, values: { 'seats.colin.part': 'absent', 'seats.joe.part': '' } }
	expect(withRestPresent(form, changing)).toEqual({
		errors: {},
		values: {
			'seats.helen.part': 'present',
			'seats.colin.part': 'absent',
			'seats.ngozi.part': 'present',
			'seats.amina.part': 'present',
			'seats.joe.part': '',
			'seats.priya.part': 'present',
			'seats.farah.part': 'present',
		},
	})
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

test('a correction without a reason, with a new number in it, is told both at once, and not asked about what was taken before', () => {
	const number = 'Ann, 943 476 5919'
	const before = { ...valuesOf(minute), 'seats.priya.substitute': number }
	const correction = { ...body, isCorrection: true, before }
	const mended = (values: Record<string, string | string[]>) => {
		const checked = checkEntry({ errors: {}, values: { ...before, ...values } }, correction, undefined, now)
		return 'mend' in checked ? Object.keys(checked.mend.errors) : []
	}
	expect(mended({ place: number }).sort()).toEqual(['place', 'reason'])
	expect(mended({ reason: ' ' })).toEqual(['reason'])
	expect(mended({ reason: 'The place was wrong.', place: 'The hall' })).toEqual([])
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

test('whoever declared an interest and fills the form in is told so as “you”', () => {
	const values = { ...valuesOf(minute), 'seats.farah.interest': 'A cousin' }
	const checked = checkEntry({ errors: {}, values }, body, undefined, now)
	expect('mend' in checked && checked.mend.errors['seats.farah.part']?.[0]).toContain(
		'You declared an interest in this item, so you cannot vote on it.',
	)
})

test('a day on which nobody held a seat leads to the body’s rules', () => {
	const checked = checkEntry({ errors: {}, values: valuesOf(minute) }, { ...body, seats: [] }, undefined, now)
	expect('mend' in checked && checked.mend.errors.heldOn?.[0]).toContain(
		'Nobody held a seat in this body here on 12 June',
	)
})

test('a seat that changed hands that day is in the minute only if it was held at the hour', () => {
	const changing = seats.map((seat) => (seat.memberId === 'joe' ? { ...seat, handover: true } : seat))
	const values = { ...valuesOf(minute), 'seats.joe.part': 'none', 'votes.joe': '' }
	const checked = checkEntry({ errors: {}, values }, { ...body, seats: changing }, undefined, now)
	expect('minute' in checked && checked.minute.seats.map(({ memberId }) => memberId)).not.toContain('joe')
	expect('minute' in checked && checked.minute.seats).toHaveLength(seats.length - 1)
})

test('an entry cannot change a right that is written down, nor the body’s rules; a correction can, to what can be', () => {
	const values = {
		...valuesOf(minute),
		reason: 'Written down wrongly.',
		'seats.joe.right': 'NHS member',
		'rules.least': '2',
	}
	const entered = checkEntry({ errors: {}, values }, body, undefined, now)
	expect('minute' in entered && entered.minute).toEqual(minute)
	const correction = { ...body, isCorrection: true }
	const corrected = checkEntry({ errors: {}, values }, correction, undefined, now)
	expect('minute' in corrected && corrected.minute.rules.quorum.least).toBe(2)
	expect('minute' in corrected && corrected.minute.seats.find(({ memberId }) => memberId === 'joe')?.right).toBe(
		'NHS member',
	)
	const wrong = checkEntry({ errors: {}, values: { ...values, 'rules.least': '-7' } }, correction, undefined, now)
	expect('mend' in wrong && Object.keys(wrong.mend.errors)).toEqual(['rules.least'])
})

test('the quorum, as the form stands', () => {
	const now = (change: Record<string, string>) =>
		quorumNowWords(quorumNow({ ...valuesOf(minute), ...change }, seats, minute.rules)).join(' ')
	expect(now({})).toBe('6 there, 4 needed. There is a quorum.')
	expect(quorumNowWords(quorumNow({}, seats, minute.rules)).join(' ')).toBe(
		'0 of 4 needed. You cannot decide yet. “NHS member”: 0 of 1 needed.',
	)
	const away = { 'seats.joe.part': 'absent', 'seats.colin.part': 'left', 'seats.priya.joined': 'remote' }
	expect(now(away)).toBe('3 of 4 needed. You cannot decide yet.')
	expect(now({ ...away, 'seats.ngozi.part': 'interest' })).toBe(
		'2 of 4 needed. You cannot decide yet. “NHS member”: 0 of 1 needed.',
	)
})
