import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { endingOf } from '../app/domain/documents/document.ts'
import { closeCodes, encodeNotice, encodeSaved, type Notice } from '../app/domain/documents/live-messages.ts'
import type { Admission } from './authenticate.ts'
import { framed } from './framing.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { awarenessType, encodeAwareness, isEcho } from './protocol.ts'
import { byClient, type Range } from './ranges.ts'

export interface ConnectionOptions {
	socket: WebSocket
	/** What `socket` writes to. */
	line: Duplex
	admission: Admission
	tokenHash: string
	wantsSaved: boolean
	limits: Limits
	metrics: Metrics
}

const closingMs = 2_000
const nobody = encodeAwareness([])

/** One socket of a member: what waits to be worked on, and what may still be sent. */
export class Connection {
	readonly socket: WebSocket
	readonly tokenHash: string
	readonly wantsSaved: boolean
	admission: Admission
	/** Called when something waits to be worked on. */
	onWork: () => void = () => undefined
	/** The Yjs client id its presence is shown under, once it has shown any. */
	speaksFor: () => number | undefined = () => undefined
	/** Brought, but standing on something that has not come; nothing of this connection counts as stored until it has. */
	gaps: Range[] = []
	/** When it was last asked for them, and what the document had come to. */
	askedForGaps = { at: Number.NEGATIVE_INFINITY, seq: 0 }
	hasEdited = false
	/** It has been sent the document. */
	isAnswered = false
	/** An edit was refused, or lacks too much of its ground: nothing counts as stored until it has sent everything again. */
	hasDropped = false
	/** The last of its edit frames of which something is in the database. */
	takenFrames = 0
	/** How many of its edit frames, from the first, are in the database. */
	storedFrames = 0

	readonly #line: Duplex
	readonly #limits: Limits
	readonly #metrics: Metrics
	readonly #inbox: Uint8Array[] = []
	#inboxBytes = 0
	#editFrames = 0
	#isPaused = false
	#isHushed = false
	#isEnding = false
	#mayStay = true
	#sentAt = performance.now()
	#answeredPing = true
	#isToldNotSaved = false
	#waking: NodeJS.Timeout | null = null

	constructor({ socket, line, admission, tokenHash, wantsSaved, limits, metrics }: ConnectionOptions) {
		this.socket = socket
		this.#line = line
		this.admission = admission
		this.tokenHash = tokenHash
		this.wantsSaved = wantsSaved
		this.#limits = limits
		this.#metrics = metrics
		socket.on('message', (frame, isBinary) => this.#receive(frame as Buffer, isBinary))
		socket.on('pong', () => {
			this.#answeredPing = true
		})
	}

	get membership() {
		return this.admission.membership
	}

	get mayWrite() {
		return this.#mayStay && this.admission.mayWrite
	}

	/** Why it may not write, for its reader. */
	get readOnly(): Notice {
		const ending = endingOf(this.admission.document)
		return { kind: 'read-only', ...(ending && { ending }) }
	}

	get hasWork() {
		return this.#inbox.length > 0
	}

	/** Everything that was heard before the end is still worked on, unless a right was lost. */
	get isOpen() {
		return !this.#isEnding && this.socket.readyState === this.socket.OPEN
	}

	/** Its reader has not taken what it asked for yet. */
	get isBehind() {
		return this.socket.bufferedAmount > this.#limits.answerBytes
	}

	next(): Uint8Array | null {
		const frame = this.#inbox.shift()
		if (!frame) return null
		this.#inboxBytes -= frame.length
		if (
			this.#isPaused &&
			!this.#isHushed &&
			this.#inbox.length <= this.#limits.inboxFrames / 2 &&
			this.#inboxBytes <= this.#limits.inboxBytes / 2
		) {
			this.#isPaused = false
			this.socket.resume()
		}
		return frame
	}

	/** It could not be worked on yet, and is the next again. */
	putBack(frame: Uint8Array) {
		this.#inbox.unshift(frame)
		this.#inboxBytes += frame.length
	}

	send(message: Uint8Array) {
		this.sendFramed(framed(message))
	}

	/**
	 * Bytes of whole frames, the same for as many people as there are. They pass `ws` by, which is safe because nothing here
	 * is compressed: `ws` then writes each of its own frames at once and whole, and never holds one back.
	 */
	sendFramed(frames: Buffer) {
		if (!this.isOpen) return
		const { bufferedAmount } = this.socket
		if (bufferedAmount > this.#limits.outboxBytes) {
			this.#metrics.refused('slow-reader')
			// Who reads again within a moment learns why; nothing more is put before it.
			this.close('tryLater', 'You are too far behind')
			return
		}
		this.#sentAt = performance.now()
		// What fills the way out also tells when it is free again.
		if (bufferedAmount + frames.length > this.#limits.answerBytes) this.#line.write(frames, () => this.onWork())
		else this.#line.write(frames)
	}

	/** What is sent between the two goes out in one piece. */
	cork() {
		this.#line.cork()
	}

	uncork() {
		this.#line.uncork()
	}

	notice(notice: Notice) {
		if (notice.kind === 'not-saved') this.#isToldNotSaved = true
		if (this.wantsSaved) this.send(encodeNotice(notice))
	}

	/** It brought something that stands on these, which have not come. Of too many it is only kept that there are some. */
	owes(ranges: readonly Range[]) {
		if (ranges.length === 0) return
		const most = this.#limits.gaps
		if (ranges.length <= most) this.gaps = [...byClient([...this.gaps, ...ranges]).values()].flat()
		if (ranges.length <= most && this.gaps.length <= most) return
		this.gaps = []
		this.hasDropped = true
	}

	/** Its room takes a turn then, also when nothing has come. */
	wakeIn(ms: number) {
		this.#waking ??= setTimeout(() => {
			this.#waking = null
			if (this.isOpen) this.onWork()
		}, ms).unref()
	}

