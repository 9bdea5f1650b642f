import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listBallots } from '../../../db/queries/ballots.ts'
import {
	findDecision,
	findElector,
	findTurnout,
	listDecisions,
	listElectors,
	listOpenFor,
} from '../../../db/queries/decisions.ts'
import { listNotes } from '../../../db/queries/disagreement-notes.ts'
import { findDocument } from '../../../db/queries/documents.ts'
import { findMembership } from '../../../db/queries/members.ts'
import { listEntriesAbout } from '../../../db/queries/record.ts'
import { scratchDatabase } from '../../../tests/contracts/scratch.ts'
import { type GivenPartnership, givenGroup, givenMember, givenPartnership } from '../../../tests/factories.ts'
import { givenVersion } from '../../../tests/given-version.ts'
import type { Membership } from '../../domain/access/membership.ts'
import type { Choice, Rules } from '../../domain/decisions/decision.ts'
import { newId } from '../../http/new-id.ts'
import { openSecrets } from '../../http/secrets.ts'
import { addNote } from './add-note.server.ts'
import { castBallot } from './cast-ballot.server.ts'
import { checkReceipt } from './check-receipt.server.ts'
import { closeDueDecisions } from './close-due-decisions.server.ts'
import { type NewDecision, openDecision } from './open-decision.server.ts'
import { stopDecision } from './stop-decision.server.ts'
import { withdrawNote } from './withdraw-note.server.ts'
import { writeOutcome } from './write-outcome.server.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership
const secrets = openSecrets('a key for tests')

const opens = new Date('2026-06-01T09:00:00Z')
const closes = new Date('2026-06-14T16:00:00Z')
const during = new Date('2026-06-02T10:00:00Z')
const justBefore = new Date(closes.getTime() - 1)
const secret: Rules = { secrecy: 'secret', quorum: 2, threshold: 'majority', showsStanding: false }
const named: Rules = { ...secret, secrecy: 'named' }

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

async function asked(change: Partial<NewDecision> = {}): Promise<NewDecision> {
	const versionId = change.versionId ?? (await givenVersion(scratch.db, given)).version.id
	return {
		id: newId(),
		groupId: given.group.id,
		kind: 'panel-vote',
		question: 'Should this become a priority for 2027?',
		rules: secret,
		closesAt: closes,
		...change,
		versionId,
	}
}

async function opened(change: Partial<NewDecision> = {}) {
	const opening = await openDecision(scratch.db, given.facilitator, await asked(change), opens)
	if ('refused' in opening) throw new Error(opening.refused)
	return opening.decision
}

const cast = (
	who: Membership,
	decisionId: string,
	choice: Choice,
	{ now = during, ...vote }: { now?: Date; reason?: string; id?: string } = {},
) => castBallot({ db: scratch.db, secrets }, who, decisionId, { choice, reason: '', ...vote }, now)

const kindsOf = async (subjectId: string) =>
	(await listEntriesAbout(scratch.db.read, given.place, subjectId)).map(({ kind }) => kind)

