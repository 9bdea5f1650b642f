import { createHash } from 'node:crypto'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { canonicalJson } from '../../app/domain/canonical-json.ts'
import { plainText } from '../../app/domain/documents/content.ts'
import type { Visibility } from '../../app/domain/documents/document.ts'
import type { NewDocument } from '../../app/domain/documents/start.ts'
import { versionContent } from '../../app/domain/documents/version.ts'
import { openDecision } from '../../app/features/decisions/open-decision.server.ts'
import { changeVisibility } from '../../app/features/documents/change-visibility.server.ts'
import { finishDocument } from '../../app/features/documents/finish-document.server.ts'
import { freezeVersion } from '../../app/features/documents/freeze-version.server.ts'
import { proposeDocument } from '../../app/features/documents/propose-document.server.ts'
import { letGoOfWords, putBackWords } from '../../app/features/documents/put-back-words.server.ts'
import { openState, readSections } from '../../app/features/documents/read-sections.server.ts'
import { reopenDocument } from '../../app/features/documents/reopen-document.server.ts'
import { startDocument } from '../../app/features/documents/start-document.server.ts'
import { stateTerms } from '../../app/features/documents/state-terms.server.ts'
import { stopDocument } from '../../app/features/documents/stop-document.server.ts'
import { keptForMs, sweepOpenForms } from '../../app/features/documents/sweep-open-forms.server.ts'
import { openSectionForm, writeSection } from '../../app/features/documents/write-section.server.ts'
import { newId } from '../../app/http/new-id.ts'
import { type CollabServer, openCollabServer } from '../../collab-server/server.ts'
import type { Database } from '../../db/database.ts'
import { listTurns } from '../../db/queries/document-turns.ts'
import { findDocument } from '../../db/queries/documents.ts'
import { listWaitingRescues } from '../../db/queries/live-documents.ts'
import { findMembership } from '../../db/queries/members.ts'
import { listEntriesAbout } from '../../db/queries/record.ts'
import { findThread } from '../../db/queries/thread.ts'
import { findVersion, listVersions } from '../../db/queries/versions.ts'
import { type GivenPartnership, givenGroup, givenPartnership } from '../factories.ts'
import { givenDecision } from '../given-decision.ts'
import { readState } from '../live/harbour.ts'
import { scratchDatabase } from './scratch.ts'

let db: Database
let live: CollabServer
let given: GivenPartnership
let remove: () => Promise<void>
const terms = {
	open: 'When',
	fixed: 'The total',
	fixedWhy: 'Set in May',
	money: '£180,000',
	whoDecides: 'The panel',
	byWhen: '2027-03-31',
}

beforeAll(async () => {
	const scratch = await scratchDatabase()
	db = scratch.db
	live = openCollabServer({
		db,
		log: pino({ level: 'silent' }),
		origins: new Set(),
		hashToken: (_purpose, token) => token,
		cookieName: 'alongside',
	})
	given = await givenPartnership(db)
	remove = scratch.remove
})

afterAll(async () => {
	await live.close()
	await remove()
})

function input(facts: Partial<NewDocument> = {}): NewDocument {
	return {
		id: newId(),
		title: 'Breaks for carers',
		template: 'priority',
		need: 'Carers are worn out.',
		needSource: '31 carers, spring 2026',
		groupId: null,
		visibility: 'public',
		...facts,
	}
}

async function givenDraft(facts: Partial<NewDocument> = {}) {
	const started = await startDocument(db, given.citizen, input(facts))
	if ('refused' in started) throw new Error(started.refused)
	return started.document
}

async function openForm(id: string) {
	const opened = await openSectionForm({ db, live }, given.citizen, id, 'good-life')
	if ('refused' in opened) throw new Error(opened.refused)
	return opened
}

const wordsOf = async (id: string, sectionId = 'good-life') =>
	plainText(readSections(await readState(live, id), 'priority').find((section) => section.id === sectionId)!.content)

