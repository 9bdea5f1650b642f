import { isUtf8 } from 'node:buffer'
import type { Range } from './ranges.ts'

/** What an update would touch, read without building anything of it. */
export interface Shape {
	/** Structs it brings: items, and what was collected as garbage before it was sent. */
	brings: Range[]
	/** What its writer deleted knowingly. */
	deletes: Range[]
}

export type Misshapen = { refused: 'malformed' | 'too-deep' | 'tangled' }

class Refused extends Error {
	readonly reason: Misshapen['refused']
	constructor(reason: Misshapen['refused']) {
		super(reason)
		this.reason = reason
	}
}

export interface ShapeLimits {
	nesting: number
	/** Structs, and deletions. What is stored already has no such bound: it grew in small edits. */
	editParts?: number
}

/**
 * Walks a V1 update (yjs 13, `src/utils/encoding.js` and `structs/`) the way Yjs would, checking every length before Yjs
 * sees it: no number runs past its bytes, no JSON is nested deep enough to overflow the stack when it is encoded again,
 * no struct is empty (Yjs's binary search never ends on one), no clock leaves 31 bits (a signed integer in Postgres), and
 * deletions are named in order and once, as Yjs names them: it walks all of each, however often they overlap.
 */
export function readShape(update: Uint8Array, limits: ShapeLimits): Shape | Misshapen {
	try {
		const walk = new Walk(update, limits)
		const brings = walk.structs()
		const deletes = walk.deleteSet()
		if (!walk.isAtEnd) return { refused: 'malformed' }
		return { brings, deletes }
	} catch (error) {
		if (error instanceof Refused) return { refused: error.reason }
		throw error
	}
}

const maxClock = 2 ** 31 - 1

class Walk {
	readonly #bytes: Uint8Array
	readonly #nesting: number
	readonly #editParts: number
	#at = 0

	constructor(bytes: Uint8Array, { nesting, editParts = Number.POSITIVE_INFINITY }: ShapeLimits) {
		this.#bytes = bytes
		this.#nesting = nesting
		this.#editParts = editParts
	}

	get isAtEnd() {
		return this.#at === this.#bytes.length
	}

	structs(): Range[] {
		const ranges: Range[] = []
		let left = this.#editParts
		for (let clients = this.#count(); clients > 0; clients--) {
			const structs = this.#count()
			left -= structs
			if (left < 0) throw new Refused('tangled')
			const client = this.#varUint()
			let clock = this.#varUint()
			let range: Range | null = null
			for (let read = 0; read < structs; read++) {
				const info = this.#byte()
				const isSkip = (info & 31) === 10
				const length = isSkip || (info & 31) === 0 ? this.#varUint() : this.#item(info)
				if (length < 1 || clock + length > maxClock) throw new Refused('malformed')
				if (isSkip) range = null
				else if (range) range.end += length
				else {
					range = { client, clock, end: clock + length }
					ranges.push(range)
				}
				clock += length
			}
		}
		return ranges
	}

	deleteSet(): Range[] {
		const ranges: Range[] = []
		const seen = new Set<number>()
		for (let clients = this.#count(); clients > 0; clients--) {
			const client = this.#varUint()
			if (seen.has(client)) throw new Refused('malformed')
			seen.add(client)
			let last = 0
			const named = this.#count()
			if (ranges.length + named > this.#editParts) throw new Refused('tangled')
			for (let deletes = named; deletes > 0; deletes--) {
				const clock = this.#varUint()
				const end = clock + this.#varUint()
				if (clock < last || end > maxClock) throw new Refused('malformed')
				ranges.push({ client, clock, end })
				last = end
			}
		}
		return ranges
	}

	#item(info: number): number {
		const hasOrigin = (info & 128) !== 0
		const hasRightOrigin = (info & 64) !== 0
		if (hasOrigin) this.#id()
		if (hasRightOrigin) this.#id()
		if (!hasOrigin && !hasRightOrigin) {
			if (this.#varUint() === 1) this.#string()
			else this.#id()
			if (info & 32) this.#string()
		}
		return this.#content(info & 31)
	}

	/** Returns how many clocks the content takes. */
	#content(kind: number): number {
		switch (kind) {
			case 1:
				return this.#varUint()
			case 2:
				return this.#times(() => this.#json(true))
			case 3:
				this.#skip(this.#varUint())
				return 1
			case 4:
				return this.#string()
			case 5:
				this.#json()
				return 1
			case 6:
				this.#string()
				this.#json()
				return 1
			case 7:
				this.#typeRef()
				return 1
			case 8:
				return this.#times(() => this.#any())
			case 9:
				this.#string()
				this.#any()
				return 1
			default:
				throw new Refused('malformed')
		}
	}

