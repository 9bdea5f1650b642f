import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** SHA-256 of the canonical JSON of a value, in hex. */
export function fingerprint(value: unknown): string {
	return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex')
}