test('a document is started once, however often the form is sent', async () => {
	const asked = input()
	const [one, two] = await Promise.all([
		startDocument(db, given.citizen, asked),
		startDocument(db, given.citizen, asked),
	])
	expect(one).toEqual(two)
	const other = await startDocument(db, given.citizen, input())
	expect([one, other].map((each) => 'document' in each && each.document.reference.slice(-3))).toEqual(['001', '002'])
	expect((await listEntriesAbout(db.read, given.place, asked.id)).map(({ kind }) => kind)).toEqual(['document-started'])
})

test('who may start what', async () => {
	const circle = await givenGroup(db, given.place, 'circle', [{ member: given.citizen, office: 'chair' }])
	const seated = (await findMembership(db.read, given.place, given.citizen.personId))!
	const start = (who: typeof seated, facts: Partial<NewDocument>) => startDocument(db, who, input(facts))
	expect(await start(given.observer, {})).toEqual({ refused: 'not-allowed' })
	expect(await start(given.facilitator, { groupId: given.group.id })).toEqual({ refused: 'no-seat' })
	expect(await start(given.facilitator, { groupId: circle.id, visibility: 'circle' })).toEqual({
		refused: 'group-not-found',
	})
	expect(await start(seated, { groupId: circle.id, visibility: 'public' })).toEqual({ refused: 'circle-is-private' })
	expect(await start(seated, { groupId: given.group.id, visibility: 'circle' })).toEqual({ refused: 'needs-circle' })
	expect(await start(seated, { visibility: 'group' })).toEqual({ refused: 'needs-group' })
	expect(await start(seated, { groupId: circle.id, visibility: 'circle' })).toHaveProperty(
		'document.visibility',
		'circle',
	)
})

test('saying the same terms again records nothing', async () => {
	const { id } = await givenDraft()
	await stateTerms(db, given.provider, id, terms)
	await stateTerms(db, given.provider, id, terms)
	expect(await findDocument(db.read, given.place, id)).toHaveProperty('terms', terms)
	expect((await listEntriesAbout(db.read, given.place, id)).map(({ kind }) => kind)).toEqual([
		'document-started',
		'document-terms-changed',
	])
	expect(await stateTerms(db, given.observer, id, terms)).toEqual({ refused: 'not-allowed' })
})

test('a form and a live writer both keep their words', async () => {
	const { id } = await givenDraft()
	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'We want to sleep.' })
	const form = await openForm(id)
	expect(form.text).toBe('We want to sleep.')

	const tab = openState(await readState(live, id))
	const before = Y.encodeStateVector(tab)
	const paragraph = tab.getXmlFragment('good-life').get(0) as Y.XmlElement
	;(paragraph.get(0) as Y.XmlText).insert(0, 'Live: ')
	await live.merge(id, Y.encodeStateAsUpdate(tab, before), given.provider.memberId)

	const written = await writeSection({ db, live }, given.commissioner, id, 'good-life', {
		text: 'We want to sleep well.',
		base: form.base,
	})
	expect(written).toEqual({ changed: true, rescued: [] })
	expect(await wordsOf(id)).toBe('Live: We want to sleep well.')
	// Sent again, as by a double press: the same form on the same state says nothing new to those who wrote since.
	expect(
		await writeSection({ db, live }, given.commissioner, id, 'good-life', { text: form.text, base: form.base }),
	).toEqual({ changed: false, rescued: [] })
})