describe('opening', () => {
	test('fixes question, roll and seal, takes the draft on, and opens once however often it is sent', async () => {
		const { version, document } = await givenVersion(scratch.db, given)
		const question = await asked({ versionId: version.id })
		const [first, second] = await Promise.all([
			openDecision(scratch.db, given.citizen, question, opens),
			openDecision(scratch.db, given.citizen, question, opens),
		])
		const { reference, seal } = (await findDecision(scratch.db.read, given.place, question.id))!
		expect(reference).toMatch(/^DEC-2026-\d{3}$/)
		expect(seal).toMatch(/^[0-9a-f]{64}$/)
		expect(first).toMatchObject({ decision: { reference, seal } })
		expect(second).toMatchObject({ decision: { reference, seal } })
		expect(await listElectors(scratch.db.read, question.id)).toHaveLength(3)
		expect(await findDocument(scratch.db.read, given.place, document.id)).toMatchObject({ phase: 'proposed' })
		expect(await kindsOf(question.id)).toEqual(['decision-opened'])
		expect(await kindsOf(document.id)).toEqual(['document-proposed'])
	})

	test('a show of views leaves a draft a draft and asks every seat', async () => {
		const { version, document } = await givenVersion(scratch.db, given, { goodLifeWords: '' })
		const seatOnly = await givenMember(scratch.db, given.place, { name: 'Sam', voice: given.voices.citizen })
		const group = await givenGroup(scratch.db, given.place, 'panel', [
			{ member: given.citizen },
			{ member: seatOnly, votes: false },
		])
		const views = await opened({ versionId: version.id, groupId: group.id, kind: 'show-of-views' })
		expect(await listElectors(scratch.db.read, views.id)).toHaveLength(2)
		expect(await findDocument(scratch.db.read, given.place, document.id)).toMatchObject({ phase: 'draft' })
		expect(
			await openDecision(scratch.db, given.facilitator, await asked({ versionId: version.id }), opens),
		).toMatchObject({ refused: 'good-life-empty' })
	})

	test('is for those who run the group', async () => {
		expect(await openDecision(scratch.db, given.provider, await asked(), opens)).toEqual({
			refused: 'not-yours-to-open',
		})
		expect(await openDecision(scratch.db, given.observer, await asked(), opens)).toEqual({
			refused: 'not-yours-to-open',
		})
	})

	test('whoever joins later is not on the roll', async () => {
		const decision = await opened()
		const late = await givenMember(scratch.db, given.place, { name: 'Lena', voice: given.voices.citizen })
		expect(await cast(late, decision.id, 'for')).toEqual({ refused: 'not-on-the-roll' })
	})
})

