import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choosing, closesAt, someMotion } from '../../../tests/given-question.ts'
import { checkAnswer, settled } from '../../domain/decisions/answer.ts'
import type { Answer, Consent, Decision } from '../../domain/decisions/decision.ts'
import { newId } from '../../http/new-id.ts'
import { fieldsOf } from './ballot-fields.ts'
import { readBallot } from './ballot-form.ts'
import { soFarWords } from './ballot-so-far.ts'
import { whoseBallot } from './whose-words.ts'

const consent: Consent = {
	...someMotion,
	method: 'consent',
	rules: { secrecy: 'named', quorum: 0, showsStanding: false, silenceIsConsent: false },
	result: null,
}
const approval = choosing('approval', { most: 2 })
const budget = choosing('equal-shares', { budget: 10_000_00 })
const score = choosing('score', { highest: 5, missing: 'no-opinion' })
const points = choosing('points', { points: 10, cap: 6 })
const irv = choosing('irv')
const schulze = choosing('schulze')
const spread = choosing('equal-shares', { budget: 10_000_00, ballot: 'points', points: 10, cap: 6 })
const order = choosing('greedy', { budget: 10_000_00, ballot: 'ranks', most: 2 })
const everyMethod: Decision[] = [someMotion, consent, approval, budget, spread, order, score, points, irv, schulze]

const id = newId()
type Sent = [string, unknown][]
const read = (decision: Decision, ...sent: Sent) => readBallot(decision, [['id', id], ...sent])

test.each<[string, Decision, Sent, Answer]>([
	['a motion', someMotion, [['choice', 'abstain']], { choice: 'abstain' }],
	[
		'agreeing, the other fields left empty',
		consent,
		[
			['consent', 'agree'],
			['reason', ''],
			['change', ''],
		],
		{ consent: 'agree' },
	],
	[
		'an objection with both its words',
		consent,
		[
			['consent', 'object'],
			['reason', 'Nights.'],
			['change', ' Pay. '],
		],
		{ consent: 'object', proposedChange: 'Pay.' },
	],
	[
		'two ticks',
		approval,
		[
			['tick', 'A'],
			['tick', 'C'],
		],
		{ marks: { A: 1, C: 1 } },
	],
	[
		'points for projects',
		spread,
		[
			['mark-A', '6'],
			['mark-C', '4'],
		],
		{ marks: { A: 6, C: 4 } },
	],
	[
		'projects in order',
		order,
		[
			['mark-C', '1'],
			['mark-A', '2'],
		],
		{ ranks: [['C'], ['A']] },
	],
	['ticks left blank on purpose', approval, [['blank', 'yes']], { marks: {} }],
	[
		'projects dearer than the money',
		budget,
		[
			['tick', 'A'],
			['tick', 'B'],
		],
		{ marks: { A: 1, B: 1 } },
	],
	[
		'a score of 0 is an answer, an empty one is none',
		score,
		[
			['mark-A', '0'],
			['mark-B', ''],
			['mark-C', ' 5 '],
		],
		{ marks: { A: 0, C: 5 } },
	],
	[
		'points with some left over',
		points,
		[
			['mark-A', '6'],
			['mark-B', '1'],
			['mark-C', ''],
		],
		{ marks: { A: 6, B: 1 } },
	],
	[
		'points left blank on purpose',
		points,
		[
			['mark-A', '0'],
			['blank', 'yes'],
		],
		{ marks: { A: 0 } },
	],
	[
		'an order',
		irv,
		[
			['mark-A', '2'],
			['mark-B', ''],
			['mark-C', '1'],
		],
		{ ranks: [['C'], ['A']] },
	],
	[
		'an order with gaps',
		irv,
		[
			['mark-A', '3'],
			['mark-C', '1'],
		],
		{ ranks: [['C'], ['A']] },
	],
	[
		'an order with two level',
		schulze,
		[
			['mark-A', '1'],
			['mark-B', '1'],
			['mark-C', '2'],
		],
		{ ranks: [['A', 'B'], ['C']] },
	],
	[
		'an order left blank on purpose',
		irv,
		[
			['mark-A', ''],
			['blank', 'yes'],
		],
		{ ranks: [] },
	],
])('is taken: %s', (_rule, decision, sent, answer) => {
	expect(read(decision, ...sent)).toMatchObject({ step: 'cast', vote: { id, answer } })
})

