import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { rebuild, type WriterOf } from './rebuild.ts'

const [ownId, othersId] = [1, 2]
const writerOf: WriterOf = (client) => ({
	memberId: client === ownId ? 'own' : 'other',
	until: Number.POSITIVE_INFINITY,
})

function asking(...writing: ((doc: Y.Doc, says: string) => void)[]) {
	const doc = new Y.Doc()
	for (const write of writing)
		for (const [id, says] of [
			[othersId, 'STAYS'],
			[ownId, 'GOES'],
		] as const) {
			doc.clientID = id
			write(doc, says)
		}
	// As it comes from the database: nobody has said of which kind a root is.
	const stored = new Y.Doc()
	Y.applyUpdate(stored, Y.encodeStateAsUpdate(doc))
	return stored
}

const mapOf = (says: string) => new Y.Map([['k', says]])

test.each<[string, (doc: Y.Doc, says: string) => void]>([
	['a list of numbers and words', (doc, says) => doc.getArray('x').push([1, says, { says }])],
	['a list of bytes', (doc, says) => doc.getArray('x').push([new TextEncoder().encode(says)])],
	['a list of lists and maps', (doc, says) => doc.getArray('x').push([Y.Array.from([says]), mapOf(says)])],
	['a map', (doc, says) => doc.getMap('x').set(says, says)],
	['a map of texts', (doc, says) => doc.getMap('x').set(says, new Y.Text(says))],
	['a text with an embed', (doc, says) => doc.getText('x').insertEmbed(0, { says })],
	['a text with a map in it', (doc, says) => doc.getText('x').insertEmbed(0, mapOf(says))],
	['a text with something of its own', (doc, says) => doc.getText('x').setAttribute(says, says)],
	['a section with a map in it', (doc, says) => doc.getXmlFragment('x').push([mapOf(says) as never])],
	[
		'a section with a hook',
		(doc, says) => {
			const hook = new Y.XmlHook(says)
			doc.getXmlFragment('x').push([hook as never])
			hook.set('k', says)
		},
	],
	[
		'what is said in an attribute of a paragraph, or in a mark',
		(doc, says) => {
			const section = doc.getXmlFragment('x')
			if (section.length === 0) {
				section.push([new Y.XmlElement('paragraph'), new Y.XmlText('Words.')])
			}
			;(section.get(0) as Y.XmlElement).setAttribute(says, says)
			;(section.get(0) as Y.XmlElement).setAttribute(`a list ${says}`, Y.Array.from([says]) as never)
			;(section.get(1) as Y.XmlText).format(says === 'GOES' ? 0 : 3, 2, { comment: says })
		},
	],
])('whatever a program keeps beside words is carried, less what the member brought: %s', (_what, write) => {
	const doc = asking(write)
	const before = new TextDecoder().decode(Y.encodeStateAsUpdate(doc))
	expect([before.includes('STAYS'), before.includes('GOES')]).toEqual([true, true])
	for (const [without, goes] of [
		['own', false],
		[null, true],
	] as const) {
		const { state, writings } = rebuild(doc, writerOf, without)
		const after = new TextDecoder().decode(state)
		expect([after.includes('STAYS'), after.includes('GOES')]).toEqual([true, goes])
		expect(writings.some(({ memberId }) => memberId === 'own')).toBe(goes)
		if (without !== null) continue
		const [was, is] = [doc, new Y.Doc()]
		Y.applyUpdate(is, state)
		for (const read of [kept, words, section]) expect(read(is)).toEqual(read(was))
	}
})

const copyOf = (doc: Y.Doc) => {
	const copy = new Y.Doc()
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
	return copy
}
const kept = (doc: Y.Doc) => [copyOf(doc).getArray('x').toJSON(), copyOf(doc).getMap('x').toJSON()]
const words = (doc: Y.Doc) =>
	copyOf(doc)
		.getText('x')
		.toDelta()
		.map(({ insert, attributes }: { insert: unknown; attributes: unknown }) => [JSON.stringify(insert), attributes])
const section = (doc: Y.Doc) => copyOf(doc).getXmlFragment('x').toString()
