import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { OneRoom } from '../tests/live/one-room.ts'
import { encodeUpdate } from './protocol.ts'

const written = (words: string) => {
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, words)
	return encodeUpdate(Y.encodeStateAsUpdate(doc))
}
const has = (client: number) => Y.encodeStateVector(new Map([[client, 1]]))

/** Amina has written; the others open the document. */
function givenRoom() {
	const one = new OneRoom()
	const amina = one.join('Amina')
	amina.say(written('Breaks'))
	one.turn()
	return { one, amina, people: ['Colin', 'Priya', 'Joan'].map((name) => one.join(name)) }
}

test('when time is short, one is answered at a time, in the order they asked; then everybody is', () => {
	const { one, people } = givenRoom()
	for (const [at, person] of people.entries()) person.ask(has(at + 5))
	one.turn()
	const answered = () => people.map(({ answers }) => answers.length)
	expect(answered()).toEqual([0, 0, 0])
	for (const expected of [
		[1, 0, 0],
		[1, 1, 0],
		[1, 1, 1],
	]) {
		expect(one.room.hasWork).toBe(true)
		one.room.answer(0)
		expect(answered()).toEqual(expected)
	}
	expect(one.room.hasWork).toBe(false)
	expect(people.flatMap(({ answers }) => answers)).toEqual(['Breaks', 'Breaks', 'Breaks'])
})

test('who asks the same is given the same bytes, each with how many of their own frames are stored', () => {
	const { one, people } = givenRoom()
	const [colin, priya, joan] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
	colin.say(written('for carers'))
	one.turn()
	for (const person of people) person.ask()
	one.turn()
	one.room.answer(Number.POSITIVE_INFINITY)
	const [hers, theirs] = [priya, joan].map(({ line }) =>
		line.written.find((frames) => frames[2] === 0 && frames[3] === 1),
	)
	expect(hers).toBe(theirs)
	expect(people.map(({ saved }) => saved.at(-1)!.frames)).toEqual([1, 0, 0])
})

test('what is answered later is what is stored by then', () => {
	const { one, amina, people } = givenRoom()
	people[0]!.ask()
	one.turn()
	amina.say(written(' at weekends'))
	one.turn()
	one.answerAll()
	expect(people[0]!.answers[0]).toContain('at weekends')
	expect(people[0]!.answers[0]).toContain('Breaks')
})

test('a second question waits in the inbox for the first to be answered; edits of others, and theirs sent before it, do not', () => {
	const { one, amina, people } = givenRoom()
	const colin = people[0]!
	colin.ask()
	colin.say(written('first '))
	colin.ask()
	colin.say(written('second '))
	amina.say(written('hers '))
	for (let turn = 0; turn < 5; turn++) one.turn()
	expect(one.text).toContain('first ')
	expect(one.text).toContain('hers ')
	expect(one.text).not.toContain('second ')
	one.answerAll()
	expect(colin.told).toEqual(['saved', 'answer', 'saved'])
	for (let turn = 0; turn < 5; turn++) one.turn()
	one.answerAll()
	expect(one.text).toContain('second ')
	expect(colin.told.filter((what) => what === 'answer')).toHaveLength(2)
	expect(one.room.hasWork).toBe(false)
})

test('who leaves is not answered, holds nobody up, and what else they had sent is worked on', () => {
	const { one, people } = givenRoom()
	const [colin, priya] = people as [(typeof people)[0], (typeof people)[0]]
	colin.ask(has(5))
	colin.ask(has(6))
	colin.say(written('Colin’s'))
	priya.ask(has(7))
	one.turn()
	one.turn()
	colin.leave()
	one.room.answer(0)
	expect(colin.answers).toEqual([])
	expect(priya.answers).toHaveLength(1)
	for (let turn = 0; turn < 5; turn++) one.turn()
	expect(one.text).toContain('Colin’s')
	expect(one.room.hasWork).toBe(false)
})

test('whoever must rest is told so, and answered when that is over', () => {
	const { one, people } = givenRoom()
	const [colin, priya] = people as [(typeof people)[0], (typeof people)[0]]
	colin.ask()
	priya.ask()
	one.turn()
	one.pace.spent('Colin', 1_000_000)
	one.answerAll()
	expect(priya.answers).toHaveLength(1)
	expect(colin.answers).toEqual([])
	expect([colin.notices, priya.notices]).toEqual([['slow-down'], []])
	expect(one.room.hasWork).toBe(false)
	expect(colin.connection.hasWork).toBe(true)
	expect(one.room.isEmpty).toBe(false)
	one.room.resting.forget()
})

test('a state vector that cannot be read ends the line of who sent it, and of nobody else', () => {
	const { one, people } = givenRoom()
	people[0]!.ask(new Uint8Array(300).fill(200))
	people[1]!.ask()
	one.turn()
	one.answerAll()
	expect(people.map(({ line }) => line.closed)).toEqual([4400, null, null])
	expect(people[1]!.answers).toHaveLength(1)
})
