import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Logger } from 'pino'
import { WebSocket, WebSocketServer } from 'ws'
import type { LiveDocuments } from '../app/domain/documents/live.ts'
import { closeCodes } from '../app/domain/documents/live-messages.ts'
import type { Database } from '../db/database.ts'
import { isStale, touchSession } from '../db/queries/sessions.ts'
import { type Admission, Asked, isFromElsewhere, type NotAdmitted, type Request, readRequest } from './authenticate.ts'
import { Connection } from './connection.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { Metrics } from './metrics.ts'
import type { Room } from './room.ts'
import { Rooms } from './rooms.ts'
import { Store, Unreadable } from './store.ts'
import { reasonOf, Turns } from './turns.ts'

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
	/** Stops accepting, stores and tells what has arrived, closes every socket with 1012. Under 5 seconds. */
	close(): Promise<void>
	readonly metrics: Metrics
	readonly connectionCount: number
	readonly roomCount: number
}

export function openCollabServer(options: CollabServerOptions): CollabServer {
	return new LiveServer(options)
}

const closingMs = 1_500
const drainMs = 2_500
const recheckAtOnce = 16

/** `ws` closes an oversize frame with 1009, which the stock client answers by sending it again, for ever. */
class LiveSocket extends WebSocket {
	override close(code?: number, reason?: string | Buffer) {
		super.close(code === 1009 ? closeCodes.tooLarge : code, reason)
	}
}

const reasons: Record<NotAdmitted['refused'], string> = {
	signedOut: 'You are signed out',
	notFound: 'There is no such document',
	noRight: 'You cannot write here',
	rebuilt: 'This document was rebuilt',
}

class LiveServer implements CollabServer {
	readonly metrics = new Metrics()
	readonly #options: CollabServerOptions
	readonly #limits: Limits
	readonly #rooms: Rooms
	readonly #turns: Turns
	readonly #sockets: WebSocketServer
	readonly #connections = new Map<Connection, Room>()
	readonly #timers: NodeJS.Timeout[]
	#servers: { server: Server; onUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void }[] = []
	/** Rises with every recheck, so that somebody admitted meanwhile is asked again. */
	#rechecks = 0
	#sweeping: Promise<void> | null = null
	#isClosing = false