const tooMuch = 'a'.repeat(1001)

test.each<[string, Decision, Sent, string[]]>([
	[
		'an order with two level, one too high and one that is no number',
		choosing('irv'),
		[
			['reason', tooMuch],
			['mark-C', 'last'],
			['mark-B', '1'],
			['mark-A', '1'],
		],
		['mark-B', 'mark-C', 'reason'],
	],
	[
		'an order with a place there is not, and a blank beside it',
		irv,
		[
			['blank', 'yes'],
			['mark-B', '9'],
			['mark-A', '0'],
		],
		['mark-A', 'mark-B', 'blank'],
	],
	[
		'points with too many for one and too many in all',
		points,
		[
			['reason', tooMuch],
			['mark-C', '7'],
			['mark-B', 'x'],
			['mark-A', '6'],
		],
		['points', 'mark-B', 'mark-C', 'reason'],
	],
	[
		'scores over the highest',
		score,
		[
			['mark-C', '9'],
			['mark-A', '-1'],
			['reason', tooMuch],
		],
		['mark-A', 'mark-C', 'reason'],
	],
	[
		'an objection without its reason and without what would meet it',
		consent,
		[['consent', 'object']],
		['reason', 'change'],
	],
	[
		'nothing chosen, and too many words',
		consent,
		[
			['change', tooMuch],
			['reason', tooMuch],
		],
		['consent', 'reason', 'change'],
	],
	['nothing chosen of a motion, and too many words', someMotion, [['reason', tooMuch]], ['choice', 'reason']],
])('all that must be mended is told at once, in the order of the ballot: %s', (_what, decision, sent, fields) => {
	const { step, form } = read(decision, ...sent)
	expect(step).toBe('mend')
	expect(Object.keys(form.errors)).toEqual(fields)
})