test('words that fall on removed ground come back to their writer, and go back once', async () => {
	const { id } = await givenDraft()
	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'One.\n\nTwo.' })
	const form = await openForm(id)
	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'One.' })
	const written = await writeSection({ db, live }, given.provider, id, 'good-life', {
		text: 'One.\n\nTwo and three.',
		base: form.base,
	})
	expect(written).toMatchObject({ changed: true })
	expect((written as { rescued: string[] }).rescued.join('')).toContain('and three')

	const [rescue] = await listWaitingRescues(db.read, id, given.provider.memberId)
	const settling = { rescueId: rescue!.id, sectionId: 'good-life', text: 'and three' }
	expect(await putBackWords({ db, live }, given.citizen, id, settling)).toEqual({ put: false })
	const both = await Promise.all([
		putBackWords({ db, live }, given.provider, id, settling),
		putBackWords({ db, live }, given.provider, id, settling),
	])
	expect(both.map((each) => 'put' in each && each.put).sort()).toEqual([false, true])
	expect(await wordsOf(id)).toBe('One.\nand three')
	expect(await letGoOfWords(db, given.provider, id, rescue!.id)).toEqual({ letGo: false })
})

test('words are put back before they are noted as put back, and once however often', async () => {
	const { id } = await givenDraft()
	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'One.\n\nTwo.' })
	const form = await openForm(id)
	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'One.' })
	await writeSection({ db, live }, given.provider, id, 'good-life', { text: 'One.\n\nTwo and three.', base: form.base })
	const [rescue] = await listWaitingRescues(db.read, id, given.provider.memberId)
	const settling = { rescueId: rescue!.id, sectionId: 'good-life', text: 'and three' }
	const waiting = async () => (await listWaitingRescues(db.read, id, given.provider.memberId)).length

	const down = {
		...live,
		read: live.read.bind(live),
		merge: () => Promise.reject(new Error('killed before the merge')),
	}
	await expect(putBackWords({ db, live: down }, given.provider, id, settling)).rejects.toThrow('killed')
	expect(await waiting()).toBe(1)

	const write: Database['write'] = () => Promise.reject(new Error('killed after the merge'))
	await expect(putBackWords({ db: { ...db, write }, live }, given.provider, id, settling)).rejects.toThrow('killed')
	expect(await wordsOf(id)).toBe('One.\nand three')
	expect(await waiting()).toBe(1)

	expect(await putBackWords({ db, live }, given.provider, id, settling)).toEqual({ put: true })
	expect(await wordsOf(id)).toBe('One.\nand three')
	expect(await waiting()).toBe(0)
})

test('a form opened more than a week ago changes nothing', async () => {
	const { id } = await givenDraft()
	const form = await openForm(id)
	await writeSection({ db, live }, given.provider, id, 'good-life', { text: 'Theirs.' })
	const later = new Date(Date.now() + keptForMs + 1000)
	const late = { text: 'Late', base: form.base }
	expect(await writeSection({ db, live }, given.citizen, id, 'good-life', late, later)).toEqual({
		refused: 'form-too-old',
	})
	expect(await sweepOpenForms(db, later)).toBeGreaterThan(0)
	expect(await writeSection({ db, live }, given.citizen, id, 'good-life', late)).toEqual({ refused: 'form-too-old' })
	const other = await givenDraft()
	const foreign = await openForm(other.id)
	expect(await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'x', base: foreign.base })).toEqual({
		refused: 'form-too-old',
	})
	expect(await wordsOf(id)).toBe('Theirs.')
})

test.each<[string, Database['write']]>([
	['never answers', () => new Promise(() => undefined)],
	['refuses', () => Promise.reject(new Error('database is locked'))],
])(
	'a form opens while the database %s: sent when it takes words again, it never takes others’ away',
	async (_, write) => {
		const { id } = await givenDraft()
		await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'One.' })
		const open = async () => {
			const opened = await openSectionForm({ db: { ...db, write }, live }, given.citizen, id, 'good-life')
			if ('refused' in opened) throw new Error(opened.refused)
			return opened
		}
		const [first, second] = [await open(), await open()]
		expect(first.text).toBe('One.')
		const send = (base: string, text: string) =>
			writeSection({ db, live }, given.citizen, id, 'good-life', { text, base })
		expect(await send(first.base, 'One.\n\nTwo.')).toEqual({ changed: true, rescued: [] })
		expect(await wordsOf(id)).toBe('One.\nTwo.')
		expect(await send(second.base, 'One and a half.')).toEqual({ refused: 'form-too-old' })
		expect(await wordsOf(id)).toBe('One.\nTwo.')
	},
)

