import type { Server } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Logger } from 'pino'
import * as Y from 'yjs'
import type { LiveDocuments, LiveWords, Passage, UnreadableWords } from '../app/domain/documents/live.ts'
import type { Database } from '../db/database.ts'
import { findAccessChange } from '../db/queries/access-changes.ts'
import { hasRunOut, isStale, touchSession } from '../db/queries/sessions.ts'
import { type Admission, Asked } from './authenticate.ts'
import { compileLater } from './compile-later.ts'
import type { Connection } from './connection.ts'
import { OpenDocument } from './document.ts'
import { Door } from './door.ts'
import { inTime, Unanswered } from './in-time.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Metrics } from './metrics.ts'
import { Opener } from './opener.ts'
import { Unreadable } from './opening.ts'
import { listPassages } from './passages.ts'
import { reasonOf } from './reason-of.ts'
import { reasons } from './reasons.ts'
import { knock, rehearse } from './rehearse.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { Store } from './store.ts'
import { Turns } from './turns.ts'

export interface CollabServerOptions {
	db: Database
	log: Logger
	/** `https://alongside.example`: pages that may open a live connection with a visitor's cookie. */
	origins: ReadonlySet<string>
	/** `app/http/secrets`: sessions are found by the keyed hash of their token, purpose `session`. */
	hashToken(purpose: string, token: string): string
	cookieName: string
	limits?: Partial<Limits>
}

export interface CollabServer extends LiveDocuments {
	/** Answers upgrades of `/live/<documentId>`; every other upgrade is left to others. */
	attach(httpServer: Server): void
	/** So that the first to come does not wait for statements and code that nothing has used yet. Never rejects. */
	rehearse(): Promise<void>
	/** Stops accepting, stores and tells what has arrived, closes every socket with 1012. Under 5 seconds. */
	close(): Promise<void>
	readonly metrics: Metrics
	/** For Prometheus, on a port of its own. */
	metricsText(): string
	readonly connectionCount: number
	readonly roomCount: number
}

export function openCollabServer(options: CollabServerOptions): CollabServer {
	compileLater()
	return new LiveServer(options)
}

const closingMs = 1_500
const drainMs = 2_500
const recheckAtOnce = 16

class LiveServer implements CollabServer {
	readonly metrics = new Metrics()
	readonly #options: CollabServerOptions
	readonly #limits: Limits
	readonly #store: Store
	readonly #opener: Opener
	readonly #rooms: Rooms
	readonly #turns: Turns
	readonly #door: Door
	readonly #connections = new Map<Connection, Room>()
	/** Those who wait for a form to be stored, each to be told that we wait no longer. */
	readonly #forms = new Set<() => void>()
	/** Documents whose stored words are just being loaded for pages. */
	readonly #reading = new Map<string, Promise<LiveWords>>()
	readonly #timers: NodeJS.Timeout[]
	/** Rises with every recheck, so that somebody admitted meanwhile is asked again. */
	#rechecks = 0
	/** `undefined`: everybody is asked again at the next look. */
	#accessChange: string | null | undefined
	#sweeping: Promise<void> | null = null
	#touching: Promise<void> | null = null
	#isClosing = false
	/** Closing, and nothing more is taken up. */
	#isDrained = false