test.each<[string, Decision, Sent, Record<string, string[]>]>([
	['nothing chosen', someMotion, [], { choice: ['Choose for, against or abstain'] }],
	['a choice that is not offered', someMotion, [['choice', 'maybe']], { choice: ['Choose for, against or abstain'] }],
	[
		'a concern without words',
		consent,
		[['consent', 'concern']],
		{ reason: ['Say why. Everyone who decides needs to know what the trouble is'] },
	],
	[
		'a change without an objection',
		consent,
		[
			['consent', 'concern'],
			['reason', 'Nights.'],
			['change', 'Pay.'],
		],
		{ change: ['This goes with an objection. Choose “I object”, or move these words to your reason'] },
	],
	[
		'an empty form',
		approval,
		[],
		{ tick: ['You have chosen nothing. Choose something, or tick “Leave my ballot blank”'] },
	],
	[
		'blank and not blank',
		approval,
		[
			['tick', 'A'],
			['blank', 'yes'],
		],
		{ blank: ['You filled something in and also chose to leave it blank. Undo one of the two'] },
	],
	[
		'a place too many, and nothing said of the others',
		order,
		[
			['mark-A', '1'],
			['mark-B', '2'],
			['mark-C', '3'],
		],
		{ order: ['You have put 3 in order, and you may put 2. Take 1 away'] },
	],
	[
		'one tick too many',
		approval,
		[
			['tick', 'A'],
			['tick', 'B'],
			['tick', 'C'],
		],
		{ tick: ['You have chosen 3, and you may choose 2. Take 1 away'] },
	],
	[
		'scores of every wrong kind',
		score,
		[
			['mark-A', '7'],
			['mark-B', '-1'],
			['mark-C', '2.5'],
		],
		{
			'mark-A': ['Weekend breaks: you entered 7, which is 2 over the highest score. Enter 5 or less'],
			'mark-B': ['Night sitting: enter 0 or more, or leave it empty'],
			'mark-C': ['A minibus: enter a whole number from 0 to 5, or leave it empty'],
		},
	],
	[
		'a score in words',
		score,
		[['mark-A', 'lots']],
		{ 'mark-A': ['Weekend breaks: enter a whole number from 0 to 5, or leave it empty'] },
	],
	[
		'too many points for one and together',
		points,
		[
			['mark-A', '8'],
			['mark-B', '4'],
		],
		{
			'mark-A': ['Weekend breaks: you gave 8 points, and 6 is the most for one. Take 2 away'],
			points: ['You have given 12 of 10 points. That is 2 too many: take 2 away'],
		},
	],
	[
		'1e9 points',
		points,
		[['mark-A', '1e9']],
		{ 'mark-A': ['Weekend breaks: enter a whole number, like 3, or leave it empty'] },
	],
	[
		'nothing but noughts',
		points,
		[['mark-A', '0']],
		{ blank: ['You have chosen nothing. Choose something, or tick “Leave my ballot blank”'] },
	],
	[
		'the same place twice',
		irv,
		[
			['mark-A', '1'],
			['mark-B', '1'],
		],
		{ 'mark-B': ['Night sitting has the same number as Weekend breaks. Give each its own'] },
	],
	[
		'a place beyond the last',
		irv,
		[
			['mark-A', '4'],
			['mark-B', '0'],
			['mark-C', '1'],
		],
		{
			'mark-A': ['Weekend breaks: enter a whole number from 1 to 3, or leave it empty'],
			'mark-B': ['Night sitting: enter a whole number from 1 to 3, or leave it empty'],
		},
	],
	[
		'no place at all, and beside it two at one place: both at once',
		irv,
		[
			['mark-A', 'first'],
			['mark-B', '2'],
			['mark-C', '2'],
		],
		{
			'mark-A': ['Weekend breaks: enter a whole number from 1 to 3, or leave it empty'],
			'mark-C': ['A minibus has the same number as Night sitting. Give each its own'],
		},
	],
	[
		'points in words, and beside them too many: both at once',
		points,
		[
			['mark-A', 'six'],
			['mark-B', '6'],
			['mark-C', '6'],
		],
		{
			'mark-A': ['Weekend breaks: enter a whole number, like 3, or leave it empty'],
			points: ['You have given 12 of 10 points. That is 2 too many: take 2 away'],
		},
	],
	[
		'no answer, and more words than there is room for: all at once',
		consent,
		[
			['change', 'a'.repeat(1001)],
			['reason', 'a'.repeat(1001)],
		],
		{
			consent: ['Choose whether you agree, can live with it, or object'],
			change: ['Use 1,000 characters or fewer'],
			reason: ['Use 1,000 characters or fewer'],
		},
	],
	[
		'a reason that is too long',
		someMotion,
		[
			['choice', 'for'],
			['reason', 'a'.repeat(1001)],
		],
		{ reason: ['Use 1,000 characters or fewer'] },
	],
])('must be mended, and keeps what was typed: %s', (_rule, decision, sent, errors) => {
	const mended = read(decision, ...sent)
	expect(mended).toMatchObject({ step: 'mend' })
	expect(mended.form.errors).toEqual(errors)
	for (const [name, value] of sent) expect([mended.form.values[name]].flat()).toContain(value)
})