test('a version holds the very words, its number and a fingerprint anyone can make again', async () => {
	const { id } = await givenDraft()
	expect(await freezeVersion({ db, live }, given.citizen, id, { id: newId() })).toEqual({ refused: 'nothing-written' })
	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'A **good** week.\n\n- one\n- two' })
	await writeSection({ db, live }, given.provider, id, 'evidence', { text: '31 carers.' })
	const ids = [newId(), newId(), newId()]
	const frozen = await Promise.all(
		ids.map((version) => freezeVersion({ db, live }, given.citizen, id, { id: version })),
	)
	expect(frozen.filter((each) => 'version' in each)).toHaveLength(1)
	expect(frozen.filter((each) => 'refused' in each && each.refused === 'same-words')).toHaveLength(2)

	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'Something else.' })
	const second = newId()
	await freezeVersion({ db, live }, given.citizen, id, { id: second })
	expect(await freezeVersion({ db, live }, given.citizen, id, { id: second })).toHaveProperty('version.number', 2)
	const versions = await listVersions(db.read, given.place, id)
	expect(versions.map(({ number }) => number)).toEqual([2, 1])

	const first = (await findVersion(db.read, given.place, versions[1]!.id))!
	expect(first.writers).toBe(2)
	expect(plainText(first.sections[0]!.content)).toBe('A good week.\none\n\ntwo')
	expect(
		createHash('sha256')
			.update(canonicalJson(versionContent(first)))
			.digest('hex'),
	).toBe(first.fingerprint)
	const entries = await listEntriesAbout(db.read, given.place, id)
	expect(entries.filter(({ kind }) => kind === 'version-frozen').map(({ details }) => details.fingerprint)).toEqual([
		first.fingerprint,
		versions[0]!.fingerprint,
	])
})

test('words leave draft only with the good life and the statement', async () => {
	const { id } = await givenDraft()
	const propose = () => proposeDocument({ db, live }, given.citizen, id)
	expect(await propose()).toMatchObject({ refused: 'good-life-empty' })
	await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'A good week.' })
	expect(await propose()).toMatchObject({ refused: 'terms-missing' })
	await stateTerms(db, given.citizen, id, terms)
	expect(await proposeDocument({ db, live }, given.observer, id)).toEqual({ refused: 'not-allowed' })
	expect(await propose()).toHaveProperty('document.phase', 'proposed')
	expect(await propose()).toEqual({ refused: 'not-a-draft' })
})

test('who can see it, and its end, are for those who run it', async () => {
	const { id } = await givenDraft()
	expect(await changeVisibility(db, given.citizen, id, 'partnership')).toEqual({ refused: 'not-allowed' })
	expect(await changeVisibility(db, given.facilitator, id, 'group')).toEqual({ refused: 'needs-group' })
	expect(await changeVisibility(db, given.facilitator, id, 'partnership')).toHaveProperty(
		'document.visibility',
		'partnership',
	)
	expect(await stopDocument(db, given.citizen, id, 'No money')).toEqual({ refused: 'not-allowed' })
	expect(await stopDocument(db, given.facilitator, id, ' ')).toEqual({ refused: 'no-reason' })
	expect(await stopDocument(db, given.facilitator, id, 'No money')).toHaveProperty('document.stoppedReason', 'No money')
	expect(await writeSection({ db, live }, given.citizen, id, 'good-life', { text: 'x' })).toEqual({ refused: 'ended' })
	expect(await stateTerms(db, given.citizen, id, terms)).toEqual({ refused: 'ended' })
	expect(await freezeVersion({ db, live }, given.citizen, id, { id: newId() })).toEqual({ refused: 'ended' })
	const kinds = (await listEntriesAbout(db.read, given.place, id)).map(({ kind }) => kind)
	expect(kinds).toEqual(['document-started', 'document-visibility-changed', 'document-stopped'])
})

