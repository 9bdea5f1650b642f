import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { eq, getTableColumns, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MotionRules, Withdrawal } from '../../app/domain/decisions/decision.ts'
import { countOpenBallots } from '../../app/domain/decisions/methods/count-open-ballots.ts'
import { withdrawnHash } from '../../app/domain/decisions/verify-result.ts'
import { blackedOut } from '../../app/domain/documents/black-out.ts'
import { fingerprint } from '../../app/domain/fingerprint.ts'
import { verify } from '../../app/domain/record/verify.ts'
import { agreeAction } from '../../app/features/actions/agree-action.server.ts'
import { giveVerdict } from '../../app/features/actions/give-verdict.server.ts'
import { reportOnAction } from '../../app/features/actions/report-on-action.server.ts'
import { addNote } from '../../app/features/decisions/add-note.server.ts'
import { closeDecision, closeDueDecisions } from '../../app/features/decisions/close-due-decisions.server.ts'
import { enterPaper } from '../../app/features/decisions/enter-paper.server.ts'
import { giveCastingVote } from '../../app/features/decisions/give-casting-vote.server.ts'
import { takeInPaper } from '../../app/features/decisions/take-in-paper.server.ts'
import { verifyResults } from '../../app/features/decisions/verify-results.server.ts'
import { writeOutcome } from '../../app/features/decisions/write-outcome.server.ts'
import { listWrittenIn } from '../../app/features/documents/ask-to-remove-words.server.ts'
import { removeWords } from '../../app/features/documents/remove-words.server.ts'
import { newId } from '../../app/http/new-id.ts'
import type { CollabServer } from '../../collab-server/server.ts'
import { findBallotSalt, listBallots } from '../../db/queries/ballots.ts'
import { listOwnWordsAround } from '../../db/queries/black-out.ts'
import { findDecision } from '../../db/queries/decisions.ts'
import { listNotes } from '../../db/queries/disagreement-notes.ts'
import { addTurn } from '../../db/queries/document-turns.ts'
import { addInterest, addItem, addMeeting } from '../../db/queries/meetings.ts'
import { savePaperReading } from '../../db/queries/paper-ballots.ts'
import { listEntriesAbout, recordEvent, walkEntries } from '../../db/queries/record.ts'
import * as schema from '../../db/schema/index.ts'
import { typedWords } from '../../db/typed-words.ts'
import { databaseBytes } from '../database-bytes.ts'
import { givenGroup, givenMember } from '../factories.ts'
import { aMeeting, anItem } from '../given-meeting.ts'
import { options } from '../given-question.ts'
import { givenVersion } from '../given-version.ts'
import { closes, during, givenVotes, named, secret } from '../given-votes.ts'
import { givenLiveServer } from '../live/harbour.ts'

const { scratch, db, given, opened, cast } = await givenVotes()
const afterwards = new Date('2026-06-20T09:00:00Z')
let live: CollabServer
beforeAll(() => {
	live = givenLiveServer(db)
})
afterAll(async () => {
	await live.close()
	await scratch.remove()
})

const tables = Object.fromEntries(
	Object.entries<unknown>(schema).flatMap(([name, table]) =>
		is(table, SQLiteTable) || is(table, PgTable) ? [[name, table as SQLiteTable]] : [],
	),
)
const blackened = Object.entries(typedWords).flatMap(([table, columns]) =>
	Object.entries(columns).flatMap(([column, way]) => (way === 'black-out' ? [{ table, column }] : [])),
)
const wordIn = ({ table, column }: { table: string; column: string }) => `BOGLE ${table} ${column} ELGOB`

