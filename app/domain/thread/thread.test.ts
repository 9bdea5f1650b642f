import { describe, expect, test } from 'vitest'
import { options } from '../../../tests/given-question.ts'
import { noVerdicts, type VerdictTally } from '../actions/verdict.ts'
import {
	type ActionFacts,
	type DecisionFacts,
	type ThreadFacts,
	type Through,
	threadOf,
	type VersionFacts,
} from './thread.ts'

const now = new Date('2026-11-21T12:00:00Z')
const on = (day: string) => new Date(`${day}T09:00:00Z`)

const document: ThreadFacts['document'] = {
	id: 'doc',
	need: 'Breaks fall on the wrong days',
	needSource: '31 carers, spring 2026',
	phase: 'draft',
	stoppedReason: null,
}
const bare: ThreadFacts = { document, writers: 0, voices: 0, versions: [], decisions: [], actions: [], verdicts: [] }

const version = (number: number): VersionFacts => ({ id: `v${number}`, number, frozenAt: on('2026-06-02') })
const decision = (change: Partial<DecisionFacts> = {}): DecisionFacts => ({
	id: 'dec',
	versionId: 'v1',
	kind: 'panel-vote',
	state: 'closed',
	outcome: 'agreed',
	opensAt: on('2026-11-01'),
	closesAt: on('2026-11-14'),
	closedAt: on('2026-11-14'),
	stoppedReason: null,
	...change,
})
const action = (change: Partial<ActionFacts> = {}): ActionFacts => ({
	id: 'act',
	decisionId: 'dec',
	status: 'on-track',
	dueOn: '2027-04-01',
	stoppedWhy: null,
	...change,
})
const said = (answers: Partial<VerdictTally>, actionId = 'act') => ({ actionId, tally: { ...noVerdicts, ...answers } })

const funding = (winners: string[]) => ({ method: 'equal-shares' as const, options, winners })

const written = { ...bare, writers: 12, voices: 3 }
const frozen = { ...written, versions: [version(1)] }
const agreed = { ...frozen, decisions: [decision()] }
const begun = { ...agreed, actions: [action()] }
const finished = { ...agreed, actions: [action({ status: 'done' })] }

/** Which stop the thread stands at, and how: everything before it is done and everything after it is ahead. */
function stands(facts: ThreadFacts, through?: Through) {
	const thread = threadOf(facts, now, through)
	const at = thread.findIndex(({ state }) => state === 'now' || state === 'stopped')
	const present = at === -1 ? thread.length : at
	expect(thread.map(({ stop }) => stop)).toEqual(['need', 'words', 'version', 'decision', 'action', 'difference'])
	expect(thread.slice(0, present).every(({ state }) => state === 'done')).toBe(true)
	expect(thread.slice(present + 1).every(({ state }) => state === 'ahead')).toBe(true)
	const stop = thread[at]
	return stop ? [stop.stop, stop.state, stop.standing] : ['all done']
}

