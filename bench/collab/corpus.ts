import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeAwareness, encodeStep1, encodeUpdate } from '../../collab-server/protocol.ts'

interface Hostile {
	name: string
	/** Text frames, messages in the server's own wrapping, or bytes straight into the line. */
	frames: (string | { bytes: Uint8Array; raw?: boolean })[]
}

/** What a participant with a real session and bad intentions might send. The same each time. */
export function corpus(): Hostile[] {
	return [
		{ name: 'text frames', frames: ['5000000000', 'hello', ''] },
		{ name: 'a reserved opcode', frames: [{ bytes: Uint8Array.of(0x8b, 0x80, 0, 0, 0, 0), raw: true }] },
		{ name: 'bytes that are no frame', frames: [{ bytes: new Uint8Array(64).fill(255), raw: true }] },
		messages('nothing at all', new Uint8Array()),
		messages('a number without end', new Uint8Array(1_000).fill(255)),
		messages('types nobody knows', [42], [2, 0, 1, 65], [127], [0, 9, 0]),
		messages('a length beyond the frame', [0, 2, 255, 255, 255, 127, 1], [1, 255, 255, 127, 0]),
		messages('a state vector of noise', encodeStep1(noise(300))),
		messages('updates of noise', ...Array.from({ length: 20 }, (_, at) => encodeUpdate(noise(50 + at * 20, at)))),
		messages('updates cut short', ...[1, 2, 3, 4].map((share) => cut(written('x'.repeat(400)), share / 5))),
		messages(
			'updates with a few bits turned',
			...Array.from({ length: 200 }, (_, at) => turned(written('some words'), at)),
		),
		messages(
			'JSON nested 5,000 deep',
			update((doc) => doc.getArray('a').insert(0, [nested(5_000)])),
		),
		messages('any-values nested 20,000 deep', anyNested(20_000)),
		messages('types nested 2,000 deep', update(nestTypes)),
		messages('8,000 nested maps, then deleted', ...nestedAndDeleted()),
		messages(
			'2,000 roots',
			update((doc) => roots(doc, 2_000)),
		),
		messages('gaps that never close', ...Array.from({ length: 50 }, (_, at) => gap(at))),
		messages('deletions of what never was', encodeUpdate(Uint8Array.of(0, 1, 5, 1, 0, 255, 255, 255, 7))),
		messages(
			'an update of 16 MB',
			update((doc) => doc.getText('good-life').insert(0, 'x'.repeat(16_000_000))),
		),
		messages('a frame over 100 MB', new Uint8Array(110_000_000)),
		messages('awareness of noise', [1, 5, 255, 255, 255, 255, 255]),
		messages('awareness that is no JSON', encodeAwareness([{ client: 7, clock: 1, json: '{' }])),
		messages(
			'awareness of a megabyte',
			encodeAwareness([{ client: 9, clock: 1, json: JSON.stringify('1'.repeat(1_000_000)) }]),
		),
		messages('awareness for 10,000 people', encodeAwareness(strangers(10_000))),
	]
}

function messages(name: string, ...bytes: (Uint8Array | number[])[]): Hostile {
	return { name, frames: bytes.map((one) => ({ bytes: Uint8Array.from(one) })) }
}

function update(work: (doc: Y.Doc) => void): Uint8Array {
	const doc = new Y.Doc()
	work(doc)
	return encodeUpdate(Y.encodeStateAsUpdate(doc))
}

const written = (words: string) => update((doc) => doc.getText('good-life').insert(0, words))
const cut = (frame: Uint8Array, share: number) => frame.subarray(0, Math.floor(frame.length * share))

function noise(length: number, seed = 1): Uint8Array {
	return Uint8Array.from({ length }, (_, at) => ((at + 1) * 7_919 * (seed + 1)) % 256)
}

function turned(frame: Uint8Array, seed: number): Uint8Array {
	const copy = Uint8Array.from(frame)
	for (let turn = 0; turn < 3; turn++) {
		const at = 2 + ((seed * 31 + turn * 17) % (copy.length - 2))
		copy[at] = copy[at]! ^ (1 << ((seed + turn) % 8))
	}
	return copy
}

function nested(levels: number): unknown {
	let value: unknown = 1
	for (let level = 0; level < levels; level++) value = [value]
	return value
}

/** One struct with an array in an array in an array, written by hand: no encoder would get so deep. */
function anyNested(levels: number): Uint8Array {
	const encoder = encoding.createEncoder()
	for (const byte of [1, 1, 7, 0, 8, 1, 1, 97, 1]) encoding.writeUint8(encoder, byte)
	for (let level = 0; level < levels; level++) encoding.writeUint8Array(encoder, Uint8Array.of(117, 1))
	encoding.writeUint8Array(encoder, Uint8Array.of(126, 0))
	return encodeUpdate(encoding.toUint8Array(encoder))
}

function nestTypes(doc: Y.Doc, levels = 2_000) {
	let map = doc.getMap('m')
	for (let level = 0; level < levels; level++) map = map.set('k', new Y.Map())
}

function nestedAndDeleted(): Uint8Array[] {
	const doc = new Y.Doc({ gc: false })
	nestTypes(doc, 8_000)
	const before = Y.encodeStateVector(doc)
	const whole = encodeUpdate(Y.encodeStateAsUpdate(doc))
	// Deleting it here would overflow here, too: the delete set alone says "all of it".
	const { clientID } = doc
	const encoder = encoding.createEncoder()
	for (const number of [0, 1, clientID, 1, 0, Y.decodeStateVector(before).get(clientID)!])
		encoding.writeVarUint(encoder, number)
	return [whole, encodeUpdate(encoding.toUint8Array(encoder))]
}

function roots(doc: Y.Doc, count: number) {
	for (let root = 0; root < count; root++) doc.getText(`root ${root}`).insert(0, 'x')
}

function gap(at: number): Uint8Array {
	const doc = new Y.Doc()
	doc.getText('good-life').insert(0, 'first')
	const before = Y.encodeStateVector(doc)
	doc.getText('good-life').insert(5, `${'z'.repeat(5_000)}${at}`)
	return encodeUpdate(Y.encodeStateAsUpdate(doc, before))
}

function strangers(count: number) {
	return Array.from({ length: count }, (_, at) => ({ client: at + 1, clock: 1, json: '{"user":{"name":"Nobody"}}' }))
}
