import * as Y from 'yjs'
import { bytes, raw } from './corpus.ts'

type Random = (below: number) => number
type Place = [client: number, clock: number]

const roots = ['good-life', 'evidence', 'm']
const keys = ['k', 'l']
const clients = [1, 77, 900]

/**
 * An update that no editor makes and that decodes: structs on, before and in anything there is, known clocks again with
 * other things, holes, garbage, several kinds of content under one key, and deletions of anything.
 */
export function forge(doc: Y.Doc, random: Random): Uint8Array {
	const client = clients[random(3)]!
	const known = Y.getState(doc.store, client)
	const start = random(6) === 0 && known > 0 ? random(known) : known + (random(12) === 0 ? random(4) : 0)
	const places = placesIn(doc)
	const anywhere = (): Place => {
		const [owner, clock] = places[random(places.length)] ?? [client, 0]
		return [owner, clock + (random(15) ? 0 : random(3))]
	}
	const structs: Parameters<typeof bytes> = []
	let clock = start
	for (let count = 1 + random(4); count > 0; count--) {
		const { struct, length } = random(20) === 0 ? hole(random) : item(random, places.length > 0 ? anywhere : null)
		structs.push(struct)
		for (let at = 0; at < length; at++) places.push([client, clock + at])
		clock += length
	}
	const deletes = Array.from({ length: random(4) === 0 ? 1 + random(2) : 0 }, () => {
		const [owner, from] = anywhere()
		return [owner, 1, from, 1 + random(3)]
	})
	return bytes(1, structs.length, client, start, structs, deletes.length, deletes)
}

function placesIn(doc: Y.Doc): Place[] {
	const places: Place[] = []
	for (const [client, structs] of doc.store.clients)
		for (const { id, length } of structs)
			for (let at = 0; at < length && at < 6; at++) places.push([client, id.clock + at])
	return places
}

function hole(random: Random) {
	const length = 1 + random(3)
	return { struct: [raw(random(2) * 10), length], length }
}

function item(random: Random, anywhere: (() => Place) | null) {
	const after = anywhere && random(3) > 0 ? anywhere() : null
	const before = anywhere && random(3) > 0 ? anywhere() : null
	const isKeyed = random(3) === 0
	const { kind, content, length } = contentOf(random)
	const info = kind | (after ? 128 : 0) | (before ? 64 : 0) | (isKeyed ? 32 : 0)
	const parent = anywhere && random(4) === 0 ? [0, anywhere()] : [1, roots[random(3)]!]
	const where = after || before ? [after ?? [], before ?? []] : [parent, isKeyed ? keys[random(2)]! : []]
	return { struct: [raw(info), where, content], length }
}

function contentOf(random: Random) {
	const what = random(12)
	const length = 1 + random(4)
	if (what < 6) return { kind: 4, content: 'ABCDEFG'.slice(0, length), length }
	if (what < 7) return { kind: 1, content: length, length }
	if (what < 8) return { kind: 8, content: [length, Array.from({ length }, () => raw(125, random(60)))], length }
	if (what < 10) return { kind: 7, content: [0, 1, 2, 4, 6][random(5)]!, length: 1 }
	if (what < 11) return { kind: 6, content: ['b', random(2) ? '{}' : 'null'], length: 1 }
	return { kind: 5, content: '{"e":1}', length: 1 }
}
