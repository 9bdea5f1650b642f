import { z } from 'zod'
import { verdictAnswers } from '~/domain/actions/action.ts'
import { maybeWords, sure } from '~/features/documents/form-fields.ts'
import type { giveVerdict } from './give-verdict.server.ts'
import type { Refused } from './refused.ts'

export const verdictForm = z.object({
	answer: z.enum(verdictAnswers, { error: 'Choose an answer' }),
	words: maybeWords(500),
	sure,
})

export const verdictRefusals: Record<Refused<typeof giveVerdict>, { status: number; words: string }> = {
	'not-found': { status: 404, words: 'This action is no longer here. Your answer was not saved.' },
	'not-allowed': {
		status: 403,
		words: 'Observers read and do not answer. A facilitator can change what you are here.',
	},
	'too-early': {
		status: 409,
		words: 'People are asked when it is done, when it is stopped, or once its due date has gone by. Come back then.',
	},
	'already-given': {
		status: 409,
		words: 'You have already answered. Your answer cannot be traced to you, so it cannot be changed.',
	},
}
