import { z } from 'zod'
import { requiredDay } from '~/features/actions/day-field.ts'
import { formId, maybeWords, sure, words } from '~/features/documents/form-fields.ts'
import { idPattern } from '~/http/new-id.ts'
import { purposes } from '../../domain/meetings/meeting.ts'
import { londonInstant, readTime } from '../../http/london-time.ts'

const whenAndWhere = {
	day: requiredDay('Enter the day of the meeting'),
	time: words('Enter when it begins, like 2pm', 20),
	place: words('Enter where it is, or the link people join by', 300),
	sure,
}

export const drawUpForm = z
	.object({
		id: formId,
		groupId: z.string({ error: 'Choose which body meets' }).regex(idPattern, 'Choose which body meets'),
		...whenAndWhere,
	})
	.transform(withMoment)

export const moveForm = z
	.object({
		...whenAndWhere,
		/** A digest of what stood there when the form was shown. */
		base: z.string().max(64).default(''),
		reason: maybeWords(2000).transform((reason) => reason || null),
		chairReason: maybeWords(2000).transform((reason) => reason || null),
	})
	.transform(withMoment)

/** The day and time typed, as the moment they are by the clock in London. */
function withMoment<Typed extends { day: string; time: string }>(
	{ day, time, ...rest }: Typed,
	{ addIssue }: z.RefinementCtx,
) {
	const clock = readTime(time)
	const [year, month, date] = day.split('-').map(Number)
	const begins = clock && londonInstant({ year: year!, month: month!, day: date!, ...clock })
	if (begins && 'at' in begins) return { ...rest, startsAt: begins.at }
	addIssue({
		code: 'custom',
		path: ['time'],
		message: clock ? 'The clocks go forward over this time. Enter another' : 'Enter a time like 2pm or 14:00',
	})
	return z.NEVER
}

const itemDetails = {
	purpose: z.enum(purposes, { error: 'Choose what the body is asked to do' }),
	presenter: maybeWords(200),
}

export const itemForm = z.object({
	id: formId,
	title: words('Enter what the item is', 200),
	...itemDetails,
	privateReason: maybeWords(500).transform((reason) => reason || null),
	lateReason: maybeWords(1000).transform((reason) => reason || null),
	sure,
})

export const titleForm = z.object({
	title: words('Enter what the item is', 200),
	reason: maybeWords(1000).transform((reason) => reason || null),
	/** What it was called when the form was shown. */
	base: z.string().max(200).default(''),
	sure,
})

export const itemDetailsForm = z.object({
	...itemDetails,
	/** What stood when the form was shown. */
	base: z.string().max(300).default(''),
	sure,
})

export const maybeReason = z.object({ reason: maybeWords(2000).transform((reason) => reason || null), sure })
