import { randomBytes } from 'node:crypto'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** 80 bits as 16 letters and digits that cannot be mistaken for one another. */
export function newId(): string {
	return Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('')
}

/** Ids that arrive from outside: hidden fields that make a double submit harmless. */
export const idPattern = /^[0-9a-z]{16}$/
