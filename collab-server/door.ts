import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Logger } from 'pino'
import { WebSocket, WebSocketServer } from 'ws'
import { closeCodes } from '../app/domain/documents/live-messages.ts'
import type { Database } from '../db/database.ts'
import { type Admission, Asked, isFromElsewhere, type NotAdmitted, type Request, readRequest } from './authenticate.ts'
import { Connection } from './connection.ts'
import { inTime, Unanswered } from './in-time.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { Unreadable } from './opening.ts'
import { reasonOf } from './reason-of.ts'
import { type Refusal, reasons } from './reasons.ts'
import type { Room } from './room.ts'
import type { Rooms } from './rooms.ts'

interface Given {
	db: Database
	log: Logger
	origins: ReadonlySet<string>
	hashToken(purpose: string, token: string): string
	cookieName: string
	limits: Limits
	metrics: Metrics
	rooms: Rooms
	/** Whether one more line of this person's may come in. */
	hasPlace(admission: Admission): boolean
	/** `asOf`: the count of rechecks that the admission knows of. */
	onEnter(connection: Connection, room: Room, asOf: number): void
	/** How often rights have been asked again. */
	rechecks(): number
}

/** `line`: what the socket writes to. */
type Entering = Request & { line: Duplex }

const closingMs = 2_000

/** `ws` closes an oversize frame with 1009, which the stock client answers by sending it again, for ever. */
class LiveSocket extends WebSocket {
	override close(code?: number, reason?: string | Buffer) {
		super.close(code === 1009 ? closeCodes.tooLarge : code, reason)
	}
}

/** Upgrades of `/live/<documentId>`, from the first byte until somebody is in a room or turned away. */
export class Door {
	readonly #given: Given
	readonly #sockets: WebSocketServer
	readonly #servers = new Map<Server, (request: IncomingMessage, socket: Duplex, head: Buffer) => void>()
	#waiting = 0

	constructor(given: Given) {
		this.#given = given
		this.#sockets = new WebSocketServer({
			noServer: true,
			clientTracking: false,
			perMessageDeflate: false,
			maxPayload: given.limits.frameBytes,
			WebSocket: LiveSocket,
		})
	}

	attach(server: Server) {
		const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
			const asking = readRequest(request, this.#given.cookieName)
			if (asking) this.#open(asking, { request, socket, head })
			// Once somebody listens for upgrades, Node ends none by itself.
			else if (server.listenerCount('upgrade') === 1) refuseUpgrade(socket, '404 Not Found')
		}
		server.on('upgrade', onUpgrade)
		this.#servers.set(server, onUpgrade)
	}

	get servers(): Iterable<Server> {
		return this.#servers.keys()
	}

	shut() {
		for (const [server, onUpgrade] of this.#servers) server.off('upgrade', onUpgrade)
		this.#servers.clear()
	}

	#open(asking: Request, { request, socket, head }: { request: IncomingMessage; socket: Duplex; head: Buffer }) {
		// Node has given the socket away: without a listener, a line that breaks now would end the process.
		socket.on('error', () => socket.destroy())
		if (isFromElsewhere(request, this.#given.origins)) {
			this.#given.metrics.refused('origin')
			return refuseUpgrade(socket, '403 Forbidden')
		}
		if (this.#waiting >= this.#given.limits.atTheDoor) return refuseUpgrade(socket, '503 Service Unavailable')
		if (socket.destroyed) return
		this.#waiting++
		this.#sockets.handleUpgrade(request, socket, head, (live) => {
			void this.#admit(live, { ...asking, line: socket })
		})
		// `handleUpgrade` answers a bad handshake itself and then never calls back; a good one is counted until it closes.
		socket.once('close', () => this.#waiting--)
	}

	/** Nothing is read from a socket until we know whose it is; what they send meanwhile waits in their own machine. */
	async #admit(socket: WebSocket, asking: Entering) {
		socket.pause()
		socket.on('error', () => undefined)
		try {
			const admitted = await inTime(this.#admission(asking), this.#given.limits.authenticateMs)
			if ('refused' in admitted) this.#turnAway(socket, asking.line, admitted.refused)
			else if (socket.readyState === socket.OPEN) this.#letIn(socket, asking, admitted)
		} catch (error) {
			if (error instanceof Unreadable) return this.#turnAway(socket, asking.line, 'unreadable')
			if (error instanceof Unanswered) return this.#turnAway(socket, asking.line, 'tryLater')
			this.#given.log.error({ reason: reasonOf(error) }, 'somebody could not be let in')
			this.#turnAway(socket, asking.line, 'tryLater')
		}
	}

	async #admission({ token, documentId, generation, memberId }: Request) {
		const { db, hashToken, limits, rechecks, rooms } = this.#given
		const tokenHash = hashToken('session', token)
		const asOf = rechecks()
		const asked = new Asked(db.read, new Date(), limits.answerMs)
		const admission = await asked.admit({ tokenHash, documentId, generation, memberId })
		if ('refused' in admission) return admission
		const room = await rooms.open(documentId)
		if (!room) return { refused: 'notFound' } satisfies NotAdmitted
		return { admission, room, tokenHash, asOf }
	}

	#letIn(
		socket: WebSocket,
		{ wantsSaved, line }: Entering,
		{ admission, room, tokenHash, asOf }: { admission: Admission; room: Room; tokenHash: string; asOf: number },
	) {
		const { limits, metrics, rooms, hasPlace, onEnter } = this.#given
		if (!hasPlace(admission)) return this.#turnAway(socket, line, 'tryLater')
		// It may be being rebuilt since we asked; a document that was rebuilt meanwhile is another one.
		if (rooms.find(room.documentId) !== room) return this.#turnAway(socket, line, 'tryLater')
		if (room.unreadable) return this.#turnAway(socket, line, 'unreadable')
		// It was rebuilt by another process, or by a commit that went through after its line was lost.
		if (room.document.generation < admission.document.generation) {
			room.end('tryLater')
			return this.#turnAway(socket, line, 'tryLater')
		}
		if (room.document.generation !== admission.document.generation) return this.#turnAway(socket, line, 'rebuilt')
		onEnter(new Connection({ socket, line, admission, tokenHash, wantsSaved, limits, metrics }), room, asOf)
	}

	/** What they send until they have heard it is thrown away byte by byte: `ws` would keep each message until it is whole. */
	#turnAway(socket: WebSocket, line: Duplex, why: Refusal) {
		this.#given.metrics.refused(why)
		socket.close(closeCodes[why], reasons[why])
		line.removeAllListeners('data').on('data', () => undefined)
		line.end()
		socket.resume()
		const tooLate = setTimeout(() => socket.terminate(), closingMs).unref()
		socket.once('close', () => clearTimeout(tooLate))
	}
}

function refuseUpgrade(socket: Duplex, status: string) {
	socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
