import { z } from 'zod'
import { sure } from '~/features/documents/form-fields.ts'
import { idPattern } from '../../http/new-id.ts'

export const longestReason = 1000

export const ballotSchema = z.object({
	id: z
		.string({ error: 'Load the page again and vote once more' })
		.regex(idPattern, 'Load the page again and vote once more'),
	choice: z.enum(['for', 'against', 'abstain'], { error: 'Choose for, against or abstain' }),
	reason: z.string().trim().max(longestReason, 'Use 1,000 characters or fewer').default(''),
	sure,
})
