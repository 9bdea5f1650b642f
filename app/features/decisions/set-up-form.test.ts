import { expect, test } from 'vitest'
import { setUpSchema } from './set-up-form.ts'

const answers = {
	id: '0123456789abcdef',
	kind: 'panel-vote',
	group: '0123456789abcdef',
	question: 'Agree?',
	secrecy: 'secret',
	closes: { day: '14', month: '6', year: '2027' },
	time: '5pm',
	threshold: 'two-thirds',
	quorum: '6',
}

test('answers become a question, with its closing moment by the clock in London', () => {
	expect(setUpSchema.parse(answers)).toEqual({
		id: answers.id,
		groupId: answers.group,
		kind: 'panel-vote',
		question: 'Agree?',
		closesAt: new Date('2027-06-14T16:00:00Z'),
		twice: false,
		method: 'motion',
		options: [],
		rules: { secrecy: 'secret', quorum: 6, threshold: { numerator: 2, denominator: 3 }, showsStanding: false },
	})
})

test.each<[string, object, string[]]>([
	[
		'an empty form says all there is to mend at once',
		{ kind: undefined, closes: undefined, time: undefined, quorum: undefined },
		['kind', 'closes', 'time', 'quorum'],
	],
	['an hour the clocks skip', { closes: { day: '28', month: '3', year: '2027' }, time: '1:30am' }, ['time']],
	['a day that is none', { closes: { day: '31', month: '6', year: '2027' } }, ['closes']],
	['a quorum in words', { quorum: 'six' }, ['quorum']],
])('%s', (_what, change, mend) => {
	const { error } = setUpSchema.safeParse({ ...answers, ...change })
	expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(mend)
})
