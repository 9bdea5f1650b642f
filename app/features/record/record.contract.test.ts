import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDecision } from '../../../db/queries/decisions.ts'
import { findMembership } from '../../../db/queries/members.ts'
import { listEntries, recordEvent } from '../../../db/queries/record.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenGroup, givenPartnership } from '../../../tests/factories.ts'
import { givenDecision } from '../../../tests/given-decision.ts'
import { ballotsOf, choosing, electors, motionRules } from '../../../tests/given-question.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import type { Membership, Place } from '../../domain/access/membership.ts'
import type { Decision } from '../../domain/decisions/decision.ts'
import { countOpenBallots } from '../../domain/decisions/methods/count-open-ballots.ts'
import { ballotsToCount, resultOf } from '../../domain/decisions/result.ts'
import type { Details, RecordKind } from '../../domain/record/entry.ts'
import { newId } from '../../http/new-id.ts'
import { exportEntries } from './export-entries.server.ts'
import { presentEntries } from './present-entries.server.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership
let seated: Membership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
	const circle = await givenGroup(scratch.db, given.place, 'circle', [{ member: given.provider, office: 'chair' }])
	seated = (await findMembership(scratch.db.read, given.place, given.provider.personId))!
	const open = await givenVersion(scratch.db, given)
	const inside = await givenVersion(scratch.db, given, { visibility: 'partnership' })
	const secret = await givenVersion(scratch.db, given, { visibility: 'circle', groupId: circle.id })
	await happen('version-frozen', open.document.id, { number: 2 })
	await happen('version-frozen', inside.document.id, { number: 1 })
	await happen('version-frozen', secret.document.id, { number: 1 })
	await happen('seat-given', circle.id, { memberId: given.provider.memberId, votes: true })
	await happen('seat-given', given.group.id, { memberId: given.commissioner.memberId, votes: true })
})
afterAll(() => scratch.remove())

function happen(
	kind: RecordKind,
	subjectId: string,
	details: Details,
	{ place: { partnershipId }, at = new Date('2026-06-02T09:00:00Z') }: { place: Place; at?: Date } = given,
) {
	return scratch.db.write((tx) =>
		recordEvent(tx, { partnershipId, kind, subjectId, actorId: given.citizen.memberId, details, at }),
	)
}

async function seenBy(who: Membership | null) {
	const entries = await listEntries(scratch.db.read, given.place, { limit: 50 })
	const presented = await presentEntries(scratch.db.read, given.place, who, entries)
	return presented.toReversed().map(({ said }) => said && [said.subject.words, said.person?.words ?? null, said.by])
}

describe('the record is told', () => {
	test('to a member: with names, and nothing of a circle they have no seat in', async () => {
		expect(await seenBy(given.commissioner)).toMatchObject([
			[expect.stringContaining('“Breaks for carers”'), null, 'Amina (citizen)'],
			[expect.stringContaining('“Breaks for carers”'), null, 'Amina (citizen)'],
			null,
			null,
			['“Carers’ panel”', 'Colin (commissioner)', 'Amina (citizen)'],
		])
	})

	test('to a facilitator: of a circle no more than to others', async () => {
		expect((await seenBy(given.facilitator)).filter((said) => said === null)).toHaveLength(2)
	})

	test('to somebody with a seat in the circle: all of it', async () => {
		expect((await seenBy(seated)).filter((said) => said === null)).toEqual([])
	})

	test('to anyone: without names of people or of what is not open to them', async () => {
		expect(await seenBy(null)).toMatchObject([
			[expect.stringContaining('“Breaks for carers”'), null, 'a member (citizen)'],
			['a document that is not open to you', null, 'a member (citizen)'],
			null,
			null,
			['“Carers’ panel”', 'a member (commissioner)', 'a member (citizen)'],
		])
	})
})

interface Exported {
	number: number
	hash: string
	previousHash: string
	withheld?: boolean
	details?: Details
}

