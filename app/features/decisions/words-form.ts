import { z } from 'zod'
import { sure } from '~/features/documents/form-fields.ts'
import { idPattern } from '../../http/new-id.ts'

const longest = 4000

export function wordsSchema(ask: string) {
	return z.object({
		words: z.string({ error: ask }).trim().min(1, ask).max(longest, 'Use 4,000 characters or fewer'),
		sure,
	})
}

export const noteSchema = wordsSchema('Enter how you see it').extend({
	id: z
		.string({ error: 'Load the page again and send your note once more' })
		.regex(idPattern, 'Load the page again and send your note once more'),
})