/** A document with a named vote that agreed, and everything people say around one; its words stand in every column. */
async function givenEverythingSaid() {
	const { citizen, commissioner, provider, facilitator } = given
	const { document, version } = await givenVersion(db, given)
	const casting = { castingVote: { memberId: citizen.memberId } }
	const decision = await opened({ versionId: version.id, rules: { ...named, ...casting } })
	const reason = `Because. ${wordIn({ table: 'ballots', column: 'reason' })}`
	await cast(citizen, decision.id, 'for', { reason })
	await cast(commissioner, decision.id, 'abstain')
	await cast(provider, decision.id, 'against')
	await closeDueDecisions(db, closes)
	await giveCastingVote(db, citizen, decision.id, { choice: 'for', reason: 'It is time.' }, afterwards)
	await addNote(db, provider, decision.id, { id: newId(), words: 'No.' }, afterwards)
	await writeOutcome(db, facilitator, decision.id, 'Agreed.', afterwards)
	const agreed = await agreeAction(
		db,
		facilitator,
		{
			id: newId(),
			decisionId: decision.id,
			title: 'Evening breaks',
			accountableBody: 'The council',
			lead: 'Head of breaks',
			leadMemberId: commissioner.memberId,
			citizenPartnerId: citizen.memberId,
			expectedDifference: 'Two evenings.',
			dueOn: '2026-10-01',
		},
		afterwards,
	)
	if ('refused' in agreed) throw new Error(agreed.refused)
	const { id: actionId } = agreed.action
	const done = { id: newId(), status: 'done' as const, words: 'Done.', dueOn: null }
	expect(await reportOnAction(db, commissioner, actionId, done, afterwards)).not.toHaveProperty('refused')
	expect(await giveVerdict(db, citizen, actionId, { answer: 'a-lot', words: 'Yes.' }, afterwards)).not.toHaveProperty(
		'refused',
	)
	const earlier = { id: newId(), writerId: null, reason: 'Earlier.', passages: [] }
	expect(await removeWords({ db, live }, facilitator, document.id, earlier)).toHaveProperty('isForgotten', true)
	await db.write(async (tx) => {
		const about = { documentId: document.id, at: afterwards }
		const turn = { ...about, turn: 'final' as const, versionId: version.id, by: facilitator.memberId }
		await addTurn(tx, { ...turn, id: newId(), reason: 'Agreed.' })
		const rescued = { ...about, id: newId(), memberId: provider.memberId, sectionId: null, settled: 'waiting' as const }
		await tx.insert(schema.rescuedWords).values({ ...rescued, words: 'Waits.' })
		const meeting = aMeeting({
			id: newId(),
			groupId: given.group.id,
			drawnUpBy: facilitator.memberId,
			partnershipId: document.partnershipId,
		})
		const item = anItem({ id: newId(), meetingId: meeting.id, versionId: version.id })
		await addMeeting(tx, meeting)
		await addItem(tx, item)
		const declared = { memberId: provider.memberId, declaredBy: provider.memberId, declaredAt: afterwards }
		const withdrawn = { withdrawnAt: afterwards, withdrawnReason: 'It ended.' }
		await addInterest(tx, {
			...declared,
			...withdrawn,
			id: newId(),
			itemId: item.id,
			interest: 'Paid for it.',
			dispensation: '',
		})
		const paper = { number: 1, enteredBy: facilitator.memberId, voiceId: given.voices.citizen.id, memberId: null }
		await savePaperReading(tx, decision.id, { ...paper, answer: { choice: 'for' }, reason: 'On paper.' })
		for (const each of blackened) if (each.table !== 'ballots') await plant(tx, each)
	})
	await recordPlanted(decision.id)
	return { document, version, decision, reason }
}

type Write = Parameters<Parameters<typeof db.write>[0]>[0]

async function plant(tx: Write, each: { table: string; column: string }) {
	const words = wordIn(each)
	const inside = {
		decisions: {
			result: await withCasting(tx, words),
			withdrawn: [{ option: 'a', at: afterwards.toISOString(), reason: words }],
		},
		meetingItems: { titleChanges: [{ title: words, changedAt: '', reason: words }] },
	}
	const json = (inside as Record<string, Record<string, unknown>>)[each.table]?.[each.column]
	if (json) {
		await tx.update(tables[each.table]!).set({ [each.column]: json })
		return
	}
	const paragraph = { type: 'paragraph', content: [{ type: 'text', text: words }] }
	const value =
		each.table !== 'versions'
			? words
			: {
					title: words,
					sections: [{ id: 'a', title: 'A', content: [paragraph] }],
					terms: JSON.stringify({ need: words }),
				}[each.column as 'title']
	await tx.update(tables[each.table]!).set({ [each.column]: value })
}

