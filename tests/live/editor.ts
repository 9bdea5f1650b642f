import * as Y from 'yjs'

type Random = (below: number) => number

/** Somebody who writes as our editor does: letters, marks, paragraphs split and deleted, attributes, undo and redo. */
export class Editor {
	readonly #text: Y.Text
	readonly #section: Y.XmlFragment
	readonly #map: Y.Map<unknown>
	readonly #undo: Y.UndoManager
	readonly #doc: Y.Doc
	readonly #random: Random

	constructor(doc: Y.Doc, random: Random, { undoes = true } = {}) {
		this.#doc = doc
		this.#random = random
		this.#text = doc.getText('good-life')
		this.#section = doc.getXmlFragment('evidence')
		this.#map = doc.getMap('m')
		const trackedOrigins = new Set(undoes ? [this] : [])
		this.#undo = new Y.UndoManager([this.#text, this.#section, this.#map], { captureTimeout: 0, trackedOrigins })
	}

	write() {
		this.#doc.transact(() => this.#change(), this)
	}

	undo() {
		for (let times = 1 + this.#random(4); times > 0; times--)
			if (this.#random(3) === 0) this.#undo.redo()
			else this.#undo.undo()
	}

	#change() {
		const random = this.#random
		const what = random(20)
		if (what < 7) return this.#inText(this.#text)
		if (what < 8) return this.#map.set(['k', 'l'][random(2)]!, random(9))
		if (what < 9) return this.#map.delete('k')
		if (what < 11 || this.#section.length === 0) return this.#newParagraph(random(this.#section.length + 1), 'wxyz')
		const at = random(this.#section.length)
		if (what < 16) return this.#inParagraph(at)
		if (what < 17) return this.#inElement(at, (element) => element.setAttribute('level', `${random(4)}`))
		if (what < 19) return this.#section.delete(at, Math.min(1 + random(2), this.#section.length - at))
		return this.#section.delete(0, this.#section.length)
	}

	#inParagraph(at: number) {
		this.#inElement(at, (element) => {
			const text = element.get(0)
			if (!(text instanceof Y.XmlText)) return
			if (this.#random(5) > 0 || text.length < 2) return this.#inText(text)
			const start = 1 + this.#random(text.length - 1)
			const tail = text.toString().replaceAll(/<[^>]*>/g, '')
			text.delete(start, text.length - start)
			this.#newParagraph(at + 1, tail.slice(start) || 'q')
		})
	}

	/** What a forger has put between the paragraphs is left alone. */
	#inElement(at: number, work: (element: Y.XmlElement) => void) {
		const element = this.#section.get(at)
		if (element instanceof Y.XmlElement) work(element)
	}

	#inText(text: Y.Text) {
		const random = this.#random
		const what = random(10)
		const at = random(text.length + 1)
		if (what < 6 || text.length < 2) return text.insert(at, 'abcdefgh'.slice(0, 1 + random(4)))
		const length = Math.min(1 + random(5), text.length - at)
		if (what < 8) return text.delete(at, length)
		return text.format(at, length, { [['b', 'i'][random(2)]!]: random(2) ? {} : null })
	}

	#newParagraph(at: number, words: string) {
		const paragraph = new Y.XmlElement('paragraph')
		this.#section.insert(at, [paragraph])
		paragraph.insert(0, [new Y.XmlText(words)])
	}
}