test.each<[string, ThreadFacts, unknown[]]>([
	['no need was told', { ...bare, document: { ...document, need: ' ' } }, ['need', 'now', { is: 'need-untold' }]],
	['told, and nobody has written', bare, ['words', 'now', { is: 'not-yet' }]],
	['people are writing', written, ['words', 'now', { is: 'writing', writers: 12, voices: 3 }]],
	['frozen and not asked', frozen, ['decision', 'now', { is: 'not-asked' }]],
	[
		'a need never told does not hold back a frozen version',
		{ ...frozen, document: { ...document, need: '' } },
		['decision', 'now', { is: 'not-asked' }],
	],
	[
		'the vote is open',
		{ ...frozen, decisions: [decision({ state: 'open', outcome: null, closesAt: on('2026-11-28'), closedAt: null })] },
		['decision', 'now', { is: 'vote-open', closesAt: on('2026-11-28'), kind: 'panel-vote' }],
	],
	[
		'views were shown, which decides nothing',
		{ ...frozen, decisions: [decision({ kind: 'show-of-views' })] },
		['decision', 'now', { is: 'views-heard', at: on('2026-11-14') }],
	],
	[
		'not agreed',
		{ ...frozen, decisions: [decision({ outcome: 'not-agreed' })] },
		['decision', 'stopped', { is: 'not-decided', outcome: 'not-agreed', at: on('2026-11-14'), kind: 'panel-vote' }],
	],
	[
		'too few took part',
		{ ...frozen, decisions: [decision({ outcome: 'no-quorum' })] },
		['decision', 'stopped', { is: 'not-decided', outcome: 'no-quorum', at: on('2026-11-14'), kind: 'panel-vote' }],
	],
	[
		'its time is over and nobody has counted it yet',
		{ ...frozen, decisions: [decision({ state: 'open', outcome: null, closedAt: null })] },
		['decision', 'now', { is: 'vote-ended', at: on('2026-11-14'), kind: 'panel-vote' }],
	],
	[
		'level, and the chair may still settle it',
		{ ...frozen, decisions: [decision({ outcome: 'level', castingUntil: on('2026-11-28') })] },
		['decision', 'now', { is: 'vote-level', until: on('2026-11-28'), kind: 'panel-vote' }],
	],
	[
		'level, and the chair did not settle it in time',
		{ ...frozen, decisions: [decision({ outcome: 'level', castingUntil: on('2026-11-20') })] },
		['decision', 'stopped', { is: 'not-decided', outcome: 'not-agreed', at: on('2026-11-14'), kind: 'panel-vote' }],
	],
	[
		'level among things to choose from, which nobody settles',
		{ ...frozen, decisions: [decision({ outcome: 'level', choice: funding(['A', 'B']) })] },
		['decision', 'stopped', { is: 'not-decided', outcome: 'level', at: on('2026-11-14'), kind: 'panel-vote' }],
	],
	[
		'settled by the casting vote',
		{ ...frozen, decisions: [decision({ castingUntil: on('2026-11-28') })] },
		['action', 'now', { is: 'nothing-agreed-yet' }],
	],
	[
		'the vote was stopped',
		{ ...frozen, decisions: [decision({ state: 'stopped', outcome: null, stoppedReason: 'The money went.' })] },
		['decision', 'stopped', { is: 'vote-stopped', reason: 'The money went.', kind: 'panel-vote' }],
	],
	[
		'something was funded a week ago',
		{ ...frozen, decisions: [decision({ outcome: 'chosen', choice: funding(['A']) })] },
		['action', 'now', { is: 'nothing-agreed-yet' }],
	],
	[
		'nothing was funded',
		{ ...frozen, decisions: [decision({ outcome: 'none-chosen', choice: funding([]) })] },
		['decision', 'stopped', { is: 'none-chosen', at: on('2026-11-14'), kind: 'panel-vote', choice: funding([]) }],
	],
	['agreed a week ago', agreed, ['action', 'now', { is: 'nothing-agreed-yet' }]],
	[
		'agreed more than a month ago, and nothing followed',
		{ ...frozen, decisions: [decision({ closedAt: on('2026-10-20') })] },
		['action', 'stopped', { is: 'nothing-agreed-since', at: on('2026-10-20') }],
	],
	[
		'an action under way',
		begun,
		['action', 'now', { is: 'under-way', status: 'on-track', dueOn: '2027-04-01', daysLate: 0 }],
	],
	[
		'an action past its date',
		{ ...agreed, actions: [action({ dueOn: '2026-11-09' })] },
		['action', 'now', { is: 'under-way', status: 'on-track', dueOn: '2026-11-09', daysLate: 12 }],
	],
	[
		'an action stopped',
		{ ...agreed, actions: [action({ status: 'stopped', stoppedWhy: 'No money was found.' })] },
		['action', 'stopped', { is: 'action-stopped', reason: 'No money was found.' }],
	],
	[
		'several actions, one late and one done',
		{ ...agreed, actions: [action(), action({ id: 'b', dueOn: '2026-11-20' }), action({ id: 'c', status: 'done' })] },
		['action', 'now', { is: 'actions-under-way', actions: 3, late: 1, done: 1 }],
	],
	[
		'several actions, all stopped',
		{ ...agreed, actions: [action({ status: 'stopped' }), action({ id: 'b', status: 'stopped' })] },
		['action', 'stopped', { is: 'actions-stopped', actions: 2 }],
	],
	[
		'done, and people are being asked',
		{ ...finished, verdicts: [said({ no: 4 })] },
		['difference', 'now', { is: 'asking' }],
	],
	[
		'done, but not felt by most',
		{ ...finished, verdicts: [said({ 'a-lot': 1, 'a-little': 3, no: 7 })] },
		['difference', 'stopped', { is: 'felt', felt: 4, people: 11, actions: 1 }],
	],
	['felt', { ...finished, verdicts: [said({ 'a-lot': 6, no: 5 })] }, ['all done']],
])('%s', (_what, facts, standing) => {
	expect(stands(facts)).toEqual(standing)
})

