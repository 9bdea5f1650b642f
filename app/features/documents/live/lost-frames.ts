import type { UnsentWords } from './unsent-words.ts'

interface Line {
	/** Asks the server what it has, in the order of everything else. False when that makes no sense now. */
	ask(): boolean
	/** A new connection: both sides tell each other what they lack, and frames are counted from the first. */
	startOver(): void
}

const firstWaitMs = 3_000
const lastWaitMs = 60_000

/**
 * A proxy or a radio link may swallow a frame and keep the line. The server answers in order: when it has answered a
 * question that was asked after a frame was sent, and has not said that the frame is stored, the frame never arrived.
 * A server that is only slow answers the question late as well, so nobody starts over because of it.
 */
export class LostFrames {
	readonly #unsent: UnsentWords
	readonly #line: Line
	#timer: ReturnType<typeof setTimeout> | undefined
	/** How many frames had been sent when we asked. */
	#asked: number | null = null
	#waitMs = firstWaitMs

	constructor(unsent: UnsentWords, line: Line) {
		this.#unsent = unsent
		this.#line = line
	}

	/** Something is on its way. */
	expect() {
		this.#timer ??= setTimeout(() => {
			this.#timer = undefined
			if (this.#unsent.isEmpty) return
			if (this.#line.ask()) this.#asked = this.#unsent.frames
			else this.expect()
		}, this.#waitMs)
	}

	/** The server has answered a question. */
	answered() {
		if (this.#asked === null) return
		const isLost = this.#unsent.waitsFor(this.#asked)
		this.#asked = null
		if (!isLost) return this.#unsent.isEmpty ? undefined : this.expect()
		this.#waitMs = Math.min(this.#waitMs * 2, lastWaitMs)
		this.#line.startOver()
	}

	connectionOpened() {
		this.#stop()
		if (!this.#unsent.isEmpty) this.expect()
	}

	/** Everything is stored. */
	arrived() {
		this.#stop()
		this.#waitMs = firstWaitMs
	}

	end() {
		this.#stop()
	}

	#stop() {
		clearTimeout(this.#timer)
		this.#timer = undefined
		this.#asked = null
	}
}
