import { expect, test } from 'vitest'
import type { Action } from '~/domain/actions/action.ts'
import { noVerdicts } from '~/domain/actions/verdict.ts'
import { presentAction } from './present-action.ts'

const now = new Date('2026-11-21T12:00:00Z')
const action: Action = {
	id: 'a',
	partnershipId: 'p',
	decisionId: 'd',
	reference: 'ACT-2026-014',
	title: 'Evening breaks in every neighbourhood',
	accountableBody: 'The council',
	lead: 'Colin',
	leadMemberId: null,
	citizenPartnerId: null,
	expectedDifference: 'Two evenings a week.',
	firstDueOn: '2026-10-01',
	dueOn: '2027-03-03',
	status: 'on-track',
	createdBy: 'm',
	createdAt: now,
}
const said = (change: Partial<Action>, answers = {}) =>
	presentAction({ ...action, ...change }, { ...noVerdicts, ...answers }, now)

test.each<[string, Partial<Action>, object]>([
	['a moved date keeps the first one in sight', {}, { due: 'Due 3 March 2027. It was first due 1 October 2026.' }],
	['a date that never moved', { dueOn: '2026-10-01', status: 'done' }, { due: 'It was due 1 October 2026.' }],
	['twelve days late', { dueOn: '2026-11-09' }, { statusWords: 'late by 12 days', tone: 'late', status: 'late' }],
	[
		'late because it is worse than before',
		{ dueOn: '2026-11-09', status: 'went-backwards' },
		{ statusWords: 'worse than before, late by 12 days' },
	],
	['one day late', { dueOn: '2026-11-20' }, { statusWords: 'late by 1 day' }],
	['on track', {}, { statusWords: 'on track', tone: 'good', difference: null }],
	['nobody from the community', {}, { hasCitizenPartner: false }],
])('%s', (_what, change, shown) => {
	expect(said(change)).toMatchObject(shown)
})

test('done, but not felt by most: both sides are said', () => {
	expect(said({ status: 'done' }, { 'a-lot': 1, 'a-little': 3, no: 7 })).toMatchObject({
		isDoneOnPaper: true,
		difference: 'The council says this is done. 4 of 11 people say it made a difference.',
	})
})

test('too few answers are not hinted at', () => {
	expect(said({ status: 'done' }, { no: 4 })).toMatchObject({
		isDoneOnPaper: false,
		difference: 'The council says this is done.',
	})
})
