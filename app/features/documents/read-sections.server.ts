import * as Y from 'yjs'
import type { Block, Section } from '../../domain/documents/content.ts'
import { normalise } from '../../domain/documents/normalise.ts'
import { type TemplateId, templates } from '../../domain/documents/templates.ts'

/** The sections of a live document, in the template's order, in the shape that is read, frozen and hashed. */
export function readSections(state: Uint8Array, template: TemplateId): Section[] {
	const doc = openState(state)
	return templates[template].sections.map(({ id, title }) => ({
		id,
		title,
		content: normalise(readBlocks(doc.getXmlFragment(id))),
	}))
}

export function openState(state: Uint8Array): Y.Doc {
	const doc = new Y.Doc()
	Y.applyUpdate(doc, state)
	return doc
}

/** As it stands, before normalising. What is neither an element nor text is passed over. */
export function readBlocks(parent: Y.XmlFragment): Block[] {
	return parent.toArray().flatMap((child): Block[] => {
		if (child instanceof Y.XmlText) return readText(child)
		return child instanceof Y.XmlElement ? [readBlock(child)] : []
	})
}

export function readBlock(element: Y.XmlElement): Block {
	return { type: element.nodeName, attrs: element.getAttributes(), content: readBlocks(element) }
}

interface Piece {
	insert: unknown
	attributes?: Record<string, unknown>
}

export function readText(text: Y.XmlText): Block[] {
	return (text.toDelta() as Piece[]).flatMap(({ insert, attributes = {} }) => {
		if (typeof insert !== 'string') return []
		const marks = Object.entries(attributes).map(([type, attrs]) => ({
			type,
			attrs: (attrs ?? {}) as Record<string, unknown>,
		}))
		return [{ type: 'text', text: insert, marks }]
	})
}
