import * as Y from 'yjs'

const prefix = 'alongside-unsent/'

export interface Kept {
	key: string
	generation: number
	update: Uint8Array
}

export interface Whose {
	memberId: string
	documentId: string
}

/**
 * Unsent words on this device, so that closing the page or the battery does not lose them. Each tab keeps its own, by
 * member, so that nobody else who signs in here can send or read them through us. Every method is harmless where the
 * browser keeps nothing (private windows, full storage): `keep` says whether it worked.
 */
export class KeptWords {
	readonly #storage: Storage | null
	readonly #of: string

	constructor({ memberId, documentId }: Whose, storage = openStorage()) {
		this.#storage = storage
		this.#of = `${prefix}${memberId}/${documentId}/`
	}

	/** True when the words are really on the device now. */
	keep(generation: number, tab: string, update: Uint8Array): boolean {
		const key = `${this.#of}${generation}/${tab}`
		const text = toBase64(update)
		try {
			this.#storage?.setItem(key, text)
			return this.#storage?.getItem(key) === text
		} catch {
			return false
		}
	}

	letGo(generation: number, tab: string) {
		this.#remove(`${this.#of}${generation}/${tab}`)
	}

	/** What earlier visits of the same member left here for this document. */
	find(): Kept[] {
		return this.#keys(this.#of).flatMap((key) => {
			const generation = Number(key.slice(this.#of.length).split('/')[0])
			const update = fromBase64(this.#storage?.getItem(key) ?? '')
			return update && Number.isInteger(generation) ? [{ key, generation, update }] : []
		})
	}

	/** Unless another tab has gone on writing in it since it was found. */
	drop({ key, update }: Kept) {
		if (this.#storage?.getItem(key) === toBase64(update)) this.#remove(key)
	}

	/**
	 * Everything of ours on this device, whoever's it is: when somebody signs out. The answer tells the browser the same
	 * (`forgetting`), since one who finds a device signed out must find nobody's words on it.
	 */
	dropAll() {
		for (const key of this.#keys(prefix)) this.#remove(key)
	}

	#keys(start: string): string[] {
		if (!this.#storage) return []
		return Array.from({ length: this.#storage.length }, (_, at) => this.#storage!.key(at) ?? '').filter((key) =>
			key.startsWith(start),
		)
	}

	#remove(key: string) {
		try {
			this.#storage?.removeItem(key)
		} catch {
			// A browser that refuses to forget also refused to keep.
		}
	}
}

/** The words an update brings, for showing them when they can no longer be merged. */
export function wordsOf(update: Uint8Array): string {
	try {
		const { structs } = Y.decodeUpdate(update)
		const words = structs.map((struct) =>
			struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parentSub === null
				? struct.content.str
				: '\n',
		)
		return words
			.join('')
			.replace(/\n{2,}/g, '\n')
			.trim()
	} catch {
		return ''
	}
}

function openStorage(): Storage | null {
	try {
		return window.localStorage
	} catch {
		return null
	}
}

function toBase64(bytes: Uint8Array): string {
	let text = ''
	for (const byte of bytes) text += String.fromCharCode(byte)
	return btoa(text)
}

function fromBase64(text: string): Uint8Array | null {
	try {
		const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
		return bytes.length > 0 ? bytes : null
	} catch {
		return null
	}
}