describe('casting', () => {
	test('one ballot an elector, changed until the close; an old receipt no longer counts', async () => {
		const decision = await opened()
		const first = await cast(given.citizen, decision.id, 'against')
		const second = await cast(given.citizen, decision.id, 'for', { now: justBefore })
		expect(await listBallots(scratch.db.read, decision.id)).toMatchObject([{ choice: 'for', memberId: null }])
		const about = (await findDecision(scratch.db.read, given.place, decision.id))!
		expect(
			await checkReceipt({ db: scratch.db, secrets }, about, second.receipt!.toLowerCase().replaceAll('-', ' ')),
		).toEqual({ counted: true, choice: null })
		expect(await checkReceipt({ db: scratch.db, secrets }, about, first.receipt!)).toEqual({ counted: false })
		expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast', 'ballot-changed'])
		const entries = await listEntriesAbout(scratch.db.read, given.place, decision.id)
		expect(entries.slice(1).map(({ actorId }) => actorId)).toEqual([null, null])
		expect(JSON.stringify(entries)).not.toMatch(/against/)
	})

	test('the same form sent twice is one vote with one receipt', async () => {
		const decision = await opened({ rules: named })
		const id = newId()
		const [one, two] = await Promise.all([
			cast(given.citizen, decision.id, 'for', { id }),
			cast(given.citizen, decision.id, 'for', { id }),
		])
		expect(one).toEqual(two)
		expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast'])
		expect((await listEntriesAbout(scratch.db.read, given.place, decision.id)).at(-1)).toMatchObject({
			actorId: given.citizen.memberId,
		})
	})

	test('a vote in the closing millisecond is too late and leaves no trace; the one before it counts', async () => {
		const decision = await opened()
		expect(await cast(given.citizen, decision.id, 'for', { now: justBefore })).toHaveProperty('receipt')
		expect(await cast(given.provider, decision.id, 'for', { now: closes })).toEqual({ refused: 'voting-over' })
		expect(await cast(given.provider, decision.id, 'for', { now: new Date(opens.getTime() - 1) })).toEqual({
			refused: 'not-open-yet',
		})
		expect(await findTurnout(scratch.db.read, decision.id)).toEqual({ electors: 3, voted: 1 })
		expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast'])
	})

	test('a vote that came in time but waited behind the count is refused, not added to it', async () => {
		const decision = await opened()
		await cast(given.citizen, decision.id, 'for')
		await closeDueDecisions(scratch.db, closes)
		expect(await cast(given.provider, decision.id, 'against', { now: justBefore })).toEqual({ refused: 'voting-over' })
		expect(await listBallots(scratch.db.read, decision.id)).toHaveLength(1)
	})

	test('only electors vote', async () => {
		const decision = await opened()
		expect(await cast(given.facilitator, decision.id, 'for')).toEqual({ refused: 'not-on-the-roll' })
		expect(await cast(given.observer, decision.id, 'for')).toEqual({ refused: 'not-on-the-roll' })
		const elsewhere = await givenPartnership(scratch.db)
		expect(await cast(elsewhere.citizen, decision.id, 'for')).toEqual({ refused: 'not-found' })
		expect(await findTurnout(scratch.db.read, decision.id)).toEqual({ electors: 3, voted: 0 })
	})

	test('ten people casting and changing at the same moment: ten ballots, and every last receipt counts', async () => {
		const people: Membership[] = []
		for (let at = 0; at < 10; at++)
			people.push(await givenMember(scratch.db, given.place, { name: `Person ${at}`, voice: given.voices.citizen }))
		const group = await givenGroup(
			scratch.db,
			given.place,
			'panel',
			people.map((member) => ({ member })),
		)
		const decision = await opened({ groupId: group.id })
		await Promise.all(people.map((who) => cast(who, decision.id, 'against')))
		const changes = await Promise.all(people.map((who, at) => cast(who, decision.id, at % 2 ? 'for' : 'abstain')))
		const about = (await findDecision(scratch.db.read, given.place, decision.id))!
		for (const { receipt } of changes)
			expect(await checkReceipt({ db: scratch.db, secrets }, about, receipt!)).toMatchObject({ counted: true })
		await closeDueDecisions(scratch.db, closes)
		const closed = await findDecision(scratch.db.read, given.place, decision.id)
		expect(closed?.result).toMatchObject({ tally: { for: 5, against: 0, abstain: 5 }, electors: 10, outcome: 'agreed' })
		for (const { receipt } of changes)
			expect(await checkReceipt({ db: scratch.db, secrets }, closed!, receipt!)).toEqual({
				counted: true,
				choice: null,
			})
	})

	test('what waits for me: open decisions I may vote in, and whether I have', async () => {
		const decision = await opened()
		const mine = async (now = during) =>
			(await listOpenFor(scratch.db.read, given.provider, now))
				.filter(({ decision: { id } }) => id === decision.id)
				.map(({ hasVoted }) => hasVoted)
		expect(await mine()).toEqual([false])
		await cast(given.provider, decision.id, 'abstain')
		expect(await mine()).toEqual([true])
		expect(await mine(closes)).toEqual([])
	})
})

