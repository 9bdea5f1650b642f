import { expect, test } from 'vitest'
import type { Outcome, Result } from '../decisions/decision.ts'
import { type Agreement, agree, type Ground } from './agree.ts'
import { report } from './report.ts'

const now = new Date('2026-11-21T12:00:00Z')
const result = (outcome: Outcome) => ({ outcome }) as Result
const ground: Ground = { id: 'd', partnershipId: 'p', kind: 'panel-vote', state: 'closed', result: result('agreed') }
const agreement: Agreement = {
	id: 'a',
	decisionId: 'd',
	title: 'Evening breaks in every neighbourhood',
	accountableBody: 'Harbourside Council',
	lead: 'Head of short breaks',
	leadMemberId: null,
	citizenPartnerId: null,
	expectedDifference: 'Two evenings a week of your own',
	dueOn: '2027-04-01',
}

test.each<[string, Partial<Ground>, Partial<Agreement>, string]>([
	['the vote is still open', { state: 'open', result: null }, {}, 'still-open'],
	['the vote was stopped', { state: 'stopped', result: null }, {}, 'decision-stopped'],
	['it was not agreed', { result: result('not-agreed') }, {}, 'not-agreed'],
	['too few took part', { result: result('no-quorum') }, {}, 'not-agreed'],
	['nobody voted', { result: result('nobody-voted') }, {}, 'not-agreed'],
	['a show of views is advice', { kind: 'show-of-views' }, {}, 'only-advice'],
	['the date has gone by', {}, { dueOn: '2026-11-20' }, 'due-in-the-past'],
])('no action when %s', (_why, change, said, refused) => {
	expect(agree({ ...ground, ...change }, { ...agreement, ...said }, { memberId: 'm' }, now)).toEqual({ refused })
})

test('an action agreed for today begins with one due date in both places', () => {
	expect(agree(ground, { ...agreement, dueOn: '2026-11-21' }, { memberId: 'm' }, now)).toEqual({
		action: {
			...agreement,
			partnershipId: 'p',
			dueOn: '2026-11-21',
			firstDueOn: '2026-11-21',
			status: 'not-started',
			createdBy: 'm',
			createdAt: now,
		},
	})
})

const begun = {
	...agreement,
	partnershipId: 'p',
	reference: 'ACT-2026-001',
	firstDueOn: '2027-04-01',
	status: 'on-track' as const,
	createdBy: 'm',
	createdAt: now,
}
const said = { id: 'u', status: 'at-risk' as const, words: 'The hall closed.', dueOn: null }

test('a report moves the due date and never the first one', () => {
	const reporting = report(begun, { ...said, dueOn: '2027-06-01' }, { memberId: 'm' }, now)
	expect(reporting).toMatchObject({
		action: { status: 'at-risk', dueOn: '2027-06-01', firstDueOn: '2027-04-01' },
		update: { dueOn: '2027-06-01', actionId: 'a', memberId: 'm', at: now },
	})
})

test('naming the date it already has moves nothing', () => {
	expect(report(begun, { ...said, dueOn: '2027-04-01' }, { memberId: 'm' }, now)).toMatchObject({
		update: { dueOn: null },
	})
})

test('a late action can be reported on without naming a date, and not moved into the past', () => {
	const late = { ...begun, dueOn: '2026-11-01' }
	expect(report(late, said, { memberId: 'm' }, now)).toMatchObject({ action: { dueOn: '2026-11-01' } })
	expect(report(late, { ...said, dueOn: '2026-11-20' }, { memberId: 'm' }, now)).toEqual({ refused: 'due-in-the-past' })
})
