import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { bytes, raw } from '../tests/hostile/corpus.ts'
import { type Guest, OneRoom } from '../tests/live/one-room.ts'
import { encodeUpdate } from './protocol.ts'

const written = (words: string) => {
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, words)
	return encodeUpdate(Y.encodeStateAsUpdate(doc))
}
/** Words between two places in two lists, which is only found when they are in. */
const wicked = encodeUpdate(
	bytes(1, 3, 77, 0, [raw(4), [1, 'one'], 'a'], [raw(4), [1, 'two'], 'b'], [raw(196), 77, 0, 77, 1, 'x'], 0),
)

test('a turn is spoilt: the innocent edits in it are tried again before a question after them is answered', () => {
	const one = new OneRoom()
	const [amina, priya, colin] = ['Amina', 'Priya', 'Colin'].map((name) => one.join(name)) as [Guest, Guest, Guest]
	amina.say(written('Breaks '))
	priya.say(written('for carers '))
	colin.say(wicked)
	for (const guest of [amina, priya, colin]) guest.ask()
	while (one.room.hasWork) {
		one.turn()
		one.answerAll()
	}
	expect(colin.line.closed).toBe(4400)
	expect(colin.answers).toEqual([])
	for (const guest of [amina, priya]) {
		expect(guest.told.slice(0, 2)).toEqual(['saved', 'answer'])
		expect(guest.answers).toHaveLength(1)
		expect(guest.saved[0]!.frames).toBe(1)
	}
	expect([...one.text.trim().split(' ')].sort()).toEqual(['Breaks', 'carers', 'for'])
})
