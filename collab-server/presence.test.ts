import * as decoding from 'lib0/decoding'
import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { membership } from '../app/domain/access/membership.ts'
import { Presence, type Present } from './presence.ts'
import { encodeAwareness } from './protocol.ts'

function somebody(name: string, { mayWrite = true, memberId = name } = {}): Present {
	const facts = {
		memberId,
		personId: memberId,
		partnershipId: 'p',
		name,
		voiceId: 'v',
		voice: 'Citizens',
		role: 'member',
		seats: [],
	} as const
	return { membership: membership(facts), mayWrite }
}

const state = (client: number, clock: number, value: unknown) => ({ client, clock, json: JSON.stringify(value) })
const shown = (presence: Presence) => presence.all().map(({ client, json }) => ({ client, ...JSON.parse(json) }))

test('the name is the membership’s, whatever the client claims', () => {
	const presence = new Presence()
	presence.hear(
		somebody('Amina'),
		[state(1, 1, { cursor: 5, user: { name: 'Alice CEO ADMIN', voice: 'Boss', color: '#ff0000' } })],
		4096,
	)
	expect(shown(presence)).toEqual([
		{ client: 1, cursor: 5, user: { name: 'Amina', voice: 'Citizens', memberId: 'Amina' } },
	])
})

test('nobody speaks for a client id that another introduced, nor for two', () => {
	const presence = new Presence()
	const [amina, colin] = [somebody('Amina'), somebody('Colin')]
	presence.hear(amina, [state(1, 1, {})], 4096)
	presence.hear(colin, [state(2, 1, {}), state(1, 9, { rude: true }), state(1, 9, null), state(3, 1, {})], 4096)
	expect(shown(presence).map(({ client, user }) => [client, user.name])).toEqual([
		[1, 'Amina'],
		[2, 'Colin'],
	])
})

test('what is said again at the same clock is told to nobody, but a farewell is', () => {
	const presence = new Presence()
	const amina = somebody('Amina')
	presence.hear(amina, [state(1, 4, { cursor: 1 })], 4096)
	presence.takeChanges()
	presence.hear(amina, [state(1, 4, { cursor: 1 }), state(1, 4, { cursor: 2 })], 4096)
	expect(presence.takeChanges()).toEqual([])
	presence.hear(amina, [state(1, 4, null)], 4096)
	expect(presence.takeChanges()).toMatchObject([{ client: 1, json: 'null' }])
})

test('an echo of somebody who has left does not bring them back', () => {
	const presence = new Presence()
	const [amina, colin] = [somebody('Amina'), somebody('Colin')]
	presence.hear(amina, [state(1, 4, {})], 4096)
	presence.takeChanges()
	presence.leave(amina)
	expect(presence.takeChanges()).toEqual([{ client: 1, clock: 4, json: 'null' }])
	presence.hear(colin, [state(1, 4, {})], 4096)
	expect(presence.all()).toEqual([])
	presence.hear(somebody('Amina'), [state(1, 6, {})], 4096)
	expect(shown(presence)).toHaveLength(1)
})

test('a tab that lost its line takes its id over, and the old line’s end does not hide it', () => {
	const presence = new Presence()
	const [before, after] = [somebody('Amina'), somebody('Amina')]
	presence.hear(before, [state(1, 1, {})], 4096)
	presence.hear(after, [state(1, 2, {})], 4096)
	presence.leave(before)
	expect(shown(presence)).toHaveLength(1)
})

test('who loses the line and comes back is seen again with the next thing they show', () => {
	const [theirs, ours] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())]
	const client = theirs.clientID
	const presence = new Presence()
	const say = (from: Present) =>
		presence.hear(
			from,
			[{ client, clock: theirs.meta.get(client)!.clock, json: JSON.stringify(theirs.getLocalState()) }],
			4096,
		)
	const tell = () => {
		const inner = decoding.createDecoder(encodeAwareness(presence.takeChanges()))
		decoding.readVarUint(inner)
		applyAwarenessUpdate(ours, decoding.readVarUint8Array(inner), 'server')
		return ours.getStates().get(client)?.cursor
	}
	const before = somebody('Amina')
	theirs.setLocalState({ cursor: 1 })
	say(before)
	expect(tell()).toBe(1)
	presence.leave(before)
	tell()
	expect(ours.getStates().has(client)).toBe(false)
	const after = somebody('Amina')
	say(after)
	tell()
	theirs.setLocalStateField('cursor', 2)
	say(after)
	expect(tell()).toBe(2)
	theirs.setLocalState(null)
	say(after)
	tell()
	expect(ours.getStates().has(client)).toBe(false)
	theirs.doc.destroy()
	ours.doc.destroy()
})

test('of one frame nothing is heard after a state that cannot be read', () => {
	const presence = new Presence()
	presence.hear(somebody('Amina'), [{ client: 1, clock: 1, json: '{' }, state(2, 1, {})], 4096)
	expect(presence.all()).toEqual([])
})

test('a reader is shown as here, without a caret', () => {
	const presence = new Presence()
	presence.hear(somebody('Olu', { mayWrite: false }), [state(1, 1, { cursor: 5 })], 4096)
	expect(shown(presence)).toEqual([{ client: 1, user: { name: 'Olu', voice: 'Citizens', memberId: 'Olu' } }])
})

test.each([
	['too large', JSON.stringify({ words: 'x'.repeat(5000) })],
	['not JSON', '{'],
	['not an object', '5'],
	['a list', '[]'],
])('a state that is %s is dropped', (_what, json) => {
	const presence = new Presence()
	presence.hear(somebody('Amina'), [{ client: 1, clock: 1, json }], 4096)
	expect(presence.all()).toEqual([])
})

test('a change by one person alone is theirs, and they need not be told it; several people’s are everybody’s', () => {
	const presence = new Presence()
	const [amina, colin] = [somebody('Amina'), somebody('Colin')]
	expect(presence.changedBy).toBe(null)
	presence.hear(amina, [state(1, 1, {})], 4096)
	expect(presence.changedBy).toBe(amina)
	presence.hear(colin, [state(2, 1, {})], 4096)
	expect(presence.changedBy).toBe(null)
	presence.takeChanges()
	presence.hear(colin, [state(2, 2, {}), state(1, 9, {})], 4096)
	expect(presence.changedBy).toBe(colin)
	presence.leave(colin)
	expect(presence.changedBy).toBe(null)
})
