import { z } from 'zod'
import { actionStatuses } from '~/domain/actions/action.ts'
import { formId, sure, words } from '~/features/documents/form-fields.ts'
import { optionalDay } from './day-field.ts'
import type { Refused } from './refused.ts'
import type { reportOnAction } from './report-on-action.server.ts'

const missing = 'Enter what has been done, what has not, and why'

export const reportForm = z.object({
	id: formId,
	status: z.enum(actionStatuses, { error: 'Choose how it stands' }),
	words: words(missing, 4000),
	dueOn: optionalDay(),
	sure,
})

export const reportRefusals: Record<
	Refused<typeof reportOnAction>,
	{ status: number; field: string; words: string }
> = {
	'not-found': {
		status: 404,
		field: '',
		words: 'This action is no longer here. Your words are still below: copy them before you leave this page.',
	},
	'not-allowed': {
		status: 403,
		field: '',
		words: 'Only its lead, its citizen partner and the facilitators report on it. Send your words to one of them.',
	},
	'sent-already': {
		status: 409,
		field: '',
		words:
			'This report was saved before, and it stays as you first sent it. What you wrote now is still below and is not saved yet. To add it as another report, save it.',
	},
	'due-in-the-past': {
		status: 422,
		field: 'dueOn',
		words: 'This date has gone by. Enter today or a later day, or leave it empty',
	},
}