async function exported(who: Membership | null, place = given.place): Promise<Exported[]> {
	let text = ''
	for await (const piece of exportEntries(scratch.db.read, place, who)) text += piece
	return JSON.parse(text)
}

test('the exported chain can be checked with nothing of ours, and a circle’s entries by their hashes', async () => {
	const entries = await exported(null)
	expect(entries.map(({ withheld }) => withheld ?? false)).toEqual([false, false, true, true, false])
	let previous = '0'.repeat(64)
	for (const { hash, ...content } of entries) {
		expect(content.previousHash).toBe(previous)
		const sorted = JSON.stringify(content, (_, value) =>
			value && typeof value === 'object'
				? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
				: value,
		)
		if (!content.withheld) expect(createHash('sha256').update(sorted).digest('hex')).toBe(hash)
		previous = hash
	}
	expect((await exported(seated)).every(({ withheld }) => !withheld)).toBe(true)
})

describe.each(['secret', 'named'] as const)('of a %s vote', (secrecy) => {
	const isSecret = secrecy === 'secret'
	let own: GivenPartnership

	beforeAll(async () => {
		own = await givenPartnership(scratch.db)
		const { decision } = await givenDecision(scratch.db, own, { state: 'open', rules: { ...motionRules, secrecy } })
		for (const [kind, minute] of [
			['ballot-cast', '11:14'],
			['ballot-changed', '11:29'],
		] as const)
			await happen(kind, decision.id, { seal: decision.seal }, { ...own, at: new Date(`2026-06-02T${minute}:00Z`) })
	})

	test('pages tell casting from changing, and the minute, where it is not secret', async () => {
		const entries = await listEntries(scratch.db.read, own.place, { limit: 50 })
		const told = (await presentEntries(scratch.db.read, own.place, null, entries)).map(({ at, said }) => ({
			at,
			kind: said?.kind,
			details: said?.details,
		}))
		if (isSecret) {
			expect(told[0]).toEqual({ at: '2026-06-02', kind: 'ballot-cast', details: { orChanged: true } })
			expect(told[1]).toEqual(told[0])
		} else expect(told.map(({ kind }) => kind)).toEqual(['ballot-changed', 'ballot-cast'])
	})

	test('the exported chain keeps its links, and what it says of votes where it is not secret', async () => {
		const [first, second] = await exported(null, own.place)
		expect([first?.withheld ?? false, second?.withheld ?? false]).toEqual([isSecret, isSecret])
		expect(second!.previousHash).toBe(first!.hash)
		expect(JSON.stringify([first, second]).includes('ballot-c')).toBe(!isSecret)
	})
})

test('of a counted vote it says what was chosen, as lists do', async () => {
	const own = await givenPartnership(scratch.db)
	const { decision } = await givenDecision(scratch.db, own)
	await happen('decision-closed', decision.id, {}, own)
	const entries = await listEntries(scratch.db.read, own.place, { limit: 50 })
	const said = async () => (await presentEntries(scratch.db.read, own.place, null, entries))[0]?.said?.result
	expect(await said()).toBe('Agreed.')
	const asked = { ...choosing('greedy', { budget: 9_000_00, secrecy: 'named' }), id: decision.id }
	const ballots = ballotsOf({ marks: { A: 1 } })
	const count = countOpenBallots(ballotsToCount(asked, ballots)!)
	const result = resultOf({ decision: asked, ballots, electors, count })
	const vote = { ...decision, ...asked, id: newId(), reference: 'DEC-2026-777', versionId: decision.versionId }
	const { partnershipId, groupId, openedBy } = decision
	await scratch.db.write((tx) =>
		addDecision(tx, { ...vote, partnershipId, groupId, openedBy, state: 'closed', result } as Decision),
	)
	await happen('decision-closed', vote.id, {}, own)
	const [newest] = await listEntries(scratch.db.read, own.place, { limit: 1 })
	const [told] = await presentEntries(scratch.db.read, own.place, null, [newest!])
	expect(told!.said!.result).toBe('Funded: Weekend breaks.')
})
