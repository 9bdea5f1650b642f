import * as Y from 'yjs'

/**
 * Who brought the struct of `client` at `clock`, and up to which clock that holds; null when nobody knows. `stays`: also where that
 * member's words go.
 */
export type WriterOf = (client: number, clock: number) => { memberId: string; until: number; stays?: true } | null

export interface Rebuilt {
	state: Uint8Array
	/** How many letters of the member who was left out are not in it. */
	letters: number
	writings: { client: number; clock: number; end: number; memberId: string }[]
}

/**
 * The same words in a document with no history: what was deleted is in it nowhere, not even as a length. Each member's
 * words come under a client id of their own, so that who wrote what holds. Sections are XML fragments (our editor's) or
 * plain texts; whatever else a program keeps, lists and maps of anything, is carried too. Documents in the document are not.
 *
 * What the member `without` brought is left out: their words, the addresses of their links, the paragraphs and
 * items of theirs that would stand empty, and in lists and maps all that is theirs.
 */
export function rebuild(from: Y.Doc, writerOf: WriterOf, without: string | null = null): Rebuilt {
	const copy = new Copy(writerOf, without)
	copy.roots(from)
	return copy.finished()
}

const nobody = ''

/** Any Yjs type, as far as walking through it goes. */
export type Holding = Pick<Y.XmlFragment, '_start' | '_map'>

// biome-ignore lint/suspicious/noExplicitAny: of whatever events
type AnyType = Y.AbstractType<any>

/** Where in the new document: behind `left` in a list, or under `key`. */
interface Standing {
	parent: AnyType
	key: string | null
	left: Y.Item | null
}

class Copy {
	readonly #doc = new Y.Doc()
	readonly #writerOf: WriterOf
	readonly #without: string | null
	readonly #clients = new Map<string, number>()
	#letters = 0

	constructor(writerOf: WriterOf, without: string | null) {
		this.#writerOf = writerOf
		this.#without = without
	}

