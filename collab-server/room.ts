import { Answers, type Question } from './answers.ts'
import { Claims } from './claims.ts'
import type { Connection } from './connection.ts'
import { type Applied, OpenDocument } from './document.ts'
import { Early } from './early.ts'
import type { Edit, Merge } from './edit.ts'
import { Hearing } from './hearing.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { Misgrown } from './misgrowth.ts'
import { Misplaced } from './misplaced.ts'
import type { Unreadable } from './opening.ts'
import { type Pace, Stopwatch } from './pace.ts'
import { Presence } from './presence.ts'
import { reasons } from './reasons.ts'
import { Resting } from './resting.ts'
import type { Opened, Rescued } from './store.ts'
import type { Spoilt, Taken } from './taken.ts'
import { Telling } from './telling.ts'
import { Tangled } from './walk.ts'

interface Given {
	limits: Limits
	metrics: Metrics
	pace: Pace
}

/** Waits for the moment when the document holds durable words only. */
interface Listener {
	settled(): void
	unreadable(error: Unreadable): void
	/** The database takes no words now, or this room is over. */
	notStored(): void
}

const editsAtOnce = 256
const bytesAtOnce = 256 * 1024

/**
 * One open document and the people in it. It works in turns: `take` applies what has come, the caller stores it, `settle`
 * tells it. Nothing is applied between the two, so outside a turn the document holds durable words and no others.
 */
export class Room {
	readonly document: OpenDocument
	readonly connections = new Set<Connection>()
	/** A turn of this room is being stored. */
	isBusy = false
	/** This and the next on the clock that only goes forward, `performance.now()`. */
	emptySince = performance.now()
	compactionFailed = false
	/** Had to be opened again, and what is stored could not be read: nothing is taken up or answered until it is mended. */
	unreadable: Unreadable | null = null
	/** The database would not take this turn's words; it is tried again and again. */
	isNotStored = false
	isOver = false
	onEnd: () => void = () => undefined
	/** Of the first edit that `documents.updatedAt` does not know of yet. */
	editedAt: number | null = null
	lastEditAt = 0

	readonly #limits: Limits
	readonly #metrics: Metrics
	readonly #presence = new Presence()
	readonly #claims: Claims
	/** Connections with something to work on, the longest waiting first. */
	readonly #waiting = new Set<Connection>()
	readonly #merges: Merge[] = []
	readonly resting: Resting
	readonly #pace: Pace
	readonly #answers: Answers
	readonly #hearing: Hearing
	readonly #telling: Telling
	#retries: Edit[] = []
	readonly #early: Early
	/** The last turn was for what had come early: what waits goes before more of that. */
	#justTriedEarly = false
	/** What did not fit into a turn, and the questions that must not be answered before it is in. */
	#left: Edit[] = []
	#held: Question[] = []
	#listeners: Listener[] = []

	constructor(documentId: string, opened: Opened, { limits, metrics, pace }: Given) {
		this.document = new OpenDocument(documentId, opened, limits)
		this.#claims = new Claims(opened.owners)
		this.#early = new Early(limits.earlyBytes)
		this.#limits = limits
		this.#metrics = metrics
		this.#pace = pace
		this.resting = new Resting(pace)
		const given = { document: this.document, presence: this.#presence, metrics }
		this.#answers = new Answers({ ...given, resting: this.resting, pace })
		this.#hearing = new Hearing({ ...given, claims: this.#claims, answers: this.#answers, limits })
		this.#telling = new Telling({ ...given, connections: this.connections })
	}

	get documentId() {
		return this.document.id
	}

	get isEmpty() {
		return this.connections.size === 0 && !this.resting.isAnybody && !this.hasWork
	}

	get hasWork() {
		return (
			this.#waiting.size > 0 ||
			this.#merges.length > 0 ||
			this.#telling.hasNewcomers ||
			this.#listeners.length > 0 ||
			this.#retries.length > 0 ||
			this.#left.length > 0 ||
			this.hasQuestions ||
			this.#hasEarly
		)
	}

	get #hasEarly() {
		return this.#early.isReady(this.document.log.lastSeq, (client) => this.document.clockOf(client))
	}

	/** Some could be answered now: nothing they must wait for is missing. */
	get hasQuestions() {
		return this.#answers.isAnyWaiting
	}

	get writers(): number {
		const people = [...this.connections].filter(({ mayWrite }) => mayWrite).map(({ membership }) => membership.memberId)
		return new Set(people).size
	}