	constructor(options: CollabServerOptions) {
		this.#options = options
		this.#limits = { ...defaultLimits, ...options.limits }
		const { db, log } = options
		const limits = this.#limits
		const { metrics } = this
		const store = new Store(db, limits)
		this.#turns = new Turns({ store, limits, metrics, log })
		this.#rooms = new Rooms({ store, turns: this.#turns, limits, metrics, log })
		this.#sockets = new WebSocketServer({
			noServer: true,
			clientTracking: false,
			perMessageDeflate: false,
			maxPayload: limits.frameBytes,
			WebSocket: LiveSocket,
		})
		this.#timers = [
			setInterval(() => this.#keepAlive(), limits.pingMs),
			setInterval(() => void this.#sweep(), limits.sweepMs),
			setInterval(() => this.#rooms.tidy(Date.now()), Math.min(1_000, limits.idleRoomMs)),
		]
		for (const timer of this.#timers) timer.unref()
	}

	get connectionCount() {
		return this.#connections.size
	}

	get roomCount() {
		return this.#rooms.count
	}

	attach(server: Server) {
		const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => this.#onUpgrade(request, socket, head)
		server.on('upgrade', onUpgrade)
		this.#servers.push({ server, onUpgrade })
	}

	async read(documentId: string): Promise<Uint8Array> {
		const room = await this.#open(documentId)
		return await new Promise((resolve) => {
			room.whenSettled(() => resolve(room.encode()))
			this.#turns.wake(room)
		})
	}

	async merge(documentId: string, update: Uint8Array, memberId: string): Promise<{ rescued: string[] }> {
		const room = await this.#open(documentId)
		return await new Promise((resolve, reject) => {
			const tooLate = setTimeout(
				() => reject(new Error('the database did not store this change in time; it may still do so')),
				this.#limits.mergeMs,
			)
			room.merge({
				update,
				memberId,
				stored(rescued) {
					clearTimeout(tooLate)
					resolve({ rescued: rescued.map(({ words }) => words) })
				},
				refused(reason) {
					clearTimeout(tooLate)
					reject(new Error(`this change cannot be merged: ${reason}`))
				},
			})
			this.#turns.wake(room)
		})
	}

	async recheck() {
		this.#rechecks++
		const asked = new Asked(this.#options.db.read, new Date())
		let turn = 0
		for (const connection of [...this.#connections.keys()]) {
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
		for (const { server, onUpgrade } of this.#servers.splice(0)) server.off('upgrade', onUpgrade)
		await Promise.race([this.#turns.drain(), after(drainMs)])
		const closed = [...this.#connections.keys()].map((connection) =>
			connection.end('restart', 'Back in a moment', closingMs),
		)
		await Promise.all(closed)
		// What came while the sockets were closing was heard, so it is stored too.
		await Promise.race([this.#turns.drain(), after(drainMs / 5)])
		await Promise.race([this.#turns.stop(), after(drainMs / 5)])
		await this.#sweeping
		for (const room of [...this.#rooms.all]) this.#rooms.letGo(room)
	}

	async #open(documentId: string): Promise<Room> {
		const room = await this.#rooms.open(documentId)
		if (!room) throw new Error(`there is no document ${documentId}`)
		return room
	}

	#onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer) {
		const asking = readRequest(request, this.#options.cookieName)
		if (!asking) return
		// Node has given the socket away: without a listener, a line that breaks now would end the process.
		socket.on('error', () => socket.destroy())
		if (isFromElsewhere(request, this.#options.origins)) {
			this.metrics.refused('origin')
			return refuseUpgrade(socket, '403 Forbidden')
		}
		if (this.#isClosing || this.#connections.size >= this.#limits.connections)
			return refuseUpgrade(socket, '503 Service Unavailable')
		this.#sockets.handleUpgrade(request, socket, head, (live) => void this.#admit(live, asking))
	}

	/** Nothing is read from a socket until we know whose it is; what they send meanwhile waits in their own machine. */
	async #admit(socket: WebSocket, asking: Request) {
		socket.pause()
		socket.on('error', () => undefined)
		try {
			const admitted = await Promise.race([this.#admission(asking), after(this.#limits.authenticateMs)])
			if (!admitted) return this.#turnAway(socket, 'tryLater', 'Not ready yet')
			if ('refused' in admitted) return this.#turnAway(socket, admitted.refused, reasons[admitted.refused])
			const { admission, room, tokenHash } = admitted
			if (socket.readyState !== socket.OPEN) return
			if (this.#isClosing || this.#isCrowded(admission))
				return this.#turnAway(socket, 'tryLater', 'Too many connections')
			const { wantsSaved } = asking
			this.#join(
				new Connection({ socket, admission, tokenHash, wantsSaved, limits: this.#limits, metrics: this.metrics }),
				room,
			)
		} catch (error) {
			if (error instanceof Unreadable)
				return this.#turnAway(socket, 'unreadable', 'This document cannot be read just now')
			this.#options.log.error({ reason: reasonOf(error) }, 'somebody could not be let in')
			this.#turnAway(socket, 'tryLater', 'Not ready yet')
		}
	}

	async #admission({ token, documentId, generation }: Request) {
		const tokenHash = this.#options.hashToken('session', token)
		for (;;) {
			const rechecks = this.#rechecks
			const asked = new Asked(this.#options.db.read, new Date())
			const admission = await asked.admit({ tokenHash, documentId, generation })
			if ('refused' in admission) return admission
			const room = await this.#rooms.open(documentId)
			if (!room) return { refused: 'notFound' as const }
			if (rechecks === this.#rechecks) return { admission, room, tokenHash }
		}
	}

	#join(connection: Connection, room: Room) {
		this.#connections.set(connection, room)
		const wake = () => this.#turns.wake(room)
		connection.socket.on('close', () => {
			this.#connections.delete(connection)
			room.leave(connection)
			connection.onWork()
		})
		room.join(connection, wake)
		connection.resume()
	}

	#turnAway(socket: WebSocket, why: keyof typeof closeCodes, reason: string) {
		if (why !== 'malformed' && why !== 'tooLarge' && why !== 'restart') this.metrics.refused(why)
		socket.on('message', () => undefined)
		socket.resume()
		socket.close(closeCodes[why], reason)
		setTimeout(() => socket.terminate(), closingMs).unref()
	}

	#isCrowded({ session }: Admission): boolean {
		let same = 0
		for (const { admission } of this.#connections.keys()) if (admission.session.personId === session.personId) same++
		return same >= this.#limits.connectionsPerPerson
	}

	async #recheckOne(connection: Connection, asked: Asked) {
		const { id: documentId, generation } = connection.admission.document
		const admission = await asked.admit({ tokenHash: connection.tokenHash, documentId, generation })
		if ('refused' in admission) {
			connection.forgetInbox()
			this.metrics.refused(admission.refused)
			return connection.close(admission.refused, reasons[admission.refused])
		}
		const could = connection.mayWrite
		connection.admission = admission
		if (could && !connection.mayWrite) connection.notice({ kind: 'read-only' })
		if (!could && connection.mayWrite) this.#handPen(connection)
	}

	#handPen(connection: Connection) {
		connection.notice({ kind: 'may-write' })
		const room = this.#connections.get(connection)
		if (!room) return
		room.greet(connection)
		this.#turns.wake(room)
	}

	async #sweep() {
		if (this.#sweeping || this.#isClosing || this.#connections.size === 0) return
		this.#sweeping = this.recheck()
			.then(() => this.#touch())
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
		const now = Date.now()
		for (const connection of this.#connections.keys()) connection.keepAlive(now)
	}
}

function refuseUpgrade(socket: Duplex, status: string) {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

function after(ms: number): Promise<null> {
	return new Promise((resolve) => setTimeout(() => resolve(null), ms).unref())
}
