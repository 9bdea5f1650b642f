import { expect, test } from 'vitest'
import { type ActionStatus, actionStatuses } from './action.ts'
import { daysBetween, londonDay } from './days.ts'
import { byUrgency, daysLate, shownStatus, standsAs } from './standing.ts'

const today = '2026-11-21'

test.each<[string, ActionStatus, string, ActionStatus, number]>([
	['the due day itself is not late', 'on-track', '2026-11-21', 'on-track', 0],
	['the day after is', 'on-track', '2026-11-20', 'late', 1],
	['twelve days', 'not-started', '2026-11-09', 'late', 12],
	['at risk and past its date is late', 'at-risk', '2026-11-01', 'late', 20],
	['done is never late', 'done', '2020-01-01', 'done', 0],
	['nor is stopped', 'stopped', '2020-01-01', 'stopped', 0],
	['gone backwards and past its date is late', 'went-backwards', '2026-11-20', 'late', 1],
	['somebody may say late before the date', 'late', '2026-12-01', 'late', 0],
])('%s', (_rule, status, dueOn, shown, days) => {
	expect(shownStatus({ status, dueOn }, today)).toBe(shown)
	expect(daysLate({ status, dueOn }, today)).toBe(days)
})

test('what went backwards and is late stands under both', () => {
	const action = { status: 'went-backwards' as const, dueOn: '2026-11-20' }
	const under = actionStatuses.filter((status) => standsAs(action, status, today))
	expect(under).toEqual(['late', 'went-backwards'])
	expect(standsAs({ status: 'at-risk', dueOn: '2026-11-20' }, 'at-risk', today)).toBe(false)
})

test('late ones come first, the longest late before the others, and what is over comes last', () => {
	const row = (name: string, status: ActionStatus, dueOn: string) => ({ name, status, dueOn })
	const rows = [
		row('stopped', 'stopped', '2026-01-01'),
		row('done', 'done', '2026-02-01'),
		row('soon', 'on-track', '2026-12-01'),
		row('a little late', 'on-track', '2026-11-20'),
		row('at risk', 'at-risk', '2027-06-01'),
		row('long late', 'not-started', '2026-03-01'),
	]
	expect(byUrgency(rows, today).map(({ name }) => name)).toEqual([
		'long late',
		'a little late',
		'at risk',
		'soon',
		'done',
		'stopped',
	])
})

test.each([
	['summer time: half past midnight in London is the day before in UTC', '2026-06-14T23:30:00Z', '2026-06-15'],
	['winter time: the same clock', '2026-11-21T23:59:59Z', '2026-11-21'],
])('%s', (_rule, moment, day) => {
	expect(londonDay(new Date(moment))).toBe(day)
})

test('days are counted across a clock change', () => {
	expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
	expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
})
