import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findMembership } from '../../../db/queries/members.ts'
import { listEntries, recordEvent } from '../../../db/queries/record.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenGroup, givenPartnership } from '../../../tests/factories.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Details, RecordKind } from '../../domain/record/entry.ts'
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

function happen(kind: RecordKind, subjectId: string, details: Details) {
	const { partnershipId } = given.place
	const at = new Date('2026-06-02T09:00:00Z')
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

async function exported(who: Membership | null): Promise<Exported[]> {
	let text = ''
	for await (const piece of exportEntries(scratch.db.read, given.place, who)) text += piece
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
