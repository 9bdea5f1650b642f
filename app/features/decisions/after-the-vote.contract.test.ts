import { afterAll, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import { findDecision, listDecisions } from '../../../db/queries/decisions.ts'
import { listNotes } from '../../../db/queries/disagreement-notes.ts'
import { findMembership } from '../../../db/queries/members.ts'
import { givenGroup } from '../../../tests/factories.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import { closes, during, givenVotes, opens, secret } from '../../../tests/given-votes.ts'
import { newId } from '../../http/new-id.ts'
import { addNote } from './add-note.server.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { openDecision } from './open-decision.server.ts'
import { stopDecision } from './stop-decision.server.ts'
import { withdrawNote } from './withdraw-note.server.ts'
import { writeOutcome } from './write-outcome.server.ts'

const { scratch, db, given, asked, opened, cast, kindsOf } = await givenVotes()
afterAll(() => scratch.remove())

test('a stopped vote says why, counts nothing and takes no more votes', async () => {
	const decision = await opened()
	await cast(given.citizen, decision.id, 'for')
	expect(await stopDecision(db, given.provider, decision.id, 'I do not like it', during)).toEqual({
		refused: 'not-yours-to-stop',
	})
	expect(await stopDecision(db, given.citizen, decision.id, ' ', during)).toEqual({
		refused: 'reason-missing',
	})
	expect(await stopDecision(db, given.citizen, decision.id, 'The figures were wrong.', during)).toMatchObject({
		decision: { state: 'stopped' },
	})
	expect(await cast(given.provider, decision.id, 'for')).toEqual({ refused: 'stopped' })
	expect(await stopDecision(db, given.citizen, decision.id, 'Again', during)).toEqual({ refused: 'stopped' })
	await closeDueDecisions(db, closes)
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({
		state: 'stopped',
		stoppedReason: 'The figures were wrong.',
		result: null,
	})
	expect(await listBallots(db.read, decision.id)).toEqual([])
	expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast', 'decision-stopped'])
})

test('notes are added once voting is over, once however often sent, and taken back by their writer alone', async () => {
	const decision = await opened()
	const note = { id: newId(), words: 'Weekends were left out.' }
	expect(await addNote(db, given.provider, decision.id, note, during)).toEqual({ refused: 'still-open' })
	await closeDueDecisions(db, closes)
	await addNote(db, given.provider, decision.id, note, closes)
	await addNote(db, given.provider, decision.id, note, closes)
	expect(await addNote(db, given.provider, decision.id, { ...note, words: 'And nights.' }, closes)).toEqual({
		refused: 'added-already',
	})
	expect(await addNote(db, given.observer, decision.id, { id: newId(), words: 'Me too' }, closes)).toEqual({
		refused: 'not-yours-to-say',
	})
	expect(await withdrawNote(db, given.facilitator, decision.id, note.id, closes)).toEqual({
		refused: 'not-yours-to-take-back',
	})
	expect(await listNotes(db.read, decision.id)).toMatchObject([
		{ name: 'Priya', words: 'Weekends were left out.', withdrawnAt: null },
	])
	await withdrawNote(db, given.provider, decision.id, note.id, closes)
	expect(await listNotes(db.read, decision.id)).toMatchObject([{ words: '', withdrawnAt: closes }])
	expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'decision-closed', 'note-added', 'note-withdrawn'])
})

test('what it led to is written after closing by those who run the group', async () => {
	const decision = await opened()
	expect(await writeOutcome(db, given.citizen, decision.id, 'It is a priority.', during)).toEqual({
		refused: 'not-closed',
	})
	await closeDueDecisions(db, closes)
	expect(await writeOutcome(db, given.provider, decision.id, 'It is a priority.', closes)).toEqual({
		refused: 'not-yours-to-write',
	})
	expect(await writeOutcome(db, given.citizen, decision.id, 'It is a priority.', closes)).toEqual({
		outcome: 'It is a priority.',
	})
	expect(await findDecision(db.read, given.place, decision.id)).toMatchObject({
		outcome: 'It is a priority.',
	})
})

test('a decision about a circle’s document is not there for anyone without a seat', async () => {
	const circle = await givenGroup(db, given.place, 'circle', [{ member: given.citizen, office: 'chair' }])
	const chair = (await findMembership(db.read, given.place, given.citizen.personId))!
	const { version } = await givenVersion(db, given, { visibility: 'circle', groupId: circle.id })
	const question = await asked({ versionId: version.id, groupId: circle.id, rules: { ...secret, quorum: 1 } })
	expect(await openDecision(db, given.facilitator, question, opens)).toEqual({ refused: 'not-found' })
	expect(await openDecision(db, chair, { ...question, groupId: given.group.id }, opens)).toEqual({
		refused: 'group-cannot-read',
	})
	const opening = await openDecision(db, chair, question, opens)
	expect(opening).toHaveProperty('decision')
	await closeDueDecisions(db, closes)
	expect(await addNote(db, given.provider, question.id, { id: newId(), words: 'Hm' }, closes)).toEqual({
		refused: 'not-found',
	})
	expect((await listDecisions(db.read, given.place)).find(({ id }) => id === question.id)?.about.visibility).toBe(
		'circle',
	)
})
