import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { encodeAwareness, encodeStep1, encodeStep2, encodeUpdate } from '../../collab-server/protocol.ts'

/** What an attacker can see of the room. */
export interface Seen {
	/** A replica, brought up to date. */
	doc: Y.Doc
	/** The Yjs client id of somebody who is writing. */
	victim: number
}

export interface Category {
	name: string
	/** The `at`-th message of its kind: the same every time, apart from what is seen in the room. */
	message(at: number, seen: Seen): Uint8Array | string
	/** For messages of megabytes: so many are enough. */
	most?: number
}

type Part = number | Uint8Array | string | Part[]

/** Numbers are varuints, strings carry their length. */
export function bytes(...parts: Part[]): Uint8Array {
	const encoder = encoding.createEncoder()
	const write = (part: Part) => {
		if (typeof part === 'number') encoding.writeVarUint(encoder, part)
		else if (typeof part === 'string') encoding.writeVarString(encoder, part)
		else if (part instanceof Uint8Array) encoding.writeUint8Array(encoder, part)
		else for (const one of part) write(one)
	}
	for (const part of parts) write(part)
	return encoding.toUint8Array(encoder)
}

export const raw = (...numbers: number[]) => Uint8Array.from(numbers)

/** Small, seeded, good enough to make noise (mulberry32). */
export function noise(seed: number) {
	let state = seed * 2_654_435_761
	return (below: number) => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) % below
	}
}

function noisy(seed: number, most: number) {
	const random = noise(seed + 1)
	return Uint8Array.from({ length: 1 + random(most) }, () => random(256))
}

const fresh = (at: number) => 1_000_000 + at * 7
const root = [1, 'good-life']

/** One client's structs from `clock`, and nothing deleted. */
const structs = (client: number, clock: number, ...items: Part[]) => bytes(1, items.length, client, clock, items, 0)
const letters = (text: string, at: Part = root) => [raw(4), at, text]
const edit = (...update: Parameters<typeof structs>) => encodeUpdate(structs(...update))

function written(at: number, work: (doc: Y.Doc) => void) {
	const doc = new Y.Doc()
	doc.clientID = fresh(at)
	work(doc)
	return Y.encodeStateAsUpdate(doc)
}

/** As a real editor would go on from what is in the room. */
function next({ doc }: Seen, client: number, work: (text: Y.Text, doc: Y.Doc) => void) {
	const copy = new Y.Doc()
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
	copy.clientID = client
	const before = Y.encodeStateVector(copy)
	work(copy.getText('good-life'), copy)
	return Y.encodeStateAsUpdate(copy, before)
}

const valid = (at: number) =>
	written(at, (doc) => {
		const section = doc.getXmlFragment('evidence')
		const paragraph = new Y.XmlElement('paragraph')
		const text = new Y.XmlText('Nobody asked us. Môn 🌱')
		section.insert(0, [paragraph])
		paragraph.insert(0, [text])
		text.format(2, 5, { bold: {} })
		text.delete(3, 4)
		doc.getMap('m').set('k', [1, { a: null, b: 'x'.repeat(at % 40) }])
	})

function nested(levels: number, inside: unknown = 1): unknown {
	let value = inside
	for (let level = 0; level < levels; level++) value = level % 2 ? { k: value } : [value]
	return value
}

const anyNested = (levels: number) => {
	const open = new Uint8Array(levels * 2).map((_, at) => (at % 2 ? 1 : 117))
	return bytes(open, raw(126))
}

const float = (value: number) => {
	const view = new DataView(new ArrayBuffer(9))
	view.setUint8(0, 123)
	view.setFloat64(1, value)
	return new Uint8Array(view.buffer)
}

const overlong = (value: number, extra: number) => raw(value | 128, ...Array(extra).fill(128), 0)

/** Maps in maps, by hand: Yjs itself cannot make what overflows its stack. */
export function nestedMaps(client: number, levels: number, { deleted }: { deleted: boolean }) {
	const maps = Array.from({ length: levels }, (_, level): Part => {
		const parent = level === 0 ? [1, 'deep'] : [0, client, level - 1]
		return [raw(39), parent, `k${client}`, 1]
	})
	return encodeUpdate(bytes(1, levels, client, 0, maps, deleted ? [1, client, 1, 0, 1] : 0))
}

const presence = (client: number, clock: number, json: string) => encodeAwareness([{ client, clock, json }])
const cut = (message: Uint8Array, at: number) => message.subarray(0, 1 + (at % (message.length - 1)))

