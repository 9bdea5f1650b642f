import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDecision } from '../../../db/queries/decisions.ts'
import { afterMeeting, attendedBy, came, givenAgenda, heldOn, must } from '../../../tests/given-agenda.ts'
import { givenBoard } from '../../../tests/given-board.ts'
import { newId } from '../../http/new-id.ts'
import { recordBoardDecision } from '../decisions/board/record-board-decision.server.ts'
import { addAgendaItem } from './add-item.server.ts'
import { drawUpMeeting } from './draw-up-meeting.server.ts'
import { listReadyItems } from './list-ready-items.server.ts'

const here = await givenBoard()
const { scratch, db, given, group, entry, ruled, chair, clerk, voting } = here
beforeAll(ruled)
afterAll(() => scratch.remove())

const away = { citizen: 'absent', commissioner: 'absent', provider: 'absent' } as const

test.each([
	['was agreed', {}, 'agreed', false],
	['had no quorum', away, 'no-quorum', true],
])('a paper whose decision %s may or may not come back to the next meeting', async (_what, parts, outcome, isReady) => {
	const { meetingId, versionId, decide } = await givenAgenda(here)
	const isAway = (kind: string) => kind in parts
	const attended = Object.entries(voting).map(([kind, { memberId }]) =>
		came(memberId, isAway(kind) ? { here: 'absent' } : {}),
	)
	await attendedBy(here, meetingId, [...attended, came(clerk.memberId)])
	const asked = { id: newId(), versionId, groupId: group.id, itemId: decide.id, entry: entry(parts, { heldOn }) }
	const { decision } = must(await recordBoardDecision(db, clerk, asked, afterMeeting))
	expect((await findDecision(db.read, given.place, decision.id))!.result).toMatchObject({ outcome })

	const ready = await listReadyItems(db.read, clerk, group)
	expect(ready.some(({ paper }) => paper.versionId === versionId)).toBe(isReady)
	const startsAt = new Date('2026-08-25T13:00:00Z')
	const next = { id: newId(), groupId: group.id, startsAt, place: 'Room 2' }
	const { meeting } = must(await drawUpMeeting(db, chair, next, afterMeeting))
	const named = { id: newId(), title: 'Again', purpose: 'decide', versionId, presenter: '' } as const
	const adding = await addAgendaItem(db, clerk, meeting.id, { ...named, privateReason: null, lateReason: null })
	expect('item' in adding ? 'added' : adding.refused).toBe(isReady ? 'added' : 'paper-not-ready')
})
