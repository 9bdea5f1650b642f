import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seed } from '../tests/seed.ts'
import { decodeMessage, encodeAwareness, encodeStep1, encodeStep2, encodeUpdate, isEcho } from './protocol.ts'

fc.configureGlobal({ seed })

const some = Uint8Array.of(1, 2, 3)

test('what we encode, we decode', () => {
	expect(decodeMessage(encodeStep1(some))).toEqual({ type: 'step1', stateVector: some })
	expect(decodeMessage(encodeStep2(some))).toEqual({ type: 'edit', update: some, whole: true })
	expect(decodeMessage(encodeUpdate(some))).toEqual({ type: 'edit', update: some, whole: false })
	const states = [{ client: 2 ** 40, clock: 3, json: '{"user":{"name":"Siân"}}' }]
	expect(decodeMessage(encodeAwareness(states))).toEqual({ type: 'awareness', states })
	expect(decodeMessage(Uint8Array.of(3))).toEqual({ type: 'query' })
})

describe('types are compared after decoding', () => {
	test.each([
		['a plain update', [0, 2, 1, 9]],
		['an update with an overlong type', [0x80, 0x00, 0x82, 0x00, 1, 9]],
		['an update with an overlong length', [0, 2, 0x81, 0x00, 9]],
	])('%s is an edit', (_what, bytes) => {
		expect(decodeMessage(Uint8Array.from(bytes))).toMatchObject({ type: 'edit', update: Uint8Array.of(9) })
	})
})

describe('what is not on the list is dropped, what cannot be read is malformed', () => {
	test.each([
		['auth', [2, 0, 1, 65], 'unknown'],
		['saved, from a client', [10, 0, 1], 'unknown'],
		['a type of the future', [99], 'unknown'],
		['a sync step of the future', [0, 3, 1, 1], 'unknown'],
		['nothing', [], 'malformed'],
		['a cut length', [0, 2, 5, 1], 'malformed'],
		['two messages in one frame', [0, 2, 1, 9, 0, 2, 1, 9], 'malformed'],
		['more awareness than there is', [1, 2, 200, 1], 'malformed'],
	])('%s', (_what, bytes, type) => {
		expect(decodeMessage(Uint8Array.from(bytes))).toEqual({ type })
	})

	test('any bytes are one or the other', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
				expect(decodeMessage(bytes).type).toBeTruthy()
			}),
			{ numRuns: 2_000 },
		)
	})
})

describe('presence larger than any of one person’s own is dropped unread', () => {
	const most = { echoBytes: 64 * 1024, echoStates: 2_000 }
	const states = (count: number, json: string) =>
		encodeAwareness(Array.from({ length: count }, (_, client) => ({ client, clock: 1, json })))
	const kilobyte = JSON.stringify({ words: 'x'.repeat(1_010) })

	test.each([
		['the echo of fifty people', states(50, kilobyte), 'awareness'],
		['more bytes', states(65, kilobyte), 'unknown'],
		['as many states as may be', states(2_000, '{}'), 'awareness'],
		['more states', states(2_001, '{}'), 'unknown'],
		[
			'more bytes that nobody could read',
			Uint8Array.of(1, 0x81, 0x80, 4, ...new Uint8Array(65_537).fill(255)),
			'unknown',
		],
	])('%s', (_what, frame, type) => {
		expect(decodeMessage(frame, most).type).toBe(type)
	})
})

describe('an echo of presence', () => {
	const state = (client: number) => ({ client, clock: 3, json: '{"user":{"name":"Siân"}}' })

	test.each([
		['another’s state', encodeAwareness([state(2)]), true],
		['several others’', encodeAwareness([state(2), state(2 ** 40)]), true],
		['one’s own', encodeAwareness([state(1)]), false],
		['one’s own among others’', encodeAwareness([state(2), state(1)]), false],
		['an edit', encodeUpdate(some), false],
		['a question', Uint8Array.of(3), false],
		['a state cut short', encodeAwareness([state(2)]).slice(0, -1), false],
		['a state and more', Uint8Array.of(...encodeAwareness([state(2)]), 0), false],
	])('%s', (_what, frame, expected) => {
		expect(isEcho(frame, 1)).toBe(expected)
	})

	test('nothing that says anything of one’s own, or cannot be read, is taken for one', () => {
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 12 }).map((tail) => Uint8Array.of(1, tail.length, ...tail)),
			fc.array(fc.nat(3), { maxLength: 4 }).map((clients) => encodeAwareness(clients.map(state))),
		)
		fc.assert(
			fc.property(bytes, fc.nat(3), (frame, own) => {
				if (!isEcho(frame, own)) return
				const message = decodeMessage(frame)
				expect(message.type).toBe('awareness')
				if (message.type === 'awareness') expect(message.states.map(({ client }) => client)).not.toContain(own)
			}),
			{ numRuns: 5_000 },
		)
	})
})
