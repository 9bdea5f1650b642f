import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Membership } from '../../app/domain/access/membership.ts'
import { verify } from '../../app/domain/record/verify.ts'
import { askToRemoveWords, listWrittenIn } from '../../app/features/documents/ask-to-remove-words.server.ts'
import { freezeVersion } from '../../app/features/documents/freeze-version.server.ts'
import { putBackWords } from '../../app/features/documents/put-back-words.server.ts'
import { finishErasures, type Removing, removeWords } from '../../app/features/documents/remove-words.server.ts'
import { openSectionForm, writeSection } from '../../app/features/documents/write-section.server.ts'
import { newId } from '../../app/http/new-id.ts'
import type { CollabServer } from '../../collab-server/server.ts'
import type { Database } from '../../db/database.ts'
import { findDocumentById } from '../../db/queries/documents.ts'
import { listErasureRequests, listErasures, listErasuresIn } from '../../db/queries/erasures.ts'
import { findAllHeld } from '../../db/queries/held.ts'
import { listWaitingRescues, listWritings } from '../../db/queries/live-documents.ts'
import { findMembership } from '../../db/queries/members.ts'
import { listEntriesAbout, walkEntries } from '../../db/queries/record.ts'
import { findLatestVersion } from '../../db/queries/versions.ts'
import { type GivenPartnership, givenGroup, givenPartnership } from '../factories.ts'
import { givenDocument, givenLiveServer, readState } from '../live/harbour.ts'
import { scratchDatabase } from './scratch.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let db: Database
let live: CollabServer
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	db = scratch.db
	live = givenLiveServer(db)
})
beforeEach(async () => {
	given = await givenPartnership(db)
})
afterAll(async () => {
	await live.close()
	await scratch.remove()
})

const write = async (who: Membership, id: string, text: string, base?: string, section = 'good-life') =>
	writeSection({ db, live }, who, id, section, { text, ...(base ? { base } : {}) })

async function openForm(id: string) {
	const opened = await openSectionForm({ db, live }, given.citizen, id, 'good-life')
	if ('refused' in opened) throw new Error(opened.refused)
	return opened
}

async function generationOf(id: string) {
	return (await findDocumentById(scratch.db.read, id))!.generation
}

async function textOf(id: string, section = 'good-life') {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(live, id))
	return doc
		.getXmlFragment(section)
		.toString()
		.replaceAll(/<\/?paragraph>/g, '|')
		.replaceAll(/\|+/g, '|')
}

const removing = (facts: Partial<Removing> = {}): Removing => ({
	id: newId(),
	writerId: null,
	reason: 'She asked for it.',
	passages: [],
	...facts,
})

/** Whatever the database's own files hold: every byte of them, and of a backup made now. */
async function bytesOf(dataDir: string) {
	const copy = join(dataDir, `backup-${newId()}.db`)
	await db.backup(copy)
	const files = [join(dataDir, 'alongside.db'), join(dataDir, 'alongside.db-wal'), copy]
	return Buffer.concat(await Promise.all(files.map((file) => readFile(file).catch(() => Buffer.alloc(0)))))
}

