import { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { Membership } from '../../app/domain/access/membership.ts'
import type { Document } from '../../app/domain/documents/document.ts'
import { decodeSaved, savedType } from '../../app/domain/documents/live-messages.ts'
import { Connection } from '../../collab-server/connection.ts'
import { defaultLimits, type Limits } from '../../collab-server/limits.ts'
import { Metrics } from '../../collab-server/metrics.ts'
import { Opener } from '../../collab-server/opener.ts'
import { decodeMessage, encodeStep1, encodeStep2, encodeUpdate } from '../../collab-server/protocol.ts'
import type { Room } from '../../collab-server/room.ts'
import { Rooms } from '../../collab-server/rooms.ts'
import { type Entry, type Opened, type Rescued, Store } from '../../collab-server/store.ts'
import { Turns } from '../../collab-server/turns.ts'
import type { Database } from '../../db/database.ts'

/**
 * A line without a network, so that thousands of them cost nothing: frames arrive in order, one at a time, later; what is
 * on its way when the line is cut is lost. The server's end answers to what `Connection` asks of a `ws` socket.
 */
export class Line extends EventEmitter {
	readonly OPEN = 1
	readonly CLOSED = 3
	readonly bufferedAmount = 0
	readyState = 1
	/** The client's end. */
	onFrame: (frame: Uint8Array) => void = () => undefined
	onEnd: (code: number) => void = () => undefined

	readonly #up: (Uint8Array | null)[] = []
	readonly #down: (Uint8Array | number)[] = []
	#isPaused = false
	#isPumping = false

	fromClient(frame: Uint8Array) {
		this.#up.push(frame)
		this.#pump()
	}

	/** The client leaves: what it sent before still arrives. */
	leave() {
		this.#up.push(null)
		this.#pump()
	}

	cut(code = 1006) {
		if (this.readyState === this.CLOSED) return
		this.readyState = this.CLOSED
		this.#up.length = 0
		this.#down.length = 0
		setImmediate(() => this.emit('close'))
		this.onEnd(code)
	}

	/** Whole frames of the server, one after another, as they go down the wire: a binary message each. */
	write(frames: Buffer, sent?: () => void) {
		this.#down.push(...messagesIn(frames))
		this.#pump()
		if (sent) setImmediate(sent)
	}

	cork() {}

	uncork() {}

	close(code: number) {
		this.#down.push(code)
		this.#pump()
	}

	terminate() {
		this.cut()
	}

	pause() {
		this.#isPaused = true
	}

	resume() {
		this.#isPaused = false
		this.#pump()
	}

	ping() {
		this.emit('pong')
	}

	#pump() {
		if (this.#isPumping) return
		this.#isPumping = true
		setImmediate(() => {
			this.#isPumping = false
			if (this.readyState === this.CLOSED) return
			const down = this.#down.shift()
			if (typeof down === 'number') return this.cut(down)
			if (down) this.onFrame(down)
			if (!this.#isPaused && this.#up.length > 0) {
				const up = this.#up.shift()
				if (up === null) return this.cut(1000)
				this.emit('message', Buffer.from(up!), true)
			}
			if (this.#down.length > 0 || (!this.#isPaused && this.#up.length > 0)) this.#pump()
		})
	}
}

export function messagesIn(frames: Buffer): Uint8Array[] {
	const messages: Uint8Array[] = []
	for (let at = 0; at < frames.length; ) {
		const { from, to } = frameAt(frames, at)
		messages.push(Uint8Array.from(frames.subarray(from, to)))
		at = to
	}
	return messages
}

/** Where the message of an unmasked frame begins and ends (RFC 6455, 5.2). */
function frameAt(frames: Buffer, at: number): { from: number; to: number } {
	const size = frames[at + 1]!
	if (size < 126) return { from: at + 2, to: at + 2 + size }
	if (size === 126) return { from: at + 4, to: at + 4 + frames.readUInt16BE(at + 2) }
	return { from: at + 10, to: at + 10 + Number(frames.readBigUInt64BE(at + 2)) }
}

/** Somebody with a replica of one document, who reads and writes it as the stock client does, and listens for `Saved`. */
export class Person {
	readonly doc = new Y.Doc()
	readonly membership: Membership
	/** What the server has said is in the database. */
	readonly promised = new Map<number, number>()
	wants = true
	synced = false
	/** What it had when it was first told that it has everything. */
	textAtSync: string | null = null
	#line: Line | null = null
	#sent = 0
	#stored = 0

	constructor(membership: Membership) {
		this.membership = membership
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== this && this.#line) this.#edit(encodeUpdate(update))
		})
	}

	get text() {
		return this.doc.getText('good-life')
	}

	get isConnected() {
		return this.#line !== null
	}

	get isSaved() {
		return this.synced && this.#stored >= this.#sent
	}

	/** What came from others, or was promised: nobody may ever miss it again. */
	get owed(): Map<number, number> {
		const owed = new Map(this.promised)
		for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(this.doc)))
			if (client !== this.doc.clientID) owed.set(client, Math.max(clock, owed.get(client) ?? 0))
		return owed
	}

	dial(): Line {
		const line = new Line()
		this.#line = line
		this.#sent = 0
		this.#stored = 0
		line.onFrame = (frame) => this.#hear(frame)
		line.onEnd = () => this.#ended(line)
		line.fromClient(encodeStep1(Y.encodeStateVector(this.doc)))
		return line
	}

	leave() {
		this.#line?.leave()
		this.#ended(this.#line)
	}

	drop() {
		this.#line?.cut()
	}

	#ended(line: Line | null) {
		if (this.#line !== line) return
		this.#line = null
		this.synced = false
	}

	#edit(frame: Uint8Array) {
		this.#sent++
		this.#line?.fromClient(frame)
	}

	#hear(frame: Uint8Array) {
		if (frame[0] === savedType) {
			const saved = decodeSaved(frame)!
			this.#stored = Math.max(this.#stored, saved.frames)
			for (const [client, clock] of saved.clocks)
				this.promised.set(client, Math.max(clock, this.promised.get(client) ?? 0))
			return
		}
		const message = decodeMessage(frame)
		if (message.type === 'step1') this.#edit(encodeStep2(Y.encodeStateAsUpdate(this.doc, message.stateVector)))
		if (message.type !== 'edit') return
		Y.applyUpdate(this.doc, message.update, this)
		if (!message.whole) return
		this.synced = true
		this.textAtSync ??= this.text.toString()
	}
}

