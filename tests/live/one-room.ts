import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import { membership } from '../../app/domain/access/membership.ts'
import type { Document } from '../../app/domain/documents/document.ts'
import {
	decodeNotice,
	decodeSaved,
	type Notice,
	type Saved,
	savedType,
} from '../../app/domain/documents/live-messages.ts'
import { Connection } from '../../collab-server/connection.ts'
import { defaultLimits, type Limits } from '../../collab-server/limits.ts'
import { Metrics } from '../../collab-server/metrics.ts'
import { build } from '../../collab-server/opening.ts'
import { Pace } from '../../collab-server/pace.ts'
import { decodeMessage, encodeStep1, type Message } from '../../collab-server/protocol.ts'
import { Room } from '../../collab-server/room.ts'
import { Line, messagesIn } from './lines.ts'

/** One room without server and database; the test plays its turns. What it says is heard at once. */
export class OneRoom {
	readonly metrics = new Metrics()
	readonly pace = new WatchedPace()
	readonly room: Room
	readonly #limits: Limits
	readonly #rows: Uint8Array[] = []

	constructor(limits: Partial<Limits> = {}) {
		// However slow the machine is, a turn takes up whatever waits.
		this.#limits = { ...defaultLimits, roomTurnMs: Number.POSITIVE_INFINITY, ...limits }
		this.room = new Room('document', this.#opened(), { limits: this.#limits, metrics: this.metrics, pace: this.pace })
	}

	/** What a newcomer would be given. */
	get text(): string {
		const doc = new Y.Doc()
		Y.applyUpdate(doc, this.room.document.encode())
		return doc.getText('good-life').toString()
	}

	join(name: string): Guest {
		const guest = new Guest(name, this.#limits, this.metrics)
		guest.line.once('close', () => {
			this.room.leave(guest.connection)
			guest.connection.onWork()
		})
		this.room.join(guest.connection, () => undefined)
		return guest
	}

	/** Takes up what waits and tells it, or opens the document again when it was spoilt. Questions are for the test to answer. */
	turn() {
		const taken = this.room.take(new Date(0))
		if ('suspects' in taken) {
			this.room.reopen(this.#opened(), taken)
			this.room.settle(taken.rest, [])
			return
		}
		this.#rows.push(...(taken.entry?.updates ?? []).map(({ update }) => update))
		this.room.settle(taken, [])
	}

	answerAll() {
		while (this.room.hasQuestions) this.room.answer(0)
	}

	#opened() {
		const { doc } = build(
			null,
			this.#rows.map((update, seq) => ({ seq, update })),
			this.#limits,
		)
		const nothing = {
			logRows: 0,
			logBytes: 0,
			bytes: 0,
			quarantined: 0,
			setAside: 0,
			whole: null,
			ended: new Set<number>(),
		}
		return { doc, generation: 1, lastSeq: this.#rows.length, owners: new Map<number, string>(), ...nothing }
	}
}

/** Also adds up whatever each member was charged, however little. */
class WatchedPace extends Pace {
	readonly charged = new Map<string, number>()

	override spent(memberId: string, ms: number) {
		this.charged.set(memberId, (this.charged.get(memberId) ?? 0) + ms)
		super.spent(memberId, ms)
	}

	override answered(memberId: string, ms: number) {
		this.charged.set(memberId, (this.charged.get(memberId) ?? 0) + ms)
		super.answered(memberId, ms)
	}
}

/** Somebody at the other end, who sends what the test says and keeps what they hear. */
export class Guest {
	readonly line = new HeardLine()
	readonly connection: Connection

	constructor(name: string, limits: Limits, metrics: Metrics) {
		const facts = { memberId: name, personId: name, partnershipId: 'p', name, voiceId: 'v', voice: 'Citizens' }
		const session = { id: '', personId: name, personName: '', sharedDevice: false }
		this.connection = new Connection({
			socket: this.line as unknown as WebSocket,
			line: this.line as unknown as Duplex,
			admission: {
				session: { ...session, lastSeenAt: new Date(0), expiresAt: new Date(0) },
				membership: membership({ ...facts, role: 'member', seats: [] }),
				document: { phase: 'draft' } as Document,
				mayWrite: true,
			},
			tokenHash: '',
			wantsSaved: true,
			limits,
			metrics,
		})
	}

	say(...frames: Uint8Array[]) {
		for (const frame of frames) this.line.emit('message', Buffer.from(frame), true)
	}

	/** "What do I lack?" */
	ask(stateVector: Uint8Array = Uint8Array.of(0)) {
		this.say(encodeStep1(stateVector))
	}

	leave() {
		this.line.readyState = this.line.CLOSED
		this.line.emit('close')
	}

	/** What they were told is stored, and the answers to their questions, in the order they came. */
	get told(): ('saved' | 'answer')[] {
		return this.line.heard.flatMap((frame) => {
			if (frame[0] === savedType) return ['saved' as const]
			const message = decodeMessage(frame)
			return message.type === 'edit' && message.whole ? ['answer' as const] : []
		})
	}

	get answers(): string[] {
		return this.#messages.flatMap((message) => {
			if (message.type !== 'edit' || !message.whole) return []
			const doc = new Y.Doc()
			Y.applyUpdate(doc, message.update)
			return [doc.getText('good-life').toString()]
		})
	}

	get saved(): Saved[] {
		return this.line.heard.flatMap((frame) => decodeSaved(frame) ?? [])
	}

	get notices(): Notice['kind'][] {
		return this.line.heard.flatMap((frame) => decodeNotice(frame)?.kind ?? [])
	}

	get #messages(): Message[] {
		return this.line.heard.map((frame) => decodeMessage(frame))
	}
}

class HeardLine extends Line {
	readonly heard: Uint8Array[] = []
	/** What was written as it was written: the same for two when they were given the same bytes. */
	readonly written: Buffer[] = []
	closed: number | null = null

	override write(frames: Buffer) {
		this.written.push(frames)
		this.heard.push(...messagesIn(frames))
	}

	override close(code: number) {
		this.closed = code
		this.readyState = 2
	}
}
