import { createHash } from 'node:crypto'

/**
 * The Yjs client id, of 32 bits, of a form that is sent: the same for the same words in the same form, so that sending it twice puts
 * them in once. Words changed before they were sent again are another edit, and go in too.
 */
export function clientOf(form: string): number {
	return createHash('sha256').update(form).digest().readUInt32BE()
}
