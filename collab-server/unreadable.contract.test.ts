import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { findWords } from '../app/features/documents/find-words.server.ts'
import { freezeVersion } from '../app/features/documents/freeze-version.server.ts'
import { proposeDocument } from '../app/features/documents/propose-document.server.ts'
import { openSectionForm, writeSection } from '../app/features/documents/write-section.server.ts'
import { newId } from '../app/http/new-id.ts'
import { appendUpdates, loadLiveDocument } from '../db/queries/live-documents.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { type GivenPartnership, givenPartnership } from '../tests/factories.ts'
import { bytes, nestedMaps, raw } from '../tests/hostile/corpus.ts'
import { damageState, listSetAside, runByHand } from '../tests/live/damage.ts'
import { givenDocument, givenLiveServer, readState, until } from '../tests/live/harbour.ts'
import { checkLiveDocuments } from './check.ts'
import { decodeMessage, encodeUpdate } from './protocol.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let given: GivenPartnership

beforeAll(async () => {
	scratch = await scratchDatabase()
	given = await givenPartnership(scratch.db)
})
afterAll(() => scratch.remove())

const broken = Uint8Array.of(1, 2, 3, 4)

/** A document with three words folded into its state, two of them known to a form, whose state is then damaged. */
async function givenDamaged({ withForm = true, withVersion = false } = {}) {
	const { db } = scratch
	const document = await givenDocument(db, given)
	const live = givenLiveServer(db, { logRows: 1 })
	const write = async (text: string) => writeSection({ db, live }, given.citizen, document.id, 'good-life', { text })
	await write('One.')
	if (withVersion) await freezeVersion({ db, live }, given.citizen, document.id, { id: newId() })
	await write('One.\n\nTwo.')
	if (withForm) await openSectionForm({ db, live }, given.provider, document.id, 'good-life')
	await write('One.\n\nTwo.\n\nThree.')
	await until(async () => (await loadLiveDocument(db.read, document.id, 1)).updates.length === 0, 'folded')
	await live.close()
	const whole = (await loadLiveDocument(db.read, document.id, 1)).state!
	await damageState(db, document.id, broken)
	return { document, whole }
}

const textOf = ({ sections }: Awaited<ReturnType<typeof findWords>>) =>
	JSON.stringify(sections.find(({ id }) => id === 'good-life')?.content ?? null).match(/(?<="text":")[^"]*/g)

test('the latest copy that can be read is shown, writing is refused, and the stored bytes stay until they are put back', async () => {
	const { db } = scratch
	const { document, whole } = await givenDamaged()
	const lines: { msg: string; documentId: string }[] = []
	const log = pino({ level: 'error' }, { write: (line) => lines.push(JSON.parse(line)) })
	const live = givenLiveServer(db, {}, log)
	const parts = { db, live }

	const found = await findWords(parts, given.place, document)
	expect(found.unreadable?.instead?.from).toBe('copy')
	expect(textOf(found)).toEqual(['One.', 'Two.'])
	expect(await openSectionForm(parts, given.citizen, document.id, 'good-life')).toEqual({ refused: 'unreadable' })
	for (const refused of [
		await writeSection(parts, given.citizen, document.id, 'good-life', { text: 'Mine' }),
		await freezeVersion(parts, given.citizen, document.id, { id: newId() }),
		await proposeDocument(parts, given.citizen, document.id),
		await live.rebuild(document.id),
	])
		expect(refused).toEqual({ refused: 'unreadable' })
	expect(Uint8Array.from((await loadLiveDocument(db.read, document.id, 1)).state!)).toEqual(broken)

	// The log hears of it once, however often its page is looked at, with the document and the way to mend it.
	expect(lines).toHaveLength(1)
	expect(lines[0]).toMatchObject({ documentId: document.id })
	expect(lines[0]!.msg).toMatch(/npx alongside documents check.*backup.*docs\/operate[.]md/)
	expect(live.metricsText()).toContain('alongside_live_documents_unreadable 1\n')

	const neighbour = await givenDocument(db, given)
	expect(await writeSection(parts, given.citizen, neighbour.id, 'good-life', { text: 'Well.' })).toHaveProperty(
		'changed',
		true,
	)
	await damageState(db, document.id, whole)
	expect(textOf(await findWords(parts, given.place, document))).toEqual(['One.', 'Two.', 'Three.'])
	expect(live.metricsText()).toContain('alongside_live_documents_unreadable 0\n')
	await live.close()
})

test.skipIf(process.env.DATABASE_URL)(
	'the statements in docs/operate.md put it back from a backup, with what was written since',
	async () => {
		const { db, dataDir } = scratch
		const { document, whole } = await givenDamaged()
		await damageState(db, document.id, whole)
		const backup = join(dataDir!, 'backup.db')
		await db.backup(backup)
		const live = givenLiveServer(db)
		await writeSection({ db, live }, given.provider, document.id, 'good-life', {
			text: 'One.\n\nTwo.\n\nThree.\n\nFour.',
		})
		await live.close()
		await damageState(db, document.id, broken)

		const guide = await readFile(new URL('../docs/operate.md', import.meta.url), 'utf8')
		const statements = /attach '[^']+' as backup;[\s\S]*?commit;/.exec(guide)![0]
		runByHand(
			dataDir!,
			statements.replace(/attach '[^']+'/, `attach '${backup}'`).replaceAll(`'ID'`, `'${document.id}'`),
		)

		const again = givenLiveServer(db)
		const found = await findWords({ db, live: again }, given.place, document)
		expect(found.unreadable).toBeNull()
		expect(textOf(found)).toEqual(['One.', 'Two.', 'Three.', 'Four.'])
		await again.close()
	},
)

