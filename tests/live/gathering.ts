import * as Y from 'yjs'
import { OpenDocument } from '../../collab-server/document.ts'
import type { Edit } from '../../collab-server/edit.ts'
import { defaultLimits } from '../../collab-server/limits.ts'
import { Misplaced } from '../../collab-server/misplaced.ts'
import { build } from '../../collab-server/opening.ts'
import { readShape } from '../../collab-server/shape.ts'

/** Somebody's replica; what they wrote and what others wrote are on their way in order, as long as a test likes. */
export interface Guest {
	doc: Y.Doc
	up: Uint8Array[]
	down: Uint8Array[]
}

/** One document as the server keeps it, without sockets and disk, and replicas of it. A refused edit leaves no trace. */
export class Gathering {
	readonly guests: Guest[]
	readonly #rows: Uint8Array[] = []
	readonly #document: OpenDocument
	refused = 0
	straightened = 0
	/** Words kept for their writers, because the ground they stood on is gone. */
	readonly lost: string[] = []

	constructor(clients: readonly number[]) {
		this.#document = new OpenDocument('document', this.#opened(), defaultLimits)
		this.guests = clients.map((clientID) => {
			const doc = new Y.Doc()
			doc.clientID = clientID
			const guest: Guest = { doc, up: [], down: [] }
			doc.on('update', (update: Uint8Array, by: unknown) => by !== this && guest.up.push(update))
			return guest
		})
	}

	/** A replica of what the server has. */
	newcomer(): Y.Doc {
		const doc = new Y.Doc()
		Y.applyUpdate(doc, this.#document.encode())
		return doc
	}

	/** From an honest editor: taken, or this throws. */
	bring(update: Uint8Array) {
		const before = this.refused
		this.offer(update)
		if (this.refused > before) throw new Error('an honest edit was refused')
	}

	offer(update: Uint8Array): void {
		const shape = readShape(update, defaultLimits)
		if ('refused' in shape) this.refused++
		else this.#take({ update, shape, memberId: 'somebody', from: null, frame: 0, merge: null })
	}

	/** As a room does: what will not apply is tried without what waited, and straightened, before it is refused. */
	#take(edit: Edit): void {
		const wasWaiting = this.#document.isWaiting
		try {
			const { entry } = this.#document.apply([edit], new Date(0), [])
			this.lost.push(...(entry?.lost ?? []).map(({ words }) => words))
			for (const stored of entry?.updates ?? []) {
				this.#rows.push(stored.update)
				for (const { down } of this.guests) down.push(stored.update)
			}
		} catch (error) {
			this.#document.reopen(this.#opened())
			const mayBeInnocent = wasWaiting && this.#document.forgetWaiting()
			const straight = !mayBeInnocent && error instanceof Misplaced ? this.#document.straightened(edit) : null
			if (mayBeInnocent) this.#take(edit)
			else if (straight) {
				this.straightened++
				this.#take(straight)
			} else this.refused++
		}
	}

	hear({ doc, down }: Guest, most = down.length) {
		for (const update of down.splice(0, most)) Y.applyUpdate(doc, update, this)
	}

	/** Everything on its way arrives, and everybody asks for what they lack and gives what they have. */
	settle() {
		for (let round = 0; round < 3; round++) {
			for (const guest of this.guests) {
				for (const update of guest.up.splice(0)) this.bring(update)
				this.hear(guest)
				Y.applyUpdate(guest.doc, this.#document.encode(Y.encodeStateVector(guest.doc)), this)
				this.bring(Y.encodeStateAsUpdate(guest.doc, this.#document.stateVector))
			}
		}
		for (const guest of this.guests) this.hear(guest)
	}

	/** What each replica reads, that of somebody who comes now, and that of the rows in the database. */
	get readings(): Set<string> {
		const replayed = new Y.Doc()
		for (const row of this.#rows) Y.applyUpdate(replayed, row)
		return new Set([this.newcomer(), replayed, ...this.guests.map(({ doc }) => doc)].map(reading))
	}

	#opened() {
		const { doc } = build(
			null,
			this.#rows.map((update, seq) => ({ seq, update })),
			defaultLimits,
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

/** Everything that stands, letter by letter with its id, whatever it was put into. */
function reading(doc: Y.Doc): string {
	const words: string[] = []
	const standing = ({ id, content, deleted, length }: Y.Item) => {
		if (deleted) return
		const letters = content instanceof Y.ContentString ? content.str : ''
		for (let at = 0; at < length; at++) words.push(`${id.client}:${id.clock + at}${letters[at] ?? ''}`)
		if (content instanceof Y.ContentType) inside(content.type)
	}
	const inside = ({ _start, _map }: Pick<Y.XmlFragment, '_start' | '_map'>) => {
		words.push('(')
		for (let item = _start; item; item = item.right) standing(item)
		for (const key of [..._map.keys()].sort()) {
			words.push(`${key}=`)
			standing(_map.get(key)!)
		}
		words.push(')')
	}
	for (const name of [...doc.share.keys()].sort()) {
		const root = doc.share.get(name)!
		if (root._start || root._map.size > 0) {
			words.push(name)
			inside(root)
		}
	}
	return words.join(' ')
}
