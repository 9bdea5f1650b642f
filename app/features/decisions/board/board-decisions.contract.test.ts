import { afterAll, expect, test } from 'vitest'
import {
	findMinute,
	listCorrections,
	listPartsHeld,
	listPublishedMinutes,
	nameMembers,
} from '../../../../db/queries/board-decisions.ts'
import { findDecision } from '../../../../db/queries/decisions.ts'
import { findDocument } from '../../../../db/queries/documents.ts'
import { findMembership } from '../../../../db/queries/members.ts'
import { listNameRemovals } from '../../../../db/queries/name-removals.ts'
import { findThread } from '../../../../db/queries/thread.ts'
import { givenGroup, givenMember, givenPartnership } from '../../../../tests/factories.ts'
import { givenBoard, meeting, nextDay, nextMeeting } from '../../../../tests/given-board.ts'
import { givenVersion } from '../../../../tests/given-version.ts'
import { refuseGround } from '../../../domain/actions/agree.ts'
import { changes } from '../../../domain/decisions/board/changes.ts'
import type { Amendment } from '../../../domain/decisions/board/minute.ts'
import { newId } from '../../../http/new-id.ts'
import { erasePerson } from '../../account/erase-person.server.ts'
import { giveSeat } from '../../people/give-seat.server.ts'
import { takeSeatAway } from '../../people/take-seat-away.server.ts'
import { verifyResults } from '../verify-results.server.ts'
import { approveBoardDecision } from './approve-board-decision.server.ts'
import { correctBoardDecision } from './correct-board-decision.server.ts'
import { findBody } from './find-body.server.ts'
import { readBoard } from './read-board.server.ts'
import { recordBoardDecision } from './record-board-decision.server.ts'
import { previewNamesRemoved, removeNamesFromMinute } from './remove-names.server.ts'
import { setBodyRules } from './set-body-rules.server.ts'

const here = await givenBoard()
const { db, given, group, own, entry, asked, recorded, kindsOf, chair, clerk, facilitator, voting } = here
const reason = 'Written beside the wrong name.'
afterAll(() => here.scratch.remove())

const approvedLater = { day: '2026-07-12', base: 0, elsewhere: true, checked: '2026-07-12' }

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

	const checked = { day: '2026-07-12', base: 1, checked: '2026-07-12' }
	const approval = { ...checked, elsewhere: true }
	expect(await approveBoardDecision(db, chair, decision.id, { ...checked, elsewhere: false }, nextMeeting)).toEqual({
		refused: 'day-no-meeting',
	})
	expect(await approveBoardDecision(db, chair, decision.id, { ...approval, checked: '' }, nextMeeting)).toEqual({
		refused: 'not-checked',
	})
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

const dayAfter = (day: string) => new Date(`${day}T09:00:00Z`)
const sitting = async (heldOn: string) =>
	(await findBody(db.read, given.place, group.id, heldOn)).seats.map(({ memberId }) => memberId)

test('a decision is entered with the seats of its day: somebody new had none, somebody gone had one', async () => {
	const newcomer = await givenMember(db, given.place, { name: 'Ines', voice: given.voices.citizen })
	const seat = { groupId: group.id, memberId: newcomer.memberId, votes: true, office: 'none' as const }
	await giveSeat(db, chair, seat, dayAfter('2026-06-13'))
	expect(await sitting(meeting)).not.toContain(newcomer.memberId)
	expect(await sitting('2026-06-14')).toContain(newcomer.memberId)

	const before = entry()
	const voted = { ...before.parts, [newcomer.memberId]: { ...before.parts[chair.memberId]!, right: 'Councillor' } }
	const early = await recorded({ entry: { ...before, parts: voted } })
	expect(early.result).toMatchObject({ tally: { for: 4 }, electors: 4 })
	const minute = (await findMinute(db.read, early.id))!.minute
	expect(minute.seats.map(({ memberId }) => memberId)).not.toContain(newcomer.memberId)

	await takeSeatAway(db, chair, seat, dayAfter('2026-06-20'))
	expect(await sitting('2026-06-16')).toContain(newcomer.memberId)
	expect(await sitting('2026-06-21')).not.toContain(newcomer.memberId)
	const later = { ...before, heldOn: '2026-06-16', parts: voted }
	const answer = await recordBoardDecision(db, clerk, await asked({ entry: later }), dayAfter('2026-07-01'))
	expect(answer).toMatchObject({ decision: { result: { tally: { for: 5 }, electors: 5 } } })
})