test('removed words are in no table, no file of the database and no backup made later; others’ words and writers stay', async () => {
	const { citizen, commissioner, provider, facilitator, place } = given
	const { id } = await givenDocument(db, given, { createdBy: facilitator.memberId })
	await write(citizen, id, 'KELPIE stands.\n\nBoth wrote')
	await write(commissioner, id, 'KELPIE stands.\n\nBoth wrote here, Colin says.')
	await write(citizen, id, 'KELPIE stands.\n\nBoth wrote here, Colin says. SELKIE too.\n\nGRINDYLOW')
	await freezeVersion({ db, live }, citizen, id, { id: newId() })
	const version = (await findLatestVersion(db.read, place, id))!
	const form = await openForm(id)
	await write(citizen, id, 'KELPIE stands.\n\nBoth wrote here, Colin says. SELKIE too.')
	// Provider's words fall on the paragraph that went, and so do more of the citizen's own.
	await write(provider, id, `${form.text} PROVIDERSAID`, form.base)
	await write(citizen, id, `${form.text} BOGGART`, form.base)
	const [back] = await listWaitingRescues(db.read, id, provider.memberId)
	await putBackWords({ db, live }, provider, id, { rescueId: back!.id, sectionId: 'evidence', text: 'PROVIDERSAID' })
	expect(await listWaitingRescues(db.read, id, citizen.memberId)).toHaveLength(1)
	await askToRemoveWords(db, citizen.personId, id)
	expect(await listErasureRequests(db.read, id)).toMatchObject([{ memberId: citizen.memberId }])

	if (scratch.dataDir) expect((await bytesOf(scratch.dataDir)).includes('BOGGART')).toBe(true)

	const asked = removing({ writerId: citizen.memberId, passages: ['KELPIE stands.', 'SELKIE', 'GRINDYLOW'] })
	const done = await removeWords({ db, live }, facilitator, id, asked)
	expect(done).toMatchObject({ isForgotten: true })
	expect(done).toHaveProperty('letters', 'KELPIE stands.'.length + 'Both wrote'.length + ' SELKIE too.'.length)

	expect(await textOf(id)).toBe('| here, Colin says.|')
	expect(await textOf(id, 'evidence')).toBe('|PROVIDERSAID|')
	const writers = new Set((await listWritings(db.read, id, await generationOf(id))).map(({ memberId }) => memberId))
	expect(writers).toEqual(new Set([commissioner.memberId, provider.memberId]))
	expect(await listWritings(db.read, id, 1)).toEqual([])
	expect(await listWaitingRescues(db.read, id, citizen.memberId)).toEqual([])
	const after = (await findLatestVersion(db.read, place, id))!
	expect(JSON.stringify(after.sections)).toContain('Both wrote here, Colin says. [words removed] too.')
	expect(after.fingerprint).toBe(version.fingerprint)
	expect(await listErasuresIn(db.read, version.id)).toMatchObject([{ by: 'Farah', reason: 'She asked for it.' }])
	expect(await listErasureRequests(db.read, id)).toEqual([])
	expect(await listWrittenIn(db, citizen.personId)).toEqual([])

	const entries = (await listEntriesAbout(db.read, place, id)).filter(({ kind }) => kind === 'words-removed')
	expect(entries).toMatchObject([{ actorId: facilitator.memberId, details: { erasure: asked.id, versions: 1 } }])
	expect(await verify(walkEntries(db.read, place))).toMatchObject({ unbroken: true })
	const held = JSON.stringify([
		await findAllHeld(db.read, citizen.personId),
		await findAllHeld(db.read, facilitator.personId),
	])
	expect(held).not.toMatch(/KELPIE|SELKIE|GRINDYLOW|BOGGART/)
	if (scratch.dataDir) {
		const bytes = await bytesOf(scratch.dataDir)
		expect(bytes.includes('PROVIDERSAID')).toBe(true)
		for (const word of ['KELPIE', 'SELKIE', 'GRINDYLOW', 'BOGGART'])
			expect(`${word} ${bytes.includes(word)}`).toBe(`${word} false`)
	}

	// Sent twice, as by a double press, it is done once.
	await removeWords({ db, live }, facilitator, id, asked)
	expect(await listErasures(db.read, id)).toHaveLength(1)
	expect((await listWritings(db.read, id, await generationOf(id))).length).toBeGreaterThan(0)
})

test('without a writer only what was deleted goes, and words that wait for their writer stay', async () => {
	const { citizen, provider, facilitator } = given
	const { id } = await givenDocument(db, given)
	await write(citizen, id, 'Stands. NUCKELAVEE\n\nGoes.')
	const form = await openForm(id)
	await write(citizen, id, 'Stands.')
	await write(provider, id, `${form.text} Waits.`, form.base)
	expect(await removeWords({ db, live }, facilitator, id, removing())).toMatchObject({ letters: 0, isForgotten: true })
	expect(await textOf(id)).toBe('|Stands.|')
	expect((await listWaitingRescues(db.read, id, provider.memberId)).map(({ words }) => words.trim())).toEqual([
		'Waits.',
	])
	if (scratch.dataDir) expect((await bytesOf(scratch.dataDir)).includes('NUCKELAVEE')).toBe(false)
	// A form opened on the words before cannot bring them back.
	expect(await write(citizen, id, `${form.text} More`, form.base)).toEqual({ refused: 'form-too-old' })
})

test('sent twice at once, as by a double click, it is done once', async () => {
	const { citizen, facilitator } = given
	const { id } = await givenDocument(db, given)
	await write(citizen, id, 'Stands.')
	const asked = removing()
	// As after a restart: nobody has opened it yet.
	const fresh = givenLiveServer(db)
	const both = await Promise.all([1, 2].map(() => removeWords({ db, live: fresh }, facilitator, id, asked)))
	expect(both).toEqual([1, 2].map(() => ({ letters: 0, isForgotten: true })))
	expect(await listErasures(db.read, id)).toHaveLength(1)
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(fresh, id))
	expect(doc.getXmlFragment('good-life').toString()).toContain('Stands.')
	await fresh.close()
})