/** How the database is doing: the test changes it while people write. */
export interface Mood {
	/** Longest wait before a read or a write. */
	slowMs: number
	/** How many of the next writes fail. */
	fails: number
}

/** The real store behind a slow line, watched: one load and one flush at a time for a document, and none after death. */
class WatchedStore extends Store {
	isDead = false
	/** Loads and flushes of one document that ran at the same time. */
	readonly overlaps: string[] = []
	readonly #mood: Mood
	readonly #busy = new Set<string>()

	constructor(db: Database, limits: Limits, mood: Mood) {
		super(db, limits)
		this.#mood = mood
	}

	override open(documentId: string): Promise<Opened | null> {
		return this.#alone(`load ${documentId}`, () => super.open(documentId))
	}

	override append(entries: readonly Entry[], isAgain: boolean): Promise<Map<Entry, Rescued[]>> {
		const keys = entries.map(({ documentId }) => `flush ${documentId}`)
		return this.#all(keys, async () => {
			await this.#weather()
			return await super.append(entries, isAgain)
		})
	}

	override compact(compacted: Parameters<Store['compact']>[0]) {
		return this.#alone(`fold ${compacted.documentId}`, async () => {
			await this.#weather()
			await super.compact(compacted)
		})
	}

	#alone<Result>(key: string, work: () => Promise<Result>) {
		return this.#all([key], work)
	}

	async #all<Result>(keys: string[], work: () => Promise<Result>): Promise<Result> {
		for (const key of keys) {
			if (this.#busy.has(key)) this.overlaps.push(key)
			this.#busy.add(key)
		}
		try {
			if (this.#mood.slowMs > 0) await wait(Math.random() * this.#mood.slowMs)
			if (this.isDead) return await new Promise(() => undefined)
			return await work()
		} finally {
			for (const key of keys) this.#busy.delete(key)
		}
	}

	async #weather() {
		if (this.#mood.fails <= 0) return
		this.#mood.fails--
		throw new Error('SQLITE_FULL: database or disk is full')
	}
}

/** One process of the live server, put together as `server.ts` does it, without sockets; it can be killed. */
export class Process {
	readonly metrics = new Metrics()
	readonly rooms: Rooms
	readonly turns: Turns
	readonly #limits: Limits
	readonly #store: WatchedStore
	readonly #places = new Map<Line, Room>()
	readonly #tidying: NodeJS.Timeout

	constructor(db: Database, { limits, mood, log }: { limits: Partial<Limits>; mood: Mood; log: Logger }) {
		this.#limits = { ...defaultLimits, ...limits }
		this.#store = new WatchedStore(db, this.#limits, mood)
		const given = { store: this.#store, limits: this.#limits, metrics: this.metrics, log }
		const opener = new Opener(given)
		this.turns = new Turns({ ...given, opener })
		this.rooms = new Rooms({ ...given, opener, turns: this.turns })
		this.#tidying = setInterval(() => this.rooms.tidy(), this.#limits.idleRoomMs)
	}

	get overlaps(): readonly string[] {
		return this.#store.overlaps
	}

	async admit(person: Person, document: Document) {
		const line = person.dial()
		line.pause()
		const room = await this.rooms.open(document.id).catch(() => null)
		if (!room) return line.cut(1013)
		if (line.readyState !== line.OPEN || this.#store.isDead) return
		for (const [other, place] of this.#places)
			if (place.documentId === document.id && place !== room && other.readyState === other.OPEN)
				throw new Error('one document is open in two rooms')
		this.#places.set(line, room)
		const { membership } = person
		const session = { id: '', personId: membership.personId, personName: '', sharedDevice: false }
		const connection = new Connection({
			socket: line as unknown as WebSocket,
			line: line as unknown as Duplex,
			admission: {
				session: { ...session, lastSeenAt: new Date(), expiresAt: new Date() },
				membership,
				document,
				mayWrite: true,
			},
			tokenHash: '',
			wantsSaved: true,
			limits: this.#limits,
			metrics: this.metrics,
		})
		line.on('close', () => {
			this.#places.delete(line)
			room.leave(connection)
			connection.onWork()
		})
		room.join(connection, () => this.turns.wake(room))
		connection.resume()
	}

	/** A form's words. */
	async merge(documentId: string, update: Uint8Array, memberId: string) {
		const room = await this.rooms.open(documentId)
		await new Promise<void>((resolve, reject) => {
			const refused = (reason: string) => reject(new Error(reason))
			room!.merge({ update, memberId, stored: () => resolve(), refused })
			this.turns.wake(room!)
		})
	}

	/** What is being written may still reach the disk; nothing else happens any more, and nobody hears of it. */
	async kill(db: Database) {
		this.#store.isDead = true
		clearInterval(this.#tidying)
		for (const line of this.#places.keys()) line.cut()
		void this.turns.stop()
		await db.write(async () => undefined)
	}

	async close() {
		clearInterval(this.#tidying)
		await this.turns.drain()
		await this.turns.stop()
		await this.rooms.close()
	}
}

export function wait(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms))
}
