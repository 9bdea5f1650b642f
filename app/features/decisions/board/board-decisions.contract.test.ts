import { afterAll, expect, test } from 'vitest'
import { findMinute, listCorrections, listPartsHeld } from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findDocument } from '../../../../db/queries/documents.ts'
import { findThread } from '../../../../db/queries/thread.ts'
import { givenGroup } from '../../../../tests/factories.ts'
import { givenBoard, meeting, nextDay, nextMeeting } from '../../../../tests/given-board.ts'
import { givenVersion } from '../../../../tests/given-version.ts'
import { refuseGround } from '../../../domain/actions/agree.ts'
import { newId } from '../../../http/new-id.ts'
import { approveBoardDecision } from './approve-board-decision.server.ts'
import { correctBoardDecision } from './correct-board-decision.server.ts'
import { recordBoardDecision } from './record-board-decision.server.ts'
import { setBodyRules } from './set-body-rules.server.ts'

const here = await givenBoard()
const { db, given, group, own, entry, asked, recorded, kindsOf, chair, clerk, facilitator, voting } = here
const reason = 'Written beside the wrong name.'
afterAll(() => here.scratch.remove())

test('nothing is entered before the body has its rules', async () => {
	expect(await recordBoardDecision(db, clerk, await asked(), nextDay)).toEqual({ refused: 'rules-missing' })
})

test('a body’s rules are set by those who run it, and only as they can be', async () => {
	expect(await setBodyRules(db, given.provider, own)).toEqual({ refused: 'not-allowed' })
	const tooMany = { ...own, rules: { ...own.rules, quorum: { least: 5 } } }
	expect(await setBodyRules(db, chair, tooMany)).toMatchObject({ refused: 'not-so', problems: [{ at: 'least' }] })
	const panel = { ...own, groupId: given.group.id }
	expect(await setBodyRules(db, facilitator, panel)).toEqual({ refused: 'not-allowed' })
	await here.ruled()
	await here.ruled()
	expect((await kindsOf(group.id)).filter((kind) => kind === 'body-rules-set')).toHaveLength(1)
})

test('a decision is entered once, reads like any other, and takes its fit draft on', async () => {
	const { version, document } = await givenVersion(db, given)
	const wanted = await asked({ versionId: version.id })
	const [first, second] = await Promise.all([
		recordBoardDecision(db, clerk, wanted, nextDay),
		recordBoardDecision(db, clerk, wanted, nextDay),
	])
	const decision = (await findDecision(db.read, given.place, wanted.id))!
	expect(decision).toMatchObject({
		kind: 'board-decision',
		state: 'closed',
		question: 'Breaks for carers',
		result: { outcome: 'agreed', tally: { for: 4, against: 0, abstain: 0 }, electors: 4 },
	})
	for (const answer of [first, second]) expect(answer).toMatchObject({ decision: { reference: decision.reference } })
	expect(await kindsOf(wanted.id)).toEqual(['board-decision-recorded'])
	expect(await findDocument(db.read, given.place, document.id)).toMatchObject({ phase: 'proposed' })
	expect(refuseGround(decision)).toBeNull()
	const thread = await findThread(db.read, given.place, document.id, { now: nextDay })
	expect(thread.find(({ stop }) => stop === 'decision')).toMatchObject({ standing: { is: 'agreed' } })

	const other = { ...wanted, entry: entry({ citizen: 'against' }) }
	expect(await recordBoardDecision(db, clerk, other, nextDay)).toEqual({ refused: 'entered-already' })
})

test('a version that is not fit to be proposed was decided on all the same', async () => {
	const { version, document } = await givenVersion(db, given, { goodLifeWords: '' })
	await recorded({ versionId: version.id })
	expect(await findDocument(db.read, given.place, document.id)).toMatchObject({ phase: 'draft' })
})

test('is for those who run a body that meets', async () => {
	expect(await recordBoardDecision(db, given.provider, await asked(), nextDay)).toEqual({
		refused: 'not-yours-to-enter',
	})
	expect(await recordBoardDecision(db, facilitator, await asked({ groupId: given.group.id }), nextDay)).toEqual({
		refused: 'not-yours-to-enter',
	})
	const other = await givenGroup(db, given.place, 'panel', [{ member: chair }])
	const { version } = await givenVersion(db, given, { visibility: 'group', groupId: other.id })
	const wanted = await asked({ versionId: version.id })
	expect(await recordBoardDecision(db, facilitator, wanted, nextDay)).toEqual({ refused: 'group-cannot-read' })
})