	/** 3 and 5 are XmlElement and XmlHook, which carry a name; 6 is the last type Yjs knows. */
	#typeRef() {
		const type = this.#varUint()
		if (type > 6) throw new Refused('malformed')
		if (type === 3 || type === 5) this.#string()
	}

	#times(read: () => void): number {
		const count = this.#count()
		for (let done = 0; done < count; done++) read()
		return count
	}

	/** lib0's "any" encoding, walked without recursion: `open` holds how many values each open list or object still wants. */
	#any() {
		const open: { left: number; keyed: boolean }[] = []
		for (;;) {
			const inside = open.at(-1)
			if (inside?.keyed) this.#string()
			const type = this.#byte()
			if (type === 119) this.#string()
			else if (type === 125) this.#varUint()
			else if (type === 124) this.#skip(4)
			else if (type === 123 || type === 122) this.#skip(8)
			else if (type === 116) this.#skip(this.#varUint())
			else if (type === 117 || type === 118) {
				const left = this.#count()
				if (inside) inside.left--
				open.push({ left, keyed: type === 118 })
				if (open.length > this.#nesting) throw new Refused('too-deep')
				while (open.length > 0 && open.at(-1)!.left === 0) open.pop()
				if (open.length === 0) return
				continue
			} else if (type !== 120 && type !== 121 && type !== 126 && type !== 127) throw new Refused('malformed')
			if (!inside) return
			inside.left--
			while (open.length > 0 && open.at(-1)!.left === 0) open.pop()
			if (open.length === 0) return
		}
	}

	#json(isOldList = false) {
		const start = this.#at
		this.#string()
		let depth = 0
		let quoted = false
		for (let at = start; at < this.#at; at++) {
			const byte = this.#bytes[at]
			if (quoted) {
				if (byte === 92) at++
				else if (byte === 34) quoted = false
			} else if (byte === 34) quoted = true
			else if (byte === 91 || byte === 123) {
				if (++depth > this.#nesting) throw new Refused('too-deep')
			} else if (byte === 93 || byte === 125) depth--
		}
		this.#parse(start, isOldList)
	}

	/** Yjs would throw on it in the middle of a transaction. It writes a missing value of an old list as "undefined". */
	#parse(lengthAt: number, isOldList: boolean) {
		let start = lengthAt
		while (this.#bytes[start]! > 127) start++
		const json = Buffer.from(this.#bytes.subarray(start + 1, this.#at)).toString()
		if (isOldList && json === 'undefined') return
		try {
			JSON.parse(json)
		} catch {
			throw new Refused('malformed')
		}
	}

	#id() {
		this.#varUint()
		if (this.#varUint() > maxClock) throw new Refused('malformed')
	}

	/** Returns its length in UTF-16 units, which is how Yjs counts. */
	#string(): number {
		const size = this.#varUint()
		const start = this.#at
		this.#skip(size)
		let units = 0
		let isAscii = true
		for (let at = start; at < this.#at; at++) {
			const byte = this.#bytes[at]!
			if (byte < 128) units++
			else {
				isAscii = false
				if (byte >= 240) units += 2
				else if (byte >= 192) units++
			}
		}
		if (!isAscii && !isUtf8(this.#bytes.subarray(start, this.#at))) throw new Refused('malformed')
		return units
	}

	/** How many things follow. Each takes a byte at least, so more than the bytes left is a lie. */
	#count(): number {
		const count = this.#varUint()
		if (count > this.#bytes.length - this.#at) throw new Refused('malformed')
		return count
	}

	#skip(size: number) {
		if (size > this.#bytes.length - this.#at) throw new Refused('malformed')
		this.#at += size
	}

	#byte(): number {
		const byte = this.#bytes[this.#at++]
		if (byte === undefined) throw new Refused('malformed')
		return byte
	}

	/** Also reads past the sign of a varint in the "any" encoding, which we only step over. */
	#varUint(): number {
		let value = 0
		let scale = 1
		for (;;) {
			const byte = this.#byte()
			value += (byte & 127) * scale
			if (value > Number.MAX_SAFE_INTEGER) throw new Refused('malformed')
			if (byte < 128) return value
			scale *= 128
		}
	}
}