export const corpus: Category[] = [
	// Frames that are no message.
	{ name: 'text frames', message: (at) => (at % 2 ? '5000000000' : JSON.stringify({ type: 'sync', at })) },
	{ name: 'frames of no bytes', message: () => raw() },
	{ name: 'noise', message: (at) => noisy(at, 400) },
	{ name: 'message types nobody knows', message: (at) => bytes(4 + (at % 6), valid(at)) },
	{ name: 'message types beyond any', message: (at) => bytes(2 ** (8 + (at % 45)), valid(at)) },
	{ name: 'auth messages', message: (at) => bytes(2, at % 3, 'permission denied') },
	{ name: 'messages only the server sends', message: (at) => bytes(10 + (at % 2), 1, fresh(at), 2 ** 30, 2 ** 30) },
	{ name: 'sync steps nobody knows', message: (at) => bytes(0, 3 + at, 1, 1) },
	{ name: 'two messages in one frame', message: (at) => bytes(encodeUpdate(valid(at)), encodeUpdate(valid(at + 1))) },
	{ name: 'numbers that never end', message: (at) => new Uint8Array(10 + at * 40).fill(255) },
	{ name: 'lengths beyond the frame', message: (at) => bytes(0, 2, 2 ** (at % 50), raw(1, 2, 3)) },
	{
		name: 'overlong numbers: a type written longer than it need be',
		message: (at) => bytes(overlong(0, at % 5), overlong(2, at % 4), valid(at).length, valid(at)),
	},
	{ name: 'messages cut short', message: (at) => cut(encodeUpdate(valid(at)), at * 3) },
	{ name: 'a frame larger than any', message: () => new Uint8Array(4_000_000), most: 3 },

	// Questions.
	{ name: 'state vectors of noise', message: (at) => encodeStep1(noisy(at, 300)) },
	{ name: 'state vectors that promise millions', message: (at) => encodeStep1(bytes(2 ** (20 + (at % 30)), 1, 1)) },
	{ name: 'questions from the end of time', message: (at, { victim }) => encodeStep1(bytes(1, victim, 2 ** 31 + at)) },
	{ name: 'the same question again and again', message: () => encodeStep1(raw(0)) },
	{ name: 'asking who is here', message: () => raw(3) },

	// Updates that are none.
	{ name: 'updates of noise', message: (at) => encodeUpdate(noisy(at, 500)) },
	{ name: 'updates cut short', message: (at) => encodeUpdate(cut(valid(at), at * 5)) },
	{ name: 'updates with something after the end', message: (at) => encodeUpdate(bytes(valid(at), noisy(at, 20))) },
	{ name: 'updates of another version', message: (at) => encodeUpdate(Y.convertUpdateFormatV1ToV2(valid(at))) },
	{ name: 'updates that say nothing', message: () => encodeUpdate(raw(0, 0)) },
	{
		name: 'more structs than bytes',
		message: (at) => encodeUpdate(bytes(1, 2 ** (10 + (at % 40)), fresh(at), 0, raw(4))),
	},
	{ name: 'structs of no length', message: (at) => edit(fresh(at), 0, [[raw(0), 0], letters('')][at % 2]!) },
	{ name: 'clocks beyond 31 bits', message: (at) => edit(fresh(at), 2 ** (31 + (at % 20)), letters('x')) },
	{
		name: 'client ids beyond any',
		message: (at) => edit([2 ** 53 - 1, 2 ** 52, 2 ** 32, 0][at % 4]!, 0, letters('x')),
	},
	{ name: 'kinds of content nobody knows', message: (at) => edit(fresh(at), 0, [raw(11 + (at % 20)), root, 'x']) },
	{ name: 'kinds of type nobody knows', message: (at) => edit(fresh(at), 0, [raw(7), root, 7 + at]) },
	{ name: 'invalid UTF-8', message: (at) => edit(fresh(at), 0, [raw(4), root, 3, raw(0xed, 0xa0 + (at % 32), 0x80)]) },
	{
		name: 'lone surrogates, joined and split by editing',
		message: (at, seen) =>
			encodeUpdate(
				next(seen, fresh(at), (text) => {
					text.insert(0, '🌱')
					text.insert(1, at % 2 ? 'x' : '\ud83c')
					text.delete(0, 1)
				}),
			),
	},

	// Updates that decode and are wicked.
	{ name: 'words on themselves', message: (at) => edit(fresh(at), 0, [raw(132), fresh(at), 0, 'x']) },
	{ name: 'words in themselves', message: (at) => edit(fresh(at), 0, [raw(4), [0, fresh(at), 0], 'x']) },
	{
		name: 'words in the words of others',
		message: (at, { victim }) => edit(fresh(at), 0, [raw(4), [0, victim, 0], 'x']),
	},
	{
		name: 'words between two that are the wrong way round',
		message: (at, { victim }) => edit(fresh(at), 0, [raw(196), victim, 3, victim, 1, 'x']),
	},
	{
		name: 'words that wait for words which never come',
		message: (at) => edit(fresh(at), 5, [raw(132), fresh(at), 4, 'z'.repeat(3_000)]),
	},
	{
		name: 'holes said to be holes',
		message: (at) => edit(fresh(at), 0, [raw(10), 3 + at], [raw(132), fresh(at), 2 + at, 'x']),
	},
	{ name: 'garbage said to be collected', message: (at) => edit(fresh(at), 0, [raw(0), 1 + at], [raw(1), root, 3]) },
	{
		name: 'the client id of somebody who writes',
		message: (_at, seen) => encodeUpdate(next(seen, seen.victim, (text) => text.insert(0, 'FORGED'))),
	},
	{
		name: 'the same clock again with other words',
		message: (at) => edit(fresh(1_000_000), 0, letters(String.fromCharCode(97 + (at % 26)).repeat(1 + (at % 5)))),
	},
	{ name: 'answers to questions nobody asked', message: (at) => encodeStep2(valid(at)) },
	{
		name: 'deletions alone, of everything there is',
		message: (at, seen) => encodeUpdate(next(seen, fresh(at), (text) => text.delete(0, Math.min(2, text.length)))),
	},
	{
		name: 'deletions of what never was',
		message: (at) => encodeUpdate(bytes(0, 1, fresh(at), 1, 0, 2 ** (10 + (at % 20)))),
	},
	{ name: 'deletions beyond 31 bits', message: (at) => encodeUpdate(bytes(0, 1, fresh(at), 1, 2 ** 31 - 1, 1 + at)) },
	{ name: 'JSON nested deep', message: (at) => edit(fresh(at), 0, [raw(8), [1, 'list'], 1, anyNested(65 + at * 500)]) },
	{
		name: 'JSON nested deep in text',
		message: (at) => edit(fresh(at), 0, [raw(5), root, JSON.stringify(nested(65 + at * 20))]),
	},
	{
		name: 'JSON that is none',
		message: (at) => edit(fresh(at), 0, [raw(5), root, ['{', 'undefined', '[1,]', ''][at % 4]!]),
	},
	{
		name: 'numbers that are none',
		message: (at) =>
			edit(fresh(at), 0, [raw(8), [1, 'list'], 1, float([Number.NaN, Infinity, -Infinity, -0][at % 4]!)]),
	},
	{
		name: 'keys that are JavaScript’s own',
		message: (at) => {
			const key = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'][at % 4]!
			return at % 2
				? edit(fresh(at), 0, [raw(8), [1, 'list'], 1, raw(118), 1, key, raw(118), 1, 'polluted', raw(120)])
				: edit(fresh(at), 0, [raw(40), [1, key], key, 1, raw(120)])
		},
	},
	{ name: 'types in types in types', message: (at) => nestedMaps(fresh(at), 65 + at * 20, { deleted: false }) },
	{
		name: '8,000 types in one another, and their deletion',
		message: (at) => nestedMaps(fresh(at), 8_000, { deleted: true }),
		most: 3,
	},
	{
		name: 'documents in documents',
		message: (at) =>
			encodeUpdate(written(at, (doc) => void doc.getMap('m').set(`d${at}`, new Y.Doc({ autoLoad: true })))),
	},
	{
		name: 'a hundred roots in one update',
		message: (at) =>
			encodeUpdate(
				written(at, (doc) => {
					for (let one = 0; one < 100; one++) doc.getText(`root ${at} ${one}`).insert(0, 'x')
				}),
			),
		most: 12,
	},
	{
		name: 'one root as two types',
		message: (at) => encodeUpdate(written(at, (doc) => void doc.getMap('good-life').set('k', at))),
	},
	{ name: 'marks without end', message: (at) => edit(fresh(at), 0, [raw(6), root, `mark${at}`, '"on"']) },
	{
		name: 'an update larger than a document may be',
		message: (at) => encodeUpdate(written(at, (doc) => doc.getText('good-life').insert(0, 'x'.repeat(1_500_000)))),
		most: 3,
	},

	// Presence.
	{ name: 'awareness of noise', message: (at) => bytes(1, 5 + at, noisy(at, 60)) },
	{
		name: 'awareness of a hundred thousand bytes',
		message: (at) => presence(fresh(at), at, JSON.stringify({ x: 'x'.repeat(100_000) })),
		most: 20,
	},
	{
		name: 'awareness under the ids of others',
		message: (at, { victim }) => presence(victim, 2 ** 30 + at, at % 2 ? 'null' : '{"user":{"name":"ADMIN"}}'),
	},
	{
		name: 'awareness from the end of time',
		message: (at) => presence(fresh(0), 2 ** (30 + (at % 22)), '{"cursor":1}'),
	},
	{
		name: 'awareness that is no state',
		message: (at) =>
			presence(fresh(0), at, ['{', '5', '[]', '"x"', '{"__proto__":{"a":1}}', JSON.stringify(nested(900))][at % 6]!),
	},
	{ name: 'awareness that promises millions', message: (at) => bytes(1, 4, raw(255, 255, 255, at % 128)) },
	{
		name: 'awareness of fifty people at once',
		message: (at) =>
			encodeAwareness(Array.from({ length: 50 }, (_, one) => ({ client: fresh(at + one), clock: 1, json: '{}' }))),
	},
]