const poison = {
	'types nested 8,000 deep': nestedMaps(7, 8_000, { deleted: false }),
	'types nested 8,000 deep, and their deletion': nestedMaps(7, 8_000, { deleted: true }),
	'JSON nested 100,000 deep': deepJson(7, 100_000),
}

function deepJson(client: number, levels: number) {
	const open = new Uint8Array(levels * 2).map((_, at) => (at % 2 ? 1 : 117))
	return encodeUpdate(bytes(1, 1, client, 0, raw(8), [1, 'list'], 1, open, raw(126, 0), 0))
}

/** The update in a frame that holds nothing else. */
function updateIn(frame: Uint8Array) {
	const message = decodeMessage(frame)
	if (message.type !== 'edit') throw new Error(message.type)
	return message.update
}

async function faultsOf(documentId: string) {
	for await (const { id, faults } of checkLiveDocuments(scratch.db)) if (id === documentId) return faults
	return null
}

test.each(Object.entries(poison))(
	'an older version stored %s in a state: nothing dies, `documents check` finds it, and it can be put back',
	async (_what, frame) => {
		const { db } = scratch
		const { document, whole } = await givenDamaged()
		await damageState(db, document.id, updateIn(frame))
		expect(await faultsOf(document.id)).toEqual(['state-unreadable'])
		const lines: { msg: string }[] = []
		const log = pino({ level: 'error' }, { write: (line) => lines.push(JSON.parse(line)) })
		const live = givenLiveServer(db, {}, log)
		const found = await findWords({ db, live }, given.place, document)
		expect(textOf(found)).toEqual(['One.', 'Two.'])
		expect(lines.map(({ msg }) => msg)).toEqual([expect.stringMatching(/npx alongside documents check.*docs\/operate/)])
		// What the statements below do, on either database.
		await damageState(db, document.id, whole)
		expect(await faultsOf(document.id)).toEqual([])
		expect(textOf(await findWords({ db, live }, given.place, document))).toEqual(['One.', 'Two.', 'Three.'])
		await live.close()
	},
)

test.each(Object.entries(poison))(
	'an older version stored %s in the log: it is set aside, and the rest opens and takes words',
	async (_what, frame) => {
		const { db } = scratch
		const document = await givenDocument(db, given)
		const live = givenLiveServer(db)
		const write = (text: string) => writeSection({ db, live }, given.citizen, document.id, 'good-life', { text })
		await write('Well.')
		await live.close()
		const row = { documentId: document.id, generation: 1, seq: 2, memberId: given.citizen.memberId, at: new Date() }
		await db.write((tx) => appendUpdates(tx, [{ ...row, update: updateIn(frame) }]))
		expect(await faultsOf(document.id)).toEqual(['rows-unreadable'])
		const again = givenLiveServer(db)
		const parts = { db, live: again }
		expect(textOf(await findWords(parts, given.place, document))).toEqual(['Well.'])
		await writeSection(parts, given.citizen, document.id, 'good-life', { text: 'Well. And more.' })
		expect(textOf(await findWords(parts, given.place, document))).toEqual(['Well. And more.'])
		expect(await listSetAside(db, document.id)).toEqual([2])
		await again.close()
	},
)

test.each([
	[
		'a version, when no form was opened',
		{ withForm: false, withVersion: true },
		{ from: 'version', number: 1 },
		['One.'],
	],
	['the later of a copy and a version', { withForm: true, withVersion: true }, { from: 'copy' }, ['One.', 'Two.']],
])('shown instead: %s', async (_what, how, instead, words) => {
	const { document } = await givenDamaged(how)
	const live = givenLiveServer(scratch.db)
	const found = await findWords({ db: scratch.db, live }, given.place, document)
	expect(found.unreadable?.instead).toMatchObject(instead)
	expect(textOf(found)).toEqual(words)
	await live.close()
})

test('with nothing readable at all, that is what is said', async () => {
	const { document } = await givenDamaged({ withForm: false })
	const live = givenLiveServer(scratch.db)
	expect(await findWords({ db: scratch.db, live }, given.place, document)).toEqual({
		sections: [],
		unreadable: { instead: null },
	})
	await live.close()
})

test('a document that is full says so as a value, and can still be made smaller', async () => {
	const { db } = scratch
	const live = givenLiveServer(db, { documentBytes: 3_000 })
	const document = await givenDocument(db, given)
	const write = (text: string) => writeSection({ db, live }, given.citizen, document.id, 'good-life', { text })
	const standing = `Kept. ${'a'.repeat(1_500)}`
	expect(await write(standing)).toEqual({ changed: true, rescued: [] })
	expect(await write(`${standing}\n\n${'b'.repeat(2_000)}`)).toEqual({ refused: 'document-full' })
	expect(await write('Kept.')).toEqual({ changed: true, rescued: [] })
	expect(await write(`Kept.\n\n${'b'.repeat(900)}`)).toEqual({ changed: true, rescued: [] })
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(live, document.id))
	expect(doc.getXmlFragment('good-life').toString()).toContain('bbb')
	await live.close()
})

test('a database that does not answer in time is a refusal, not an error', async () => {
	const { db } = scratch
	const document = await givenDocument(db, given)
	let isAway = false
	const away = {
		...db,
		get read() {
			return db.read
		},
		write: (work: Parameters<typeof db.write>[0]) =>
			isAway ? Promise.reject(new Error('SQLITE_FULL')) : db.write(work),
	} as typeof db
	const live = givenLiveServer(away, { mergeMs: 50 })
	isAway = true
	expect(await writeSection({ db: away, live }, given.citizen, document.id, 'good-life', { text: 'Here' })).toEqual({
		refused: 'not-in-time',
	})
	isAway = false
	await until(async () => JSON.stringify(await findWords({ db, live }, given.place, document)).includes('Here'))
	await live.close()
})