test('what cannot be so is refused with everything there is to mend', async () => {
	const wrong = entry(
		{ commissioner: 'interest', provider: 'absent' },
		{ place: '', moverId: voting.provider.memberId },
	)
	const answer = await recordBoardDecision(db, clerk, await asked({ entry: wrong }), nextDay)
	expect(answer).toMatchObject({
		refused: 'not-so',
		problems: [{ problem: 'place-missing' }, { problem: 'mover-took-no-part' }],
	})
})

test('an interest leaves the vote and the quorum; a level vote is settled by the chair', async () => {
	const shut = await recorded({ entry: entry({ commissioner: 'interest' }) })
	expect(shut.result).toMatchObject({ outcome: 'no-quorum', electors: 3 })
	const casting = { choice: 'against', reason: 'It can wait a year.' } as const
	const level = await recorded({ entry: entry({ commissioner: 'against', citizen: 'against' }, { casting }) })
	expect(level.result).toMatchObject({ outcome: 'not-agreed', tally: { for: 2, against: 2 } })
})

test('is corrected with a reason, history kept, until it is approved; then it is locked', async () => {
	const decision = await recorded()
	const mended = entry({ chair: 'against', citizen: 'against', commissioner: 'against' })
	const correction = { id: newId(), entry: mended, reason, base: 0 }
	expect(await correctBoardDecision(db, given.citizen, decision.id, correction, nextDay)).toEqual({
		refused: 'not-yours-to-correct',
	})
	const [once, twice] = await Promise.all([
		correctBoardDecision(db, facilitator, decision.id, correction, nextDay),
		correctBoardDecision(db, facilitator, decision.id, correction, nextDay),
	])
	expect([once, twice]).toEqual([{ number: 1 }, { number: 1 }])
	const now = (await findDecision(db.read, given.place, decision.id))!
	expect(now).toMatchObject({ reference: decision.reference, result: { outcome: 'not-agreed' } })
	expect(now.seal).not.toBe(decision.seal)
	const [kept, ...more] = await listCorrections(db.read, decision.id)
	expect(more).toEqual([])
	expect(kept).toMatchObject({ number: 1, reason, correctedBy: facilitator.memberId })
	expect(kept!.before.seats.every(({ part }) => part === 'for' || part === 'present')).toBe(true)

	const unseen = { id: newId(), entry: entry(), reason, base: 0 }
	expect(await correctBoardDecision(db, clerk, decision.id, unseen, nextDay)).toEqual({
		refused: 'corrected-meanwhile',
	})

	const approval = { day: '2026-07-12', base: 1 }
	expect(await approveBoardDecision(db, facilitator, decision.id, approval, nextMeeting)).toEqual({
		refused: 'not-yours-to-approve',
	})
	expect(await approveBoardDecision(db, chair, decision.id, { ...approval, day: meeting }, nextMeeting)).toEqual({
		refused: 'day-not-after',
	})
	expect(await approveBoardDecision(db, chair, decision.id, approval, nextMeeting)).toEqual({
		approvedOn: '2026-07-12',
	})
	expect(await approveBoardDecision(db, clerk, decision.id, approval, nextMeeting)).toEqual({ refused: 'approved' })
	expect(await correctBoardDecision(db, clerk, decision.id, { ...unseen, base: 1 }, nextMeeting)).toEqual({
		refused: 'approved',
	})
	expect(await findMinute(db.read, decision.id)).toMatchObject({ approvedBy: chair.memberId, corrections: 1 })
	expect(await kindsOf(decision.id)).toEqual([
		'board-decision-recorded',
		'board-decision-corrected',
		'board-decision-approved',
	])
})

test('of two corrections sent at once one takes, and the other is told', async () => {
	const decision = await recorded()
	const answers = await Promise.all(
		(['citizen', 'provider'] as const).map((one) =>
			correctBoardDecision(db, clerk, decision.id, {
				id: newId(),
				entry: entry({ [one]: 'against' }),
				reason,
				base: 0,
			}),
		),
	)
	expect(answers).toContainEqual({ number: 1 })
	expect(answers).toContainEqual({ refused: 'corrected-meanwhile' })
	expect(await listCorrections(db.read, decision.id)).toHaveLength(1)
})

test('everybody can take away how they took part', async () => {
	const held = await listPartsHeld(db.read, [voting.provider.memberId])
	expect(held).toContainEqual(expect.objectContaining({ heldOn: meeting, right: 'Councillor', part: 'for' }))
	expect(await listPartsHeld(db.read, [])).toEqual([])
})
