import { createHmac, randomBytes, randomInt } from 'node:crypto'

/** Everything that must not be guessed. Only keyed hashes of tokens and codes are stored. */
export interface Secrets {
	/** HMAC-SHA-256, hex. `purpose` keeps a code for one thing from opening another. */
	hash(purpose: string, token: string): string
	/** 192 bits for cookies and links, URL-safe; short enough that a mail does not fold the line a link stands on. */
	newToken(): string
	/** Six digits, for typing from an e-mail. */
	newSixDigits(): string
	/** Ten letters and digits in two groups, for cards: 50 bits, no letters that look like digits. */
	newCardCode(): string
}

const readable = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function openSecrets(key: string): Secrets {
	return {
		hash: (purpose, token) => createHmac('sha256', key).update(`${purpose}:${token}`).digest('hex'),
		newToken: () => randomBytes(24).toString('base64url'),
		newSixDigits: () => String(randomInt(1_000_000)).padStart(6, '0'),
		newCardCode() {
			const letters = Array.from(randomBytes(10), (byte) => readable[byte % 32]).join('')
			return `${letters.slice(0, 5)}-${letters.slice(5)}`
		},
	}
}

/** What somebody typed from a card, however they typed it: spaces, small letters, O for 0, I and L for 1. */
export function normaliseCode(typed: string): string {
	const letters = typed
		.toUpperCase()
		.replaceAll('O', '0')
		.replaceAll(/[IL]/g, '1')
		.replaceAll(/[^0-9A-Z]/g, '')
	return letters.length === 10 ? `${letters.slice(0, 5)}-${letters.slice(5)}` : letters
}