	/** They are gone, and something that they sent is still to be taken up. */
	get leavers(): Set<Connection> {
		const senders = [...this.#waiting, ...this.resting.connections, ...this.#early.bringers]
		for (const { from } of [...this.#left, ...this.#retries]) if (from) senders.push(from)
		return new Set(senders.filter((sender) => !this.connections.has(sender)))
	}

	join(connection: Connection, onWork: () => void) {
		this.connections.add(connection)
		connection.speaksFor = () => this.#presence.clientOf(connection)
		connection.onWork = () => {
			if (connection.hasWork && !this.resting.has(connection) && !this.#answers.holdsUp(connection))
				this.#waiting.add(connection)
			onWork()
		}
		this.greet(connection)
		connection.onWork()
	}

	greet(connection: Connection) {
		this.#telling.greet(connection)
	}

	leave(connection: Connection) {
		this.connections.delete(connection)
		this.#presence.leave(connection)
		this.#claims.release(connection)
		this.#answers.leave(connection)
		this.emptySince = performance.now()
	}

	/** Another takes its place. What was heard and is not stored is left to its writers; `unstored` are edits that never will be. */
	end(why: 'rebuilt' | 'tryLater', unstored: readonly Edit[] = []) {
		this.isOver = true
		this.onEnd()
		const forms = [...unstored, ...this.#left, ...this.#retries].flatMap(({ merge }) => merge ?? [])
		for (const form of [...forms, ...this.#merges.splice(0)])
			form.refused(why === 'rebuilt' ? 'rebuilt' : 'not-in-time')
		for (const { notStored } of this.#listeners.splice(0)) notStored()
		for (const connection of this.connections) {
			connection.forgetInbox()
			connection.close(why, reasons[why])
		}
		this.resting.forget()
		this.document.close()
	}

	merge(merge: Merge) {
		if (this.unreadable) merge.refused('unreadable')
		else if (this.isOver) merge.refused('not-in-time')
		else this.#merges.push(merge)
	}

	/** Calls back once. */
	whenSettled(listener: Listener) {
		if (this.unreadable) listener.unreadable(this.unreadable)
		else if (this.isNotStored || this.isOver) listener.notStored()
		else this.#listeners.push(listener)
	}

	/** Everybody is told, because what they type next waits too; who only wants to read does not wait for it. */
	cannotStore() {
		this.isNotStored = true
		for (const connection of this.connections) connection.notice({ kind: 'not-saved' })
		for (const { notStored } of this.#listeners.splice(0)) notStored()
	}

	/** Takes up what waits, fairly by turns between connections, for `roomTurnMs` at most. */
	take(now: Date): Taken | Spoilt {
		const taken: Taken = { edits: [], questions: this.#held.splice(0), entry: null, isMixed: false }
		this.#gather(taken)
		if (taken.edits.length === 0) {
			this.#hold(taken)
			return taken
		}
		const watch = new Stopwatch()
		try {
			taken.isMixed = this.document.isWaiting
			const { entry, left, took, steps, early } = this.document.apply(taken.edits, now, this.#telling.growing(now))
			this.#keepEarly(early)
			this.#left = left
			taken.edits.length -= left.length
			this.#chargeEach(taken.edits, { took, steps, all: watch.lap() })
			this.#hold(taken)
			taken.entry = entry
			if (entry) {
				this.lastEditAt = performance.now()
				this.editedAt ??= now.getTime()
			}
			return taken
		} catch (error) {
			this.charge(taken.edits, watch.lap())
			return { suspects: taken.edits, rest: { ...taken, edits: [], entry: null }, error }
		}
	}

	/** A form has no line that could be asked again, and is refused. */
	#keepEarly(early: Applied['early']) {
		this.#metrics.refused('not-here', early.filter(({ edit }) => !edit.wasEarly).length)
		this.#early.keep(
			early.flatMap(({ edit, ground }) =>
				edit.from?.isOpen ? [{ ...edit, wasEarly: true, from: edit.from, ground }] : [],
			),
		)
	}

	/** Of one person, who answers for it alone. Who must rest is asked for it again. */
	#takeEarly(): Edit[] {
		const edits = this.#early.takeReady((client) => this.document.clockOf(client))
		const [first] = edits
		return first && !this.resting.mustRest(first.from) ? this.#hearing.again(edits) : []
	}

	/** A question is answered after what its asker sent before it. */
	#hold(taken: Pick<Taken, 'questions'>) {
		if (this.#left.length > 0 || this.#retries.length > 0) this.#held.push(...taken.questions.splice(0))
	}

	/**
	 * Each for putting it in, and for its share of what was done for all of them together: by its steps, since what takes long then is
	 * to measure where many wrote at one place; by its bytes where there were none.
	 */
	#chargeEach(edits: readonly Edit[], { took, steps, all }: Pick<Applied, 'took' | 'steps'> & { all: number }) {
		const together = Math.max(0, all - took.reduce((sum, ms) => sum + ms, 0))
		const hasSteps = steps.some((count) => count > 0)
		const weights = hasSteps ? steps : edits.map(({ update }) => update.length)
		const weight = weights.reduce((sum, one) => sum + one, 0)
		for (const [at, { memberId }] of edits.entries())
			this.#pace.spent(memberId, took[at]! + (together * weights[at]!) / weight)
	}

	/** What was spent on a turn that came to nothing, where one member alone is answerable for it. */
	charge(edits: readonly Edit[], ms: number) {
		if (new Set(edits.map(({ memberId }) => memberId)).size === 1) this.#pace.spent(edits[0]!.memberId, ms)
	}

	/**
	 * After a spoilt turn: goes on from what is stored. Several suspects are tried again one at a time. So is one that may
	 * only have let in what was waiting for it in the log: that is left there now.
	 */
	reopen(opened: Opened, { suspects, rest, error }: Spoilt) {
		this.#metrics.reopenings++
		this.document.reopen(opened)
		const mayBeInnocent = rest.isMixed && this.document.forgetWaiting()
		const waiting = suspects.filter(({ isTurnedBack }) => !isTurnedBack)
		if (suspects.length > 1 || mayBeInnocent) this.#retries.unshift(...waiting)
		else for (const suspect of waiting) this.#straightenOrRefuse(suspect, error)
		this.#hold(rest)
		if (this.unreadable || opened.quarantined > 0) this.#askEverybody()
		if (this.unreadable) this.#readableAgain()
	}

	/**
	 * What is stored was damaged while people had it open. Whoever waits for a page or a form is told at once. Writers keep
	 * their line, and what they have typed, for when it is mended; who has not seen the document yet is turned away.
	 */
	cannotBeRead(error: Unreadable, { suspects }: Spoilt) {
		if (this.unreadable) return
		this.unreadable = error
		for (const listener of this.#listeners.splice(0)) listener.unreadable(error)
		for (const merge of this.#merges.splice(0)) merge.refused('unreadable')
		for (const edit of [...suspects, ...this.#left, ...this.#retries]) turnBack(edit)
		this.#left = this.#left.filter(({ isTurnedBack }) => !isTurnedBack)
		this.#retries = this.#retries.filter(({ isTurnedBack }) => !isTurnedBack)
		for (const connection of this.connections) {
			if (connection.isAnswered) connection.notice({ kind: 'read-only', isDamaged: true })
			else connection.close('unreadable', reasons.unreadable)
		}
	}

	#readableAgain() {
		this.unreadable = null
		for (const connection of this.connections)
			connection.notice(connection.mayWrite ? { kind: 'may-write' } : connection.readOnly)
	}

	/** What people have seen may be gone from what is stored, and stand in their tabs. */
	#askEverybody() {
		for (const connection of this.connections) if (connection.mayWrite) this.greet(connection)
	}

	#straightenOrRefuse(suspect: Edit, error: unknown) {
		const straight = error instanceof Misplaced ? this.document.straightened(suspect) : null
		if (straight) return void this.#retries.unshift(straight)
		this.#hearing.refuse(suspect, reasonFor(error))
		// What else of theirs waited for this ground is likely to be of the same kind, and the document is opened again for each.
		if (suspect.from) this.#early.forget(suspect.from)
		this.#retries = this.#retries.filter(({ wasEarly, from }) => !wasEarly || from !== suspect.from)
	}

	/** `taken` is stored: now everyone may see it, and its writers may be told. */
	settle(taken: Taken, rescued: readonly Rescued[]) {
		this.isNotStored = false
		this.#telling.tell(taken, rescued)
		for (const connection of this.connections) connection.savesAgain()
		this.#answers.add(taken.questions)
		for (const { settled } of this.#listeners.splice(0)) settled()
	}

	/** Answers what may be answered: between `take` and `settle` nothing. One at least, then others until it is time to stop. */
	answer(until: number) {
		this.#answers.answer(until)
	}

	#gather(taken: Taken) {
		const until = performance.now() + this.#limits.roomTurnMs
		const watch = new Stopwatch()
		let bytes = 0
		taken.edits.push(...this.#hearing.stillAllowed(this.#left.splice(0)))
		if (taken.edits.length > 0) return
		while (this.#retries.length > 0) {
			taken.edits.push(...this.#hearing.stillAllowed(this.#retries.splice(0, 1)))
			if (taken.edits.length > 0) return
		}
		if (this.#hasEarly && !(this.#justTriedEarly && this.#waiting.size > 0)) {
			taken.edits.push(...this.#takeEarly())
			this.#justTriedEarly = taken.edits.length > 0
			if (this.#justTriedEarly) return
		}
		this.#justTriedEarly = false
		for (let merge = this.#merges.shift(); merge; merge = this.#merges.shift()) {
			this.#hearing.hearForm(merge, taken)
			this.#pace.spent(merge.memberId, watch.lap())
		}
		for (const connection of this.#waiting) {
			if (taken.edits.length >= editsAtOnce || bytes > bytesAtOnce || performance.now() > until) return
			this.#waiting.delete(connection)
			if ((connection.isBehind && connection.isOpen) || this.#answers.holdsUp(connection)) continue
			if (this.resting.mustRest(connection)) continue
			const frame = connection.next()
			if (!frame) continue
			bytes += frame.length
			this.#hearing.hear(connection, frame, taken)
			this.#pace.spent(connection.membership.memberId, watch.lap())
			// At the end of the line again: a Set is walked in the order things were added, also while it is walked.
			if (connection.hasWork) this.#waiting.add(connection)
		}
	}
}

/** A form, which is not put in later: whoever sent it still has it, and was told to send it again. */
function turnBack(edit: Edit) {
	if (!edit.merge) return
	edit.isTurnedBack = true
	edit.merge.refused('unreadable')
}

function reasonFor(error: unknown) {
	if (error instanceof Tangled) return 'tangled'
	return error instanceof Misgrown ? 'too-deep' : 'malformed'
}
