import { expect, test } from 'vitest'
import { minute, taking } from '../../../../tests/given-minute.ts'
import { decide } from './decide.ts'
import { minuteTexts, type TypedWords } from './minute-texts.ts'
import { removeNames } from './remove-names.ts'

const words: TypedWords = {
	minute: {
		...minute,
		motion: 'That World Peace Smith moved that we do Not agree, as Ann Lee asked. REFUSE IT NOT, SAID ANN LEE.',
		seats: taking({}).map((seat) => (seat.memberId === 'joe' ? { ...seat, substitute: 'Dr Ann Lee' } : seat)),
		reasons: 'Ann  Lee of Dock Street told us. Anna, who is not Ann Lee, agreed. Li said so too.',
		amendments: [
			{
				change: 'As Mrs. O’Brien asked',
				moverId: 'joe',
				seconderId: null,
				parts: {},
				vote: { how: 'assent' },
				casting: null,
				wording: 'That it be a priority, as MRS O’BRIEN asked.',
			},
		],
	},
	corrections: [{ number: 1, before: { ...minute, place: 'At Ann Lee’s' }, reason: 'ann lee was left out.' }],
	outcome: 'Dame Li is thanked.',
	removals: [{ id: 'earlier', reason: 'Ann Lee’s neighbour asked.' }],
}
const members = ['Helen Brown-Smith', 'Colin']
const asked = (names: string[], reason = 'She asked.', given = words) =>
	removeNames(given, minuteTexts, { names, reason, members })
const removed = (names: string[], given = words) => {
	const answer = asked(names, 'She asked.', given)
	if ('refused' in answer) throw new Error(answer.refused)
	return answer
}

test('of several names, those that stand nowhere are told apart from those that do', () => {
	expect(removed(['Ann Lee', 'Anne Lee', 'Li', 'Bob Moss']).nowhere).toEqual(['Anne Lee', 'Bob Moss'])
	expect(removed(['Ann Lee', 'Dr Ann Lee']).nowhere).toEqual([])
})

test('a name goes wherever it was typed, and parts of other names stay', () => {
	const { words: left, places } = removed(['Ann Lee', ''])
	expect(JSON.stringify(left)).not.toMatch(/Ann\s+Lee/i)
	expect(left.minute.reasons).toBe(
		'[name removed] of Dock Street told us. Anna, who is not [name removed], agreed. Li said so too.',
	)
	expect(left.minute.seats.find(({ memberId }) => memberId === 'joe')?.substitute).toBe('Dr [name removed]')
	expect(left.corrections[0]).toMatchObject({ reason: '[name removed] was left out.' })
	expect(left.removals).toEqual([{ id: 'earlier', reason: '[name removed]’s neighbour asked.' }])
	expect(places.map((place) => place.in)).toEqual([
		'motion',
		'motion',
		'reasons',
		'reasons',
		'substitute',
		'place',
		'correction',
		'removal',
	])
	expect(places.at(-1)).toEqual({
		in: 'removal',
		correction: null,
		before: '',
		words: 'Ann Lee',
		after: '’s neighbour asked.',
	})
})

test('nothing that was decided changes by it', () => {
	const { wording: _, ...before } = decide(words.minute)
	expect(decide(removed(['Ann Lee', 'Mrs O’Brien']).words.minute)).toMatchObject(before)
})

test.each(["Mrs O'Brien", 'Mrs. O’Brien', 'MRS O’BRIEN', 'mrs O’Brien'])('%s goes however it was written', (name) => {
	const { words: left, places } = removed([name])
	expect(left.minute.amendments).toMatchObject([
		{ change: 'As [name removed] asked', wording: 'That it be a priority, as [name removed] asked.' },
	])
	expect(places).toHaveLength(2)
})

test('what was voted on loses only what begins with capitals', () => {
	const given = { ...words, minute: { ...words.minute, motion: 'Cut the dew knots.', reasons: 'Said dew knots.' } }
	const { words: left, near } = removed(['Dew Knots'], given)
	expect(left.minute).toMatchObject({ motion: 'Cut the dew knots.', reasons: 'Said [name removed].' })
	expect(near).toMatchObject([{ in: 'motion', words: 'dew knots' }])
})

test('longer names and family names alone stay, and are shown', () => {
	const given = {
		...words,
		minute: { ...minute, reasons: 'Ann Brown and Ann Brown-Smith came. Brown spoke, in a brown coat.' },
	}
	const { words: left, near } = removed(['Ann Brown'], given)
	expect(left.minute.reasons).toBe('[name removed] and Ann Brown-Smith came. Brown spoke, in a brown coat.')
	expect(near.map(({ words, after }) => words + after)).toEqual([
		'Ann Brown-Smith came. Brown spoke, in a brown coat.',
		'Brown spoke, in a brown coat.',
	])
})

