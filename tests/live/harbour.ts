import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import pino, { type Logger } from 'pino'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Membership } from '../../app/domain/access/membership.ts'
import type { Document } from '../../app/domain/documents/document.ts'
import { decodeNotice, decodeSaved, type Notice, type Saved } from '../../app/domain/documents/live-messages.ts'
import { newId } from '../../app/http/new-id.ts'
import { openSecrets } from '../../app/http/secrets.ts'
import type { Limits } from '../../collab-server/limits.ts'
import { type CollabServer, openCollabServer } from '../../collab-server/server.ts'
import type { Database } from '../../db/database.ts'
import { saveDocument } from '../../db/queries/documents.ts'
import { saveSession } from '../../db/queries/sessions.ts'
import { documentStates, documents } from '../../db/schema/index.ts'
import { httpLimits } from '../../http-limits.ts'
import { type GivenPartnership, givenPartnership } from '../factories.ts'

export const origin = 'https://alongside.example'
export const cookieName = 'alongside'
const secrets = openSecrets('a key for tests')

// Each stock client listens for the end of the process, and a test has dozens of them.
process.setMaxListeners(0)

export const quiet = pino({ level: process.env.LIVE_LOG ?? 'silent' })

export function givenLiveServer(db: Database, limits: Partial<Limits> = {}, log = quiet): CollabServer {
	return openCollabServer({
		db,
		log,
		origins: new Set([origin]),
		hashToken: secrets.hash,
		cookieName,
		limits: { sweepMs: 60_000, ...limits },
	})
}

export async function givenDocument(
	db: Database,
	{ partnership, citizen }: Pick<GivenPartnership, 'partnership' | 'citizen'>,
	facts: Partial<Document> = {},
): Promise<Document> {
	const now = new Date()
	const id = newId()
	const document: Document = {
		id,
		partnershipId: partnership.id,
		groupId: null,
		reference: `PRI-2026-${id}`,
		template: 'priority',
		title: 'Breaks for carers',
		need: '',
		needSource: '',
		visibility: 'partnership',
		phase: 'draft',
		stoppedReason: null,
		generation: 1,
		terms: { open: '', fixed: '', fixedWhy: '', money: '', whoDecides: '', byWhen: null },
		createdBy: citizen.memberId,
		createdAt: now,
		updatedAt: now,
		...facts,
	}
	await db.write((tx) => saveDocument(tx, document))
	return document
}

const rowsAtOnce = 250

/** Thousands at once, each with these words in its first section, as the live server keeps them. */
export async function givenDocuments(
	db: Database,
	given: Pick<GivenPartnership, 'partnership' | 'citizen'>,
	count: number,
	words = '',
): Promise<string[]> {
	if (count === 0) return []
	const first = await givenDocument(db, given)
	const [row] = await db.read.select().from(documents).where(eq(documents.id, first.id))
	const rows = Array.from({ length: count - 1 }, () => {
		const id = newId()
		return { ...row!, id, reference: `PRI-2026-${id}` }
	})
	const ids = [first, ...rows].map(({ id }) => id)
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, words)
	const written = { generation: 1, upTo: 0, state: Y.encodeStateAsUpdate(doc), savedAt: new Date() }
	const states = words ? ids.map((documentId) => ({ documentId, ...written })) : []
	await db.write(async (tx) => {
		for (const some of chunks(rows)) await tx.insert(documents).values(some)
		for (const some of chunks(states)) await tx.insert(documentStates).values(some)
	})
	return ids
}

function chunks<Row>(rows: readonly Row[]): Row[][] {
	return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, at) =>
		rows.slice(at * rowsAtOnce, (at + 1) * rowsAtOnce),
	)
}

/** A signed-in person's cookie. */
export async function givenSession(
	db: Database,
	{ personId }: Pick<Membership, 'personId'>,
	{ id = newId(), expiresInMs = 3_600_000 }: { id?: string; expiresInMs?: number } = {},
): Promise<{ id: string; cookie: string }> {
	const token = secrets.newToken()
	const now = new Date()
	await db.write((tx) =>
		saveSession(tx, {
			id,
			tokenHash: secrets.hash('session', token),
			personId,
			device: 'A browser on a device',
			sharedDevice: false,
			createdAt: now,
			lastSeenAt: now,
			expiresAt: new Date(now.getTime() + expiresInMs),
		}),
	)
	const value = encodeURIComponent(Buffer.from(JSON.stringify(token)).toString('base64'))
	return { id, cookie: `${cookieName}=${value}` }
}

export interface Harbour extends GivenPartnership {
	db: Database
	live: CollabServer
	http: Server
	url: string
	document: Document
	cookies: Record<'facilitator' | 'citizen' | 'commissioner' | 'provider' | 'observer', string>
	connect(as: keyof Harbour['cookies'], options?: ConnectOptions): Tab
	/** Another server on the same database, as after a restart. */
	restart(log?: Logger): Promise<void>
	close(): Promise<void>
}