test('somebody who sat there before their seat was given here may be entered once the body says so', async () => {
	const old = await givenMember(db, given.place, { name: 'Odile', voice: given.voices.citizen })
	const seat = { groupId: group.id, memberId: old.memberId, votes: true, office: 'none' as const }
	await giveSeat(db, chair, seat, dayAfter('2026-08-01'))
	expect(await sitting('2026-07-20')).not.toContain(old.memberId)
	const rights = { ...own.rights, [old.memberId]: 'Councillor' }
	const since = { [old.memberId]: '2026-07-15' }
	expect(await setBodyRules(db, chair, { ...own, rights, since }, dayAfter('2026-08-02'))).toHaveProperty('group')
	expect(await sitting('2026-07-20')).toContain(old.memberId)
	expect(await sitting('2026-07-14')).not.toContain(old.memberId)
	await takeSeatAway(db, chair, seat, dayAfter('2026-08-03'))
})

test('what is no seat’s is nobody’s: votes made up for strangers and officers who are not here', async () => {
	const parts = { ...entry().parts, [newId()]: entry().parts[chair.memberId]! }
	const stranger = await recorded({ entry: { ...entry(), parts } })
	expect(stranger.result).toMatchObject({ tally: { for: 4 }, electors: 4 })
	const elsewhere = await givenPartnership(db)
	const officerId = elsewhere.citizen.memberId
	const answer = await recordBoardDecision(db, clerk, await asked({ entry: { ...entry(), officerId } }), nextDay)
	expect(answer).toMatchObject({ refused: 'not-so', problems: [{ problem: 'officer-missing' }] })
})

/** The digest that the page of the look carries. */
async function seenBy(decisionId: string, asked: { names: string[]; reason: string }): Promise<string> {
	const preview = await previewNamesRemoved(db.read, clerk, decisionId, asked)
	if ('refused' in preview) throw new Error(preview.refused)
	return preview.seen
}

test('the clerk of another board enters, corrects, approves and removes nothing here', async () => {
	const other = await givenMember(db, given.place, { name: 'Olu', voice: given.voices.commissioner })
	await givenGroup(db, given.place, 'board', [{ member: other, office: 'clerk', votes: false }])
	const foreign = (await findMembership(db.read, given.place, other.personId))!
	const decision = await recorded()
	const correction = { id: newId(), entry: entry({ citizen: 'against' }), reason, base: 0 }
	const removing = { id: newId(), names: ['Town Hall'], reason, seen: '', picked: new Set<number>() }
	expect(await recordBoardDecision(db, foreign, await asked(), nextDay)).toEqual({ refused: 'not-yours-to-enter' })
	expect(await correctBoardDecision(db, foreign, decision.id, correction, nextDay)).toEqual({
		refused: 'not-yours-to-correct',
	})
	expect(await approveBoardDecision(db, foreign, decision.id, approvedLater, nextMeeting)).toEqual({
		refused: 'not-yours-to-approve',
	})
	expect(await removeNamesFromMinute(db, foreign, decision.id, removing)).toEqual({ refused: 'not-yours-to-remove' })
	expect((await findMinute(db.read, decision.id))!.corrections).toBe(0)
})