	/** An edit frame has been taken up. Returns its number. */
	countEdit(): number {
		return ++this.#editFrames
	}

	/** Also said when nothing new of theirs is stored, to whoever was told that nothing could be. */
	savesAgain() {
		if (this.#isToldNotSaved) this.saved([])
	}

	saved(clocks: [client: number, clock: number][]) {
		this.#isToldNotSaved = false
		if (this.wantsSaved) this.send(encodeSaved({ clocks, frames: this.storedFrames, at: Date.now() }))
	}

	close(why: keyof typeof closeCodes, reason: string) {
		if (this.#isEnding) return
		this.#isEnding = true
		this.socket.resume()
		this.socket.close(closeCodes[why], reason)
		// Somebody who never answers the closing would otherwise hold the socket for half a minute.
		setTimeout(() => this.socket.terminate(), closingMs).unref()
	}

	/** Takes nothing more in. What was heard is still worked on. */
	hush() {
		this.#isPaused = true
		this.#isHushed = true
		this.socket.pause()
	}

	/** After `hush`, when it was for nothing. */
	listenAgain() {
		this.#isPaused = false
		this.#isHushed = false
		this.socket.resume()
	}

	/** As `close`; resolves when the line is down, or after `withinMs`. */
	end(why: keyof typeof closeCodes, reason: string, withinMs: number): Promise<void> {
		return new Promise((resolve) => {
			if (this.socket.readyState === this.socket.CLOSED) return resolve()
			const tooLate = setTimeout(() => this.socket.terminate(), withinMs)
			this.socket.once('close', () => {
				clearTimeout(tooLate)
				resolve()
			})
			this.close(why, reason)
		})
	}

	/** Their right to be here has ended: nothing more of theirs is taken up, also not what was heard before. */
	bar(why: keyof typeof closeCodes, reason: string) {
		this.#mayStay = false
		this.forgetInbox()
		this.close(why, reason)
	}

	/** Nothing more of theirs is taken up. */
	forgetInbox() {
		this.#inbox.length = 0
		this.#inboxBytes = 0
	}

	resume() {
		if (!this.#isPaused) this.socket.resume()
	}

	/**
	 * Ends a dead line, and says something to a quiet one: the stock client reconnects when it has heard nothing for 30 s,
	 * and a browser does not show it our pings.
	 */
	keepAlive() {
		if (!this.#answeredPing && !this.#isPaused) return this.socket.terminate()
		this.#answeredPing = false
		this.socket.ping()
		if (performance.now() - this.#sentAt > this.#limits.pingMs / 2) this.send(nobody)
	}

	#isEcho(frame: Buffer): boolean {
		if (frame[0] !== awarenessType || frame.length > this.#limits.echoBytes) return false
		const own = this.speaksFor()
		return own !== undefined && isEcho(frame, own)
	}

	#receive(frame: Buffer, isBinary: boolean) {
		this.#answeredPing = true
		if (this.#isEnding) return
		if (!isBinary) {
			this.#metrics.refused('malformed')
			return this.close('malformed', 'This address speaks in binary frames only')
		}
		if (this.#isEcho(frame)) return
		this.#inbox.push(frame)
		this.#inboxBytes += frame.length
		if (this.#inbox.length > this.#limits.inboxFrames || this.#inboxBytes > this.#limits.inboxBytes) {
			this.#isPaused = true
			this.socket.pause()
		}
		this.onWork()
	}
}