test.each<[string, Decision, Sent]>([
	['ten thousand fields', points, Array.from({ length: 10_000 }, (_, at) => [`mark-${at}`, '1'])],
	['ten thousand times one field', approval, Array.from({ length: 10_000 }, () => ['tick', 'A'])],
	['an option that is not on the list', points, [['mark-Z', '1']]],
	['a tick that is not on the list', approval, [['tick', 'Z']]],
	['the prototype', points, [['__proto__', '1']]],
	['the prototype of marks', points, [['mark-__proto__', '1']]],
	['a tick of the prototype', approval, [['tick', '__proto__']]],
	[
		'one option twice',
		points,
		[
			['mark-A', '1'],
			['mark-A', '2'],
		],
	],
	[
		'one tick twice',
		approval,
		[
			['tick', 'A'],
			['tick', 'A'],
		],
	],
	[
		'two choices',
		someMotion,
		[
			['choice', 'for'],
			['choice', 'against'],
		],
	],
	['a file', someMotion, [['choice', new File(['x'], 'x')]]],
	[
		'another method’s fields',
		irv,
		[
			['tick', 'A'],
			['choice', 'for'],
		],
	],
])('is refused: %s', (_rule, decision, sent) => {
	expect(read(decision, ...sent)).toMatchObject({ step: 'mend', form: { errors: { '': [expect.any(String)] } } })
})

test('a form of another vote is not taken, and what it has in common with this one stays', () => {
	const refused = read(irv, ['choice', 'for'], ['mark-A', '1'], ['reason', 'Because of the nights'])
	expect(refused).toMatchObject({ step: 'mend', form: { values: { 'mark-A': '1', reason: 'Because of the nights' } } })
})

test('moving one option never loses a place that cannot be read beside two that are level', () => {
	const sent: Sent = [
		['mark-A', 'first'],
		['mark-B', '2'],
		['mark-C', '2'],
		['do', 'up B'],
	]
	expect(read(irv, ...sent)).toMatchObject({ step: 'mend', form: { values: { 'mark-A': 'first', 'mark-B': '2' } } })
})

test('a form without its id, or with a made-up one, is not taken', () => {
	for (const sent of [[], [['id', 'x']], [['id', '']]] as Sent[])
		expect(readBallot(someMotion, [...sent, ['choice', 'for'] as const])).toMatchObject({ step: 'mend' })
})

test('a supporter is told of the box as it is called on their page', () => {
	const { form } = readBallot(irv, [['id', id]], whoseBallot({ name: 'Grace' }))
	expect(form.errors).toEqual({
		blank: ['You have chosen nothing. Choose something, or tick “Leave Grace’s ballot blank”'],
	})
})

test.each<[string, [string, string][]]>([
	[
		'a place there is not',
		[
			['mark-A', '7'],
			['mark-B', '1'],
		],
	],
	[
		'no place at all',
		[
			['mark-A', '0'],
			['mark-B', '1'],
		],
	],
	[
		'no number',
		[
			['mark-A', 'first'],
			['mark-B', '1'],
		],
	],
])('an order is not told as if it were another one: %s', (_what, sent) => {
	const { form } = read(irv, ...sent, ['do', 'work-out'])
	expect(Object.keys(form.errors)).toEqual(['mark-A'])
	expect(soFarWords(irv, form.values)).toEqual(['Your order is shown here once every number above can be read.'])
})

test('what was withdrawn leaves its place in the numbers that may be given', () => {
	const withdrawn = [{ option: 'C', at: closesAt.toISOString(), reason: 'Gone.' }]
	const asked = { ...irv, options: irv.options.slice(0, 2), withdrawn }
	expect(soFarWords(asked, { 'mark-A': '1', 'mark-B': '3' })[0]).toBe('Your order: 1 Weekend breaks, 2 Night sitting.')
})

