import { expect, test } from 'vitest'
import { bodyRules } from '../../../../tests/given-minute.ts'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import { rulesFrom, rulesSchema, seatsFrom, shares, valuesOfRules, valuesOfSeats } from './rules-form.ts'

test.each<[string, BodyRules]>([
	['a number and a class', bodyRules],
	[
		'a share',
		{ ...bodyRules, quorum: { least: { numerator: 1, denominator: 4 }, classes: [], countsInterested: true } },
	],
	['remote and late members vote', { ...bodyRules, remoteCounts: true, lateVotes: true }],
	...Object.entries(shares).map(([name, threshold]): [string, BodyRules] => [name, { ...bodyRules, threshold }]),
])('rules put into the form and read again are the same: %s', (_what, rules) => {
	const values = valuesOfRules(rules)
	expect(rulesFrom(rulesSchema.parse(values), values)).toEqual(rules)
})

test.each([
	['1 / 3', { numerator: 1, denominator: 3 }],
	['six', 0],
	['-1', 0],
	['', 0],
])('a quorum typed as “%s”', (least, read) => {
	const values = { ...valuesOfRules(bodyRules), least }
	expect(rulesFrom(rulesSchema.parse(values), values).quorum.least).toEqual(read)
})

test('by which right each sits there and since when, put into the form and read again', () => {
	const seats = [
		{ memberId: 'helen', right: 'Councillor', since: '2019-05-02' },
		{ memberId: 'ngozi', right: 'NHS member', since: null },
	]
	expect(seatsFrom(valuesOfSeats(seats), ['helen', 'ngozi'])).toEqual({
		rights: { helen: 'Councillor', ngozi: 'NHS member' },
		since: { helen: '2019-05-02', ngozi: null },
		errors: {},
	})
	const half = { ...valuesOfSeats(seats), 'since.ngozi.year': '2020' }
	expect(Object.keys(seatsFrom(half, ['helen', 'ngozi']).errors)).toEqual(['since.ngozi'])
})
