import { expect, test } from 'vitest'
import { close } from './close.ts'
import type { Ballot, Choice, Decision, Rules } from './decision.ts'
import { sealOf } from './seal.ts'
import { stop } from './stop.ts'

const opensAt = new Date('2026-06-01T09:00:00Z')
const closesAt = new Date('2026-06-14T16:00:00Z')
const rules: Rules = { secrecy: 'named', quorum: 3, threshold: 'majority', showsStanding: false }
const decision: Decision = {
	id: 'd',
	partnershipId: 'p',
	groupId: 'g',
	versionId: 'v',
	reference: 'DEC-2026-001',
	kind: 'panel-vote',
	method: 'motion',
	question: 'Agree?',
	rules,
	seal: 's',
	state: 'open',
	opensAt,
	closesAt,
	closedAt: null,
	stoppedReason: null,
	result: null,
	outcome: null,
	openedBy: 'm',
}
const electors = ['a', 'b', 'c', 'd'].map((memberId, at) => ({ memberId, voiceId: at < 3 ? 'citizen' : 'provider' }))
const ballots = (...choices: Choice[]): Ballot[] =>
	choices.map((choice, at) => ({
		id: `ballot-${at}`,
		voiceId: electors[at]!.voiceId,
		memberId: electors[at]!.memberId,
		choice,
		reason: '',
	}))

test.each<[string, Partial<Decision>, Ballot[], object]>([
	[
		'enough for',
		{},
		ballots('for', 'for', 'against'),
		{ outcome: 'agreed', tally: { for: 2, against: 1, abstain: 0 }, electors: 4 },
	],
	['one short of the quorum', {}, ballots('for', 'for'), { outcome: 'no-quorum' }],
	['nobody voted', {}, [], { outcome: 'nobody-voted', tally: { for: 0, against: 0, abstain: 0 } }],
	['level', {}, ballots('for', 'against', 'abstain'), { outcome: 'not-agreed' }],
	[
		'named votes are counted by voice in full',
		{},
		ballots('for', 'for', 'against', 'for'),
		{
			byVoice: [
				{ voiceId: 'citizen', electors: 3, tally: { for: 2, against: 1, abstain: 0 } },
				{ voiceId: 'provider', electors: 1, tally: { for: 1, against: 0, abstain: 0 } },
			],
		},
	],
	[
		'a secret vote of four shows no voice',
		{ rules: { ...rules, secrecy: 'secret' } },
		ballots('for', 'for', 'against', 'for'),
		{ byVoice: [{ tally: null }, { tally: null }] },
	],
])('%s', (_rule, change, cast, result) => {
	expect(close({ ...decision, ...change }, cast, electors, closesAt)).toMatchObject({
		decision: { state: 'closed', closedAt: closesAt, result },
	})
})

test('the order ballots are read in changes nothing', () => {
	const cast = ballots('for', 'against', 'for', 'abstain')
	expect(close(decision, [...cast].reverse(), [...electors].reverse(), closesAt)).toEqual(
		close(decision, cast, electors, closesAt),
	)
})

test('one changed choice changes the ballots’ hash', () => {
	const hashOf = (...choices: Choice[]) => {
		const closing = close(decision, ballots(...choices), electors, closesAt)
		return 'decision' in closing && closing.decision.result.ballotsHash
	}
	expect(hashOf('for', 'against', 'for')).not.toBe(hashOf('against', 'for', 'for'))
})

test.each<[string, Partial<Decision>, Date, string]>([
	['a millisecond early', {}, new Date(closesAt.getTime() - 1), 'voting-not-over'],
	['twice', { state: 'closed' }, closesAt, 'already-closed'],
	['after it was stopped', { state: 'stopped' }, closesAt, 'stopped'],
])('does not close %s', (_when, change, now, refused) => {
	expect(close({ ...decision, ...change }, [], electors, now)).toEqual({ refused })
})

test.each<[string, Partial<Decision>, string, Date, string]>([
	['without a reason', {}, '  ', opensAt, 'reason-missing'],
	['once its time is over', {}, 'Wrong figures', closesAt, 'voting-over'],
	['once it is counted', { state: 'closed' }, 'Wrong figures', opensAt, 'voting-over'],
	['twice', { state: 'stopped' }, 'Wrong figures', opensAt, 'stopped'],
])('is not stopped %s', (_when, change, reason, now, refused) => {
	expect(stop({ ...decision, ...change }, reason, now)).toEqual({ refused })
})

test('the seal covers everything fixed at opening, and not the order of the roll', () => {
	const fixed = { ...decision, versionFingerprint: 'f', electorate: electors }
	const seal = sealOf(fixed)
	expect(sealOf({ ...fixed, electorate: [...electors].reverse() })).toBe(seal)
	const changes = [
		{ question: 'Agree!' },
		{ kind: 'show-of-views' as const },
		{ rules: { ...rules, quorum: 2 } },
		{ versionFingerprint: 'e' },
		{ electorate: electors.slice(1) },
		{ electorate: [{ memberId: 'a', voiceId: 'provider' }, ...electors.slice(1)] },
		{ opensAt: closesAt },
		{ closesAt: opensAt },
	]
	for (const change of changes) expect(sealOf({ ...fixed, ...change }), JSON.stringify(change)).not.toBe(seal)
})