describe('closing', () => {
	test('two processes closing at once count each decision once', async () => {
		const decisions = await Promise.all([opened(), opened({ rules: named }), opened()])
		for (const { id } of decisions) await cast(given.citizen, id, 'for')
		const other = await scratch.reopen()
		const rounds = await Promise.all([
			closeDueDecisions(scratch.db, closes),
			closeDueDecisions(other, closes),
			closeDueDecisions(other, closes),
		])
		const closedIds = rounds.flat().map(({ id }) => id)
		for (const { id } of decisions) {
			expect(closedIds.filter((closed) => closed === id)).toHaveLength(1)
			expect((await kindsOf(id)).filter((kind) => kind === 'decision-closed')).toHaveLength(1)
			expect(await listBallots(scratch.db.read, id)).toHaveLength(1)
		}
		expect(await closeDueDecisions(scratch.db, closes)).toEqual([])
	})

	test('nothing closes a millisecond early, and without the quorum there is no decision', async () => {
		const decision = await opened()
		await cast(given.citizen, decision.id, 'for')
		await closeDueDecisions(scratch.db, justBefore)
		expect(await findDecision(scratch.db.read, given.place, decision.id)).toMatchObject({ state: 'open', result: null })
		await closeDueDecisions(scratch.db, closes)
		expect(await findDecision(scratch.db.read, given.place, decision.id)).toMatchObject({
			state: 'closed',
			closedAt: closes,
			result: { outcome: 'no-quorum' },
		})
	})

	test('named votes keep their names; the voices of a secret vote too small to show are not kept at all', async () => {
		const [open, hidden] = [await opened({ rules: named }), await opened()]
		for (const { id } of [open, hidden]) {
			await cast(given.citizen, id, 'for')
			await cast(given.provider, id, 'against')
		}
		await closeDueDecisions(scratch.db, closes)
		expect((await listBallots(scratch.db.read, open.id)).map(({ memberId }) => memberId).sort()).toEqual(
			[given.citizen.memberId, given.provider.memberId].sort(),
		)
		const { result } = (await findDecision(scratch.db.read, given.place, open.id))!
		expect(result?.byVoice.find(({ voiceId }) => voiceId === given.voices.citizen.id)?.tally).toEqual({
			for: 1,
			against: 0,
			abstain: 0,
		})
		const secretResult = (await findDecision(scratch.db.read, given.place, hidden.id))!.result
		expect(secretResult?.byVoice.map(({ tally }) => tally)).toEqual([null, null, null])
	})
})

