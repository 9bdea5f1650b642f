import * as Y from 'yjs'
import { Answers, type Question } from './answers.ts'
import { Claims } from './claims.ts'
import type { Connection } from './connection.ts'
import { OpenDocument } from './document.ts'
import type { Edit, Merge } from './edit.ts'
import { framed } from './framing.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { Misgrown } from './misgrowth.ts'
import { Misplaced } from './misplaced.ts'
import { type Pace, Stopwatch } from './pace.ts'
import { Presence } from './presence.ts'
import { type AwarenessState, decodeMessage, encodeAwareness, encodeStep1, encodeUpdate } from './protocol.ts'
import { Resting } from './resting.ts'
import { askForGaps, tellSaved } from './saved.ts'
import { readShape } from './shape.ts'
import type { Entry, Opened, Rescued } from './store.ts'
import { Tangled } from './walk.ts'

/** What a turn took up: it must be stored before anything in it is told to anybody. */
export interface Taken {
	edits: Edit[]
	questions: Question[]
	entry: Entry | null
	/** It may hold rows of the log that were waiting for these, and came from others. */
	isMixed: boolean
}

/** The document would not take an update. It must be opened again from what is stored; `suspects` did not come in. */
export interface Spoilt {
	suspects: Edit[]
	rest: Taken
	error: unknown
}

interface Given {
	limits: Limits
	metrics: Metrics
	pace: Pace
}

const nothing = Buffer.alloc(0)
const editsAtOnce = 256
const bytesAtOnce = 256 * 1024
const growingMs = 5_000

/**
 * One open document and the people in it. It works in turns: `take` applies what has come, the caller stores it, `settle`
 * tells it. Nothing is applied between the two, so outside a turn the document holds durable words and no others.
 */
export class Room {
	readonly document: OpenDocument
	readonly connections = new Set<Connection>()
	/** A turn of this room is being stored. */
	isBusy = false
	emptySince = Date.now()
	compactionFailed = false
	/** Of the first edit that `documents.updatedAt` does not know of yet. */
	editedAt: number | null = null

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
	readonly #retries: Edit[] = []
	/** What did not fit into a turn, and the questions that must not be answered before it is in. */
	#left: Edit[] = []
	#held: Question[] = []
	#newcomers: Connection[] = []
	#listeners: (() => void)[] = []
	#growing: Rescued[] = []

	constructor(documentId: string, opened: Opened, { limits, metrics, pace }: Given) {
		this.document = new OpenDocument(documentId, opened, limits)
		this.#claims = new Claims(opened.owners)
		this.#limits = limits
		this.#metrics = metrics
		this.#pace = pace
		this.resting = new Resting(pace)
		this.#answers = new Answers({ document: this.document, resting: this.resting, pace, metrics })
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
			this.#newcomers.length > 0 ||
			this.#listeners.length > 0 ||
			this.#retries.length > 0 ||
			this.#left.length > 0 ||
			this.hasQuestions
		)
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
		const senders = [...this.#waiting, ...this.resting.connections]
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

	/**
	 * Asks a writer for what we lack, before they are told anything: their client would apply a deletion of the ground
	 * under words it has not sent yet, and send them as garbage.
	 */
	greet(connection: Connection) {
		this.#newcomers.push(connection)
	}

	leave(connection: Connection) {
		this.connections.delete(connection)
		this.#presence.leave(connection)
		this.#claims.release(connection)
		this.#answers.leave(connection)
		this.emptySince = Date.now()
	}

	merge(merge: Merge) {
		this.#merges.push(merge)
	}

	/** Calls back in a moment when the document holds durable words only. */
	whenSettled(callback: () => void) {
		this.#listeners.push(callback)
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
			this.#growing = this.#growing.filter(({ at }) => now.getTime() - at.getTime() < growingMs)
			const { entry, left, took, groundless } = this.document.apply(taken.edits, now, this.#growing)
			this.#metrics.refused('not-here', groundless)
			this.#left = left
			taken.edits.length -= left.length
			this.#chargeEach(taken.edits, took, watch.lap())
			this.#hold(taken)
			taken.entry = entry
			if (entry) this.editedAt ??= now.getTime()
			return taken
		} catch (error) {
			this.charge(taken.edits, watch.lap())
			return { suspects: taken.edits, rest: { ...taken, edits: [], entry: null }, error }
		}
	}

	/** A question is answered after what its asker sent before it. */
	#hold(taken: Pick<Taken, 'questions'>) {
		if (this.#left.length > 0 || this.#retries.length > 0) this.#held.push(...taken.questions.splice(0))
	}

	/** Each for putting it in, and by its bytes for its share of what was done for all of them together. */
	#chargeEach(edits: readonly Edit[], took: readonly number[], all: number) {
		const together = Math.max(0, all - took.reduce((sum, ms) => sum + ms, 0))
		const bytes = edits.reduce((sum, { update }) => sum + update.length, 0)
		for (const [at, { memberId, update }] of edits.entries())
			this.#pace.spent(memberId, took[at]! + (together * update.length) / bytes)
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
		if (suspects.length > 1 || mayBeInnocent) this.#retries.unshift(...suspects)
		else for (const suspect of suspects) this.#straightenOrRefuse(suspect, error)
		this.#hold(rest)
	}

