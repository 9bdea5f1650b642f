import { z } from 'zod'
import { idPattern } from '../../http/new-id.ts'

export const displayName = z
	.string({ error: 'Enter the name you want to be called' })
	.trim()
	.min(1, 'Enter the name you want to be called')
	.max(60, 'Use 60 characters or fewer')

export const emailAddress = z
	.string({ error: 'Enter an e-mail address' })
	.trim()
	.toLowerCase()
	.max(254, 'Use 254 characters or fewer')
	.pipe(z.email('Enter an e-mail address like name@example.org'))

/** Six digits, however they were typed. */
export const sixDigits = z
	.string({ error: 'Enter the six-digit code' })
	.transform((typed) => typed.replaceAll(/\D/g, ''))
	.pipe(z.string().length(6, 'Enter the six digits of the code'))

export const accessNeeds = z.string().trim().max(2000, 'Use 2,000 characters or fewer').default('')

export const rowId = z
	.string({ error: 'Load this page again and send the form once more' })
	.regex(idPattern, 'Load this page again and send the form once more')

/** A ticked box; one that is not ticked is not sent. */
export const ticked = z.boolean().default(false)

export const next = z.string().max(2000).optional()

/** A code from a card or an invitation, however it was typed (`normaliseCode`). */
export const joinCode = z
	.string({ error: 'Enter the code on your card or invitation' })
	.trim()
	.min(1, 'Enter the code on your card or invitation')
	.max(40, 'A code has ten letters and numbers. Check what you typed')
