import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { UnsentWords } from './unsent-words.ts'

function typing() {
	const doc = new Y.Doc()
	const updates: Uint8Array[] = []
	doc.on('update', (update) => updates.push(update))
	return (words: string) => {
		doc.getText('t').insert(doc.getText('t').length, words)
		return updates.at(-1)!
	}
}

function wordsOf(update: Uint8Array | null) {
	const doc = new Y.Doc()
	if (update) Y.applyUpdate(doc, update)
	return doc.getText('t').toString()
}

test('words leave when the frame that carried them is stored, and not before', () => {
	const type = typing()
	const unsent = new UnsentWords()
	unsent.connectionOpened()
	unsent.sentEverything()
	unsent.add(type('one '))
	unsent.sentNewest()
	unsent.add(type('two '))
	unsent.sentNewest()
	unsent.stored(1)
	expect(wordsOf(unsent.merged())).toBe('one two ')
	unsent.stored(2)
	expect(unsent.isEmpty).toBe(false)
	unsent.stored(3)
	expect(unsent.merged()).toBeNull()
})

test('what was typed without a connection waits for the frame that carries everything', () => {
	const type = typing()
	const unsent = new UnsentWords()
	unsent.add(type('away '))
	unsent.connectionOpened()
	// Typed before the server asked what it lacks: sent at once, but it does not carry what came before.
	unsent.add(type('back '))
	unsent.sentNewest()
	unsent.stored(1)
	expect(unsent.isEmpty).toBe(false)
	unsent.sentEverything()
	unsent.stored(2)
	expect(unsent.isEmpty).toBe(true)
})

test('an acknowledgement of an earlier connection says nothing about this one', () => {
	const type = typing()
	const unsent = new UnsentWords()
	unsent.connectionOpened()
	unsent.sentEverything()
	unsent.add(type('one'))
	unsent.sentNewest()
	unsent.stored(1)
	unsent.connectionOpened()
	unsent.stored(0)
	expect(wordsOf(unsent.merged())).toBe('one')
	unsent.sentEverything()
	unsent.stored(1)
	expect(unsent.isEmpty).toBe(true)
})

test('an hour of typing away is kept whole', () => {
	const type = typing()
	const unsent = new UnsentWords()
	for (let word = 0; word < 500; word++) {
		unsent.add(type(`${word} `))
		if (word % 50 === 0) unsent.merged()
	}
	expect(wordsOf(unsent.merged())).toBe(Array.from({ length: 500 }, (_, word) => `${word} `).join(''))
})
