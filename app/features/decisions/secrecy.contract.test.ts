import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findElector } from '../../../db/queries/electors.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { closes, givenVotes } from '../../../tests/given-votes.ts'
import type { Membership } from '../../domain/access/membership.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'

const { scratch, db, given, opened, cast } = await givenVotes()
afterAll(() => scratch.remove())

test('after closing, nothing in the database joins a secret ballot to a person', async () => {
	const people: Membership[] = []
	for (let at = 0; at < 200; at++)
		people.push(await givenMember(db, given.place, { name: `Voter ${at}`, voice: given.voices.citizen }))
	const group = await givenGroup(
		db,
		given.place,
		'panel',
		people.map((member) => ({ member })),
	)
	const decision = await opened({ groupId: group.id })
	for (const [at, who] of people.entries()) await cast(who, decision.id, at % 3 ? 'for' : 'against')
	const before = await listBallots(db.read, decision.id)
	const cameAs = new Map(
		await Promise.all(
			people.map(async (who, at) => [(await findElector(db.read, decision.id, who.memberId))!.ballotId!, at] as const),
		),
	)
	expect(before.map(({ id }) => id).sort()).toEqual([...cameAs.keys()].sort())

	await closeDueDecisions(db, closes)

	const after = await listBallots(db.read, decision.id)
	expect(after).toHaveLength(200)
	expect(after.filter(({ id }) => cameAs.has(id))).toEqual([])
	expect(after.filter(({ memberId, voiceId }) => memberId !== null || voiceId !== '')).toEqual([])
	for (const who of people)
		expect(await findElector(db.read, decision.id, who.memberId)).toMatchObject({
			hasVoted: true,
			ballotId: null,
		})

	const orderOf = new Map(before.map(({ receiptHash, id }) => [receiptHash, cameAs.get(id)!]))
	const stored = after.map(({ receiptHash }) => orderOf.get(receiptHash)!)
	expect(stored).not.toEqual([...stored].sort((a, b) => a - b))
	expect(JSON.stringify(await listEntriesAbout(db.read, given.place, decision.id))).not.toMatch(
		new RegExp(
			people
				.slice(1)
				.map(({ memberId }) => memberId)
				.join('|'),
		),
	)
	await expectGoneFromFiles([...cameAs.keys()])
})

/** On SQLite the very bytes can be read; what Postgres keeps in its files is out of a client's sight. */
async function expectGoneFromFiles(ids: string[]) {
	if (process.env.DATABASE_URL) return
	const files = await readdir(scratch.dataDir!)
	expect(files).toContain('alongside.db')
	for (const file of files) {
		const bytes = await readFile(join(scratch.dataDir!, file), 'latin1')
		expect(
			ids.filter((id) => bytes.includes(id)),
			file,
		).toEqual([])
	}
}

test('asked again with one person more, the voice that was shown before is not shown', async () => {
	const people: Membership[] = []
	for (let at = 0; at < 8; at++)
		people.push(await givenMember(db, given.place, { name: `Neighbour ${at}`, voice: given.voices.citizen }))
	const { version } = await givenVersion(db, given)
	const ask = async (electors: Membership[]) => {
		const group = await givenGroup(
			db,
			given.place,
			'panel',
			electors.map((member) => ({ member })),
		)
		const decision = await opened({ groupId: group.id, versionId: version.id })
		for (const [at, who] of electors.entries()) await cast(who, decision.id, at % 2 ? 'for' : 'against')
		await closeDueDecisions(db, closes)
		return (await findDecision(db.read, given.place, decision.id))!.result!.byVoice
	}
	expect(await ask(people.slice(1))).toMatchObject([{ tally: { for: 3, against: 4 } }])
	expect(await ask(people)).toMatchObject([{ tally: null }])
	expect(await ask(people.slice(1))).toMatchObject([{ tally: { for: 3, against: 4 } }])
})