/** As a casting vote and a withdrawal are recorded when somebody makes them. */
async function recordPlanted(decisionId: string) {
	const { place, facilitator } = given
	const { result, withdrawn } = (await findDecision(db.read, place, decisionId))!
	const about = { ...place, subjectId: decisionId, actorId: facilitator.memberId, at: afterwards }
	await db.write(async (tx) => {
		await recordEvent(tx, {
			...about,
			kind: 'casting-vote-given',
			details: { result: fingerprint(result), choice: 'for' },
		})
		await recordEvent(tx, {
			...about,
			kind: 'option-withdrawn',
			details: { option: 'a', withdrawn: withdrawnHash(withdrawn) },
		})
	})
}

/** The stored result with a casting vote, whose reason is the only part of it in people's words. */
async function withCasting(tx: Write, reason: string) {
	const [{ result } = { result: null }] = await tx
		.select({ result: schema.decisions.result })
		.from(schema.decisions)
		.where(eq(schema.decisions.state, 'closed'))
	return { ...result, casting: { choice: 'for', reason } }
}

async function dump() {
	const rows = await Promise.all(Object.values(tables).map((table) => db.read.select().from(table)))
	return JSON.stringify(rows)
}

async function filesHold(word: string) {
	if (!scratch.dataDir) return [...(await databaseBytes(scratch)).values()].some((bytes) => bytes.includes(word))
	const copy = join(scratch.dataDir, `backup-${newId()}.db`)
	await db.backup(copy)
	const files = [join(scratch.dataDir, 'alongside.db'), join(scratch.dataDir, 'alongside.db-wal'), copy]
	const bytes = await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0))))
	return Buffer.concat(bytes).includes(word)
}

test('passages go from everything that was typed around a document, and the votes, the record and other documents stand', async () => {
	const { document, decision, reason } = await givenEverythingSaid()
	const { citizen, provider, facilitator, place } = given
	for (const each of blackened) expect(await dump()).toContain(wordIn(each))
	expect(await filesHold('BOGLE')).toBe(true)
	const salt = (await findBallotSalt(db.read, decision.id))!
	expect(await filesHold(salt)).toBe(true)
	expect(await listOwnWordsAround(db.read, document.id, citizen.memberId)).toEqual([
		reason,
		wordIn({ table: 'decisions', column: 'result' }),
	])
	expect(await listOwnWordsAround(db.read, document.id, provider.memberId)).toContain(
		wordIn({ table: 'disagreementNotes', column: 'words' }),
	)
	const [about] = await listWrittenIn(db, citizen.personId)
	expect(about).toMatchObject({ id: document.id, kept: ['started', 'reason', 'answer'] })

	const other = await givenVersion(db, given)
	const untouched = await opened({ versionId: other.version.id, rules: named })
	await db.write((tx) =>
		tx.update(schema.documents).set({ need: reason }).where(eq(schema.documents.id, other.document.id)),
	)

	const passages = blackened.map(wordIn)
	const asked = { id: newId(), writerId: null, reason: 'They named somebody.', passages: passages }
	expect(await removeWords({ db, live }, facilitator, document.id, asked)).toMatchObject({ isForgotten: true })

	const after = await dump()
	for (const each of blackened.filter(({ table }) => table !== 'ballots')) expect(after).not.toContain(wordIn(each))
	for (const { table, column } of blackened) {
		const rows = await db.read.select({ words: getTableColumns(tables[table]!)[column]! }).from(tables[table]!)
		expect(JSON.stringify(rows), `${table}.${column}`).toContain(blackedOut)
	}
	expect((await listBallots(db.read, decision.id)).map(({ reason }) => reason).sort()).toEqual([
		'',
		'',
		`Because. ${blackedOut}`,
	])
	expect((await findDecision(db.read, place, decision.id))!.result).toMatchObject({ outcome: 'agreed' })
	expect(await listNotes(db.read, decision.id)).toMatchObject([{ words: blackedOut, name: 'Priya' }])
	expect(await verify(walkEntries(db.read, place))).toMatchObject({ unbroken: true })
	expect((await verifyResults(db.read, place)).different).toEqual([])
	const kinds = (await listEntriesAbout(db.read, place, decision.id)).map(({ kind }) => kind)
	expect(kinds.at(-1)).toBe('words-removed')

	// The same words in another document are for those who run that one.
	expect(after).toContain(reason)
	expect((await findDecision(db.read, place, untouched.id))!.state).toBe('open')
	await db.write((tx) =>
		tx.update(schema.documents).set({ need: 'x' }).where(eq(schema.documents.id, other.document.id)),
	)
	await db.forget('words')
	expect(await filesHold('BOGLE')).toBe(false)
	// With it, what was removed could be tried out against the hash that stays on the record.
	expect(await filesHold(salt)).toBe(false)

	// A reason changed by hand afterwards is still found.
	await db.write((tx) =>
		tx.update(schema.ballots).set({ reason: 'By hand' }).where(eq(schema.ballots.decisionId, decision.id)),
	)
	expect((await verifyResults(db.read, place)).different).toMatchObject([
		{ differences: ['names-changed', 'stored-changed'] },
	])
	await db.write(async (tx) => {
		const result = (await withCasting(tx, 'By hand')) as never
		const withdrawn = [{ option: 'a', at: '', reason: 'By hand' }]
		await tx.update(schema.decisions).set({ result, withdrawn }).where(eq(schema.decisions.id, decision.id))
	})
	expect((await verifyResults(db.read, place)).different).toMatchObject([
		{ differences: ['withdrawals-changed', 'result-changed', 'names-changed', 'stored-changed'] },
	])
})

