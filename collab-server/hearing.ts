import * as Y from 'yjs'
import type { Answers } from './answers.ts'
import type { Claims } from './claims.ts'
import type { Connection } from './connection.ts'
import type { OpenDocument } from './document.ts'
import type { Edit, Merge } from './edit.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { Presence } from './presence.ts'
import { type AwarenessState, decodeMessage, encodeAwareness } from './protocol.ts'
import { readShape } from './shape.ts'
import type { Taken } from './taken.ts'

interface Given {
	document: OpenDocument
	presence: Presence
	claims: Claims
	answers: Answers
	limits: Limits
	metrics: Metrics
}

/** Reads what the people in a room send, and the forms; adds to a turn what may be taken, and refuses the rest. */
export class Hearing {
	readonly #document: OpenDocument
	readonly #presence: Presence
	readonly #claims: Claims
	readonly #answers: Answers
	readonly #limits: Limits
	readonly #metrics: Metrics

	constructor({ document, presence, claims, answers, limits, metrics }: Given) {
		this.#document = document
		this.#presence = presence
		this.#claims = claims
		this.#answers = answers
		this.#limits = limits
		this.#metrics = metrics
	}

	hearForm(merge: Merge, taken: Taken) {
		const edit = this.#read(merge.update, { memberId: merge.memberId, from: null, merge })
		if (edit && this.#document.hasEnded(edit.shape.brings.map(({ client }) => client))) return merge.refused('rebuilt')
		if (edit) taken.edits.push(edit)
	}

	/** The right counts when an edit is taken into a turn, not when it came. A form has asked for it in the same request. */
	stillAllowed(edits: readonly Edit[]): Edit[] {
		return edits.filter(({ from }) => !from || from.mayWrite || this.#dropReaders(from))
	}

	/** Also whose words they bring is asked again, where they have waited: their owner may have come. */
	again(edits: readonly Edit[]): Edit[] {
		return this.stillAllowed(edits).map((edit) => this.#withoutForeign(edit))
	}

	/** A reader's client may answer a state request that was on its way, so silence is the right refusal. */
	#dropReaders(from: Connection): false {
		from.hasDropped = true
		this.#metrics.refused('read-only')
		return false
	}

	hear(from: Connection, frame: Uint8Array, taken: Taken) {
		const message = decodeMessage(frame, this.#limits)
		switch (message.type) {
			case 'step1':
				if (this.#document.isTooLong(message.stateVector)) return this.#cannotRead(from)
				if (this.#document.hasEnded(clientsIn(message.stateVector))) return this.#startOver(from)
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

	/** A stock client names no generation: it has a copy of a history that was replaced, and would bring all of it back. */
	#startOver(from: Connection) {
		this.#metrics.refused('rebuilt')
		from.close('rebuilt', 'This document was rebuilt')
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
		if (this.#document.hasEnded(edit.shape.brings.map(({ client }) => client))) return this.#startOver(from)
		from.hasEdited = true
		if (whole) from.hasDropped = false
		else for (const { client } of edit.shape.brings) this.#claims.claim(client, from)
		taken.edits.push({ ...this.#withoutForeign(edit), frame })
	}

	/** Leaves out what is new under the id of somebody else who is here; what is known already is harmless. */
	#withoutForeign(edit: Edit): Edit {
		const foreign = this.#claims.foreign(this.#document.unsettled(edit.shape.brings), edit.memberId)
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
		if ('refused' in shape) return this.refuse(edit, shape.refused)
		// A document at its cap may still be made smaller.
		if (shape.brings.length > 0 && !this.#document.hasRoomFor(update.length)) return this.refuse(edit, 'too-large')
		if (this.#document.isTooHeavy(edit)) return this.refuse(edit, 'tangled')
		return edit
	}

	refuse({ from, merge }: Edit, why: 'malformed' | 'too-deep' | 'too-large' | 'tangled') {
		this.#metrics.refused(why)
		merge?.refused(why === 'too-large' ? 'document-full' : why)
		// What else they sent is likely to be of the same kind, and each would be tried.
		if (why === 'tangled') from?.forgetInbox()
		if (why === 'too-large') from?.close('tooLarge', 'This document is full')
		else from?.close('malformed', 'This edit cannot be taken')
		return null
	}
}

/** None where it cannot be read, which is found when it is answered. */
function clientsIn(stateVector: Uint8Array): Iterable<number> {
	try {
		return Y.decodeStateVector(stateVector).keys()
	} catch {
		return []
	}
}
