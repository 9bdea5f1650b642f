import { expect, test } from 'vitest'
import type { Action, ActionStatus } from './action.ts'
import { report } from './report.ts'

const now = new Date('2026-11-21T12:00:00Z')
const action: Action = {
	id: 'a',
	partnershipId: 'p',
	decisionId: 'd',
	reference: 'ACT-2026-014',
	title: 'Pay people within two weeks',
	accountableBody: 'The council',
	lead: 'Colin',
	leadMemberId: null,
	citizenPartnerId: null,
	expectedDifference: 'Nobody is out of pocket.',
	firstDueOn: '2026-10-01',
	dueOn: '2027-03-03',
	status: 'on-track',
	createdBy: 'm',
	createdAt: now,
}

test.each<[string, ActionStatus, ActionStatus, ActionStatus]>([
	['the newest report stands', 'on-track', 'at-risk', 'at-risk'],
	['what is done can go backwards', 'done', 'went-backwards', 'went-backwards'],
	['“at risk” does not take back that it went backwards', 'went-backwards', 'at-risk', 'went-backwards'],
	['nor does “late”', 'went-backwards', 'late', 'went-backwards'],
	['nor “not started”', 'went-backwards', 'not-started', 'went-backwards'],
	['on track again, it is mended', 'went-backwards', 'on-track', 'on-track'],
	['done again, it is mended', 'went-backwards', 'done', 'done'],
	['stopped, it is over', 'went-backwards', 'stopped', 'stopped'],
])('%s', (_rule, before, said, after) => {
	const update = { id: 'u', status: said, words: 'As it is.', dueOn: null }
	const reported = report({ ...action, status: before }, update, { memberId: 'm' }, now)
	expect(reported).toMatchObject({ action: { status: after }, update: { status: said } })
})
