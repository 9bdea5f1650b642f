import type { Connection } from './connection.ts'
import type { OpenDocument } from './document.ts'
import { framed } from './framing.ts'
import type { Metrics } from './metrics.ts'
import { type Pace, Stopwatch } from './pace.ts'
import { encodeStep2 } from './protocol.ts'
import type { Resting } from './resting.ts'
import { clocksOfKnown } from './saved.ts'

/** "What do I lack?", with the frame it came in. */
export interface Question {
	from: Connection
	stateVector: Uint8Array
	frame: Uint8Array
}

interface Answer {
	to: string
	/** The last update that it knows. */
	upTo: number
	words: Buffer
	stateVector: Uint8Array
	/** How far each client id is known that they named; told to who wants to know. */
	known: [client: number, clock: number][] | null
}

interface Given {
	document: OpenDocument
	resting: Resting
	pace: Pace
	metrics: Metrics
}

/** To make it again costs more than to keep it until the document changes. */
const worthKeepingMs = 5

/**
 * The questions of one room that may be answered: what their askers had sent before is in the document, and stored. To answer
 * one may take a tenth of a second in a very large document and cannot be broken off, so each turn answers some. Who asks the same
 * gets the same bytes, as all do who open it with nothing.
 */
export class Answers {
	readonly #document: OpenDocument
	readonly #resting: Resting
	readonly #pace: Pace
	readonly #metrics: Metrics
	/** By what their askers have; the longest waiting first. */
	readonly #waiting = new Map<string, Question[]>()
	readonly #askers = new Set<Connection>()
	/** They have asked again before they were answered. */
	readonly #askedAgain = new Set<Connection>()
	/** One at most, and only of a large document. */
	#last: Answer | null = null

	constructor({ document, resting, pace, metrics }: Given) {
		this.#document = document
		this.#resting = resting
		this.#pace = pace
		this.#metrics = metrics
	}

	get isAnyWaiting(): boolean {
		return this.#waiting.size > 0
	}

	/** Nothing more of theirs is taken up before they are answered. */
	holdsUp(connection: Connection): boolean {
		return this.#askedAgain.has(connection)
	}

	/** One question of each connection is kept here. False for a second one: it belongs back into the inbox, which is bounded. */
	mayAsk(connection: Connection): boolean {
		if (this.#askers.has(connection)) this.#askedAgain.add(connection)
		else this.#askers.add(connection)
		return !this.#askedAgain.has(connection)
	}

	add(questions: readonly Question[]) {
		if (this.#last && this.#last.upTo !== this.#document.log.lastSeq) this.#last = null
		for (const question of questions) {
			const has = keyOf(question.stateVector)
			const alike = this.#waiting.get(has)
			if (!question.from.isOpen) this.#release(question.from)
			else if (alike) alike.push(question)
			else this.#waiting.set(has, [question])
		}
	}

	/** The longest waiting, and who asks the same; others as well while there is time. */
	answer(until: number) {
		for (const [has, questions] of this.#waiting) {
			this.#answerAlike(has, questions, until)
			if (questions.length === 0) this.#waiting.delete(has)
			if (performance.now() > until) return
		}
	}

	leave(connection: Connection) {
		for (const [has, questions] of this.#waiting) {
			const at = questions.findIndex(({ from }) => from === connection)
			if (at < 0) continue
			questions.splice(at, 1)
			if (questions.length === 0) this.#waiting.delete(has)
		}
		this.#release(connection)
	}

	#answerAlike(has: string, questions: Question[], until: number) {
		const asking = questions.splice(0).filter((question) => this.#isStillAsked(question))
		if (asking.length === 0) return
		const answer = this.#answerTo(has, asking)
		for (const [at, { from }] of asking.entries()) {
			this.#release(from)
			if (answer) this.#tell(from, answer)
			else this.#cannotRead(from)
			if (performance.now() > until) return void questions.push(...asking.slice(at + 1))
		}
	}

	/** Who must rest asks again when that is over. */
	#isStillAsked({ from, frame }: Question): boolean {
		const mustRest = from.isOpen && this.#resting.mustRest(from)
		if (mustRest) from.putBack(frame)
		if (mustRest || !from.isOpen) this.#release(from)
		return !mustRest && from.isOpen
	}

	/** Null when what they say they have cannot be read. */
	#answerTo(to: string, asking: readonly Question[]): Answer | null {
		if (this.#last?.to === to) return this.#last
		const watch = new Stopwatch()
		try {
			const { stateVector } = asking[0]!
			const words = framed(encodeStep2(this.#document.encode(stateVector)))
			const answer = { to, upTo: this.#document.log.lastSeq, words, stateVector, known: null }
			const ms = watch.lap()
			for (const { from } of asking) this.#pace.answered(from.membership.memberId, ms / asking.length)
			if (ms > worthKeepingMs) this.#last = answer
			return answer
		} catch {
			return null
		}
	}

	/** Somebody who comes back learns at once which of their words had arrived. */
	#tell(to: Connection, answer: Answer) {
		to.isAnswered = true
		to.cork()
		try {
			to.sendFramed(answer.words)
			if (!to.wantsSaved) return
			answer.known ??= clocksOfKnown(this.#document, answer.stateVector)
			to.saved(answer.known)
		} finally {
			to.uncork()
		}
	}

	#cannotRead(from: Connection) {
		this.#metrics.refused('malformed')
		from.close('malformed', 'This state vector cannot be read')
	}

	#release(connection: Connection) {
		this.#askers.delete(connection)
		if (this.#askedAgain.delete(connection)) connection.onWork()
	}
}

function keyOf(stateVector: Uint8Array): string {
	return Buffer.from(stateVector.buffer, stateVector.byteOffset, stateVector.length).toString('latin1')
}
