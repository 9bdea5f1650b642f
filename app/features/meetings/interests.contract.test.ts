import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMeeting } from '../../../db/queries/meetings.ts'
import { afterMeeting, givenAgenda, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { newId } from '../../http/new-id.ts'
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