test('what is frozen and called final is what is stored at that moment, also by another process', async () => {
	const { id } = await givenDraft()
	const { citizen, facilitator } = given
	const parts = { db, live }
	const elsewhere = openCollabServer({
		db,
		log: pino({ level: 'silent' }),
		origins: new Set(),
		hashToken: (_purpose, token) => token,
		cookieName: 'session',
	})
	try {
		await writeSection(parts, citizen, id, 'good-life', { text: 'A bus at ten.' })
		const frozen = async () => {
			const freezing = await freezeVersion(parts, citizen, id, { id: newId() })
			if ('refused' in freezing) throw new Error(freezing.refused)
			return plainText(freezing.version.sections.find((section) => section.id === 'good-life')!.content)
		}
		expect(await frozen()).toBe('A bus at ten.')
		await writeSection({ db, live: elsewhere }, citizen, id, 'good-life', { text: 'A bus at eleven.' })
		const finish = () => finishDocument(parts, facilitator, id, 'Everybody agreed on Tuesday.')
		expect(await finish()).toEqual({ refused: 'not-these-words' })
		expect(await frozen()).toBe('A bus at eleven.')
		expect(await finish()).toMatchObject({ document: { phase: 'final' }, version: { number: 2 } })
	} finally {
		await elsewhere.close()
	}
})

test('opening a document to more people says first which votes with names they would see', async () => {
	const named = { secrecy: 'named' as const, quorum: 0, threshold: 'majority' as const, showsStanding: false }
	const { document, decision } = await givenDecision(db, given, { visibility: 'partnership', rules: named })
	const { id, reference, question } = decision
	const change = (visibility: Visibility, readOfNames?: boolean) =>
		changeVisibility(db, given.facilitator, document.id, visibility, { readOfNames })
	expect(await change('public')).toEqual({ refused: 'opens-names', named: [{ id, reference, question }], meetings: [] })
	expect(await findDocument(db.read, given.place, document.id)).toHaveProperty('visibility', 'partnership')
	expect(await change('public', true)).toHaveProperty('document.visibility', 'public')
	expect(await change('partnership')).toHaveProperty('document.visibility', 'partnership')
})

test.each<[string, { state?: 'stopped'; stoppedReason?: string; rules?: 'named' }]>([
	['a secret vote', {}],
	['a named vote that was stopped', { state: 'stopped', stoppedReason: 'The wrong words', rules: 'named' }],
])('%s shows nobody’s name, so nothing is asked when the document is opened', async (_what, { rules, ...change }) => {
	const named = { secrecy: 'named' as const, quorum: 0, threshold: 'majority' as const, showsStanding: false }
	const { document } = await givenDecision(db, given, {
		visibility: 'partnership',
		...change,
		...(rules && { rules: named }),
	})
	const changing = await changeVisibility(db, given.facilitator, document.id, 'public')
	expect(changing).toHaveProperty('document.visibility', 'public')
})