	#straightenOrRefuse(suspect: Edit, error: unknown) {
		const straight = error instanceof Misplaced ? this.document.straightened(suspect) : null
		if (straight) this.#retries.unshift(straight)
		else this.#refuse(suspect, reasonFor(error))
	}

	/** `taken` is stored: now everyone may see it, and its writers may be told. */
	settle(taken: Taken, rescued: readonly Rescued[]) {
		const told = this.#toldSeveralThings(taken)
		for (const connection of told) connection.cork()
		try {
			for (const newcomer of this.#newcomers.splice(0)) this.#welcome(newcomer)
			this.#tellEverybody(taken)
			if (taken.edits.length > 0) this.#tellWriters(taken, rescued)
			this.#answers.add(taken.questions)
			for (const listener of this.#listeners.splice(0)) listener()
			askForGaps(this.document, this.connections, Date.now())
		} finally {
			for (const connection of told) connection.uncork()
		}
	}

	/** Answers what may be answered: between `take` and `settle` nothing. One at least, then others until it is time to stop. */
	answer(until: number) {
		this.#answers.answer(until)
	}

	/** Everybody else hears one thing at most, and is spared the gathering. */
	#toldSeveralThings({ edits }: Taken): Set<Connection> {
		const told = new Set(this.#newcomers)
		for (const { from } of edits) if (from?.wantsSaved) told.add(from)
		return told
	}

	#gather(taken: Taken) {
		const until = performance.now() + this.#limits.roomTurnMs
		const watch = new Stopwatch()
		let bytes = 0
		taken.edits.push(...this.#stillAllowed(this.#left.splice(0)))
		if (taken.edits.length > 0) return
		while (this.#retries.length > 0) {
			taken.edits.push(...this.#stillAllowed(this.#retries.splice(0, 1)))
			if (taken.edits.length > 0) return
		}
		for (let merge = this.#merges.shift(); merge; merge = this.#merges.shift()) {
			const edit = this.#read(merge.update, { memberId: merge.memberId, from: null, merge })
			if (edit) taken.edits.push(edit)
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
			this.#hear(connection, frame, taken)
			this.#pace.spent(connection.membership.memberId, watch.lap())
			// At the end of the line again: a Set is walked in the order things were added, also while it is walked.
			if (connection.hasWork) this.#waiting.add(connection)
		}
	}

	/** The right counts when an edit is taken into a turn, not when it came. A form has asked for it in the same request. */
	#stillAllowed(edits: readonly Edit[]): Edit[] {
		return edits.filter(({ from }) => !from || from.mayWrite || this.#dropReaders(from))
	}

	/** A reader's client may answer a state request that was on its way, so silence is the right refusal. */
	#dropReaders(from: Connection): false {
		from.hasDropped = true
		this.#metrics.refused('read-only')
		return false
	}

	#hear(from: Connection, frame: Uint8Array, taken: Taken) {
		const message = decodeMessage(frame, this.#limits)
		switch (message.type) {
			case 'step1':
				if (this.document.isTooLong(message.stateVector)) return this.#cannotRead(from)
				if (!this.#answers.mayAsk(from)) return from.putBack(frame)
				return taken.questions.push({ from, stateVector: message.stateVector, frame })
			case 'edit':
				return this.#hearEdit(from, message, taken)
			case 'awareness':
				return this.#hearAwareness(from, message.states)
			case 'query':
				return from.send(encodeAwareness(this.#presence.all()))
			case 'malformed':
				return this.#cannotRead(from)
		}
	}

	#cannotRead(from: Connection) {
		this.#metrics.refused('malformed')
		from.close('malformed', 'This message cannot be read')
	}

	#hearAwareness(from: Connection, states: readonly AwarenessState[]) {
		if (!from.isOpen) return
		this.#presence.hear(from, states, this.#limits.awarenessBytes)
		const client = this.#presence.clientOf(from)
		if (client !== undefined) this.#claims.claim(client, from)
	}

	#hearEdit(from: Connection, { update, whole }: { update: Uint8Array; whole: boolean }, taken: Taken) {
		const frame = from.countEdit()
		if (!from.mayWrite) return void this.#dropReaders(from)
		const edit = this.#read(update, { memberId: from.membership.memberId, from, merge: null })
		if (!edit) return
		from.hasEdited = true
		if (whole) from.hasDropped = false
		else for (const { client } of edit.shape.brings) this.#claims.claim(client, from)
		taken.edits.push({ ...this.#withoutForeign(edit), frame })
	}

	/** Leaves out what is new under the id of somebody else who is here; what is known already is harmless. */
	#withoutForeign(edit: Edit): Edit {
		const foreign = this.#claims.foreign(this.document.unsettled(edit.shape.brings), edit.memberId)
		if (foreign.length === 0) return edit
		this.#metrics.refused('foreign')
		if (edit.from) edit.from.hasDropped = true
		const known = new Map(foreign.map((client) => [client, 2 ** 31]))
		const brings = edit.shape.brings.filter(({ client }) => !known.has(client))
		return { ...edit, update: Y.diffUpdate(edit.update, Y.encodeStateVector(known)), shape: { ...edit.shape, brings } }
	}

	#read(update: Uint8Array, by: Pick<Edit, 'memberId' | 'from' | 'merge'>): Edit | null {
		this.#metrics.updatesIn++
		const shape = readShape(update, this.#limits)
		const edit: Edit = { update, shape: 'refused' in shape ? { brings: [], deletes: [] } : shape, frame: 0, ...by }
		if ('refused' in shape) return this.#refuse(edit, shape.refused)
		// A document at its cap may still be made smaller.
		if (shape.brings.length > 0 && !this.document.hasRoomFor(update.length)) return this.#refuse(edit, 'too-large')
		if (this.document.isTooHeavy(edit)) return this.#refuse(edit, 'tangled')
		return edit
	}

	#refuse({ from, merge }: Edit, why: 'malformed' | 'too-deep' | 'too-large' | 'tangled') {
		this.#metrics.refused(why)
		merge?.refused(why === 'too-large' ? 'document-full' : why)
		// What else they sent is likely to be of the same kind, and each would be tried.
		if (why === 'tangled') from?.forgetInbox()
		if (why === 'too-large') from?.close('tooLarge', 'This document is full')
		else from?.close('malformed', 'This edit cannot be taken')
		return null
	}

	/** New words and who is where, in the same bytes for everyone but those who brought nothing else than what they know. */
	#tellEverybody({ edits, entry, isMixed }: Taken) {
		const { changedBy } = this.#presence
		const changes = this.#presence.takeChanges()
		const updates = entry?.updates ?? []
		if (updates.length === 0 && changes.length === 0) return
		const sources = new Set(edits.map(({ from }) => from))
		const writtenBy = sources.size === 1 && !isMixed ? edits[0]!.from : null
		const words = Buffer.concat(updates.map(({ update }) => framed(encodeUpdate(update))))
		const presence = changes.length > 0 ? framed(encodeAwareness(changes)) : nothing
		const both = words.length === 0 ? presence : presence.length === 0 ? words : Buffer.concat([words, presence])
		this.#metrics.updatesStored += updates.length
		for (const connection of this.connections) {
			const knowsWords = connection === writtenBy
			const frames = connection === changedBy ? (knowsWords ? nothing : words) : knowsWords ? presence : both
			if (frames.length > 0) connection.sendFramed(frames)
			if (!knowsWords) this.#metrics.deliveries += updates.length
		}
	}

	#tellWriters({ edits }: Taken, rescued: readonly Rescued[]) {
		for (const one of rescued) this.#tellRescued(one)
		for (const edit of edits) this.#tellMerged(edit, rescued)
		tellSaved(this.document, edits)
	}

	#tellMerged({ merge, memberId, shape }: Edit, rescued: readonly Rescued[]) {
		// Nobody will come back to fill the gap, as a connection would.
		if (this.document.unsettled(shape.brings).length > 0) return merge?.refused('not-here')
		merge?.stored(rescued.filter((one) => one.memberId === memberId))
	}

	#tellRescued(rescued: Rescued) {
		const { id, memberId, words, sectionId } = rescued
		this.#metrics.rescues++
		this.#growing = [...this.#growing.filter((one) => one.id !== id), rescued]
		for (const connection of this.connections) {
			if (connection.membership.memberId === memberId) connection.notice({ kind: 'rescued', id, words, sectionId })
		}
	}

	#welcome(to: Connection) {
		if (to.mayWrite) to.send(encodeStep1(this.document.stateVector))
		else to.notice(to.readOnly)
		const here = this.#presence.all()
		if (here.length > 0) to.send(encodeAwareness(here))
	}
}

function reasonFor(error: unknown) {
	if (error instanceof Tangled) return 'tangled'
	return error instanceof Misgrown ? 'too-deep' : 'malformed'
}
