import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector, findTurnout } from '../../../db/queries/electors.ts'
import { listEntriesAbout, walkEntries } from '../../../db/queries/record.ts'
import { listSupportersOf } from '../../../db/queries/supporters.ts'
import { choosing } from '../../../tests/given-question.ts'
import { closes, during, givenVotes, named, secret } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Answer, Choice } from '../../domain/decisions/decision.ts'
import { verify } from '../../domain/record/verify.ts'
import { newId } from '../../http/new-id.ts'
import { endSupport } from '../people/end-support.server.ts'
import { nameSupporter } from '../people/name-supporter.server.ts'
import { removeMember } from '../people/remove-member.server.ts'
import { castWithSupporter } from './cast-ballot.server.ts'
import { checkReceipt } from './check-receipt.server.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { verifyResults } from './verify-results.server.ts'

const { scratch, db, given, opened, cast, secrets } = await givenVotes()
afterAll(() => scratch.remove())
const { citizen, provider, commissioner, facilitator, observer } = given

/** The citizen names somebody, and that ends again when the test is over. */
async function supported(by: Membership, member = citizen) {
	const id = newId()
	const named = await nameSupporter(
		db,
		member,
		{ id, memberId: member.memberId, supporterId: by.memberId, months: 1 },
		during,
	)
	expect(named).toEqual({ named: true })
	return { id, end: () => endSupport(db, member, id, during) }
}

function help(by: Membership, decisionId: string, choice: Choice, { now = during, of = citizen } = {}) {
	const vote = { answer: { choice } satisfies Answer, reason: '', id: newId() }
	return castWithSupporter({ db, secrets }, by, of.memberId, decisionId, vote, now)
}

test('a supporter casts for the member, and their own ballot stays their own', async () => {
	const support = await supported(provider)
	const decision = await opened({ rules: secret })
	const theirs = await help(provider, decision.id, 'for')
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: 1 })
	expect(await findElector(db.read, decision.id, citizen.memberId)).toMatchObject({
		hasVoted: true,
		cameBy: 'screen',
		help: 'supporter',
		helpedBy: provider.memberId,
	})
	expect(await findElector(db.read, decision.id, provider.memberId)).toMatchObject({ hasVoted: false, ballotId: null })

	const own = await cast(provider, decision.id, 'against')
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: 2 })
	const again = await help(provider, decision.id, 'abstain')
	const choices = (await listBallots(db.read, decision.id)).map(({ answer }) => 'choice' in answer && answer.choice)
	expect(choices.sort()).toEqual(['abstain', 'against'])
	const about = (await findDecision(db.read, given.place, decision.id))!
	const counted = async (receipt?: string) => (await checkReceipt({ db, secrets }, about, receipt!)).counted
	expect([await counted(theirs.receipt), await counted(own.receipt), await counted(again.receipt)]).toEqual([
		false,
		true,
		true,
	])
	await support.end()
})

test('help with a ballot is on the roll alone: in the record a helped vote cannot be told from any other', async () => {
	const support = await supported(provider)
	for (const rules of [secret, named]) {
		const decision = await opened({ rules })
		await help(provider, decision.id, 'for')
		const [ballot] = await listBallots(db.read, decision.id)
		expect(JSON.stringify(ballot)).not.toContain(provider.memberId)
		expect(ballot?.memberId).toBe(rules === named ? citizen.memberId : null)
		await cast(commissioner, decision.id, 'for')
		await help(provider, decision.id, 'against')
		await cast(commissioner, decision.id, 'against', { helpedBy: 'beside' })
		await cast(provider, decision.id, 'for')
		await closeDueDecisions(db, closes)
		const entries = (await listEntriesAbout(db.read, given.place, decision.id)).filter(({ kind }) =>
			kind.startsWith('ballot-'),
		)
		const told = entries.map(({ kind, actorId, details }) => JSON.stringify({ kind, actorId, details }))
		const alike = (kind: string) => JSON.stringify({ kind, actorId: null, details: { seal: decision.seal } })
		expect(told).toEqual(
			['ballot-cast', 'ballot-cast', 'ballot-changed', 'ballot-changed', 'ballot-cast'].map((kind) => alike(kind)),
		)
	}
	expect(await verifyResults(db.read, given.place)).toMatchObject({ different: [] })
	expect(await verify(walkEntries(db.read, given.place))).toMatchObject({ unbroken: true })
	await support.end()
})

test('what the member cast without this help is theirs alone: a supporter cannot replace it, they can replace the supporter’s', async () => {
	const support = await supported(provider)
	const decision = await opened({ rules: named })
	await help(provider, decision.id, 'for')
	await cast(citizen, decision.id, 'against')
	expect(await findElector(db.read, decision.id, citizen.memberId)).toMatchObject({ help: null, helpedBy: null })
	expect(await help(provider, decision.id, 'for')).toEqual({ refused: 'voted-without-help' })
	await cast(citizen, decision.id, 'abstain', { helpedBy: provider.memberId })
	expect(await findElector(db.read, decision.id, citizen.memberId)).toMatchObject({
		help: 'beside',
		helpedBy: provider.memberId,
	})
	expect(await help(provider, decision.id, 'for')).toEqual({ refused: 'voted-without-help' })
	expect(await listBallots(db.read, decision.id)).toMatchObject([{ answer: { choice: 'abstain' } }])
	await support.end()
})