test('final words are what was frozen; nobody writes, and they are decided on until they are opened again', async () => {
	const { id } = await givenDraft()
	const parts = { db, live }
	const { citizen, facilitator } = given
	const say = (reason = 'Everybody agreed on Tuesday.') => finishDocument(parts, facilitator, id, reason)
	await writeSection(parts, citizen, id, 'good-life', { text: 'A bus at ten.' })
	await stateTerms(db, citizen, id, terms)
	expect(await say()).toEqual({ refused: 'no-version' })
	await freezeVersion(parts, citizen, id, { id: newId() })
	const opened = await openSectionForm(parts, citizen, id, 'good-life')
	if ('refused' in opened) throw new Error(opened.refused)
	await writeSection(parts, citizen, id, 'good-life', { text: 'A bus at ten and eleven.' })
	expect(await say()).toEqual({ refused: 'not-these-words' })
	await freezeVersion(parts, citizen, id, { id: newId() })
	expect(await finishDocument(parts, citizen, id, 'Mine')).toEqual({ refused: 'not-allowed' })
	expect(await say()).toMatchObject({ document: { phase: 'final' }, version: { number: 2 } })

	const late = { text: 'A bus at noon.', base: opened.base }
	expect(await writeSection(parts, citizen, id, 'good-life', late)).toEqual({ refused: 'final' })
	const rescued = { rescueId: newId(), sectionId: 'good-life', text: 'A bus.' }
	expect(await putBackWords(parts, citizen, id, rescued)).toEqual({ refused: 'final' })
	expect(await stateTerms(db, citizen, id, { ...terms, money: '£1' })).toEqual({ refused: 'final' })
	expect(await freezeVersion(parts, citizen, id, { id: newId() })).toEqual({ refused: 'final' })
	expect(await stopDocument(db, facilitator, id, 'No money')).toEqual({ refused: 'final' })
	expect(await say()).toEqual({ refused: 'final' })
	const versionStop = (await findThread(db.read, given.place, id)).find(({ stop }) => stop === 'version')
	expect(versionStop?.standing).toMatchObject({ is: 'frozen', number: 2, final: true })

	const [second, first] = await listVersions(db.read, given.place, id)
	const ask = (versionId: string) =>
		openDecision(db, facilitator, {
			id: newId(),
			kind: 'panel-vote',
			method: 'motion',
			question: 'Shall we?',
			rules: { secrecy: 'secret', quorum: 0, threshold: 'majority', showsStanding: false },
			options: [],
			versionId,
			groupId: given.group.id,
			closesAt: new Date(Date.now() + 86_400_000),
		})
	expect(await ask(first!.id)).toEqual({ refused: 'not-the-final-version' })

	const open = (reason = 'The times are wrong.') => reopenDocument(parts, facilitator, id, reason)
	expect(await open(' ')).toEqual({ refused: 'no-reason' })
	expect(await open()).toHaveProperty('document.phase', 'draft')
	expect(await open()).toEqual({ refused: 'not-final' })
	expect(await writeSection(parts, citizen, id, 'good-life', late)).toMatchObject({ changed: true })
	await freezeVersion(parts, citizen, id, { id: newId() })
	expect(await say('Now they are right.')).toMatchObject({ version: { number: 3 } })
	const [third] = await listVersions(db.read, given.place, id)
	expect(third!.number).toBe(second!.number + 1)
	expect(await ask(third!.id)).toMatchObject({ decision: { state: 'open' } })
	expect(await findDocument(db.read, given.place, id)).toHaveProperty('phase', 'final')
	expect(await open()).toEqual({ refused: 'decided' })

	expect(await listTurns(db.read, id)).toMatchObject([
		{ turn: 'final', version: 3, reason: 'Now they are right.', by: 'Farah' },
		{ turn: 'opened-again', version: 2, reason: 'The times are wrong.', by: 'Farah' },
		{ turn: 'final', version: 2, reason: 'Everybody agreed on Tuesday.', by: 'Farah' },
	])
	const kinds = (await listEntriesAbout(db.read, given.place, id)).map(({ kind }) => kind)
	expect(kinds.filter((kind) => kind.startsWith('document-'))).toEqual([
		'document-started',
		'document-terms-changed',
		'document-finished',
		'document-opened-again',
		'document-finished',
	])
})

test('a form that is sent twice, as without scripts a double click does, puts its words in once; changed words go in too', async () => {
	const { id } = await givenDraft()
	const { base } = await openForm(id)
	const send = (text: string) => writeSection({ db, live }, given.citizen, id, 'good-life', { text, base })
	await Promise.all([send('We want to sleep.'), send('We want to sleep.')])
	await send('We want to sleep.')
	expect(await wordsOf(id)).toBe('We want to sleep.')
	await send('And rest.')
	expect(await wordsOf(id)).toContain('And rest.')
})
