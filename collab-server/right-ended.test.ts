import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { bytes, raw } from '../tests/hostile/corpus.ts'
import { rivalAt } from '../tests/hostile/crowd.ts'
import { type Guest, OneRoom } from '../tests/live/one-room.ts'
import { encodeUpdate } from './protocol.ts'

const ground = encodeUpdate(bytes(1, 1, 1, 0, [raw(4), [1, 'good-life'], 'ab'], 0))
const wicked = encodeUpdate(
	bytes(1, 3, 77, 0, [raw(4), [1, 'one'], 'a'], [raw(4), [1, 'two'], 'b'], [raw(196), 77, 0, 77, 1, 'x'], 0),
)
const written = (words: string) => {
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, words)
	return encodeUpdate(Y.encodeStateAsUpdate(doc))
}

const mayOnlyRead = ({ connection }: Guest) => {
	connection.admission = { ...connection.admission, mayWrite: false }
}
const isOut = ({ connection }: Guest) => connection.bar('noRight', 'gone')

/** After the edit is heard and before it is put in, its writer's right ends. */
const waiting = {
	'did not fit into the turn': () => {
		const one = new OneRoom({ turnSteps: 0 })
		const others = ['Amina', 'Priya', 'Joan'].map((name) => one.join(name))
		const colin = one.join('Colin')
		others[0]!.say(ground)
		one.turn()
		// Rivals at one place take steps; the third, and Colin, no longer fit in.
		for (const [at, other] of others.entries()) other.say(encodeUpdate(rivalAt(10 + at)))
		colin.say(written('late'))
		one.turn()
		expect(one.text).toContain('xx')
		expect(one.text).not.toContain('late')
		expect(colin.connection.hasWork).toBe(false)
		return { one, colin, others: 'xxx' }
	},
	'is tried again after a spoilt turn': () => {
		const one = new OneRoom()
		const [amina, colin, priya] = [one.join('Amina'), one.join('Colin'), one.join('Priya')]
		amina.say(written('others'))
		colin.say(written('late'))
		priya.say(wicked)
		one.turn()
		return { one, colin, others: 'others' }
	},
	'is still in the inbox': () => {
		const one = new OneRoom()
		const [amina, colin] = [one.join('Amina'), one.join('Colin')]
		amina.say(written('others'))
		one.turn()
		colin.say(written('late'))
		return { one, colin, others: 'others' }
	},
}

describe.each(Object.entries(waiting))('an edit that %s when its writer’s right ends', (_what, given) => {
	test.each([
		['may only read from now on', mayOnlyRead],
		['may not be here any more', isOut],
		[
			'had left before',
			(guest: Guest) => {
				guest.leave()
				isOut(guest)
			},
		],
	])('is not taken from somebody who %s, and is not said to be stored', (_who, ends) => {
		const { one, colin, others } = given()
		ends(colin)
		while (one.room.hasWork) one.turn()
		one.answerAll()
		expect(one.text).not.toContain('late')
		for (const letter of others) expect(one.text).toContain(letter)
		expect(colin.saved.every(({ frames }) => frames === 0)).toBe(true)
	})
})

test('who has left with something still to be taken up is known, so that their right can be asked again', () => {
	const one = new OneRoom()
	const [amina, colin] = [one.join('Amina'), one.join('Colin')]
	one.pace.spent('Colin', 1_000_000)
	colin.say(written('late'))
	amina.say(written('others'))
	one.turn()
	expect([...one.room.leavers]).toEqual([])
	colin.leave()
	expect([...one.room.leavers]).toEqual([colin.connection])
	amina.leave()
	expect([...one.room.leavers]).toEqual([colin.connection])
	one.room.resting.forget()
})