test('of those who helped, only the member’s own supporter is kept; of anybody else that there was help', async () => {
	const decision = await opened()
	await cast(citizen, decision.id, 'for', { helpedBy: 'beside' })
	expect(await findElector(db.read, decision.id, citizen.memberId)).toMatchObject({ help: 'beside', helpedBy: null })
	await cast(citizen, decision.id, 'for', { helpedBy: provider.memberId })
	expect(await findElector(db.read, decision.id, citizen.memberId)).toMatchObject({ help: 'beside', helpedBy: null })
	await closeDueDecisions(db, closes)
	expect(await findElector(db.read, decision.id, citizen.memberId)).toMatchObject({ help: 'beside', ballotId: null })
})

test('nobody helps without consent: not asked, not by the wrong one, not when it ended or ran out', async () => {
	const decision = await opened()
	const refused = { refused: 'not-their-supporter' }
	expect(await help(provider, decision.id, 'for')).toEqual(refused)
	expect(await help(facilitator, decision.id, 'for')).toEqual(refused)
	const support = await supported(provider)
	expect(await help(commissioner, decision.id, 'for')).toEqual(refused)
	expect(await help(provider, decision.id, 'for', { of: commissioner })).toEqual(refused)
	// Consent goes one way only.
	expect(await help(citizen, decision.id, 'for', { of: provider })).toEqual(refused)
	const [{ until } = { until: during }] = await listSupportersOf(db.read, citizen.memberId, during)
	expect(await help(provider, decision.id, 'for', { now: until })).toEqual(refused)
	await support.end()
	expect(await help(provider, decision.id, 'for')).toEqual(refused)
	expect(await findTurnout(db.read, decision.id)).toEqual({ electors: 3, voted: 0 })
})

test('help gives no vote that was not there: someone not on the roll, or after the close', async () => {
	const support = await supported(provider, observer)
	const decision = await opened()
	expect(await help(provider, decision.id, 'for', { of: observer })).toEqual({ refused: 'not-on-the-roll' })
	await support.end()
	const own = await supported(observer)
	expect(await help(observer, decision.id, 'for', { now: closes })).toEqual({ refused: 'voting-over' })
	expect(await help(observer, decision.id, 'for')).toHaveProperty('receipt')
	await own.end()
})

test('a supporter who leaves helps nobody any more', async () => {
	const { commissioner: leaver } = given
	await supported(leaver)
	const decision = await opened()
	expect(await removeMember(db, facilitator, leaver.memberId)).not.toHaveProperty('refused')
	expect(await listSupportersOf(db.read, citizen.memberId, during)).toEqual([])
	expect(await help(leaver, decision.id, 'for')).toEqual({ refused: 'not-their-supporter' })
})

test('only the member names their supporter, once; either ends it; the record says so and names nobody', async () => {
	const naming = { id: newId(), memberId: citizen.memberId, supporterId: provider.memberId, months: 3 as const }
	expect(await nameSupporter(db, provider, naming, during)).toEqual({ refused: 'not-allowed' })
	expect(await nameSupporter(db, facilitator, naming, during)).toEqual({ refused: 'not-allowed' })
	expect(await nameSupporter(db, citizen, naming, during)).toEqual({ named: true })
	expect(await nameSupporter(db, citizen, naming, during)).toEqual({ named: true })
	expect(await nameSupporter(db, citizen, { ...naming, id: newId() }, during)).toEqual({ refused: 'named-already' })
	expect(await nameSupporter(db, citizen, { ...naming, id: newId(), supporterId: citizen.memberId }, during)).toEqual({
		refused: 'supports-themselves',
	})
	expect(await endSupport(db, facilitator, naming.id, during)).toEqual({ refused: 'not-allowed' })
	expect(await endSupport(db, provider, naming.id, during)).toEqual({ ended: true })
	expect(await endSupport(db, citizen, naming.id, during)).toEqual({ ended: true })
	const entries = await listEntriesAbout(db.read, given.place, naming.id)
	expect(entries.map(({ kind, actorId }) => [kind, actorId])).toEqual([
		['supporter-named', null],
		['supporter-ended', null],
	])
	expect(JSON.stringify(entries)).not.toMatch(new RegExp(`${provider.memberId}|${citizen.memberId}`))
})

test('a ballot that cannot be counted is refused with by how much, and nothing is stored', async () => {
	const { rules, options } = choosing('points', { points: 10 })
	const decision = await opened({ method: 'points', rules, options })
	const over = { marks: { A: 8, B: 4 } }
	expect(await cast(citizen, decision.id, over)).toEqual({ refused: 'over-points', by: 2 })
	expect(await cast(citizen, decision.id, { marks: { A: 4, B: 0 } })).toHaveProperty('receipt')
	expect(await listBallots(db.read, decision.id)).toMatchObject([{ answer: { marks: { A: 4 } } }])
})