test('a correction mends the rules, the day with its seats, and a vote on an amendment', async () => {
	const amendment: Amendment = {
		change: 'Put 2028 for 2027',
		moverId: chair.memberId,
		seconderId: null,
		vote: { how: 'names' },
		parts: { [chair.memberId]: 'for', [voting.citizen.memberId]: 'against' },
		casting: { choice: 'for', reason: 'It is ready then.' },
		wording: 'That breaks for carers be a priority for 2028.',
	}
	const decision = await recorded({ entry: entry({}, { amendments: [amendment] }) })
	const rules = { ...own.rules, quorum: { least: 4, classes: [], countsInterested: false }, remoteCounts: true }
	const parts = entry().parts
	const provider = voting.provider.memberId
	const mended = {
		...entry({}, { amendments: [{ ...amendment, casting: null, parts: { [chair.memberId]: 'for' as const } }] }),
		heldOn: '2026-06-11',
		rules,
		parts: { ...parts, [provider]: { ...parts[provider]!, joined: 'remote' as const, right: 'Provider' } },
	}
	const corrected = await correctBoardDecision(
		db,
		clerk,
		decision.id,
		{ id: newId(), entry: mended, reason, base: 0 },
		nextDay,
	)
	expect(corrected).toEqual({ number: 1 })
	const { minute } = (await findMinute(db.read, decision.id))!
	expect(minute).toMatchObject({ heldOn: '2026-06-11', rules })
	expect(minute.seats.find(({ memberId }) => memberId === provider)).toMatchObject({
		joined: 'remote',
		right: 'Provider',
	})
	const [kept] = await listCorrections(db.read, decision.id)
	expect(changes(kept!.before, minute).map(({ what }) => what)).toEqual([
		'heldOn',
		'rules',
		'joined',
		'right',
		'amendment',
	])
})

test('a name typed for somebody else goes for good after approval too; votes, seal and members’ names stay', async () => {
	const ours = entry()
	const substitute = 'Wilhelmina Quill'
	const parts = { ...ours.parts, [chair.memberId]: { ...ours.parts[chair.memberId]!, substitute } }
	const decision = await recorded({ entry: { ...ours, parts, reasons: `${substitute} spoke from the gallery.` } })
	await approveBoardDecision(db, chair, decision.id, approvedLater, nextMeeting)

	const asked = { names: [substitute], reason: 'She asked to be forgotten.' }
	const removing = { id: newId(), ...asked, seen: await seenBy(decision.id, asked), picked: new Set<number>() }
	expect(await removeNamesFromMinute(db, given.citizen, decision.id, removing)).toEqual({
		refused: 'not-yours-to-remove',
	})
	expect(await removeNamesFromMinute(db, clerk, decision.id, { ...removing, names: ['Helen'] })).toEqual({
		refused: 'member-name',
	})
	expect(await removeNamesFromMinute(db, clerk, decision.id, { ...removing, seen: '2' })).toEqual({
		refused: 'not-seen',
	})
	expect(await previewNamesRemoved(db.read, given.citizen, decision.id, removing)).toEqual({
		refused: 'not-yours-to-remove',
	})
	expect(await previewNamesRemoved(db.read, clerk, decision.id, removing)).toMatchObject({
		places: [
			{ in: 'reasons', words: substitute, after: ' spoke from the gallery.' },
			{ in: 'substitute', words: substitute },
		],
	})
	expect((await findMinute(db.read, decision.id))!.minute.reasons).toContain(substitute)
	expect(await removeNamesFromMinute(db, clerk, decision.id, removing)).toEqual({ places: 2 })
	expect(await removeNamesFromMinute(db, clerk, decision.id, removing)).toEqual({ places: 2 })
	// Every minute of this file, entered, corrected, approved and with names taken out, is as the record says.
	expect((await verifyResults(db.read, given.place)).different).toEqual([])

	const standing = (await findMinute(db.read, decision.id))!
	expect(JSON.stringify(standing)).not.toContain('Wilhelmina')
	expect(standing.minute.reasons).toBe('[name removed] spoke from the gallery.')
	const shown = (await findDecision(db.read, given.place, decision.id))!
	expect(shown).toMatchObject({ seal: decision.seal, result: decision.result })
	expect(await listNameRemovals(db.read, decision.id)).toMatchObject([{ places: 2, forgottenAt: expect.any(Date) }])
	expect((await kindsOf(decision.id)).filter((kind) => kind === 'minute-names-removed')).toHaveLength(1)
})

