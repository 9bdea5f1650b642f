import type { closeCodes } from '../app/domain/documents/live-messages.ts'

export type Refusal = Exclude<keyof typeof closeCodes, 'malformed' | 'tooLarge' | 'restart'>

/** What the stock client shows nobody; our editor has its own words for each code. */
export const reasons: Record<Refusal, string> = {
	signedOut: 'You are signed out',
	notFound: 'There is no such document',
	noRight: 'You cannot write here',
	rebuilt: 'This document was rebuilt',
	unreadable: 'This document cannot be read just now',
	tryLater: 'Not ready yet',
}