test('one word goes where nothing was voted on, and in what was voted on only where it was picked', () => {
	const given = { ...words, outcome: 'Dame Li is thanked. Li Road is kept.' }
	const { words: left, places, toPick, near } = removed(['Li'], given)
	expect(left.minute.reasons).toContain('[name removed] said so too.')
	expect(left.outcome).toBe('Dame Li is thanked. Li Road is kept.')
	expect(places.map((place) => place.in)).toEqual(['reasons'])
	expect(toPick.map(({ in: at, before, words, after }) => [at, before + words + after])).toEqual([
		['outcome', 'Dame Li is thanked. Li Road is kept.'],
		['outcome', 'Dame Li is thanked. Li Road is kept.'],
	])
	expect(near).toEqual([])
	const picking = (...picked: number[]) =>
		removeNames(given, minuteTexts, { names: ['Li'], reason: 'She asked.', members, picked: new Set(picked) })
	expect(picking(0)).toMatchObject({ words: { outcome: 'Dame [name removed] is thanked. Li Road is kept.' } })
	expect(picking(0, 1)).toMatchObject({ places: { length: 3 } })
	expect(picking()).toMatchObject({ words: { outcome: given.outcome }, places: { length: 1 } })
	// A number that no place has picks nothing.
	expect(picking(2)).toMatchObject({ words: { outcome: given.outcome } })
})

test('where the only places are single words of what was voted on, something must be picked', () => {
	const picking = (...picked: number[]) =>
		removeNames(words, minuteTexts, { names: ['Peace'], reason: 'She asked.', members, picked: new Set(picked) })
	expect(asked(['Peace'])).toMatchObject({ places: [], toPick: [{ in: 'motion', words: 'Peace' }] })
	expect(picking()).toEqual({ refused: 'nothing-picked' })
	expect(picking(0)).toMatchObject({
		words: { minute: { motion: expect.stringContaining('World [name removed] Smith') } },
	})
})

test.each([
	['nothing', [' '], 'names-missing'],
	['too many', Array.from({ length: 21 }, (_, at) => `Name${at}`), 'names-many'],
	['a word of the motion', ['not'], 'not-a-name'],
	['that word with its capital', ['Not'], 'not-a-name'],
	['a verb', ['Refuse'], 'not-a-name'],
	['words of which not every one is a name’s', ['Smith moved that'], 'not-a-name'],
	['a word that turns the motion, in capitals', ['IT NOT'], 'not-a-name'],
	['a title before it', ['Mr Not'], 'not-a-name'],
	['a title alone', ['Dame'], 'not-a-name'],
	['two titles', ['Mr Dr.'], 'not-a-name'],
	['a first word that is nobody’s', ['No Smith'], 'not-a-name'],
	['one letter', ['A'], 'not-a-name'],
	['a number', ['2027'], 'not-a-name'],
	['a pattern', ['.*'], 'not-a-name'],
	['what looks like a pattern', ['A.* Lee'], 'not-a-name'],
	['a name in lower case', ['ann lee'], 'not-a-name'],
	['somebody who sat there', ['Colin'], 'member-name'],
	['the same with a title and in capitals', ['CLLR. COLIN'], 'member-name'],
	['a part of a member’s name', ['Brown'], 'member-name'],
	['another part, with a title', ['Mrs Smith'], 'member-name'],
	['a member with an initial', ['H. Brown-Smith'], 'member-name'],
	['somebody who is not in it', ['Marek'], 'name-not-there'],
	['a foreign name that is not in it', ['Jan van der Berg', 'Omar al-Rashid', '王小明'], 'name-not-there'],
])('%s is refused', (_what, names, refused) => {
	expect(asked(names)).toEqual({ refused })
})

test.each([
	['Ann Lee', 'Ann Lee asked us.'],
	['Ann Lee', 'ANN  LEE asked us.'],
	['Ann Lee', 'AnnLee asked us.'],
	['Ann Lee', 'Ann asked us.'],
	['Mrs O’Brien', 'mrs. o’brien asked us.'],
	['Mrs. O’Brien', "Mrs O'Brien asked us."],
	['Mrs. O’Brien', "O'Brien asked us."],
])('a reason does not say %s: %s', (name, reason) => {
	expect(asked([name], reason)).toEqual({ refused: 'name-in-reason' })
})

test('a reason is asked for, and may have words like the name', () => {
	expect(asked(['Ann Lee'], ' ')).toEqual({ refused: 'reason-missing' })
	expect(asked(['Ann Lee'], 'Annoyed, and then asleep.')).toHaveProperty('places')
})
