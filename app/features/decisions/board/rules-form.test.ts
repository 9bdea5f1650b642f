import { expect, test } from 'vitest'
import { bodyRules } from '../../../../tests/given-minute.ts'
import type { BodyRules } from '../../../domain/decisions/board/minute.ts'
import { rulesFrom, rulesSchema, shares, valuesOfRules } from './rules-form.ts'

const rights = { helen: 'Councillor', ngozi: 'NHS member' }

test.each<[string, BodyRules]>([
	['a number and a class', bodyRules],
	[
		'a share',
		{ ...bodyRules, quorum: { least: { numerator: 1, denominator: 4 }, classes: [], countsInterested: true } },
	],
	...Object.entries(shares).map(([name, threshold]): [string, BodyRules] => [name, { ...bodyRules, threshold }]),
])('rules put into the form and read again are the same: %s', (_what, rules) => {
	const values = valuesOfRules(rules, rights)
	expect(rulesFrom(rulesSchema.parse(values), values, ['helen', 'ngozi'])).toEqual({ rules, rights })
})

test.each([
	['1 / 3', { numerator: 1, denominator: 3 }],
	['six', 0],
	['-1', 0],
	['', 0],
])('a quorum typed as “%s”', (least, read) => {
	const values = { ...valuesOfRules(bodyRules, rights), least }
	expect(rulesFrom(rulesSchema.parse(values), values, []).rules.quorum.least).toEqual(read)
})