test('those who run a document remove words, also after its end; in a circle its own chair, and no facilitator', async () => {
	const { citizen, provider, facilitator, place, group } = given
	const ended = await givenDocument(db, given, { groupId: group.id, phase: 'stopped', stoppedReason: 'No money' })
	const parts = { db, live }
	expect(await removeWords(parts, provider, ended.id, removing())).toEqual({ refused: 'not-allowed' })
	expect(await removeWords(parts, facilitator, ended.id, removing({ reason: ' ' }))).toEqual({ refused: 'no-reason' })
	expect(await removeWords(parts, facilitator, ended.id, removing({ passages: ['a'] }))).toEqual({
		refused: 'passage-too-short',
	})
	expect(await removeWords(parts, facilitator, ended.id, removing({ writerId: newId() }))).toEqual({
		refused: 'no-such-writer',
	})
	expect(await removeWords(parts, citizen, ended.id, removing())).toHaveProperty('isForgotten', true)

	const circle = await givenGroup(db, place, 'circle', [{ member: provider, office: 'chair' }, { member: citizen }])
	const secret = await givenDocument(db, given, { groupId: circle.id, visibility: 'circle' })
	const again = async (member: Membership) => (await findMembership(db.read, place, member.personId))!
	expect(await removeWords(parts, facilitator, secret.id, removing())).toEqual({ refused: 'not-found' })
	expect(await removeWords(parts, await again(citizen), secret.id, removing())).toEqual({ refused: 'not-allowed' })
	expect(await removeWords(parts, await again(provider), secret.id, removing())).toHaveProperty('isForgotten', true)
})

test('what was begun is finished after the process ended, and what could not be forgotten yet is forgotten later', async () => {
	const { citizen, facilitator } = given
	const { id } = await givenDocument(db, given)
	await write(citizen, id, 'BARGHEST')
	const killed = { ...live, rebuild: () => Promise.reject(new Error('killed')) }
	const asked = removing({ writerId: citizen.memberId })
	await expect(removeWords({ db, live: killed }, facilitator, id, asked)).rejects.toThrow('killed')
	expect(await listErasures(db.read, id)).toMatchObject([{ doneAt: null }])
	await finishErasures({ db, live }, new Date(Date.now() + 60_000))
	expect(await textOf(id)).toContain('BARGHEST')
	const later = new Date(Date.now() + 180_000)
	const held = { ...db, read: db.read, forget: () => Promise.reject(new Error('a backup reads it')) }
	await finishErasures({ db: held, live }, later)
	expect(await textOf(id)).not.toContain('BARGHEST')
	expect((await listErasures(db.read, id))[0]!.doneAt).not.toBeNull()
	await finishErasures({ db, live }, later)
	if (scratch.dataDir) expect((await bytesOf(scratch.dataDir)).includes('BARGHEST')).toBe(false)
	expect((await listEntriesAbout(db.read, given.place, id)).map(({ kind }) => kind)).toEqual(['words-removed'])
})

test('what a program keeps beside the sections stays with its writers and goes with the one whose words go', async () => {
	const { citizen, commissioner, facilitator } = given
	const { id } = await givenDocument(db, given)
	for (const [who, says] of [
		[citizen, 'KELPIE'],
		[commissioner, 'STAYS'],
	] as const) {
		const theirs = new Y.Doc()
		theirs.getArray('a-program').push([1, says])
		theirs.getMap('a-map').set(says, new TextEncoder().encode(says))
		expect(await live.merge(id, Y.encodeStateAsUpdate(theirs), who.memberId)).toEqual({ rescued: [] })
	}
	const asked = removing({ writerId: citizen.memberId })
	expect(await removeWords({ db, live }, facilitator, id, asked)).toMatchObject({ isForgotten: true })
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(live, id))
	expect(doc.getArray('a-program').toJSON()).toEqual([1, 'STAYS'])
	expect([...doc.getMap('a-map').keys()]).toEqual(['STAYS'])
	if (scratch.dataDir) expect((await bytesOf(scratch.dataDir)).includes('KELPIE')).toBe(false)
})

test('a removal that goes wrong holds up none that was begun later, and is told of in the end', async () => {
	const { citizen, facilitator } = given
	const killed = { ...live, rebuild: () => Promise.reject(new Error('killed')) }
	const ids: string[] = []
	for (let n = 0; n < 2; n++) {
		const { id } = await givenDocument(db, given)
		await write(citizen, id, 'BARGHEST')
		const begun = removeWords({ db, live: killed }, facilitator, id, removing({ writerId: citizen.memberId }))
		await expect(begun).rejects.toThrow('killed')
		ids.push(id)
	}
	const wrong: Pick<CollabServer, 'rebuild'> = {
		rebuild: async (id, ...how) => {
			if (id === ids[0]) throw new Error('still wrong')
			return await live.rebuild(id, ...how)
		},
	}
	const parts = { db, live: Object.assign(Object.create(live) as CollabServer, wrong) }
	const later = new Date(Date.now() + 180_000)
	await expect(finishErasures(parts, later)).rejects.toThrow('1 removals')
	expect(await Promise.all(ids.map((id) => textOf(id)))).toEqual(['|BARGHEST|', ''])
	await finishErasures({ db, live }, later)
	expect(await textOf(ids[0]!)).toBe('')
})
