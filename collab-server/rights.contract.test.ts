import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Document } from '../app/domain/documents/document.ts'
import { saveDocument } from '../db/queries/documents.ts'
import { changeMember } from '../db/queries/members.ts'
import { endSession } from '../db/queries/sessions.ts'
import { scratchDatabase } from '../tests/contracts/scratch.ts'
import { givenMember } from '../tests/factories.ts'
import {
	givenDocument,
	givenHarbour,
	givenSession,
	type Harbour,
	origin,
	readState,
	until,
} from '../tests/live/harbour.ts'
import { encodeStep2, encodeUpdate } from './protocol.ts'

let scratch: Awaited<ReturnType<typeof scratchDatabase>>
let harbour: Harbour

beforeAll(async () => {
	scratch = await scratchDatabase()
	harbour = await givenHarbour(scratch.db)
})
afterAll(async () => {
	await harbour.close()
	await scratch.remove()
})

async function wordsOf(documentId = harbour.document.id) {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, await readState(harbour.live, documentId))
	return doc.getText('good-life').toString()
}

async function change(document: Document, facts: Partial<Document>) {
	await scratch.db.write((tx) => saveDocument(tx, { ...document, ...facts }))
	await harbour.live.recheck()
}

describe('who is let in', () => {
	test.each([
		['without a session', async () => ({ cookie: '' }), 4401],
		[
			'with a session that has expired',
			async () => ({ cookie: (await givenSession(scratch.db, harbour.citizen, { expiresInMs: -1 })).cookie }),
			4401,
		],
		['to a document that is not there', async () => ({ document: '0123456789abcdef' }), 4404],
		['in a tab that somebody else had open before', async () => ({ member: harbour.citizen.memberId }), 4401],
		[
			'in a tab that somebody else had open before the document was rebuilt',
			async () => ({ member: harbour.citizen.memberId, generation: 2 }),
			4401,
		],
		['to another history of the document', async () => ({ generation: 2 }), 4409],
		[
			'to a circle without a seat',
			async () => ({
				document: (await givenDocument(scratch.db, harbour, { groupId: harbour.group.id, visibility: 'circle' })).id,
			}),
			4403,
		],
	] as const)('nobody %s, and the stock client does not try again', async (_who, options, code) => {
		const tab = harbour.connect('facilitator', await options())
		await until(() => tab.closes.length > 0)
		expect(tab.closes[0]!.code).toBe(code)
		expect(tab.provider.shouldConnect).toBe(false)
		expect(tab.text.toString()).toBe('')
	})

	test('a public document is live for its members, and for the rest of the world a page', async () => {
		const document = await givenDocument(scratch.db, harbour, { visibility: 'public' })
		const other = await givenHarbour(scratch.db)
		const tab = harbour.connect('citizen', { document: document.id, cookie: other.cookies.citizen })
		await until(() => tab.closes[0]?.code === 4403)
		await harbour.connect('observer', { document: document.id }).synced()
		await other.close()
	})

	test('nobody from another site, whatever their cookie', async () => {
		const socket = new WebSocket(`${harbour.url}/${harbour.document.id}`, {
			headers: { cookie: harbour.cookies.citizen, origin: 'https://elsewhere.example' },
		})
		const refusal = await new Promise<string>((resolve) => socket.on('error', ({ message }) => resolve(message)))
		expect(refusal).toContain('403')
		await harbour.connect('citizen', { origin }).synced()
	})

	test('other upgrades are left to others', async () => {
		const heard = new Promise<string>((resolve) =>
			harbour.http.once('upgrade', ({ url }, socket) => {
				socket.destroy()
				resolve(url ?? '')
			}),
		)
		const socket = new WebSocket(harbour.url.replace('/live', '/vite'))
		socket.on('error', () => undefined)
		expect(await heard).toBe('/vite')
	})
})

test('seven ways to write as a reader change nothing', async () => {
	const before = await wordsOf()
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, 'FORGED')
	const update = Y.encodeStateAsUpdate(doc)
	const writer = await harbour.connect('citizen', { ack: true }).synced()
	writer.type('Stands. ')
	await writer.stored()
	const deletion = Y.encodeStateAsUpdate(writer.doc)
	const remover = new Y.Doc()
	Y.applyUpdate(remover, deletion)
	remover.getText('good-life').delete(0, 3)
	const overlong = encoding.createEncoder()
	for (const byte of [0x80, 0x00, 0x82, 0x80, 0x00]) encoding.writeUint8(overlong, byte)
	encoding.writeVarUint8Array(overlong, update)
	const two = Uint8Array.of(...encodeUpdate(update), ...encodeUpdate(update))

	const reader = await harbour.connect('observer', { ack: true }).synced()
	expect(reader.notices).toContainEqual({ kind: 'read-only' })
	reader.type('typed')
	for (const frame of [
		encodeStep2(update),
		encodeUpdate(update),
		encodeUpdate(Y.encodeStateAsUpdate(remover)),
		encoding.toUint8Array(overlong),
	]) {
		reader.provider.ws!.send(frame)
	}
	for (const type of [2, 4, 10, 11]) reader.provider.ws!.send(Uint8Array.of(type, ...encodeUpdate(update).subarray(1)))
	reader.provider.ws!.send(two)
	await until(() => reader.closes.length > 0)
	expect(reader.closes[0]!.code).toBe(4400)
	expect(await wordsOf()).toBe(`${before}Stands. `)
	expect(writer.text.toString()).toBe(`${before}Stands. `)
	expect(reader.saved.every(({ frames }) => frames === 0)).toBe(true)
})