	constructor(options: CollabServerOptions) {
		this.#options = options
		this.#limits = { ...defaultLimits, ...options.limits }
		const { db, log } = options
		const limits = this.#limits
		const { metrics } = this
		this.#store = new Store(db, limits)
		const store = this.#store
		const opener = new Opener({ store, metrics, log })
		this.#opener = opener
		this.#turns = new Turns({ store, opener, limits, metrics, log })
		this.#rooms = new Rooms({ store, opener, turns: this.#turns, limits, metrics, log })
		this.#door = new Door({
			...options,
			limits,
			metrics,
			rooms: this.#rooms,
			hasPlace: (admission) => this.#hasPlace(admission),
			onEnter: (connection, room, asOf) => this.#join(connection, room, asOf),
			rechecks: () => this.#rechecks,
		})
		this.#timers = [
			setInterval(() => this.#keepAlive(), limits.pingMs),
			setInterval(() => void this.#lookForChanges(), limits.accessMs),
			setInterval(() => void this.#sweep(), limits.sweepMs),
			setInterval(() => this.#rooms.tidy(), Math.min(1_000, limits.idleRoomMs)),
		]
		for (const timer of this.#timers) timer.unref()
	}

	get connectionCount() {
		return this.#connections.size
	}

	get roomCount() {
		return this.#rooms.count
	}

	metricsText(): string {
		let queueBytes = 0
		for (const { socket } of this.#connections.keys()) queueBytes += socket.bufferedAmount
		return this.metrics.text({
			connections: this.connectionCount,
			rooms: this.roomCount,
			queueBytes,
			unreadable: this.#opener.unreadable,
		})
	}

	async rehearse() {
		try {
			await rehearse(this.#options.db.read, this.#limits)
			for (const server of this.#door.servers) await knock(server)
		} catch (error) {
			this.#options.log.warn({ reason: reasonOf(error) }, 'opening a document could not be rehearsed')
		}
	}

	attach(server: Server) {
		this.#door.attach(server)
	}

	async read(documentId: string): Promise<LiveWords | UnreadableWords> {
		return await this.#ifReadable(documentId, async (words) => words)
	}

	async listPassages(documentId: string): Promise<Passage[] | UnreadableWords> {
		return await this.#ifReadable(documentId, async ({ state, generation }) => {
			const writers = await this.#store.writers(documentId, generation)
			const doc = new Y.Doc()
			Y.applyUpdate(doc, state)
			return listPassages(doc, writers)
		})
	}

	async rebuild(...[documentId, without = null, erasure]: Parameters<LiveDocuments['rebuild']>) {
		try {
			if (this.#isClosing) throw new Error('the live documents are closing')
			return { letters: await this.#rooms.rebuild({ documentId, without, erasure }) }
		} catch (error) {
			if (error instanceof Unreadable) return { refused: 'unreadable' as const }
			if (error instanceof Unanswered) return { refused: 'not-in-time' as const }
			throw error
		}
	}

	async merge(...asked: Parameters<LiveDocuments['merge']>): ReturnType<LiveDocuments['merge']> {
		const [documentId, update, memberId, generation] = asked
		if (this.#isClosing) return { refused: 'not-in-time' }
		const giveUpAt = performance.now() + this.#limits.mergeMs
		const opened = await inTime(this.#open(documentId), this.#limits.mergeMs).catch((error: unknown) => {
			if (error instanceof Unreadable) return { refused: 'unreadable' as const }
			if (error instanceof Unanswered) return { refused: 'not-in-time' as const }
			throw error
		})
		if ('refused' in opened) return opened
		if (this.#isDrained) return { refused: 'not-in-time' }
		const room = opened
		if (generation !== undefined && generation !== room.document.generation) return { refused: 'rebuilt' }
		return await new Promise((resolve) => {
			const answer = (what: Awaited<ReturnType<LiveDocuments['merge']>>) => {
				clearTimeout(tooLate)
				this.#forms.delete(giveUp)
				resolve(what)
			}
			const giveUp = () => answer({ refused: 'not-in-time' })
			const tooLate = setTimeout(giveUp, giveUpAt - performance.now())
			this.#forms.add(giveUp)
			room.merge({
				update,
				memberId,
				stored: (rescued) => answer({ rescued: rescued.map(({ words }) => words) }),
				refused: (why) => answer({ refused: why }),
			})
			this.#turns.wake(room)
		})
	}

	async recheck() {
		this.#rechecks++
		await this.#recheckAll(this.#heard())
	}

	#newRound() {
		return new Asked(this.#options.db.read, new Date(), this.#limits.answerMs)
	}

	async #recheckAll(connections: readonly Connection[]) {
		const asked = this.#newRound()
		let turn = 0
		for (const connection of connections) {
			await this.#recheckOne(connection, asked)
			// SQLite answers without letting go of the event loop; hundreds of people must not wait for one another's rights.
			if (++turn % recheckAtOnce === 0) await nextTurn()
		}
	}

	writersNow(documentId: string): number {
		return this.#rooms.find(documentId)?.writers ?? 0
	}

	async close() {
		if (this.#isClosing) return
		this.#isClosing = true
		for (const timer of this.#timers) clearInterval(timer)
		this.#door.shut()
		for (const connection of this.#connections.keys()) connection.hush()
		// Forms that were just being let into their rooms.
		await nextTurn()
		await Promise.race([this.#turns.drain(), after(drainMs)])
		this.#isDrained = true
		for (const giveUp of this.#forms) giveUp()
		const closed = [...this.#connections.keys()].map((connection) =>
			connection.end('restart', 'Back in a moment', closingMs),
		)
		await Promise.all(closed)
		await Promise.race([this.#turns.stop(), after(drainMs / 5)])
		const noted = Promise.all([this.#sweeping, this.#touching, this.#rooms.close()])
		await Promise.race([noted, after(drainMs / 5)])
	}

	async #open(documentId: string): Promise<Room> {
		if (this.#isClosing) throw new Error('the live documents are closing')
		const room = await this.#rooms.open(documentId)
		if (!room) throw new Error(`there is no document ${documentId}`)
		return room
	}

	async #ifReadable<Answer>(documentId: string, answer: (words: LiveWords) => Promise<Answer>) {
		try {
			return await answer(await this.#words(documentId))
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error
			return { refused: 'unreadable' as const, last: await this.#store.readLast(documentId) }
		}
	}

	async #words(documentId: string): Promise<LiveWords> {
		const room = await this.#openSoon(documentId)
		return room ? await this.#settled(room) : await this.#readStored(documentId)
	}

	/** Null while a rebuild waits for a database that does not answer. */
	async #openSoon(documentId: string): Promise<Room | null> {
		const opening = this.#open(documentId)
		if (!this.#rooms.isRebuilding(documentId)) return await opening
		return await inTime(opening, this.#limits.readMs).catch((error: unknown) => {
			if (error instanceof Unanswered) return null
			throw error
		})
	}

	#settled(room: Room): Promise<LiveWords> {
		return new Promise((resolve, reject) => {
			const readStored = () => void this.#readStored(room.documentId).then(resolve, reject)
			const tooLate = setTimeout(readStored, this.#limits.readMs)
			const inTime = (answer: () => void) => () => {
				clearTimeout(tooLate)
				answer()
			}
			room.whenSettled({
				settled: inTime(() => resolve({ state: room.document.encode(), generation: room.document.generation })),
				unreadable: (error) => inTime(() => reject(error))(),
				notStored: inTime(readStored),
			})
			this.#turns.wake(room)
		})
	}

	/**
	 * While the database takes no words: those that it has, which in memory stand among others. Loaded once for all who ask at a time,
	 * and anew for whoever asks after something of it was stored.
	 */
	async #readStored(documentId: string): Promise<LiveWords> {
		const generation = await this.#store.generationOf(documentId)
		const seq = this.#rooms.find(documentId)?.document.log.lastSeq ?? 0
		const what = `${documentId} ${generation} ${seq}`
		const reading = this.#reading.get(what) ?? this.#loadStored(documentId).finally(() => this.#reading.delete(what))
		this.#reading.set(what, reading)
		return await reading
	}

	async #loadStored(documentId: string): Promise<LiveWords> {
		this.metrics.loads++
		const opened = await this.#opener.open(documentId)
		if (!opened) throw new Error(`there is no document ${documentId}`)
		const document = new OpenDocument(documentId, opened, this.#limits)
		try {
			return { state: document.encode(), generation: document.generation }
		} finally {
			document.close()
		}
	}

	#join(connection: Connection, room: Room, asOf: number) {
		this.#connections.set(connection, room)
		const wake = () => this.#turns.wake(room)
		connection.socket.on('close', () => {
			this.#connections.delete(connection)
			room.leave(connection)
			connection.onWork()
		})
		room.join(connection, wake)
		connection.resume()
		// Rights may have changed while this one was on the way in and on nobody's list.
		if (asOf !== this.#rechecks) void this.#recheckNewcomer(connection)
	}

	#hasPlace({ session }: Admission): boolean {
		if (this.#isClosing || this.#connections.size >= this.#limits.connections) return false
		let same = 0
		for (const { admission } of this.#connections.keys()) if (admission.session.personId === session.personId) same++
		return same < this.#limits.connectionsPerPerson
	}

	async #recheckNewcomer(connection: Connection) {
		try {
			await this.#recheckOne(connection, this.#newRound())
		} catch (error) {
			this.#options.log.warn({ reason: reasonOf(error) }, 'the rights of a newcomer could not be asked again')
			this.#accessChange = undefined
		}
	}

	async #recheckOne(connection: Connection, asked: Asked) {
		const { tokenHash, membership, admission: before } = connection
		const { id: documentId, generation } = before.document
		const admission = await asked.admit({ tokenHash, documentId, generation, memberId: membership.memberId })
		if ('refused' in admission) {
			this.metrics.refused(admission.refused)
			return connection.bar(admission.refused, reasons[admission.refused])
		}
		const room = this.#connections.get(connection)
		// Rebuilt by another process, or by a commit that went through after its line was lost.
		if (room && !room.isBusy && room.document.generation < admission.document.generation) return room.end('tryLater')
		const could = connection.mayWrite
		connection.admission = admission
		if (could && !connection.mayWrite) connection.notice(connection.readOnly)
		if (!could && connection.mayWrite) this.#handPen(connection)
	}

	#handPen(connection: Connection) {
		const room = this.#connections.get(connection)
		// Then everybody is told when it is mended.
		if (room?.unreadable) return
		connection.notice({ kind: 'may-write' })
		if (!room) return
		room.greet(connection)
		this.#turns.wake(room)
	}

	async #sweep(): Promise<void> {
		await this.#ask(() => this.recheck())
		if (this.#isClosing) return
		// Apart: a write may have to wait, and rights are looked at several times a second.
		this.#touching ??= this.#touch()
			.catch((error: unknown) => this.#options.log.warn({ reason: reasonOf(error) }, 'use of sessions was not noted'))
			.finally(() => {
				this.#touching = null
			})
	}

	/** The mark is read first, so that a change which comes while rights are asked is found the next time. */
	#lookForChanges(): Promise<void> {
		return this.#ask(async () => {
			const latest = await inTime(findAccessChange(this.#options.db.read), this.#limits.answerMs)
			if (latest === this.#accessChange) return await this.#recheckAll(this.#runOut())
			// Noted first: whoever comes in meanwhile and cannot be asked takes it back, and is asked at the next look.
			this.#accessChange = latest
			await this.recheck().catch((error: unknown) => {
				this.#accessChange = undefined
				throw error
			})
		})
	}

	/** Those whose session time seems to have ended; it may have been used elsewhere meanwhile. */
	#runOut(): Connection[] {
		const now = new Date()
		return this.#heard().filter(({ admission }) => hasRunOut(admission.session, now))
	}

	/** Whoever is here, or has left with something still to be taken up: it needs the right when that happens. */
	#heard(): Connection[] {
		return [...this.#connections.keys(), ...[...this.#rooms.all].flatMap(({ leavers }) => [...leavers])]
	}

	async #ask(work: () => Promise<void>) {
		if (this.#sweeping || this.#isClosing || this.#heard().length === 0) return
		this.#sweeping = work()
			.catch((error: unknown) => this.#options.log.warn({ reason: reasonOf(error) }, 'rights could not be asked again'))
			.finally(() => {
				this.#sweeping = null
			})
		await this.#sweeping
	}

	/** Writing here is use of the session, also on a shared device that signs out when nobody uses it. */
	async #touch() {
		const now = new Date()
		const sessions = new Set<string>()
		for (const connection of this.#connections.keys()) {
			if (connection.hasEdited && isStale(connection.admission.session, now))
				sessions.add(connection.admission.session.id)
			connection.hasEdited &&= !sessions.has(connection.admission.session.id)
		}
		if (sessions.size === 0) return
		await this.#options.db.write(async (tx) => {
			for (const id of sessions) await touchSession(tx, id, now)
		})
	}

	#keepAlive() {
		for (const connection of this.#connections.keys()) connection.keepAlive()
	}
}

function after(ms: number): Promise<null> {
	return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref())
}