test('words changed since the look are looked at again, also where as many places would go', async () => {
	const first = { ...entry(), reasons: 'Ann Quill spoke.' }
	const decision = await recorded({ entry: first })
	const asked = { names: ['Ann Quill'], reason: 'She asked.' }
	const seen = await seenBy(decision.id, asked)
	const correction = { id: newId(), entry: { ...first, reasons: 'Nobody but Ann Quill objected.' }, reason, base: 0 }
	expect(await correctBoardDecision(db, clerk, decision.id, correction, nextDay)).toEqual({ number: 1 })
	const removing = { id: newId(), ...asked, seen, picked: new Set<number>() }
	expect(await removeNamesFromMinute(db, clerk, decision.id, removing)).toEqual({ refused: 'not-seen' })
	expect((await findMinute(db.read, decision.id))!.minute.reasons).toBe('Nobody but Ann Quill objected.')
})

test('a single word of the motion goes where the clerk picked it, and stays where not', async () => {
	const decision = await recorded({
		entry: { ...entry(), motion: 'That Quill be thanked, and Quill Street be closed.' },
	})
	const asked = { names: ['Quill'], reason: 'She asked.' }
	const removing = { id: newId(), ...asked, seen: await seenBy(decision.id, asked), picked: new Set<number>() }
	expect(await removeNamesFromMinute(db, clerk, decision.id, removing)).toEqual({ refused: 'nothing-picked' })
	const picked = { ...removing, picked: new Set([0]) }
	expect(await removeNamesFromMinute(db, clerk, decision.id, picked)).toEqual({ places: 1 })
	expect((await findMinute(db.read, decision.id))!.minute.motion).toBe(
		'That [name removed] be thanked, and Quill Street be closed.',
	)
	expect((await verifyResults(db.read, given.place)).different).toEqual([])
})

test('the reason of an earlier removal loses a name too', async () => {
	const decision = await recorded({ entry: { ...entry(), reasons: 'Ann Quill and Wilf Moss spoke.' } })
	const remove = async (name: string, reason: string) => {
		const asked = { names: [name], reason }
		const seen = await seenBy(decision.id, asked)
		return removeNamesFromMinute(db, clerk, decision.id, { id: newId(), ...asked, seen, picked: new Set() })
	}
	expect(await remove('Ann Quill', 'Wilf Moss asked for her.')).toEqual({ places: 1 })
	expect(await remove('Wilf Moss', 'He asked too.')).toEqual({ places: 2 })
	const reasons = (await listNameRemovals(db.read, decision.id)).map((removal) => removal.reason)
	expect(reasons).toEqual(['[name removed] asked for her.', 'He asked too.'])
})

test('who is erased stays named in the published minutes of a board, and nowhere else', async () => {
	const published = await recorded()
	const { version } = await givenVersion(db, given, { visibility: 'group', groupId: group.id })
	const closed = await recorded({ versionId: version.id })
	const { personId, memberId, name } = given.provider
	const listed = (await listPublishedMinutes(db.read, [memberId])).map(({ decisionId }) => decisionId)
	expect(listed).toContain(published.id)
	expect(listed).not.toContain(closed.id)
	expect(await erasePerson(db, personId, nextMeeting)).toEqual({ erased: true })

	const read = async (id: string, kind: 'board' | 'collaborative' = 'board') => {
		const decision = (await findDecision(db.read, given.place, id))!
		const board = await readBoard(db.read, decision, {
			group: { ...group, kind },
			place: given.place,
			membership: null,
		})
		return board!.members.find((member) => member.memberId === memberId)!.name
	}
	expect(await read(published.id)).toBe(name)
	expect(await read(published.id, 'collaborative')).toBe('A participant')
	expect(await read(closed.id)).toBe('A participant')
	const members = await nameMembers(db.read, [memberId])
	expect(members.get(memberId)?.name).toBe('A participant')
})
