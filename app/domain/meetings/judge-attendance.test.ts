import { expect, test } from 'vitest'
import { board, bodyRules } from '../../../tests/given-minute.ts'
import { judgeAttendance } from './judge-attendance.ts'
import type { SaidOfAttended } from './seats-now.ts'

const names = new Map(board.map(({ memberId }) => [memberId, memberId[0]!.toUpperCase() + memberId.slice(1)]))
const came = (memberId: string, change: Partial<SaidOfAttended> = {}): SaidOfAttended => ({
	memberId,
	here: 'present',
	joined: 'room',
	late: false,
	left: false,
	substitute: '',
	...change,
})

test.each([
	['all is well', [came('helen')], 'helen', []],
	['nobody has to preside yet', [came('helen')], null, []],
	['an absent member joined', [came('joe', { here: 'absent', joined: 'remote' })], null, ['absent-said-more']],
	['an absent member left', [came('joe', { here: 'absent', left: true })], null, ['absent-said-more']],
	[
		'somebody came instead of one absent',
		[came('joe', { here: 'absent', substitute: 'Ann' })],
		null,
		['substitute-absent'],
	],
	[
		'a member sits in two seats',
		[came('helen'), came('joe', { substitute: 'helen' })],
		null,
		['substitute-sits-there'],
	],
	[
		'one person in two seats',
		[came('joe', { substitute: 'Ann' }), came('priya', { substitute: 'ann ' })],
		null,
		['substitute-twice'],
	],
	['of the presider nothing is said', [came('joe')], 'helen', ['presider-not-there']],
	['the presider has gone', [came('helen', { left: true })], 'helen', ['presider-not-there']],
	['the presider joined remotely', [came('helen', { joined: 'remote' })], 'helen', ['presider-not-there']],
	['the presider came late', [came('helen', { late: true })], 'helen', []],
	['the presider sits elsewhere', [came('helen')], 'somebody', ['presider-not-there']],
] as [string, SaidOfAttended[], string | null, string[]][])('%s', (_rule, attended, presiderId, problems) => {
	const judged = judgeAttendance({ attended, presiderId }, { seats: board, rules: bodyRules, names })
	expect(judged.map(({ problem }) => problem)).toEqual(problems)
})
