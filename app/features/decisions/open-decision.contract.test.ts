import { afterAll, expect, test } from 'vitest'
import { findDecision } from '../../../db/queries/decisions.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { listElectors } from '../../../db/queries/electors.ts'
import { givenGroup, givenMember } from '../../../tests/factories.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { givenVotes, named, opens, secret } from '../../../tests/given-votes.ts'
import { rollHash } from '../../domain/decisions/seal.ts'
import { openDecision } from './open-decision.server.ts'

const { scratch, db, given, asked, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())

test('fixes question, roll and seal, takes the draft on, and opens once however often it is sent', async () => {
	const { version, document } = await givenVersion(db, given)
	const question = await asked({ versionId: version.id })
	const [first, second] = await Promise.all([
		openDecision(db, given.citizen, question, opens),
		openDecision(db, given.citizen, question, opens),
	])
	const { reference, seal } = (await findDecision(db.read, given.place, question.id))!
	expect(reference).toMatch(/^DEC-2026-\d{3}$/)
	expect(seal).toMatch(/^[0-9a-f]{64}$/)
	expect(first).toMatchObject({ decision: { reference, seal } })
	expect(second).toMatchObject({ decision: { reference, seal } })
	expect(await listElectors(db.read, question.id)).toHaveLength(3)
	// The words are as old as they were.
	expect(await findDocument(db.read, given.place, document.id)).toMatchObject({
		phase: 'proposed',
		updatedAt: document.updatedAt,
	})
	expect(await kindsOf(question.id)).toEqual(['decision-opened'])
	const reworded = { ...question, question: 'Should this be put off?' }
	expect(await openDecision(db, given.citizen, reworded, opens)).toEqual({ refused: 'opened-already' })
	expect(await kindsOf(document.id)).toEqual(['document-proposed'])
})

test('a show of views leaves a draft a draft and asks every seat', async () => {
	const { version, document } = await givenVersion(db, given, { goodLifeWords: '' })
	const seatOnly = await givenMember(db, given.place, { name: 'Sam', voice: given.voices.citizen })
	const group = await givenGroup(db, given.place, 'panel', [
		{ member: given.citizen },
		{ member: seatOnly, votes: false },
	])
	const views = await opened({ versionId: version.id, groupId: group.id, kind: 'show-of-views' })
	expect(await listElectors(db.read, views.id)).toHaveLength(2)
	expect(await findDocument(db.read, given.place, document.id)).toMatchObject({ phase: 'draft' })
	expect(await openDecision(db, given.facilitator, await asked({ versionId: version.id }), opens)).toMatchObject({
		refused: 'good-life-empty',
	})
})

test('is for those who run the group', async () => {
	expect(await openDecision(db, given.provider, await asked(), opens)).toEqual({
		refused: 'not-yours-to-open',
	})
	expect(await openDecision(db, given.observer, await asked(), opens)).toEqual({
		refused: 'not-yours-to-open',
	})
})

test('whoever joins later is not on the roll', async () => {
	const decision = await opened()
	const late = await givenMember(db, given.place, { name: 'Lena', voice: given.voices.citizen })
	expect(await cast(late, decision.id, 'for')).toEqual({ refused: 'not-on-the-roll' })
})

test('nothing opens for another list of people than the one that was checked', async () => {
	const group = await givenGroup(db, given.place, 'panel', [{ member: given.citizen }, { member: given.provider }])
	const question = await asked({ groupId: group.id })
	const checked = rollHash([
		{ memberId: given.provider.memberId, voiceId: given.voices.provider.id },
		{ memberId: given.citizen.memberId, voiceId: given.voices.citizen.id },
	])
	const other = rollHash([{ memberId: given.citizen.memberId, voiceId: given.voices.citizen.id }])
	expect(await openDecision(db, given.facilitator, { ...question, roll: other }, opens)).toEqual({
		refused: 'roll-changed',
	})
	expect(await openDecision(db, given.facilitator, { ...question, roll: checked }, opens)).toMatchObject({
		decision: { id: question.id },
	})
})

test('a share that was worked out for more people than may vote now does not open', async () => {
	const half = { numerator: 1, denominator: 2 }
	const rules = { secrecy: 'secret', threshold: 'majority', showsStanding: false, quorumShare: half } as const
	const open = async (quorum: number) =>
		await openDecision(db, given.facilitator, await asked({ rules: { ...rules, quorum } }), opens)
	const electors = (await listElectors(db.read, (await opened()).id)).length
	expect(await open(Math.ceil(electors / 2))).toMatchObject({ decision: { rules: { quorumShare: half } } })
	expect(await open(Math.ceil(electors / 2) + 1)).toEqual({ refused: 'quorum-changed' })
})

test('a secret vote that asks a voice of one by itself does not open; with names it does', async () => {
	const voiceLock = [{ voiceId: given.voices.provider.id, quorum: 1 }]
	const refused = { refused: 'lock-voice-too-small', which: given.voices.provider.id }
	const secretly = await asked({ rules: { ...secret, voiceLock } })
	expect(await openDecision(db, given.facilitator, secretly, opens)).toEqual(refused)
	const withNames = await asked({ rules: { ...named, voiceLock } })
	expect(await openDecision(db, given.facilitator, withNames, opens)).toHaveProperty('decision')
})
