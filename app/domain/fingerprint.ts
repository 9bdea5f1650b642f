import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of the canonical JSON of a value, in hex. */
export function fingerprint(value: unknown): string {
	return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')
}

/** How a fingerprint is shown to people: `7f3a 91c2`. */
export function shortFingerprint(hex: string): string {
	return `${hex.slice(0, 4)} ${hex.slice(4, 8)}`
}
