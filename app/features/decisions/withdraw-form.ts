import { z } from 'zod'
import { withdrawRefusals } from './refusals.ts'
import { wordsSchema } from './words-form.ts'

/** What was withdrawn, by its id, and why. */
export const withdrawSchema = wordsSchema(withdrawRefusals['reason-missing']).extend({
	option: z.string({ error: withdrawRefusals['no-such-option'] }).max(40, withdrawRefusals['no-such-option']),
})
