import { expect, test } from 'vitest'
import { ballotsOf, choosing, electors } from '../../../tests/given-question.ts'
import { fingerprint } from '../fingerprint.ts'
import type { Choosing, Decision } from './decision.ts'
import { countOpenBallots } from './methods/count-open-ballots.ts'
import { drawTieOrder } from './methods/tie-order.ts'
import { ballotsToCount, resultOf } from './result.ts'
import { lotSeed, sealOf } from './seal.ts'
import {
	type Difference,
	recordedOf,
	type StoredBallots,
	storedHash,
	verifyResult,
	verifySeal,
} from './verify-result.ts'

const sealed = { versionFingerprint: 'f', electorate: electors }

/** As opening does it: the lot from everything else, then the seal over the lot too. */
function opened(): Choosing {
	const asked = choosing('irv')
	const tieSeed = lotSeed({ ...asked, ...sealed })
	const ids = asked.options.map(({ id }) => id)
	const drawn = { ...asked, tieSeed, tieOrder: drawTieOrder(tieSeed, ids) }
	return { ...drawn, seal: sealOf({ ...drawn, ...sealed }) }
}

const decision = opened()
const recorded = { seal: decision.seal }
const turned = [...decision.tieOrder].reverse()

test('the lot drawn again from the sealed words is the lot that was kept', () => {
	expect(verifySeal(decision, sealed, recorded)).toEqual([])
	expect(verifySeal(decision, { ...sealed, electorate: [...electors].reverse() }, recorded)).toEqual([])
})

test.each<[string, Partial<Choosing>, Difference]>([
	['another order', { tieOrder: turned }, 'lot-changed'],
	[
		'another seed, and the order it gives',
		{ tieSeed: 'chosen', tieOrder: drawTieOrder('chosen', turned) },
		'seed-changed',
	],
	['other words', { question: 'Which do we keep?' }, 'seed-changed'],
	['another rule for the list', { shortlist: { rule: 'Sent in by May.', leftOut: [] } }, 'seed-changed'],
	['another moment of opening', { opensAt: decision.closesAt }, 'seed-changed'],
])('%s is found, even sealed again', (_what, change, found) => {
	const changed = { ...decision, ...change }
	expect(verifySeal(changed, sealed, recorded)).toEqual(expect.arrayContaining(['seal-changed', found]))
	const again = { ...changed, seal: sealOf({ ...changed, ...sealed }) }
	expect(verifySeal(again, sealed, recorded)).toEqual(expect.arrayContaining(['seal-changed', found]))
	expect(verifySeal(again, sealed, { seal: again.seal })).toContain(found)
})

test('a roll or words that are not those that were sealed, and an opening that was never recorded', () => {
	expect(verifySeal(decision, { ...sealed, electorate: electors.slice(1) }, recorded)).toContain('seal-changed')
	expect(verifySeal(decision, { ...sealed, versionFingerprint: 'e' }, recorded)).toContain('seal-changed')
	expect(verifySeal(decision, sealed, null)).toEqual(['seal-changed'])
})

/** A closed secret vote in which B lapsed, as closing stores and records it: no voices, and a hash that only the salt opens. */
function closedVote() {
	const asked: Decision = {
		...choosing('approval', { secrecy: 'secret', seats: 1 }),
		withdrawn: [{ option: 'B', at: '2026-06-02T10:00:00.000Z', reason: 'The hall is gone.' }],
	}
	const cast = ballotsOf(
		{ marks: { A: 1, B: 1 } },
		{ marks: { A: 1 } },
		{ marks: { C: 1 } },
		{ marks: { A: 1 } },
		{ marks: {} },
	)
	const ballots = cast.map((ballot) => ({ ...ballot, voiceId: '', memberId: null, reason: `Because of ${ballot.id}.` }))
	const result = resultOf({
		decision: asked,
		ballots,
		electors,
		count: countOpenBallots(ballotsToCount(asked, ballots)!),
	})
	const kept: StoredBallots = { ballots, salt: 'a'.repeat(64) }
	const details = {
		result: fingerprint(result),
		counted: fingerprint(result),
		casting: null,
		ballotsHash: result.ballotsHash,
		stored: storedHash(ballots, kept.salt!),
	}
	const decision = { ...asked, state: 'closed', result } as Decision
	return { decision, kept, recorded: details }
}

test.each<[string, (kept: StoredBallots) => StoredBallots, Difference[]]>([
	['nothing', (kept) => kept, []],
	['their order', ({ ballots, salt }) => ({ ballots: [...ballots].reverse(), salt }), []],
	['a mark', first({ answer: { marks: { B: 1, C: 1 } } }), ['ballots-changed', 'stored-changed']],
	['a mark that lapsed', first({ answer: { marks: { A: 1 } } }), ['stored-changed']],
	['a reason', first({ reason: 'Because they paid me.' }), ['stored-changed']],
	['a receipt', first({ receiptHash: 'another' }), ['stored-changed']],
	['a voice', first({ voiceId: 'provider' }), ['stored-changed']],
	['whose it is', first({ memberId: 'a' }), ['stored-changed']],
	[
		'a ballot added',
		({ ballots, salt }) => ({ ballots: [...ballots, { ...ballots[0]!, id: 'more' }], salt }),
		['ballots-changed', 'stored-changed'],
	],
	[
		'a ballot removed',
		({ ballots, salt }) => ({ ballots: ballots.slice(1), salt }),
		['ballots-changed', 'stored-changed'],
	],
	['the salt', ({ ballots }) => ({ ballots, salt: 'b'.repeat(64) }), ['stored-changed']],
	['the salt gone', ({ ballots }) => ({ ballots, salt: null }), ['stored-changed']],
])('of the stored ballots of a secret vote, %s', (_what, change, found) => {
	const { decision, kept, recorded } = closedVote()
	expect(verifyResult(decision, change(kept), recorded)).toEqual(found)
})

function first(change: Partial<StoredBallots['ballots'][number]>) {
	return ({ ballots: [one, ...others], salt }: StoredBallots) => ({
		ballots: [{ ...one!, ...change }, ...others],
		salt,
	})
}

test('a vote closed before whole ballots were recorded is as recorded; so are words removed since, and nothing else', () => {
	const { decision, kept, recorded } = closedVote()
	const { stored: _, ...older } = recorded
	expect(verifyResult(decision, { ...kept, salt: null }, older)).toEqual([])

	const left = { ...first({ reason: '[words removed]' })(kept), salt: 'c'.repeat(64) }
	const entries = [
		{ kind: 'decision-closed' as const, details: recorded },
		{ kind: 'casting-vote-given' as const, details: recorded },
		{ kind: 'words-removed' as const, details: { stored: storedHash(left.ballots, left.salt) } },
	]
	const now = recordedOf(entries)!
	expect(verifyResult(decision, left, now)).toEqual([])
	expect(verifyResult(decision, kept, now)).toEqual(['stored-changed'])
})