describe('a document that was stopped', () => {
	const stopped = { ...document, phase: 'stopped' as const, stoppedReason: 'The building was sold.' }
	const reason = { is: 'document-stopped', reason: 'The building was sold.' }

	test.each<[string, ThreadFacts, unknown[]]>([
		['while it was written', written, ['words', 'stopped', reason]],
		['after it was frozen', frozen, ['decision', 'stopped', reason]],
		['after it was agreed', agreed, ['action', 'stopped', reason]],
	])('stops the thread where it was: %s', (_when, facts, standing) => {
		expect(stands({ ...facts, document: stopped })).toEqual(standing)
	})

	test('but not the actions that were agreed before', () => {
		expect(stands({ ...begun, document: stopped })).toMatchObject(['action', 'now', { is: 'under-way' }])
	})
})

describe('of several, the thread follows', () => {
	const failed = decision({ id: 'first', outcome: 'not-agreed', opensAt: on('2026-03-01') })
	const later = on('2026-11-28')
	const open = decision({ id: 'again', versionId: 'v2', state: 'open', outcome: null, closesAt: later, closedAt: null })

	test('the vote now open rather than the one that failed', () => {
		const facts = { ...frozen, versions: [version(2), version(1)], decisions: [failed, open] }
		expect(stands(facts)).toMatchObject(['decision', 'now', { is: 'vote-open' }])
	})

	test('a vote that is over and waits for its count is never told as open', () => {
		const facts = {
			...frozen,
			versions: [version(2), version(1)],
			decisions: [failed, { ...open, state: 'counting' as const }],
		}
		expect(stands(facts)).toMatchObject(['decision', 'now', { is: 'vote-ended' }])
	})

	test('a newer version rather than a vote about older words that led nowhere', () => {
		const facts = { ...frozen, versions: [version(1), version(2)], decisions: [failed] }
		expect(stands(facts)).toEqual(['decision', 'now', { is: 'not-asked' }])
		expect(threadOf(facts, now)[2]).toMatchObject({ standing: { is: 'frozen', number: 2 } })
	})

	test('what was agreed, with its own version, rather than anything later', () => {
		const facts = { ...begun, versions: [version(1), version(2)], decisions: [decision(), open] }
		expect(stands(facts)).toMatchObject(['action', 'now', { is: 'under-way' }])
		expect(threadOf(facts, now)[2]).toMatchObject({ target: { to: 'version', documentId: 'doc', number: 1 } })
	})

	const small = (change: Partial<DecisionFacts> = {}) =>
		decision({
			id: 'small',
			opensAt: on('2026-11-15'),
			closesAt: on('2026-11-16'),
			closedAt: on('2026-11-16'),
			...change,
		})
	const felt = { ...finished, verdicts: [said({ 'a-lot': 1, no: 7 })] }
	const notFelt = ['difference', 'stopped', { is: 'felt', felt: 1, people: 8, actions: 1 }]
	const late = [action({ dueOn: '2026-11-09' })]

	test.each<[string, ThreadFacts, Partial<DecisionFacts>, unknown[], unknown]>([
		['agreed', felt, {}, notFelt, { is: 'agreed', at: on('2026-11-16'), kind: 'panel-vote' }],
		['not agreed', felt, { outcome: 'not-agreed' }, notFelt, { is: 'not-decided', outcome: 'not-agreed' }],
		[
			'open',
			felt,
			{ state: 'open', outcome: null, closesAt: on('2026-11-28'), closedAt: null },
			notFelt,
			{ is: 'vote-open' },
		],
		['of views', felt, { kind: 'show-of-views' }, notFelt, { is: 'views-heard', at: on('2026-11-16') }],
		['stopped', felt, { state: 'stopped', outcome: null }, notFelt, { is: 'vote-stopped' }],
		[
			'agreed',
			{ ...agreed, actions: late },
			{},
			['action', 'now', { is: 'under-way', daysLate: 12 }],
			{ is: 'agreed' },
		],
	])(
		'what led to actions before a later vote that is %s, which is named beside it',
		(_how, facts, change, at, newer) => {
			const both = { ...facts, decisions: [decision(), small(change)] }
			expect(stands(both)).toMatchObject(at)
			expect(threadOf(both, now)[3]).toMatchObject({ target: { to: 'decision', id: 'dec' }, newer })
			expect(stands(both, { versionId: 'v1' })).toMatchObject(at)
		},
	)

	test('the last of several that led to actions, with the actions of all of them', () => {
		const actions = [action({ dueOn: '2026-11-09' }), action({ id: 'b', decisionId: 'small', status: 'done' })]
		const facts = { ...agreed, decisions: [decision(), small()], actions }
		expect(stands(facts)).toEqual(['action', 'now', { is: 'actions-under-way', actions: 2, late: 1, done: 1 }])
		const thread = threadOf(facts, now)
		expect(thread[3]).toMatchObject({ target: { to: 'decision', id: 'small' } })
		expect(thread[3]).not.toHaveProperty('newer')
		expect(thread[4]).toMatchObject({ target: { to: 'all-actions', documentId: 'doc' } })
		expect(stands(facts, { decisionId: 'dec' })).toMatchObject(['action', 'now', { is: 'under-way', daysLate: 12 }])
	})

	test('a vote alone where that vote is looked at', () => {
		const facts = { ...felt, decisions: [decision(), small()] }
		expect(stands(facts, { decisionId: 'small' })).toEqual(['action', 'now', { is: 'nothing-agreed-yet' }])
		expect(threadOf(facts, now, { decisionId: 'dec' })[3]).not.toHaveProperty('newer')
	})

	test('the one being looked at before all of these', () => {
		const facts = { ...begun, versions: [version(1), version(2)], decisions: [decision(), failed, open] }
		expect(stands(facts, { decisionId: 'first' })).toMatchObject(['decision', 'stopped', { outcome: 'not-agreed' }])
		expect(stands(facts, { versionId: 'v2' })).toMatchObject(['decision', 'now', { is: 'vote-open' }])
	})

	test('one action being looked at, and not the others of its decision', () => {
		const facts = { ...agreed, actions: [action(), action({ id: 'b', status: 'done' })] }
		expect(stands(facts, { actionId: 'b' })).toEqual(['difference', 'now', { is: 'asking' }])
		expect(threadOf(facts, now, { actionId: 'b' })[4]).toMatchObject({ target: { to: 'action', id: 'b' } })
		expect(threadOf(facts, now)[4]).toMatchObject({ target: { to: 'actions', decisionId: 'dec' } })
	})

	test('for a version that was passed over, the later one that was put to people', () => {
		const facts = { ...frozen, versions: [version(1), version(2)], decisions: [open] }
		expect(stands(facts, { versionId: 'v1' })).toEqual(['decision', 'stopped', { is: 'superseded', number: 2 }])
	})
})

test('of a vote with options, what was chosen is told, and not that it was agreed', () => {
	const choice = funding(['A', 'C'])
	const facts = { ...frozen, decisions: [decision({ outcome: 'chosen', choice })] }
	expect(threadOf(facts, now)[3]).toMatchObject({ state: 'done', standing: { is: 'chosen', choice } })
})

test('answers too few to show do not slip into the sum of several actions', () => {
	const facts = {
		...agreed,
		actions: [action({ status: 'done' }), action({ id: 'b', status: 'done' })],
		verdicts: [said({ 'a-lot': 5, no: 1 }), said({ no: 3 }, 'b')],
	}
	expect(threadOf(facts, now)[5]).toMatchObject({ state: 'done', standing: { felt: 5, people: 6, actions: 1 } })
})
