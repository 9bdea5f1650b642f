import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { OneRoom } from '../tests/live/one-room.ts'
import { encodeAwareness, encodeStep1, encodeUpdate } from './protocol.ts'

const query = Uint8Array.of(3)
const update = (letters: number) => {
	const doc = new Y.Doc()
	for (let at = 0; at < letters; at++) doc.getText('good-life').insert(0, 'x')
	return Y.encodeStateAsUpdate(doc)
}

test.each([
	['an edit', encodeUpdate(update(1))],
	['an edit that cannot be read', encodeUpdate(update(100).subarray(0, 200))],
	['a question', encodeStep1(Uint8Array.of(0))],
	['a question that cannot be read', encodeStep1(new Uint8Array(300).fill(200))],
	['their presence', encodeAwareness([{ client: 1, clock: 1, json: '{}' }])],
	['the presence of everybody else, as stock clients repeat it', encodeAwareness([{ client: 2, clock: 1, json: '{' }])],
	['a question who is here', query],
	['what nobody can read', Uint8Array.of(0, 0, 255)],
])('the time that %s takes is charged to who sent it, and to nobody else', (_what, frame) => {
	const one = new OneRoom()
	const [amina] = [one.join('Amina'), one.join('Colin')]
	one.turn()
	amina.say(frame)
	one.turn()
	one.answerAll()
	expect(one.pace.charged.get('Amina')).toBeGreaterThan(0)
	expect(one.pace.charged.has('Colin')).toBe(false)
})

test('answering is charged as well as reading the question', () => {
	const one = new OneRoom()
	const amina = one.join('Amina')
	amina.say(encodeStep1(Uint8Array.of(0)))
	one.turn()
	const read = one.pace.charged.get('Amina')!
	one.answerAll()
	expect(one.pace.charged.get('Amina')).toBeGreaterThan(read)
})