describe('secrecy', () => {
	test('after closing, nothing in the database joins a secret ballot to a person', async () => {
		const people: Membership[] = []
		for (let at = 0; at < 200; at++)
			people.push(await givenMember(scratch.db, given.place, { name: `Voter ${at}`, voice: given.voices.citizen }))
		const group = await givenGroup(
			scratch.db,
			given.place,
			'panel',
			people.map((member) => ({ member })),
		)
		const decision = await opened({ groupId: group.id })
		for (const [at, who] of people.entries()) await cast(who, decision.id, at % 3 ? 'for' : 'against')
		const before = await listBallots(scratch.db.read, decision.id)
		const cameAs = new Map(
			await Promise.all(
				people.map(
					async (who, at) => [(await findElector(scratch.db.read, decision.id, who.memberId))!.ballotId!, at] as const,
				),
			),
		)
		expect(before.map(({ id }) => id).sort()).toEqual([...cameAs.keys()].sort())

		await closeDueDecisions(scratch.db, closes)

		const after = await listBallots(scratch.db.read, decision.id)
		expect(after).toHaveLength(200)
		expect(after.filter(({ id }) => cameAs.has(id))).toEqual([])
		expect(after.filter(({ memberId, voiceId }) => memberId !== null || voiceId !== '')).toEqual([])
		for (const who of people)
			expect(await findElector(scratch.db.read, decision.id, who.memberId)).toMatchObject({
				hasVoted: true,
				ballotId: null,
			})

		const orderOf = new Map(before.map(({ receiptHash, id }) => [receiptHash, cameAs.get(id)!]))
		const stored = after.map(({ receiptHash }) => orderOf.get(receiptHash)!)
		expect(stored).not.toEqual([...stored].sort((a, b) => a - b))
		expect(JSON.stringify(await listEntriesAbout(scratch.db.read, given.place, decision.id))).not.toMatch(
			new RegExp(
				people
					.slice(1)
					.map(({ memberId }) => memberId)
					.join('|'),
			),
		)
		await expectGoneFromFiles([...cameAs.keys()])
	})
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

describe('after the vote', () => {
	test('a stopped vote says why, counts nothing and takes no more votes', async () => {
		const decision = await opened()
		await cast(given.citizen, decision.id, 'for')
		expect(await stopDecision(scratch.db, given.provider, decision.id, 'I do not like it', during)).toEqual({
			refused: 'not-yours-to-stop',
		})
		expect(await stopDecision(scratch.db, given.citizen, decision.id, ' ', during)).toEqual({
			refused: 'reason-missing',
		})
		expect(await stopDecision(scratch.db, given.citizen, decision.id, 'The figures were wrong.', during)).toMatchObject(
			{ decision: { state: 'stopped' } },
		)
		expect(await cast(given.provider, decision.id, 'for')).toEqual({ refused: 'stopped' })
		expect(await stopDecision(scratch.db, given.citizen, decision.id, 'Again', during)).toEqual({ refused: 'stopped' })
		await closeDueDecisions(scratch.db, closes)
		expect(await findDecision(scratch.db.read, given.place, decision.id)).toMatchObject({
			state: 'stopped',
			stoppedReason: 'The figures were wrong.',
			result: null,
		})
		expect(await listBallots(scratch.db.read, decision.id)).toEqual([])
		expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'ballot-cast', 'decision-stopped'])
	})

	test('notes are added once voting is over, once however often sent, and taken back by their writer alone', async () => {
		const decision = await opened()
		const note = { id: newId(), words: 'Weekends were left out.' }
		expect(await addNote(scratch.db, given.provider, decision.id, note, during)).toEqual({ refused: 'still-open' })
		await closeDueDecisions(scratch.db, closes)
		await addNote(scratch.db, given.provider, decision.id, note, closes)
		await addNote(scratch.db, given.provider, decision.id, note, closes)
		expect(await addNote(scratch.db, given.observer, decision.id, { id: newId(), words: 'Me too' }, closes)).toEqual({
			refused: 'not-yours-to-say',
		})
		expect(await withdrawNote(scratch.db, given.facilitator, decision.id, note.id, closes)).toEqual({
			refused: 'not-yours-to-take-back',
		})
		expect(await listNotes(scratch.db.read, decision.id)).toMatchObject([
			{ name: 'Priya', words: 'Weekends were left out.', withdrawnAt: null },
		])
		await withdrawNote(scratch.db, given.provider, decision.id, note.id, closes)
		expect(await listNotes(scratch.db.read, decision.id)).toMatchObject([{ words: '', withdrawnAt: closes }])
		expect(await kindsOf(decision.id)).toEqual(['decision-opened', 'decision-closed', 'note-added', 'note-withdrawn'])
	})

	test('what it led to is written after closing by those who run the group', async () => {
		const decision = await opened()
		expect(await writeOutcome(scratch.db, given.citizen, decision.id, 'It is a priority.', during)).toEqual({
			refused: 'not-closed',
		})
		await closeDueDecisions(scratch.db, closes)
		expect(await writeOutcome(scratch.db, given.provider, decision.id, 'It is a priority.', closes)).toEqual({
			refused: 'not-yours-to-write',
		})
		expect(await writeOutcome(scratch.db, given.citizen, decision.id, 'It is a priority.', closes)).toEqual({
			outcome: 'It is a priority.',
		})
		expect(await findDecision(scratch.db.read, given.place, decision.id)).toMatchObject({
			outcome: 'It is a priority.',
		})
	})

	test('a decision about a circle’s document is not there for anyone without a seat', async () => {
		const circle = await givenGroup(scratch.db, given.place, 'circle', [{ member: given.citizen, office: 'chair' }])
		const chair = (await findMembership(scratch.db.read, given.place, given.citizen.personId))!
		const { version } = await givenVersion(scratch.db, given, { visibility: 'circle', groupId: circle.id })
		const question = await asked({ versionId: version.id, groupId: circle.id, rules: { ...secret, quorum: 1 } })
		expect(await openDecision(scratch.db, given.facilitator, question, opens)).toEqual({ refused: 'not-found' })
		expect(await openDecision(scratch.db, chair, { ...question, groupId: given.group.id }, opens)).toEqual({
			refused: 'group-cannot-read',
		})
		const opening = await openDecision(scratch.db, chair, question, opens)
		expect(opening).toHaveProperty('decision')
		await closeDueDecisions(scratch.db, closes)
		expect(await addNote(scratch.db, given.provider, question.id, { id: newId(), words: 'Hm' }, closes)).toEqual({
			refused: 'not-found',
		})
		expect(
			(await listDecisions(scratch.db.read, given.place)).find(({ id }) => id === question.id)?.about.visibility,
		).toBe('circle')
	})
})