	roots(from: Y.Doc) {
		this.#doc.transact((tx) => {
			for (const [name, root] of from.share) {
				const items = standing(root)
				if (items.length + entries(root).length === 0) continue
				if (items.some(({ content }) => isOfText(content))) this.#fill(tx, root, this.#doc.getText(name))
				else this.#fill(tx, root, this.#doc.get(name))
			}
		})
	}

	finished(): Rebuilt {
		const writings = [...this.#clients].flatMap(([memberId, client]) => {
			const end = Y.getState(this.#doc.store, client)
			return memberId === nobody || end === 0 ? [] : [{ client, clock: 0, end, memberId }]
		})
		const state = Y.encodeStateAsUpdate(this.#doc)
		this.#doc.destroy()
		return { state, writings, letters: this.#letters }
	}

	#fill(tx: Y.Transaction, from: Holding, to: AnyType) {
		if (to instanceof Y.Text) this.#words(tx, from, to)
		else this.#list(tx, from, to)
		for (const [key, item] of entries(from)) {
			// A heading of theirs that others' words stand in stays one.
			const stays = to instanceof Y.XmlElement && !holdsWords(item.content.getContent().at(-1))
			this.#carry(tx, item, { parent: to, key, left: null }, stays)
		}
	}

	#list(tx: Y.Transaction, from: Holding, parent: AnyType) {
		let left: Y.Item | null = null
		for (const item of standing(from)) left = this.#carry(tx, item, { parent, key: null, left })
	}

	/** Words under their writers' ids, marks as they stand. */
	#words(tx: Y.Transaction, from: Holding, to: Y.Text) {
		const marks: Record<string, unknown> = {}
		for (const item of standing(from)) {
			const { content, id } = item
			if (content instanceof Y.ContentFormat) {
				marks[content.key] = holdsWords(content.value) && this.#isTheirs(id) ? null : content.value
			} else if (content instanceof Y.ContentEmbed) {
				if (this.#isTheirs(id) || content.embed === null) continue
				this.#as(id)
				to.insertEmbed(to.length, content.embed, { ...marks })
			} else if (content instanceof Y.ContentString) {
				for (const { at, until, isTheirs } of this.#runs(item)) {
					const words = content.str.slice(at, until)
					if (isTheirs) this.#letters += words.length
					else to.insert(to.length, words, { ...marks })
				}
			} else this.#carry(tx, item, { parent: to, key: null, left: lastOf(to) })
		}
	}

	/** Returns what the next one stands behind. */
	#carry(tx: Y.Transaction, item: Y.Item, place: Standing, stays = false): Y.Item | null {
		const { content, id } = item
		if (content instanceof Y.ContentFormat || content instanceof Y.ContentDoc) return place.left
		if (content instanceof Y.ContentType) {
			if (this.#isTheirs(id) && !this.#holdsOthers(content.type)) {
				this.#letters += lettersIn(content.type)
				return place.left
			}
			this.#as(id)
			const type = content.type._copy() as AnyType
			const put = this.#put(tx, new Y.ContentType(type), place)
			this.#fill(tx, content.type, type)
			return put
		}
		let { left } = place
		for (const { at, until, isTheirs } of this.#runs(item)) {
			if (!isTheirs || stays) left = this.#put(tx, partOf(content, at, until), { ...place, left })
			else if (content instanceof Y.ContentString) this.#letters += until - at
		}
		return left
	}

	#put(tx: Y.Transaction, content: Y.Item['content'], { parent, key, left }: Standing): Y.Item {
		const id = Y.createID(this.#doc.clientID, Y.getState(this.#doc.store, this.#doc.clientID))
		const item = new Y.Item(id, left, left?.lastId ?? null, null, null, parent, key, content)
		item.integrate(tx, 0)
		return item
	}

	/** One writer's after the other's; what is inserted next is that writer's. */
	*#runs({ id, length }: Y.Item) {
		for (let at = 0; at < length; ) {
			const place = { client: id.client, clock: id.clock + at }
			const until = Math.min(this.#as(place) - id.clock, length)
			yield { at, until, isTheirs: this.#isTheirs(place) }
			at = until
		}
	}

	#isTheirs({ client, clock }: { client: number; clock: number }): boolean {
		if (this.#without === null) return false
		const writer = this.#writerOf(client, clock)
		return writer?.memberId === this.#without && !writer.stays
	}

	/** Somebody else's words, or a place somebody else made for words, stand in it. */
	#holdsOthers(type: Holding): boolean {
		const values = type instanceof Y.Map ? entries(type).map(([, item]) => item) : []
		return [...standing(type), ...values].some(({ content, id, length }) => {
			if (content instanceof Y.ContentType)
				return !(this.#isTheirs(id) || content.type instanceof Y.XmlText) || this.#holdsOthers(content.type)
			if (!content.isCountable()) return false
			for (let at = 0; at < length; ) {
				const place = { client: id.client, clock: id.clock + at }
				if (!this.#isTheirs(place)) return true
				at = this.#writerOf(place.client, place.clock)!.until - id.clock
			}
			return false
		})
	}

	/** What is inserted next is this struct's writer's. Returns up to which clock the writer stays the same. */
	#as({ client, clock }: { client: number; clock: number }): number {
		const writer = this.#writerOf(client, clock)
		// A paragraph of theirs that others' words stand in stays, and is nobody's.
		const memberId = writer && (writer.memberId !== this.#without || writer.stays) ? writer.memberId : nobody
		const id = this.#clients.get(memberId) ?? new Y.Doc().clientID
		this.#clients.set(memberId, id)
		this.#doc.clientID = id
		return writer?.until ?? Number.POSITIVE_INFINITY
	}
}

function lettersIn(type: Holding): number {
	let letters = 0
	for (const { content } of [...standing(type), ...entries(type).map(([, item]) => item)]) {
		if (content instanceof Y.ContentString) letters += content.str.length
		else if (content instanceof Y.ContentType) letters += lettersIn(content.type)
	}
	return letters
}

export function standing(type: Holding): Y.Item[] {
	const items: Y.Item[] = []
	for (let item = type._start; item; item = item.right) if (!item.deleted) items.push(item)
	return items
}

function entries(type: Holding): [string, Y.Item][] {
	return [...type._map].filter(([, item]) => !item.deleted)
}

function lastOf(type: Holding): Y.Item | null {
	let last = type._start
	while (last?.right) last = last.right
	return last
}

function isOfText(content: Y.Item['content']): boolean {
	return [Y.ContentString, Y.ContentFormat, Y.ContentEmbed].some((kind) => content instanceof kind)
}

/** The value of a mark or an attribute can say something: an address does, bold and the level of a heading do not. */
function holdsWords(value: unknown): boolean {
	if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
	return typeof value === 'string' && value !== ''
}

function partOf(content: Y.Item['content'], at: number, until: number): Y.Item['content'] {
	if (content instanceof Y.ContentString) return new Y.ContentString(content.str.slice(at, until))
	if (content instanceof Y.ContentAny) return new Y.ContentAny(content.arr.slice(at, until))
	if (content instanceof Y.ContentJSON) return new Y.ContentJSON(content.arr.slice(at, until))
	return content.copy()
}