test.each(['secret', 'named'] as const)(
	'a reason removed while a long count is under way stays removed: a %s vote is counted again from what is left',
	async (secrecy) => {
		const { document, version } = await givenVersion(db, given)
		const rules = { secrecy, quorum: 0, showsStanding: false, seats: 1 }
		const { id } = await opened({ versionId: version.id, method: 'approval', options, rules } as never)
		for (const [at, who] of [given.citizen, given.commissioner, given.provider].entries())
			await cast(who, id, { marks: { A: 1 } }, { reason: ['It helps. BARGHEST', 'The nights.'][at] ?? '' })
		const closing = await closeDecision(db, given.place, id, closes, async (file) => {
			const asked = { id: newId(), writerId: null, reason: 'They asked.', passages: ['BARGHEST'] }
			expect(await removeWords({ db, live }, given.facilitator, document.id, asked)).toMatchObject({
				isForgotten: true,
			})
			return countOpenBallots(file)
		})
		expect(closing).toEqual({ refused: 'ballots-changed' })
		await closeDueDecisions(db, closes)
		const closed = (await findDecision(db.read, given.place, id))!
		expect(closed).toMatchObject({ state: 'closed', result: { outcome: 'chosen' } })
		const reasons = (await listBallots(db.read, id)).map(({ reason }) => reason)
		expect(reasons.sort()).toEqual(['', `It helps. ${blackedOut}`, 'The nights.'])
		expect(await filesHold('BARGHEST')).toBe(false)
		const { different } = await verifyResults(db.read, given.place)
		expect(different.filter(({ reference }) => reference === closed.reference)).toEqual([])
	},
)