export interface ConnectOptions {
	document?: string
	doc?: Y.Doc
	ack?: boolean
	generation?: number
	member?: string
	cookie?: string
	origin?: string
	connect?: boolean
}

/** Everything running: a database, a partnership, a document, the server on a loopback port. */
export async function givenHarbour(db: Database, limits: Partial<Limits> = {}): Promise<Harbour> {
	const given = await givenPartnership(db)
	const document = await givenDocument(db, given)
	const cookies = {} as Harbour['cookies']
	for (const who of ['facilitator', 'citizen', 'commissioner', 'provider', 'observer'] as const) {
		cookies[who] = (await givenSession(db, given[who])).cookie
	}
	const tabs: Tab[] = []
	const harbour: Harbour = {
		...given,
		db,
		document,
		cookies,
		...(await listen(db, limits)),
		connect(as, options = {}) {
			const tab = new Tab(harbour.url, options.document ?? document.id, { cookie: cookies[as], ...options })
			tabs.push(tab)
			return tab
		},
		async restart(log) {
			await stop(harbour)
			Object.assign(harbour, await listen(db, limits, Number(new URL(harbour.url).port), {}, log))
		},
		async close() {
			for (const tab of tabs) tab.close()
			await stop(harbour)
		},
	}
	return harbour
}

export async function listen(
	db: Database,
	limits: Partial<Limits>,
	port = 0,
	before: Partial<typeof httpLimits> = {},
	log = quiet,
) {
	const live = givenLiveServer(db, limits, log)
	const http = createServer({ ...httpLimits, ...before }, (_request, response) => response.end())
	live.attach(http)
	await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
	return { live, http, url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/live` }
}

async function stop({ live, http }: Pick<Harbour, 'live' | 'http'>) {
	await live.close()
	await new Promise((resolve) => http.close(resolve))
}

/** A stock y-websocket client, as a browser tab has one, that also listens to what only our own editor asks for. */
export class Tab {
	readonly doc: Y.Doc
	readonly provider: WebsocketProvider
	readonly saved: Saved[] = []
	readonly notices: Notice[] = []
	readonly closes: { code: number; reason: string }[] = []
	/** Edit frames sent on the present line: what `Saved.frames` counts. */
	sent = 0

	constructor(
		url: string,
		documentId: string,
		{ doc = new Y.Doc(), ack, generation, member, cookie, origin: from, connect = true }: ConnectOptions,
	) {
		this.doc = doc
		const count = () => {
			this.sent++
		}
		const reset = () => {
			this.sent = 0
			this.saved.length = 0
		}
		class Socket extends WebSocket {
			constructor(address: string) {
				super(address, { headers: { cookie: cookie ?? '', ...(from ? { origin: from } : {}) } })
				reset()
			}
			override send(data: Uint8Array, ...rest: unknown[]) {
				if (data[0] === 0 && data[1] !== 0) count()
				super.send(data, ...(rest as []))
			}
		}
		const params: Record<string, string> = {}
		if (ack) params.ack = '1'
		if (generation !== undefined) params.generation = String(generation)
		if (member !== undefined) params.member = member
		this.provider = new WebsocketProvider(url, documentId, doc, {
			connect,
			params,
			disableBc: true,
			WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
		})
		this.provider.messageHandlers[10] = (_encoder, decoder) => {
			const saved = decodeSaved(decoder.arr)
			if (saved) this.saved.push(saved)
		}
		this.provider.messageHandlers[11] = (_encoder, decoder) => {
			const notice = decodeNotice(decoder.arr)
			if (notice) this.notices.push(notice)
		}
		this.provider.on('connection-close', (event) => {
			if (event) this.closes.push({ code: event.code, reason: event.reason })
		})
	}

	get text() {
		return this.doc.getText('good-life')
	}

	type(words: string) {
		this.text.insert(this.text.length, words)
	}

	async synced() {
		await until(() => this.provider.synced, 'synced')
		return this
	}

	/** Everything typed on this line is on disk, as the server says. */
	get isSaved() {
		const last = this.saved.at(-1)
		return last !== undefined && last.frames >= this.sent
	}

	async stored() {
		await until(() => this.isSaved, 'saved')
	}

	close() {
		this.provider.destroy()
	}
}

/** The whole document as it stands. */
export async function readState(live: Pick<CollabServer, 'read'>, documentId: string): Promise<Uint8Array> {
	const read = await live.read(documentId)
	if ('refused' in read) throw new Error(read.refused)
	return read.state
}

export async function until(condition: () => boolean | Promise<boolean>, what = 'the condition', withinMs = 10_000) {
	const giveUpAt = Date.now() + withinMs
	while (!(await condition())) {
		if (Date.now() > giveUpAt) throw new Error(`waited ${withinMs} ms in vain: ${what}`)
		await new Promise((resolve) => setTimeout(resolve, 3))
	}
}