test('working out casts nothing and says how it stands', () => {
	const looked = (decision: Decision, ...sent: Sent) => {
		const { step, form } = read(decision, ...sent, ['do', 'work-out'])
		return [step, soFarWords(decision, form.values).join(' ')]
	}
	expect(looked(points, ['mark-A', '5'], ['mark-B', '2'])).toEqual(['look', 'You have given 7 of 10 points; 3 left.'])
	expect(looked(points, ['mark-A', '6'], ['mark-B', '6'])).toEqual([
		'mend',
		'You have given 12 of 10 points; that is 2 too many.',
	])
	expect(looked(budget, ['tick', 'A'], ['tick', 'B'])).toEqual([
		'look',
		'You have chosen 2 of 3. What they cost together: £11,000. There is £10,000 to share, so this is £1,000 more than can be paid for. You may still choose it: the count finds out which are paid for.',
	])
	const pot = choosing('equal-shares', { budget: 22_500_00, withinBudget: true })
	expect(looked(pot, ['tick', 'A'], ['tick', 'C'])).toEqual([
		'look',
		'You have chosen 2 of 3. You have £12,500 left to give.',
	])
	const small = choosing('greedy', { budget: 10_000_00, withinBudget: true })
	expect(looked(small, ['tick', 'A'], ['tick', 'B'])).toEqual([
		'mend',
		'You have chosen 2 of 3. That is £1,000 more than there is to give.',
	])
	expect(looked(approval)).toEqual(['look', 'You have chosen 0 of 3; you may choose 2 more.'])
	expect(looked(score, ['mark-A', '0'])).toEqual(['look', 'You have scored 1 of 3.'])
	expect(looked(irv, ['mark-A', '3'], ['mark-C', '1'])).toEqual([
		'look',
		'Your order: 1 A minibus, 2 Weekend breaks. You left out 2. The order is what counts, so we close the gap. Not ranked: Night sitting.',
	])
	expect(looked(irv, ['mark-A', '1'], ['mark-B', '1'])[0]).toBe('mend')
})

test('an order by buttons alone: each press moves one and keeps everything else', () => {
	let values: Record<string, string | string[]> = { reason: 'Because.' }
	const press = (asks: string) => {
		const { moved: _moved, how: _how, ...kept } = values
		const pressed = read(irv, ...(Object.entries(kept).filter(([name]) => name !== 'id') as Sent), ['do', asks])
		expect(pressed.step).toBe('look')
		values = pressed.form.values
		return ['A', 'B', 'C'].map((option) => values[`mark-${option}`])
	}
	expect(press('up B')).toEqual(['', '1', ''])
	expect(press('up C')).toEqual(['', '1', '2'])
	expect(press('first A')).toEqual(['1', '2', '3'])
	expect(press('down A')).toEqual(['2', '1', '3'])
	expect(press('down C')).toEqual(['2', '1', ''])
	expect(press('up __proto__')).toEqual(['2', '1', ''])
	expect(values.reason).toBe('Because.')
})

test('a move puts two at one place apart', () => {
	expect(read(irv, ['mark-A', '1'], ['mark-B', '1'], ['do', 'up B'])).toMatchObject({
		step: 'look',
		form: { values: { 'mark-A': '2', 'mark-B': '1' } },
	})
})

test('a named ballot comes back as it was cast', () => {
	const answers: [Decision, Answer][] = [
		[someMotion, { choice: 'against' }],
		[consent, { consent: 'object', proposedChange: 'Pay.' }],
		[approval, { marks: { B: 1 } }],
		[approval, { marks: {} }],
		[score, { marks: { A: 0, B: 3 } }],
		[points, { marks: { C: 4 } }],
		[irv, { ranks: [['C'], ['A']] }],
		[schulze, { ranks: [['C', 'A'], ['B']] }],
	]
	for (const [decision, answer] of answers) {
		const fields = fieldsOf(decision, { answer, reason: 'Because.' })
		const sent = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const))
		const again = read(decision, ...(sent as unknown as Sent))
		expect(again.step).toBe('cast')
		if (again.step === 'cast')
			expect(settled(decision.method, again.vote.answer)).toEqual(settled(decision.method, answer))
	}
})

