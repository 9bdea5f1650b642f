import { z } from 'zod'
import { requiredDay } from '../actions/day-field.ts'
import { formId, maybeWords, sure, words } from '../documents/form-fields.ts'
import { checkedDay } from './checked-day.ts'
import { declareRefusals, minutesRefusals } from './room-refusals.ts'

const longestLine = 300

export const interestSchema = z.object({
	id: formId,
	/** Looked over before anybody reads it. */
	step: z.enum(['look', 'change', 'declare']).default('look'),
	/** The clerk says whose interest it is. */
	member: z.string().max(64).optional(),
	interest: words(declareRefusals['interest-missing'], longestLine),
	sure,
})

export const dispensationSchema = z.object({ dispensation: maybeWords(longestLine), sure })

export const withdrawalSchema = z.object({
	reason: words('Enter why it is withdrawn. Everyone who can see the minutes will read it', longestLine),
	sure,
})

export const notedSchema = z.object({
	noted: maybeWords(4000),
	base: z.string().max(64).default(''),
	sure,
})

export const minutesApprovalSchema = z.object({
	day: requiredDay(minutesRefusals['day-missing']),
	seen: z.string().max(64).default(''),
	...checkedDay,
})
