import { z } from 'zod'
import { sure } from '~/features/documents/form-fields.ts'
import { longestReason } from './ballot-fields.ts'

const ask = 'Say why. Everyone who voted will want to know'

/** How the person with the casting vote settles a level vote, and why. */
export const castingVoteSchema = z.object({
	choice: z.enum(['for', 'against'], { error: 'Choose for or against' }),
	reason: z.string({ error: ask }).trim().min(1, ask).max(longestReason, 'Use 1,000 characters or fewer'),
	sure,
})