const number = fc.oneof(
	fc.integer({ min: -2, max: 12 }).map(String),
	fc.constantFrom('', ' ', '1.5', '1e9', '999999999999', '9'.repeat(400), 'NaN', 'Infinity', '0x1', '１', 'abc', '-0'),
)
const names = fc.constantFrom(
	...['choice', 'consent', 'change', 'reason', 'tick', 'blank', 'sure', 'do', 'help'],
	...['mark-A', 'mark-B', 'mark-C', 'mark-Z', '__proto__', 'constructor', 'mark-', 'mark-__proto__', ''],
)
const values = fc.oneof(
	number,
	fc.constantFrom('for', 'agree', 'object', 'concern', 'yes', 'A', 'B', 'C', 'up A', 'first C', 'work-out', 'toString'),
	fc.string(),
)
const anyField = fc.tuple(names, values)
/** Forms as the page makes them, with anything in them. */
const likelyForm = fc
	.record({
		choice: fc.constantFrom('for', 'against', 'abstain', 'x'),
		consent: fc.constantFrom('agree', 'concern', 'object', 'x'),
		words: fc.constantFrom('', ' ', 'Nights.'),
		ticks: fc.subarray(['A', 'B', 'C', 'Z']),
		marks: fc.tuple(number, number, number),
		blank: fc.boolean(),
	})
	.map(({ choice, consent, words, ticks, marks, blank }): Record<string, [string, string][]> => {
		const rest: [string, string][] = [['reason', words], ...(blank ? [['blank', 'yes'] as [string, string]] : [])]
		return {
			motion: [
				['choice', choice],
				['reason', words],
			],
			consent: [
				['consent', consent],
				['reason', words],
				['change', words],
			],
			ticks: [...rest, ...ticks.map((one): [string, string] => ['tick', one])],
			marks: [...rest, ...marks.map((mark, at): [string, string] => [`mark-${'ABC'[at]}`, mark])],
		}
	})
const formOf: Partial<Record<Decision['method'], string>> = {
	motion: 'motion',
	consent: 'consent',
	approval: 'ticks',
	'equal-shares': 'ticks',
}

test('no posted form whatever leads to a ballot that cannot be counted', () => {
	let cast = 0
	const sent = fc.oneof(
		fc.array(anyField, { maxLength: 12 }).map((all) => () => all),
		likelyForm.map((all) => (decision: Decision) => all[formOf[decision.method] ?? 'marks']!),
	)
	fc.assert(
		fc.property(fc.constantFrom(...everyMethod), sent, (decision, fieldsFor) => {
			const was = readBallot(decision, [['id', id], ...fieldsFor(decision)])
			if (was.step === 'mend') expect(Object.values(was.form.errors).flat()).not.toEqual([])
			if (was.step !== 'cast') return
			cast++
			const { answer, reason } = was.vote
			expect(checkAnswer(decision, answer, reason)).toBe(null)
			expect(checkAnswer(decision, settled(decision.method, answer), reason)).toBe(null)
			expect(reason.length).toBeLessThanOrEqual(1000)
		}),
		{ numRuns: 3000 },
	)
	// Otherwise this would pass by refusing everything.
	expect(cast).toBeGreaterThan(100)
})

test.each<[string, Decision, Sent, string[]]>([
	[
		'a tick',
		approval,
		[
			['tick', 'A'],
			['tick', 'B'],
		],
		['tick'],
	],
	[
		'a place',
		irv,
		[
			['mark-A', '2'],
			['mark-B', '1'],
		],
		['mark-A', 'mark-B'],
	],
	['points', points, [['mark-B', '4']], ['mark-B']],
])('%s for what was withdrawn meanwhile is not taken, and the rest is kept', (_what, decision, sent, kept) => {
	const withdrawn = [{ option: 'B', at: '2026-06-02T10:00:00.000Z', reason: 'The hall is gone.' }]
	const answer = read({ ...decision, withdrawn } as Decision, ...sent)
	expect(answer.step).toBe('mend')
	expect(answer.form.errors['']).toEqual([
		'“Night sitting” was withdrawn, so it can no longer be chosen. What else you have chosen is still below: look it over and send it again',
	])
	for (const field of kept) expect(answer.form.values).toHaveProperty([field])
	expect(read(decision, ...sent).step).toBe('cast')
})
