import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { KeptWords, wordsOf } from './kept-words.ts'

/** A browser's storage, kept in memory. */
function storage({ full = false } = {}): Storage {
	const kept = new Map<string, string>()
	return {
		get length() {
			return kept.size
		},
		key: (at) => [...kept.keys()][at] ?? null,
		getItem: (key) => kept.get(key) ?? null,
		setItem(key, value) {
			if (full) throw new DOMException('full', 'QuotaExceededError')
			kept.set(key, value)
		},
		removeItem: (key) => void kept.delete(key),
		clear: () => kept.clear(),
	}
}

const mine = { memberId: 'amina', documentId: 'doc' }
const update = (...bytes: number[]) => Uint8Array.from(bytes)

test('each tab keeps its own, and only the same member finds them', () => {
	const device = storage()
	const keeper = new KeptWords(mine, device)
	expect(keeper.keep(1, 'tab-a', update(1, 255))).toBe(true)
	expect(keeper.keep(2, 'tab-b', update(2))).toBe(true)
	new KeptWords({ ...mine, memberId: 'colin' }, device).keep(1, 'tab-c', update(3))
	expect(keeper.find().map(({ generation, update: kept }) => [generation, [...kept]])).toEqual([
		[1, [1, 255]],
		[2, [2]],
	])
	keeper.letGo(2, 'tab-b')
	expect(keeper.find()).toHaveLength(1)
	keeper.dropAll()
	expect(device.length).toBe(0)
})

test('what another tab has gone on writing in is not dropped', () => {
	const keeper = new KeptWords(mine, storage())
	keeper.keep(1, 'tab', update(1))
	const [found] = keeper.find()
	keeper.keep(1, 'tab', update(1, 2))
	keeper.drop(found!)
	expect(keeper.find()).toHaveLength(1)
})

test('a full device is not said to have kept anything', () => {
	expect(new KeptWords(mine, storage({ full: true })).keep(1, 'tab', update(1))).toBe(false)
	expect(new KeptWords(mine, null).keep(1, 'tab', update(1))).toBe(false)
})

test('the words in an update that can no longer be merged', () => {
	const doc = new Y.Doc()
	const text = new Y.XmlText('Mine to keep.')
	doc.getXmlFragment('s').insert(0, [text])
	expect(wordsOf(Y.encodeStateAsUpdate(doc))).toBe('Mine to keep.')
	expect(wordsOf(update(9, 9, 9))).toBe('')
})
