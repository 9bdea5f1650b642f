import type * as Y from 'yjs'

export type Type = Exclude<Y.Item['parent'], Y.ID | null>

/** Something for lists of a document: what stands in a type one after the other (no key), or under one key of it. */
export class PerList<Value> {
	readonly #types = new Map<Type, Map<string | null, Value>>()

	get(type: Type, key: string | null): Value | undefined {
		return this.#types.get(type)?.get(key)
	}

	set(type: Type, key: string | null, value: Value) {
		const keys = this.#types.get(type)
		if (keys) keys.set(key, value)
		else this.#types.set(type, new Map([[key, value]]))
	}

	delete(type: Type, key: string | null) {
		const keys = this.#types.get(type)
		keys?.delete(key)
		if (keys?.size === 0) this.#types.delete(type)
	}

	*[Symbol.iterator](): Generator<[Type, string | null, Value]> {
		for (const [type, keys] of this.#types) for (const [key, value] of keys) yield [type, key, value]
	}
}
