import { expect, test } from 'vitest'
import { minute, taking } from '../../../../tests/given-minute.ts'
import { decide } from './decide.ts'
import { removeNames, type TypedWords } from './remove-names.ts'

const words: TypedWords = {
	minute: {
		...minute,
		seats: taking({}).map((seat) => (seat.memberId === 'joe' ? { ...seat, substitute: 'Dr Ann Lee' } : seat)),
		reasons: 'Ann  Lee of Dock Street told us. Anna, who is not Ann Lee, agreed. Li said so too.',
		amendments: [
			{
				change: 'As Li asked',
				moverId: 'joe',
				seconderId: null,
				parts: {},
				vote: { how: 'assent' },
				casting: null,
				wording: 'That it be a priority, as Li asked.',
			},
		],
	},
	corrections: [{ number: 1, before: { ...minute, place: 'At Ann Lee’s' }, reason: 'Ann Lee was left out.' }],
	outcome: 'Li is thanked.',
}
const members = ['Helen', 'Colin']
const asked = (names: string[], reason = 'She asked.') => removeNames(words, { names, reason, members })

test('a name goes wherever it was typed, and parts of other names stay', () => {
	const removed = asked(['Ann Lee', 'Li', ''])
	expect(removed).toMatchObject({ places: 9 })
	if (!('words' in removed)) throw new Error('refused')
	const left = JSON.stringify(removed.words)
	expect(left).not.toMatch(/Ann\s+Lee|Li\b/)
	expect(removed.words.minute.reasons).toBe(
		'[name removed] of Dock Street told us. Anna, who is not [name removed], agreed. [name removed] said so too.',
	)
	expect(removed.words.minute.seats.find(({ memberId }) => memberId === 'joe')?.substitute).toBe('Dr [name removed]')
	expect(removed.words.corrections[0]).toMatchObject({ reason: '[name removed] was left out.' })
})

test('nothing that was decided changes by it', () => {
	const removed = asked(['Ann Lee', 'Li'])
	if (!('words' in removed)) throw new Error('refused')
	const { wording: _, ...before } = decide(words.minute)
	expect(decide(removed.words.minute)).toMatchObject(before)
})

test.each([
	['nothing', [' '], 'names-missing'],
	['too many', Array.from({ length: 21 }, (_, at) => `Name${at}`), 'names-many'],
	['a word of the motion', ['not'], 'not-a-name'],
	['one letter', ['A'], 'not-a-name'],
	['a number', ['2027'], 'not-a-name'],
	['a pattern', ['.*'], 'not-a-name'],
	['somebody who sat there', ['helen', 'Colin'], 'not-a-name'],
	['somebody who sat there, by their name', ['Colin'], 'member-name'],
	['somebody who is not in it', ['Marek'], 'name-not-there'],
	['what looks like a pattern is letters', ['A.* Lee'], 'name-not-there'],
])('%s is refused', (_what, names, refused) => {
	expect(asked(names)).toEqual({ refused })
})

test('a reason is asked for, without the name', () => {
	expect(asked(['Ann Lee'], 'Ann Lee asked us.')).toEqual({ refused: 'name-in-reason' })
	expect(asked(['Li'], ' ')).toEqual({ refused: 'reason-missing' })
})
