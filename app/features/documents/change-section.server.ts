import { getSchema } from '@tiptap/core'
import { updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { alignBlocks } from '../../domain/documents/align.ts'
import type { Block } from '../../domain/documents/content.ts'
import { normalise } from '../../domain/documents/normalise.ts'
import { fromPlainForm, toPlainForm } from '../../domain/documents/plain-form.ts'
import { sectionExtensions } from './live/extensions.ts'
import { openState, readBlock, readBlocks, readText } from './read-sections.server.ts'

const schema = getSchema(sectionExtensions)

/** A section's words as its plain form shows them. */
export function formText(state: Uint8Array, sectionId: string): string {
	return toPlainForm(normalise(readBlocks(openState(state).getXmlFragment(sectionId))))
}

/**
 * What somebody changed in a form, as an edit of the live document: made in a fork of the state the form was opened on,
 * so that merging it keeps what others wrote since. Blocks that were left alone are not touched, and words changed in
 * a block are changed inside it, so that somebody typing there at the same moment keeps their ground. Null when nothing
 * was changed. With the same `client` it is the same edit however often it is made: sent twice, its words stand once.
 */
export function changeSection(base: Uint8Array, sectionId: string, text: string, client?: number): Uint8Array | null {
	const wanted = fromPlainForm(text)
	const fork = openState(base)
	if (client !== undefined) fork.clientID = client
	const fragment = fork.getXmlFragment(sectionId)
	if (JSON.stringify(wanted) === JSON.stringify(normalise(readBlocks(fragment)))) return null
	return editOf(fork, () => changeChildren(fork, fragment, wanted))
}

/**
 * A text as new last paragraphs of a section, whatever stands there. With the same `client` it is the same edit however
 * often it is made, so merging it twice puts the words there once. Null when there are no words, or the base has it already.
 */
export function appendToSection(base: Uint8Array, sectionId: string, text: string, client?: number): Uint8Array | null {
	const fork = openState(base)
	if (client !== undefined) {
		if (Y.getState(fork.store, client) > 0) return null
		fork.clientID = client
	}
	const fragment = fork.getXmlFragment(sectionId)
	const added = fromPlainForm(text)
	return added.length === 0 ? null : editOf(fork, () => insertBlocks(fork, fragment, fragment.length, added))
}

function editOf(fork: Y.Doc, change: () => void): Uint8Array | null {
	const updates: Uint8Array[] = []
	fork.on('update', (update) => updates.push(update))
	fork.transact(change)
	return updates.length === 0 ? null : Y.mergeUpdates(updates)
}

function changeChildren(fork: Y.Doc, parent: Y.XmlFragment, wanted: readonly Block[]) {
	const standing = parent.toArray().map((child) => ({ child, words: wordsOf(child) }))
	// Empty paragraphs have no place in a form; they stay, because somebody may be about to type in one.
	const known = standing.filter(({ words }) => words !== null)
	const steps = alignBlocks(
		known.map(({ words }) => words!),
		wanted,
	)
	for (const step of [...steps].reverse()) {
		if (step.to === null) remove(parent, known[step.from]!.child)
		else if (step.from !== null) changeBlock(fork, known[step.from]!.child as Y.XmlElement, wanted[step.to]!)
		else insertBlocks(fork, parent, indexAfter(parent, known[step.after]?.child), [wanted[step.to]!])
	}
}

function changeBlock(fork: Y.Doc, element: Y.XmlElement, wanted: Block) {
	if (JSON.stringify(wordsOf(element)) === JSON.stringify(wanted)) return
	if (wanted.type === 'paragraph' || wanted.type === 'heading') {
		updateYFragment(fork, element, schema.nodeFromJSON(wanted), { mapping: new Map(), isOMark: new Map() })
		return
	}
	if (wanted.attrs)
		for (const [name, value] of Object.entries(wanted.attrs)) element.setAttribute(name, value as string)
	changeChildren(fork, element, wanted.content ?? [])
}

/**
 * The normal form of one child; null for what holds no words. What our editor does not write gets a type that nothing
 * is paired with, so that its words are written anew as what they look like. An item is compared as what it holds.
 */
function wordsOf(child: Y.XmlElement | Y.XmlText | Y.XmlHook): Block | null {
	if (child instanceof Y.XmlHook) return null
	const read = child instanceof Y.XmlText ? readText(child) : [readBlock(child)]
	if (read[0]?.type === 'listItem') return normalise([{ type: 'bulletList', content: read }])[0]?.content?.[0] ?? null
	const words = normalise(read)
	if (words.length === 0) return null
	return words.length === 1 && words[0]!.type === read[0]!.type ? words[0]! : { type: 'unknown', content: words }
}

function indexAfter(parent: Y.XmlFragment, child: Y.XmlElement | Y.XmlText | Y.XmlHook | undefined): number {
	return child ? parent.toArray().indexOf(child) + 1 : 0
}

function remove(parent: Y.XmlFragment, child: Y.XmlElement | Y.XmlText | Y.XmlHook) {
	parent.delete(parent.toArray().indexOf(child), 1)
}

function insertBlocks(fork: Y.Doc, parent: Y.XmlFragment, index: number, blocks: readonly Block[]) {
	const elements = blocks.map(({ type }) => new Y.XmlElement(type))
	parent.insert(index, elements)
	for (const [at, element] of elements.entries()) {
		updateYFragment(fork, element, schema.nodeFromJSON(blocks[at]), { mapping: new Map(), isOMark: new Map() })
	}
}