test('a reason removed after papers were read is not in the ballots they become', async () => {
	const { document, version } = await givenVersion(db, given)
	const { id } = await opened({ versionId: version.id, rules: named })
	const { memberId, voiceId } = given.provider
	expect(await takeInPaper(db, given.facilitator, { decisionId: id, memberId }, during)).toEqual({ done: true })
	const read = { number: 1, voiceId, memberId, answer: { choice: 'for' as const }, reason: 'It helps. PADFOOT' }
	for (const who of [given.facilitator, given.citizen])
		expect(await enterPaper(db, who, id, read)).toEqual({ done: true })
	const asked = { id: newId(), writerId: null, reason: 'They asked.', passages: ['PADFOOT'] }
	expect(await removeWords({ db, live }, given.facilitator, document.id, asked)).toMatchObject({ isForgotten: true })
	expect(await filesHold('PADFOOT')).toBe(false)
	await closeDueDecisions(db, closes)
	expect((await listBallots(db.read, id)).map(({ reason }) => reason)).toEqual([`It helps. ${blackedOut}`])
})

/** A closed vote in which two people said why, one of them in words that are removed afterwards. */
async function givenReasons(rules: MotionRules) {
	const { document, version } = await givenVersion(db, given)
	const voters = [given.citizen, given.commissioner, given.provider]
	// Of fewer than five secret ballots the outcome alone is kept.
	for (let more = rules.secrecy === 'secret' ? 5 : 0; more > 0; more--)
		voters.push(await givenMember(db, given.place, { name: `Neighbour ${more}`, voice: given.voices.citizen }))
	const seats = voters.map((member) => ({ member }))
	const { id: groupId } = await givenGroup(db, given.place, 'panel', seats)
	const { id } = await opened({ versionId: version.id, groupId, rules })
	for (const [at, who] of voters.entries())
		await cast(who, id, 'for', { reason: ['It helps. SHELLYCOAT', 'The nights.'][at] ?? '' })
	await closeDueDecisions(db, closes)
	const { reference } = (await findDecision(db.read, given.place, id))!
	return {
		id,
		document,
		found: async () =>
			(await verifyResults(db.read, given.place)).different.find((one) => one.reference === reference)?.differences ??
			[],
	}
}

test.each<[string, MotionRules, (id: string) => Promise<unknown>, string[]]>([
	['another reason of a named vote', named, changeReason, ['names-changed', 'stored-changed']],
	['another reason of a secret vote', secret, changeReason, ['stored-changed']],
	['the outcome of a named vote', named, changeOutcome, ['result-changed', 'count-differs']],
	['the outcome of a secret vote', secret, changeOutcome, ['result-changed', 'count-differs']],
	['withdrawals', named, changeWithdrawals, ['withdrawals-changed']],
	['nothing', named, async () => undefined, []],
	['nothing of a secret vote', secret, async () => undefined, []],
])(
	'removing words leaves on the record what was there before somebody changed by hand: %s',
	async (_what, rules, tamper, reported) => {
		const { id, document, found } = await givenReasons(rules)
		expect(await found()).toEqual([])
		await tamper(id)
		expect(await found()).toEqual(reported)
		const asked = { id: newId(), writerId: null, reason: 'They asked.', passages: ['SHELLYCOAT'] }
		expect(await removeWords({ db, live }, given.facilitator, document.id, asked)).toMatchObject({ isForgotten: true })
		expect(JSON.stringify(await listBallots(db.read, id))).not.toContain('SHELLYCOAT')
		expect(await found()).toEqual(reported)
	},
)

async function changeReason(id: string) {
	const other = (await listBallots(db.read, id)).find(({ reason }) => reason === 'The nights.')!
	await db.write((tx) => tx.update(schema.ballots).set({ reason: 'By hand' }).where(eq(schema.ballots.id, other.id)))
}

async function changeOutcome(id: string) {
	const { result } = (await findDecision(db.read, given.place, id))!
	const casting = { choice: 'against', reason: 'By hand SHELLYCOAT' }
	await setDecision(id, { result: { ...result, outcome: 'not-agreed', casting } as never })
}

async function changeWithdrawals(id: string) {
	await setDecision(id, { withdrawn: [{ option: 'a', at: '', reason: 'By hand SHELLYCOAT' }] })
}

async function setDecision(id: string, change: { result?: never; withdrawn?: Withdrawal[] }) {
	await db.write((tx) => tx.update(schema.decisions).set(change).where(eq(schema.decisions.id, id)))
}
