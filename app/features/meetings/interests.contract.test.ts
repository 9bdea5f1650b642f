import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMeeting, listInterests } from '../../../db/queries/meetings.ts'
import { afterMeeting, givenAgenda, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { newId } from '../../http/new-id.ts'
import { addAgendaItem } from './add-item.server.ts'
import { setDispensation, withdrawInterest } from './change-interest.server.ts'
import { declareInterest } from './declare-interest.server.ts'
import { readSoFar } from './read-so-far.server.ts'

const here = await givenBoard()
const { scratch, db, given, clerk, voting, ruled } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

const { place } = given
const partnership = { name: 'Harbourside', open: true }

test('once an interest is withdrawn, what it was is handed to nobody, the page’s data included', async () => {
	const { meetingId, decide } = await givenAgenda(here)
	const { memberId } = voting.citizen
	const interestId = newId()
	const asked = { id: interestId, itemId: decide.id, memberId, interest: 'Rents a room there' }
	must(await declareInterest(db, clerk, meetingId, asked, afterMeeting))
	const allowed = { meetingId, interestId, dispensation: 'The monitoring officer: it is small' }
	must(await setDispensation(db, clerk, allowed, afterMeeting))
	must(await withdrawInterest(db, clerk, { meetingId, interestId, reason: 'It was somebody else.' }, afterMeeting))
	const meeting = (await findMeeting(db.read, place, meetingId))!
	for (const membership of [null, clerk]) {
		const soFar = await readSoFar(db.read, { place, membership, partnership, meeting }, afterMeeting)
		expect(soFar.outcomes[decide.id]!.interests).toMatchObject([
			{ interest: '', dispensation: '', isWithdrawn: true, withdrawnReason: 'It was somebody else.' },
		])
		expect(JSON.stringify(soFar)).not.toMatch(/Rents a room|monitoring officer/)
	}
})

test('a form sent again says no more than what it said at first, and is refused anywhere else', async () => {
	const { meetingId, decide, discuss } = await givenAgenda(here)
	const other = await givenAgenda(here)
	const own = { id: newId(), itemId: decide.id, memberId: voting.citizen.memberId, interest: 'Rents a room there' }
	const declared = (change: Partial<typeof own> = {}, at = meetingId) =>
		declareInterest(db, clerk, at, { ...own, ...change }, afterMeeting)
	expect(await declared()).toEqual({ declared: true })
	expect(await declared()).toEqual({ declared: true })
	expect(await declared({ interest: 'And a sister works there' })).toEqual({ refused: 'declared-already' })
	expect(await declared({ memberId: voting.provider.memberId })).toEqual({ refused: 'sent-before' })
	expect(await declared({ itemId: discuss.id })).toEqual({ refused: 'sent-before' })
	expect(await declared({ itemId: other.decide.id }, other.meetingId)).toEqual({ refused: 'sent-before' })
	must(await withdrawInterest(db, clerk, { meetingId, interestId: own.id, reason: 'Mistaken.' }, afterMeeting))
	expect(await declared()).toEqual({ refused: 'sent-before' })
	expect(await declared({ id: newId() })).toEqual({ declared: true })
	expect(await listInterests(db.read, meetingId)).toHaveLength(2)
	expect(await listInterests(db.read, other.meetingId)).toEqual([])
})

test('the form of an item that was sent to another meeting is refused in words', async () => {
	const [one, other] = [await givenAgenda(here), await givenAgenda(here)]
	const { id, title } = one.discuss
	const asked = { id, title, purpose: 'note', versionId: null, presenter: '' } as const
	const reasons = { privateReason: null, lateReason: 'It is urgent.' }
	expect(await addAgendaItem(db, clerk, other.meetingId, { ...asked, ...reasons }, afterMeeting)).toEqual({
		refused: 'added-already',
	})
})