describe('a right lost while connected', () => {
	test('a member who leaves is out at once', async () => {
		const member = await givenMember(scratch.db, harbour.place, { name: 'Gwen', voice: harbour.voices.citizen })
		const { cookie } = await givenSession(scratch.db, member)
		const tab = await harbour.connect('citizen', { cookie }).synced()
		await scratch.db.write((tx) => changeMember(tx, harbour.place, member.memberId, { leftAt: new Date() }))
		await harbour.live.recheck()
		tab.type('TOO LATE')
		await until(() => tab.closes[0]?.code === 4403)
		expect(tab.provider.shouldConnect).toBe(false)
		expect(await wordsOf()).not.toContain('TOO LATE')
	})

	test('signing out ends the connection; signing in again brings the words along', async () => {
		const session = await givenSession(scratch.db, harbour.provider)
		const document = await givenDocument(scratch.db, harbour)
		const tab = await harbour.connect('provider', { cookie: session.cookie, document: document.id }).synced()
		await scratch.db.write((tx) => endSession(tx, harbour.provider.personId, session.id, new Date()))
		await harbour.live.recheck()
		await until(() => tab.closes[0]?.code === 4401)
		tab.type('written meanwhile')
		const again = await harbour.connect('provider', { doc: tab.doc, document: document.id, ack: true }).synced()
		await again.stored()
		expect(await wordsOf(document.id)).toBe('written meanwhile')
	})

	test('a document that becomes final turns read-only under the pen, and writable again when it is opened', async () => {
		const document = await givenDocument(scratch.db, harbour)
		const tab = await harbour.connect('citizen', { document: document.id, ack: true }).synced()
		tab.type('before ')
		await tab.stored()
		await change(document, { phase: 'final' })
		await until(() => tab.notices.some(({ kind }) => kind === 'read-only'))
		tab.type('while final ')
		await until(() => harbour.live.metrics.refusals.get('read-only')! > 0)
		expect(await wordsOf(document.id)).toBe('before ')
		expect(tab.isSaved).toBe(false)
		await change(document, { phase: 'draft' })
		await until(() => tab.notices.at(-1)?.kind === 'may-write')
		await tab.stored()
		expect(await wordsOf(document.id)).toBe('before while final ')
		expect(tab.closes).toEqual([])
	})

	test('time ends a session without anybody’s doing', async () => {
		const patient = await givenHarbour(scratch.db, { accessMs: 20 })
		const { cookie } = await givenSession(scratch.db, patient.citizen, { expiresInMs: 1_500 })
		const tab = await patient.connect('citizen', { cookie }).synced()
		await until(() => tab.closes[0]?.code === 4401, 'signed out', 5_000)
		await patient.close()
	})

	test('the database alone is enough: the server asks again by itself', async () => {
		const swift = await givenHarbour(scratch.db, { sweepMs: 30 })
		const session = await givenSession(scratch.db, swift.citizen)
		const tab = await swift.connect('citizen', { cookie: session.cookie }).synced()
		await scratch.db.write((tx) => endSession(tx, swift.citizen.personId, session.id, new Date()))
		await until(() => tab.closes[0]?.code === 4401, 'signed out', 2_000)
		await swift.close()
	})
})

test('names on carets are the server’s, and somebody who leaves is gone at once', async () => {
	const amina = await harbour.connect('citizen').synced()
	const colin = await harbour.connect('commissioner').synced()
	amina.provider.awareness.setLocalState({ cursor: { at: 1 }, user: { name: 'The Mayor', memberId: 'nobody' } })
	const seen = () => colin.provider.awareness.getStates().get(amina.doc.clientID)
	await until(() => seen()?.cursor !== undefined)
	expect(seen()).toEqual({
		cursor: { at: 1 },
		user: { name: 'Amina', voice: harbour.citizen.voice, memberId: harbour.citizen.memberId },
	})
	;(amina.provider.ws as unknown as WebSocket).terminate()
	amina.provider.shouldConnect = false
	await until(() => seen() === undefined, 'gone', 1_000)
})
