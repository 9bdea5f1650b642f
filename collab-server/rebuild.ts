import * as Y from 'yjs'

/** Who brought the struct of `client` at `clock`, and up to which clock that holds; null when nobody knows. */
export type WriterOf = (client: number, clock: number) => { memberId: string; until: number } | null

export interface Rebuilt {
	state: Uint8Array
	/** How many letters of the member who was left out are not in it. */
	letters: number
	writings: { client: number; clock: number; end: number; memberId: string }[]
}

/**
 * The same words in a document with no history: what was deleted is in it nowhere, not even as a length. Each member's
 * words come under a client id of their own, so that who wrote what holds. Sections are XML fragments (our editor's) or
 * plain texts; anything else is not ours and throws.
 *
 * What the member `without` brought is left out: their words, the addresses of their links, and the paragraphs and
 * items of theirs that would stand empty.
 */
export function rebuild(from: Y.Doc, writerOf: WriterOf, without: string | null = null): Rebuilt {
	const copy = new Copy(writerOf, without)
	for (const [name, root] of from.share) copy.root(name, root)
	return copy.finished()
}

const nobody = ''

/** Any Yjs type, as far as walking through it goes. */
export type Holding = Pick<Y.XmlFragment, '_start' | '_map'>

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

	root(name: string, root: Holding) {
		const items = standing(root)
		if (items.length === 0) return
		if (root._map.size > 0) throw new Error(`the root ${name} is a map, which no section is`)
		if (items.every(({ content }) => content instanceof Y.ContentType))
			this.#children(items, this.#doc.getXmlFragment(name))
		else this.#words(root, this.#doc.getText(name))
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

	#children(items: readonly Y.Item[], to: Y.XmlFragment) {
		for (const item of items) {
			const { type } = item.content as Y.ContentType
			if (this.#isTheirs(item.id) && !this.#holdsOthers(type)) {
				this.#letters += lettersIn(type)
				continue
			}
			this.#as(item.id)
			if (type instanceof Y.XmlText) {
				const text = new Y.XmlText()
				to.insert(to.length, [text])
				this.#words(type, text)
			} else if (type instanceof Y.XmlElement) {
				const element = new Y.XmlElement(type.nodeName)
				to.insert(to.length, [element])
				for (const [name, value] of Object.entries(type.getAttributes()))
					if (value !== undefined) element.setAttribute(name, value)
				this.#children(standing(type), element)
			} else throw new Error('a section holds something that is not XML')
		}
	}

	/** Words under their writers' ids, marks as they stand. */
	#words(from: Holding, to: Y.Text) {
		const marks: Record<string, unknown> = {}
		for (const { content, id } of standing(from)) {
			if (content instanceof Y.ContentFormat) {
				const isTheirLink = content.value !== null && content.key === 'link' && this.#isTheirs(id)
				marks[content.key] = isTheirLink ? null : content.value
			} else if (content instanceof Y.ContentEmbed) {
				if (this.#isTheirs(id)) continue
				this.#as(id)
				to.insertEmbed(to.length, content.embed, { ...marks })
			} else if (content instanceof Y.ContentString) {
				for (let at = 0; at < content.str.length; ) {
					const place = { client: id.client, clock: id.clock + at }
					const until = this.#as(place) - id.clock
					const words = content.str.slice(at, until)
					if (this.#isTheirs(place)) this.#letters += words.length
					else to.insert(to.length, words, { ...marks })
					at = Math.min(until, content.str.length)
				}
			} else throw new Error('a text holds something that is not words')
		}
	}

	#isTheirs({ client, clock }: { client: number; clock: number }): boolean {
		return this.#without !== null && this.#writerOf(client, clock)?.memberId === this.#without
	}

	/** Somebody else's words, or a place somebody else made for words, stand in it. */
	#holdsOthers(type: Holding): boolean {
		return standing(type).some((item) => {
			const { content, id } = item
			if (content instanceof Y.ContentType)
				return !(this.#isTheirs(id) || content.type instanceof Y.XmlText) || this.#holdsOthers(content.type)
			if (!(content instanceof Y.ContentString)) return content instanceof Y.ContentEmbed && !this.#isTheirs(id)
			for (let at = 0; at < content.str.length; ) {
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
		const memberId = writer && writer.memberId !== this.#without ? writer.memberId : nobody
		const id = this.#clients.get(memberId) ?? new Y.Doc().clientID
		this.#clients.set(memberId, id)
		this.#doc.clientID = id
		return writer?.until ?? Number.POSITIVE_INFINITY
	}
}

function lettersIn(type: Holding): number {
	let letters = 0
	for (const { content } of standing(type)) {
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
